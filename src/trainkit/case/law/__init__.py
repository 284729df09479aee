"""The laws of Alder and Borea: on what an action stands, who orders it, how long it holds.

Both are invented and neither is anybody's law; the rows that they are shaped after are named in
`statutes.toml`. No lawyer has signed them.
"""

from trainkit.case.law.clocks import PROVISIONAL_ARREST, ProvisionalArrest, working_days_after
from trainkit.case.law.offences import Ruling, dual_criminality, may_charge, may_surrender, offence
from trainkit.case.law.statutes import (
    ACTIONS,
    Action,
    Offence,
    Statute,
    allows,
    offences,
    statute,
    statutes,
)
from trainkit.case.law.warrant import Warrant, granted, renewed

__all__ = [
    "ACTIONS",
    "PROVISIONAL_ARREST",
    "Action",
    "Offence",
    "ProvisionalArrest",
    "Ruling",
    "Statute",
    "Warrant",
    "allows",
    "dual_criminality",
    "granted",
    "may_charge",
    "may_surrender",
    "offence",
    "offences",
    "renewed",
    "statute",
    "statutes",
    "working_days_after",
]

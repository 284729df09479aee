"""Personal data leave a team through a gate, and decisions stand in a log.

A disclosure needs a basis that carries its purpose, a recipient with a mandate, the fewest fields,
a time after which it is deleted, a category of person, and a record before it goes; else it is
refused or reduced, with the reason. Fields and persons are those of a case. What is about messages,
their classes and their link is a matter of joint operations, which stand above and are not known.

The model is the desk at which requests are checked. Assumptions: officers do not tire; a check
takes as long whoever asks; on the telephone the officer asks for what a paper lacks, and tells what
is needed and no more; nobody gives up before the twelfth request.

Sources:
    Cobham (1954). *Priority assignment in waiting line problems*. Operations Research 2.
    `reference/law.md` sections 4 and 5; `reference/points.md` P8 and P9.
"""

from trainkit.case.sharing.kinds import KINDS, contradictions, subjects
from trainkit.case.sharing.metrics import METRICS
from trainkit.case.sharing.processes import start
from trainkit.case.sharing.redlines import RULES
from trainkit.case.sharing.spec import DeskSpec, NeedSpec, PostSpec
from trainkit.model import Model

__all__ = ["MODEL", "DeskSpec", "NeedSpec", "PostSpec"]

MODEL = Model(
    name="sharing_gate",
    title="Desk through which personal data leave a team",
    spec=DeskSpec,
    kinds=KINDS,
    subjects=subjects,
    start=start,
    metrics=METRICS,
    red_lines=RULES,
    contradictions=contradictions,
)

"""What may be asked of the other State: dual criminality, surrender, speciality.

Sources:
    European Convention on Extradition (ETS 24): Art 2 (an offence in both States, at least one
    year), Art 6 (nationals), Art 14 (speciality). The trap that one State punishes facilitation
    without a benefit and the other does not: law sheet L2.18.
"""

from dataclasses import dataclass

from trainkit.case.actors import SIDES
from trainkit.case.law.statutes import Offence, offences
from trainkit.errors import TrainkitError, nearest

_LEAST_YEARS = 1.0


@dataclass(frozen=True)
class Ruling:
    """A decision with its reason.

    Attributes:
        holds: Whether it may be done.
        reason: Why, in a sentence.
    """

    holds: bool
    reason: str


def offence(name: str) -> Offence:
    """Return an offence by its name.

    Raises:
        TrainkitError: neither State knows it.
    """
    known = {one.name: one for one in offences()}
    if name not in known:
        raise TrainkitError(
            f"Neither State knows an offence '{name}'.{nearest(name, known)} They are "
            f"{', '.join(known)}."
        )
    return known[name]


def dual_criminality(name: str) -> Ruling:
    """Return whether both States punish an offence with at least a year.

    Raises:
        TrainkitError: there is no such offence.
    """
    for side in ("Alder", "Borea"):
        years = offence(name).punished_in(side)
        if years is None:
            return Ruling(False, f"{side} does not punish {name}: no dual criminality.")
        if years[1] < _LEAST_YEARS:
            return Ruling(False, f"{side} threatens {name} with less than a year.")
    return Ruling(True, f"Both States punish {name} with a year or more.")


def may_surrender(name: str, *, requested: str, national_of_requested: bool) -> Ruling:
    """Return whether a person may be surrendered for an offence.

    Args:
        name: The offence.
        requested: State that is asked.
        national_of_requested: Whether the person is that State's own national; then the case is
            passed on to its own prosecutor instead.

    Raises:
        TrainkitError: there is no such offence, or no such State.
    """
    if requested not in SIDES:
        raise TrainkitError(
            f"No State that surrenders is called '{requested}'.{nearest(requested, SIDES)} They "
            f"are {', '.join(SIDES)}."
        )
    offence(name)
    if national_of_requested:
        return Ruling(
            False,
            f"{requested} does not surrender its own nationals: pass the file on, so that its "
            "prosecutor can bring the case.",
        )
    return dual_criminality(name)


def may_charge(surrendered_for: str, charge: str) -> Ruling:
    """Return whether a surrendered person may be charged: only as the surrender was for.

    Args:
        surrendered_for: Offence that the surrender was granted for.
        charge: Offence that would be charged.

    Raises:
        TrainkitError: one of them is no offence.
    """
    offence(surrendered_for), offence(charge)
    if charge == surrendered_for:
        return Ruling(True, f"The person was surrendered for {charge}.")
    return Ruling(
        False,
        f"The person was surrendered for {surrendered_for}, not for {charge}: speciality. Ask the "
        "State that surrendered for its consent first.",
    )

"""How far a team looked for what confirms its first idea.

Two shares are measured at the moment of asking, by what was believed then. An enquiry that could
not have told the hypotheses apart is lost work. One that looks for what only the leading hypothesis
expects is no mistake by itself; a list of nothing else never asked what a rival expects.

Sources:
    Groenendaal, Helsloot (2014), ten detective teams in a serious game.
    Klayman, Ha (1987). *Confirmation, disconfirmation, and information in hypothesis testing*.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from trainkit.case.hypotheses.belief import Hypotheses
from trainkit.case.hypotheses.items import Enquiry, Item, Likelihood
from trainkit.case.hypotheses.matrix import EXPECTED

TELLS = 0.01
"""Bits below which an answer could not have told hypotheses apart."""


@dataclass(frozen=True)
class Seeking:
    """What the enquiries of a case were like.

    Attributes:
        asked: How many there were.
        could_not_tell: Share whose answer could not have discriminated; nan when none was asked.
        only_leading: Share of them that only the leading hypothesis expects; nan likewise.
        rivals_tested: Hypotheses that were behind, and of which what only they expect was sought.
    """

    asked: int
    could_not_tell: float
    only_leading: float
    rivals_tested: tuple[str, ...]


def only_leading(case: Hypotheses, enquiry: Enquiry) -> bool:
    """Return whether what is looked for is expected by the leading hypothesis and by no rival."""
    told, lead = enquiry.sought, case.leading
    return told[lead] >= EXPECTED and not _rivals(told, lead)


def expected_by_rivals(case: Hypotheses, enquiry: Enquiry) -> set[str]:
    """Return the rivals that expect what is looked for, where the leading hypothesis does not."""
    told, lead = enquiry.sought, case.leading
    return set() if told[lead] >= EXPECTED else _rivals(told, lead)


def confirms(case: Hypotheses, enquiry: Enquiry) -> bool:
    """Return whether what is looked for is expected by the leading hypothesis and by the next.

    Its answer is most likely the one that was hoped for, and tells the two apart hardly at all.

    Examples:
        >>> from trainkit.case.hypotheses.items import asked
        >>> case = Hypotheses({"a": 0.6, "b": 0.3, "c": 0.1})
        >>> confirms(case, asked("x", {"a": 0.8, "b": 0.8, "c": 0.1}))
        True
        >>> confirms(case, asked("y", {"a": 0.2, "b": 0.7, "c": 0.1}))
        False
    """
    first, second = sorted(case.posterior, key=case.posterior.__getitem__, reverse=True)[:2]
    return enquiry.sought[first] >= EXPECTED and enquiry.sought[second] >= EXPECTED


def _rivals(told: Likelihood, lead: str) -> set[str]:
    return {name for name, chance in told.items() if name != lead and chance >= EXPECTED}


def measure(case: Hypotheses, done: Iterable[tuple[Enquiry, Item]]) -> Seeking:
    """Return how far the enquiries of a case sought what confirms its leading hypothesis.

    Args:
        case: What was believed before the first.
        done: Enquiries with their answers, in the order in which they were made.
    """
    empty, leading, rivals, held = [], [], set[str](), case
    for enquiry, answer in done:
        tells = held.bits(enquiry) >= TELLS
        empty.append(not tells)
        leading.append(only_leading(held, enquiry))
        rivals |= expected_by_rivals(held, enquiry) if tells else set()
        held = held.update(answer)
    tested = tuple(name for name in case.priors if name in rivals)
    return Seeking(len(empty), _share(empty), _share(leading), tested)


def _share(found: list[bool]) -> float:
    return sum(found) / len(found) if found else float("nan")

"""An item of a case as a link chart shows it: who it is about, who has it, and what it is worth.

Any model's item becomes one by `shown_item`; the views know no model of an investigation.

Sources:
    Grades: NATO STANAG 2511, the 6 x 6 system (reliability A to F, credibility 1 to 6).
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from trainkit.case.actors import SIDES, Network, Side
from trainkit.errors import TrainkitError, nearest
from trainkit.errors import shown as told

RELIABILITY = {
    "A": "completely reliable source",
    "B": "usually reliable source",
    "C": "fairly reliable source",
    "D": "not usually reliable source",
    "E": "unreliable source",
    "F": "source that cannot be judged",
}
CREDIBILITY = {
    "1": "confirmed by other sources",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "truth cannot be judged",
}


@dataclass(frozen=True)
class Handover:
    """One step of custody.

    Attributes:
        time_h: When, in hours since the case was opened.
        giver: Who gave it; empty for whoever collected it.
        taker: Who has it since.
    """

    time_h: float
    giver: str
    taker: str


@dataclass(frozen=True)
class Shown:
    """What is drawn of an item.

    Attributes:
        id: Its name, unlike every other item's.
        kind: What it is, such as ``interception`` or ``record``.
        time_h: When it was collected, in hours since the case was opened.
        actors: Numbers of the actors that it concerns; two or more are shown as tied by it.
        grade: Reliability and credibility, such as ``B2``; empty where nobody graded it.
        known_to: States whose team has it.
        basis: Legal basis; empty where none is recorded.
        custody: Hand-overs, in their order.
        admissible: States whose courts may use it; None where that is not decided.
        words: What it says, in a sentence.

    Raises:
        TrainkitError: the grade does not exist, a team is unknown, or the time is no number.
    """

    id: str
    kind: str
    time_h: float
    actors: tuple[int, ...] = ()
    grade: str = ""
    known_to: tuple[Side, ...] = ()
    basis: str = ""
    custody: tuple[Handover, ...] = ()
    admissible: tuple[Side, ...] | None = None
    words: str = ""

    def __post_init__(self) -> None:
        if not 0.0 <= self.time_h < 1e9:
            raise TrainkitError(
                f"Item '{self.id}' has the time {self.time_h} h. Give the hours since the case was "
                "opened: a number, not negative."
            )
        _require_grade(self.id, self.grade)
        for side in (*self.known_to, *(self.admissible or ())):
            _require_side(self.id, side)

    @property
    def gap(self) -> str:
        """The first hand-over that does not follow from the one before, in words, or nothing."""
        for before, after in zip(self.custody, self.custody[1:], strict=False):
            if after.giver != before.taker:
                return f"{before.taker} took it, {after.giver or 'nobody'} gave it on"
            if after.time_h < before.time_h:
                return f"{after.taker} took it before {before.taker} did"
        return ""


def grade_words(grade: str) -> str:
    """Return a grade in words.

    Examples:
        >>> grade_words("B2")
        'B2: usually reliable source, probably true'
        >>> grade_words("")
        'not graded'
    """
    if not grade:
        return "not graded"
    return f"{grade}: {RELIABILITY[grade[0]]}, {CREDIBILITY[grade[1]]}"


def clock(time_h: float) -> str:
    """Return hours since the case was opened as its day and hour.

    Examples:
        >>> clock(0.0), clock(54.5), clock(47.999)
        ('day 0, 00:00', 'day 2, 06:30', 'day 2, 00:00')
    """
    day, minutes = divmod(round(time_h * 60), 1440)
    return f"day {day}, {minutes // 60:02d}:{minutes % 60:02d}"


def require_items(network: Network, items: Iterable[Shown]) -> None:
    """Refuse two items of one id, and an item about an actor whom *network* lacks.

    Raises:
        TrainkitError: with the item and the actor by name.
    """
    items = tuple(items)
    for item in items:
        _require_shown(item)
        _require_actors(network, item)
    twice = [one for one, n in Counter(item.id for item in items).items() if n > 1]
    if twice:
        raise TrainkitError(
            f"Two items have the id '{twice[0]}'. Give each its own, or the custody of one would "
            "be read as the other's."
        )


def _require_shown(item: object) -> None:
    if not isinstance(item, Shown):
        raise TrainkitError(
            f"An item is {told(item)}. Make what is shown of it with shown_item(...) first."
        )


def _require_actors(network: Network, item: Shown) -> None:
    missing = sorted(set(item.actors) - set(network.by_id))
    if missing:
        raise TrainkitError(
            f"Item '{item.id}' concerns actor {missing[0]}, who is not among the "
            f"{len(network.actors)} of the network. Add the actor, or correct the item."
        )


def _require_grade(item: str, grade: str) -> None:
    whole = len(grade) == 2 and grade[0] in RELIABILITY and grade[1] in CREDIBILITY
    if grade and not whole:
        raise TrainkitError(
            f"Item '{item}' has the grade {told(grade)}, which does not exist. A grade is a letter "
            "from A to F and a figure from 1 to 6, such as 'B2'; leave it empty if nobody graded."
        )


def _require_side(item: str, side: str) -> None:
    if side not in SIDES:
        raise TrainkitError(
            f"Item '{item}' names the team {told(side)}.{nearest(side, SIDES)} The teams are "
            f"{' and '.join(SIDES)}."
        )

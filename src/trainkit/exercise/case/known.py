"""What a picture of a case is made of: people, items, orders, choices, as one team knows them."""

from dataclasses import dataclass

from trainkit.case.investigation.plan import PlanSpec
from trainkit.exercise.case import tables
from trainkit.exercise.table import html
from trainkit.kernel.logbook import Entry


@dataclass(frozen=True)
class KnownItem:
    """Something that a team holds about somebody.

    Attributes:
        number: Its number in the case.
        action: What brought it.
        origin: ``own``, or the channel by which the partner gave it.
        grade: Of the source and of what it says, such as ``B2``; empty where nobody is graded.
        against: Whether it speaks against the person.
        admissible: Whether a court may hear it.
        day: Day on which the team had it.
    """

    number: int
    action: str
    origin: str
    grade: str
    against: bool
    admissible: bool
    day: float


@dataclass(frozen=True)
class KnownTie:
    """A tie of somebody, as a team knows it.

    Attributes:
        other: Number of whom the person is tied to.
        by: The action that showed it, ``partner`` where an answer did, ``start`` where it was known
            when the case opened. In which layer it lies is known to nobody.
    """

    other: int
    by: str


@dataclass(frozen=True)
class KnownActor:
    """Somebody, as a team knows the person.

    Attributes:
        number: The actor's number.
        role: The part that items speak of, or ``contact`` where nothing speaks of one.
        believed: How likely the team holds a membership, on all that it has.
        proven: The same on what a court may hear.
        items: Items about the person, the first to come first.
        ties: Whom the team knows the person to be tied to, and by what.
        arrested: Whether the person is arrested.
    """

    number: int
    role: str
    believed: float
    proven: float
    items: tuple[KnownItem, ...]
    ties: tuple[KnownTie, ...]
    arrested: bool


@dataclass(frozen=True)
class InForce:
    """An order in force.

    Attributes:
        action: What it allows.
        target: Against whom.
        ends_days: Day on which it ends.
    """

    action: str
    target: int
    ends_days: float


@dataclass(frozen=True)
class Waited:
    """A request that the partner has not answered yet.

    Attributes:
        target: On whom.
        channel: How it went out.
        sent_days: Day on which it did.
    """

    target: int
    channel: str
    sent_days: float


@dataclass(frozen=True)
class Choice:
    """What may be ordered now, and what may not.

    Attributes:
        order: Name of the order.
        now: What holds now; empty where the order is an act.
        may: Words, or names of persons, or ranges of numbers, that it may say.
        closed: Words that it may not say now, each with the reason.
    """

    order: str
    now: str
    may: tuple[str, ...]
    closed: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class CasePicture:
    """What a team knows at a moment; a notebook shows it as tables.

    Attributes:
        side: Whose picture it is.
        time_h: When, in hours.
        plan: The plan in force.
        explanations: Rival explanations of the case, and how far each is believed.
        actors: Those whom it knows of, the most suspected first.
        orders: Orders in force, the first to end first.
        waiting: Requests without an answer, the oldest first.
        joint: Whether a joint team is at work.
        deferred: Whether waiting with arrests stands on an order.
        told: What has reached the team, in the order of time.
        choices: What may be ordered now.
    """

    side: str
    time_h: float
    plan: PlanSpec
    explanations: dict[str, float]
    actors: tuple[KnownActor, ...]
    orders: tuple[InForce, ...]
    waiting: tuple[Waited, ...]
    joint: bool
    deferred: bool
    told: tuple[Entry, ...]
    choices: tuple[Choice, ...]

    @property
    def from_partner(self) -> tuple[tuple[int, KnownItem], ...]:
        """What the partner has given: whom it concerns, and the item."""
        items = ((one.number, item) for one in self.actors for item in one.items)
        return tuple((number, item) for number, item in items if item.origin != "own")

    def _repr_html_(self) -> str:
        return "".join(map(html, tables.tables(self)))

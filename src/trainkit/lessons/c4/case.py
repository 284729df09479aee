"""The case of C4: one landing and one day of interviews, drawn anew for each trainee.

Who stands on the quay, who sits down first, what is asked, which signs show, and how many people
the house has to hear differ between trainees; how hard it is does not.
"""

from dataclasses import dataclass
from functools import lru_cache

from trainkit.case.interview.rights import CHECKLIST, NEVER_SAID
from trainkit.kernel.luck import Luck
from trainkit.lessons.c4 import drawn
from trainkit.lessons.c4.drawn import Asked, Moment, Person

_VARIES = ("interpreter", "guardian")
_COMMON, _WRONG = 4, 2
LANGUAGES = ("Tavri", "Oren")


@dataclass(frozen=True)
class First:
    """The person who is the first to sit down.

    Attributes:
        child: Whether the person says to be under 18.
        language: What the person speaks and needs an interpreter for; empty for your own.
        sentences: What could be said, by id, in the order in which it is shown.
    """

    child: bool
    language: str
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class House:
    """The day of interviews.

    Attributes:
        hold: People from the hold, who may have been exploited.
        deck: People from the deck, witnesses.
        early: The language whose interpreter is there from the start: of hold and wheelhouse.
        late: The other one: of deck and child.
        late_h: When its interpreter comes, in hours after the landing.
        awake_h: Hours that the people from the hold have not slept.
        injured: Share of them who are hurt.
    """

    hold: int
    deck: int
    early: str
    late: str
    late_h: float
    awake_h: float
    injured: float


@dataclass(frozen=True)
class Situation:
    """What one trainee sees.

    Attributes:
        seed: Visible luck of this trainee.
        persons: Four people on the quay.
        moments: Six moments of interviews.
        first: The person who is the first to sit down.
        questions: Eight questions.
        house: The day of interviews.
    """

    seed: int
    persons: tuple[Person, ...]
    moments: tuple[Moment, ...]
    first: First
    questions: tuple[Asked, ...]
    house: House


@lru_cache(maxsize=512)
def situation(luck: Luck) -> Situation:
    """Return the case of a trainee."""
    return Situation(
        seed=luck.seed,
        persons=drawn.persons(luck),
        moments=drawn.moments(luck),
        first=_first(luck),
        questions=drawn.questions(luck),
        house=_house(luck),
    )


def _whole(luck: Luck, name: str, low: int, high: int) -> int:
    return low + int((high - low + 1) * luck.uniform(f"c4 {name}", 0))


def _first(luck: Luck) -> First:
    child, needs = (bool(_whole(luck, name, 0, 1)) for name in ("child", "interpreted"))
    common = [right.id for right in CHECKLIST if right.id not in _VARIES]
    picked = [common[place] for place in drawn.shuffled(luck, "rights", len(common))[:_COMMON]]
    never = list(NEVER_SAID)
    wrong = [never[place] for place in drawn.shuffled(luck, "wrong words", len(never))[:_WRONG]]
    ids = [*_VARIES, *picked, *wrong]
    order = drawn.shuffled(luck, "sentences", len(ids))
    language = LANGUAGES[_whole(luck, "language", 0, 1)] if needs else ""
    return First(child, language, tuple(ids[place] for place in order))


def _house(luck: Luck) -> House:
    hold = _whole(luck, "hold", 2, 4)
    early = _whole(luck, "early", 0, 1)
    return House(
        hold=hold,
        deck=6 - hold,
        early=LANGUAGES[early],
        late=LANGUAGES[1 - early],
        late_h=2.0 + 0.5 * _whole(luck, "late", 0, 3),
        awake_h=22.0 + 2.0 * _whole(luck, "awake", 0, 4),
        injured=0.3 + 0.1 * _whole(luck, "injured", 0, 2),
    )

"""What the cells of C4 show of the trainee's own case, each with its words."""

from trainkit.case.interview.rights import CHECKLIST, NEVER_SAID
from trainkit.lessons import page
from trainkit.lessons.c4.case import House, Situation
from trainkit.lessons.page import Part

LANDED_H = 6
_SAID = {**{right.id: right.said for right in CHECKLIST}, **NEVER_SAID}


def clock(hours: float) -> str:
    """Return the time of day, so many hours after the landing."""
    whole = round(60 * (LANDED_H + hours)) % (24 * 60)
    return f"{whole // 60:02}:{whole % 60:02}"


def persons() -> None:
    """Show the four people on the quay."""
    page.place(_persons)


def _persons(case: Situation) -> Part:
    rows = [(f"{n}", one.told) for n, one in enumerate(case.persons, start=1)]
    return page.table("Four people on the quay", ("person", "what is seen"), rows)


def moments() -> None:
    """Show the six moments."""
    page.place(_moments)


def _moments(case: Situation) -> Part:
    rows = [(f"{n}", one.told) for n, one in enumerate(case.moments, start=1)]
    return page.table("Six moments", ("moment", "what happens"), rows)


def first() -> None:
    """Show the first person and the sentences."""
    page.place(_first)


def _first(case: Situation) -> Part:
    first = case.first
    age = "gives an age of seventeen" if first.child else "is about forty"
    tongue = f"speaks {first.language} and not your tongue" if first.language else _OWN
    caption = (
        f"The first person who sits down {age} and {tongue}. A cousin who came along offers to "
        "help. Eight sentences that could be said"
    )
    rows = [(f"{n}", _SAID[one]) for n, one in enumerate(first.sentences, start=1)]
    return page.table(caption, ("sentence", "words"), rows)


_OWN = "speaks your tongue well"


def questions() -> None:
    """Show the eight questions."""
    page.place(_questions)


def _questions(case: Situation) -> Part:
    rows = [(f"{n}", one.text) for n, one in enumerate(case.questions, start=1)]
    return page.table("Eight questions", ("question", "words"), rows)


def day() -> None:
    """Show what is known of the day."""
    page.place(lambda case: _day(case.house))


def _day(house: House) -> Part:
    rows = (*_people(house), *_HOUSE, *_interpreters(house), *_KNOWN)
    return page.table(
        "The day ahead; last in each line of people stands what they speak",
        ("what", "as known"),
        rows,
    )


def _people(house: House) -> tuple[tuple[str, str], ...]:
    hurt = f"about {10 * house.injured:.0f} in 10 hurt"
    wheel = f"2 people, possible victims, awake for 30 h, one of them hurt, perhaps; {house.early}"
    hold = f"{house.hold} people, possible victims, awake for {house.awake_h:g} h, {hurt}"
    return (
        ("Wheelhouse", wheel),
        ("Hold", f"{hold}; {house.early}"),
        ("A child", f"alone, awake for 26 h; {house.late}"),
        ("Deck", f"{house.deck} people, witnesses, awake for 22 h; {house.late}"),
        ("The engineer of the tug", "a witness, awake for 14 h, needs no interpreter"),
    )


_HOUSE = (
    ("The house", f"two interviewers, two rooms, one doctor; opens at {clock(0)}"),
    ("The day ends", f"at {clock(12)}: no account begins that would end later"),
)


def _interpreters(house: House) -> tuple[tuple[str, str], ...]:
    return (
        (f"Interpreter of {house.early}", f"one, there from {clock(0)}"),
        (f"Interpreter of {house.late}", f"one, there from {clock(house.late_h)}"),
        ("By telephone", "two lines, any tongue; a quarter of what is told is lost on the way"),
    )


_KNOWN = (
    ("The doctor", "24 minutes for a person, on average"),
    ("A pause", "9 minutes"),
    ("Whoever waits for an interpreter", "eats and rests meanwhile"),
    ("Who does not want to speak", "is not asked again today, and loses nothing"),
)

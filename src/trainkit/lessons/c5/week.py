"""A week of two teams as a board: two acts about each of eight people, drawn for each trainee.

Five of the eight hold a clash of the teams; three look like one and are none.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from trainkit.case.deconfliction import Board, Planned
from trainkit.kernel.luck import Luck

LETTERS = "ABCDEFGH"
TEAMS = ("Alder", "Borea")
_SECRET = ("surveillance", "interception", "source_handling", "telecom_data")
_OPEN = ("search", "witness_interview", "freeze")
_REPEATED = ("records", "open_sources", "financial_enquiry", "telecom_data")
_CLASHES = 5
HARMLESS = ("own", "old", "ended", "both_secret", "both_open", "quiet")
"""Why two acts about one person are no clash, though they look like one."""


@dataclass(frozen=True)
class Act:
    """A line of the board.

    Attributes:
        team: Number of the team, 0 for Alder.
        action: What it means to do.
        person: Letter of the person.
        from_h: When it begins, in hours after Monday 00:00.
        until_h: When it ends.
        work_h: Hours of staff that it takes.
    """

    team: int
    action: str
    person: str
    from_h: int
    until_h: int
    work_h: int

    @property
    def planned(self) -> Planned:
        """The entry of the board."""
        target = LETTERS.index(self.person)
        return Planned(self.team, self.action, target, float(self.from_h), float(self.until_h))


@dataclass(frozen=True)
class Week:
    """A week's board.

    Attributes:
        fresh_h: For how many hours after its end an act needs no doing again.
        acts: The acts in the order in which they begin.
    """

    fresh_h: int
    acts: tuple[Act, ...]

    def about(self, person: str) -> tuple[Act, Act]:
        """Return the two acts about somebody, the earlier first."""
        first, second = (act for act in self.acts if act.person == person)
        return first, second


@dataclass(frozen=True)
class _Drawing:
    """Whole numbers for one person of the week."""

    luck: Luck
    place: int
    fresh_h: int

    def whole(self, name: str, low: int, high: int) -> int:
        return low + int((high - low + 1) * self.luck.uniform(f"c5 week {name}", self.place))

    def one(self, name: str, of: tuple[str, ...]) -> str:
        return of[self.whole(name, 0, len(of) - 1)]

    def two(self, name: str, of: tuple[str, ...]) -> tuple[str, str]:
        first = self.one(name, of)
        return first, self.one(f"{name} too", tuple(one for one in of if one != first))


Times = tuple[int, int, int, int]
Pair = tuple[tuple[str, str], Times]


def _within(drawn: _Drawing) -> Times:
    """Return a long act and a short one that falls into it."""
    from_h = drawn.whole("from", 4, 60)
    long_h, at = drawn.whole("long", 36, 72), drawn.whole("inside", 8, 28)
    return from_h, from_h + long_h, from_h + at, from_h + at + drawn.whole("short", 3, 7)


def _collision(drawn: _Drawing) -> Pair:
    return (drawn.one("secret", _SECRET), drawn.one("open", _OPEN)), _within(drawn)


def _after(drawn: _Drawing, gap_h: int) -> Times:
    from_h = drawn.whole("from", 2, 24)
    ends = from_h + drawn.whole("first", 10, 20)
    return from_h, ends, ends + gap_h, ends + gap_h + drawn.whole("second", 10, 20)


def _duplicate(drawn: _Drawing) -> Pair:
    action = drawn.one("repeated", _REPEATED)
    gap = drawn.whole("gap", -8, drawn.fresh_h - 6)
    return (action, action), _after(drawn, gap)


def _old(drawn: _Drawing) -> Pair:
    action = drawn.one("repeated", _REPEATED)
    return (action, action), _after(drawn, drawn.fresh_h + drawn.whole("late", 4, 20))


def _ended(drawn: _Drawing) -> Pair:
    acts = drawn.one("secret", _SECRET), drawn.one("open", _OPEN)
    return acts, _after(drawn, drawn.whole("late", 1, 5))


def _both_secret(drawn: _Drawing) -> Pair:
    return drawn.two("secret", _SECRET), _within(drawn)


def _both_open(drawn: _Drawing) -> Pair:
    return drawn.two("open", _OPEN), _within(drawn)


def _quiet(drawn: _Drawing) -> Pair:
    return (drawn.one("quiet", _REPEATED[:3]), drawn.one("open", _OPEN)), _within(drawn)


_DRAWN: Mapping[str, Callable[[_Drawing], Pair]] = {
    "collision": _collision,
    "duplicate": _duplicate,
    "own": _collision,
    "old": _old,
    "ended": _ended,
    "both_secret": _both_secret,
    "both_open": _both_open,
    "quiet": _quiet,
}


def draw_week(luck: Luck) -> Week:
    """Return a trainee's week."""
    fresh_h = 48 + 6 * int(4 * luck.uniform("c5 fresh", 0))
    acts = [
        act
        for place, sort in enumerate(_sorts(luck))
        for act in _acts(_Drawing(luck, place, fresh_h), sort)
    ]
    acts.sort(key=lambda act: (act.from_h, act.person))
    return Week(fresh_h, tuple(acts))


def _sorts(luck: Luck) -> list[str]:
    """Return what each person's acts come to: two or three of each clash, and three of none."""
    collisions = 2 + int(2 * luck.uniform("c5 collisions", 0))
    clashes = ["collision"] * collisions + ["duplicate"] * (_CLASHES - collisions)
    none = sorted(HARMLESS, key=lambda sort: luck.uniform("c5 harmless", HARMLESS.index(sort)))
    found = [*clashes, *none[: len(LETTERS) - _CLASHES]]
    order = sorted(range(len(found)), key=lambda place: luck.uniform("c5 persons", place))
    return [found[place] for place in order]


def _acts(drawn: _Drawing, sort: str) -> tuple[Act, Act]:
    """Return the two acts about a person; they are of two teams, save where one does both."""
    (one, other), (from_h, until_h, then_h, ends_h) = _DRAWN[sort](drawn)
    team, person = drawn.whole("team", 0, 1), LETTERS[drawn.place]
    second = team if sort == "own" else 1 - team
    works = drawn.whole("work", 6, 18), drawn.whole("work too", 19, 30)
    first = Act(team, one, person, from_h, until_h, works[0])
    return first, Act(second, other, person, then_h, ends_h, works[1])


def readings(week: Week) -> dict[str, str | float]:
    """Return what the board of the model says of a week, by the names of the answer's fields."""
    said = {f"person_{letter.lower()}": clash(week, letter) for letter in LETTERS}
    twice = [week.about(one)[1].work_h for one in LETTERS if clash(week, one) == "duplicate"]
    return {
        **said,
        "collisions": list(said.values()).count("collision"),
        "twice_h": float(sum(twice)),
        "begin_h": float(free_from(week, moved(week))),
    }


def clash(week: Week, person: str) -> str:
    """Return ``collision``, ``duplicate`` or ``neither`` for the acts about somebody."""
    first, second = week.about(person)
    return next((one.harm for one in _board(week, first).clashes(second.planned)), "neither")


def _board(week: Week, act: Act) -> Board:
    board = Board(fresh_h=float(week.fresh_h))
    board.put(act.planned)
    return board


def moved(week: Week) -> Act:
    """Return the act that is to be moved: the first open one that gives a secret one away."""
    return next(
        act for act in week.acts if clash(week, act.person) == "collision" and act.action in _OPEN
    )


def free_from(week: Week, act: Act) -> int:
    """Return from which hour on an act clashes with nothing on the board."""
    board, long_h = _board(week, week.about(act.person)[0]), act.until_h - act.from_h
    hour = act.from_h
    while any(board.clashes(Planned(act.team, act.action, LETTERS.index(act.person), hour,
                                    hour + long_h))):  # fmt: skip
        hour += 1
    return hour

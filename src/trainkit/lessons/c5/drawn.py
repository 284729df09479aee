"""The week of a trainee, drawn: two acts about each of eight people.

Five of the eight hold a clash of the teams; three look like one and are none.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from trainkit.kernel.luck import Luck
from trainkit.lessons.c5.week import LETTERS, OPEN, Act, Week

SECRET = ("surveillance", "interception", "source_handling", "telecom_data")
REPEATED = ("records", "open_sources", "financial_enquiry", "telecom_data")
_CLASHES = 5
HARMLESS = ("own", "old", "ended", "both_secret", "both_open", "quiet")
"""Why two acts about one person are no clash, though they look like one."""


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
    return (drawn.one("secret", SECRET), drawn.one("open", OPEN)), _within(drawn)


def _after(drawn: _Drawing, gap_h: int) -> Times:
    from_h = drawn.whole("from", 2, 24)
    ends = from_h + drawn.whole("first", 10, 20)
    return from_h, ends, ends + gap_h, ends + gap_h + drawn.whole("second", 10, 20)


def _duplicate(drawn: _Drawing) -> Pair:
    action = drawn.one("repeated", REPEATED)
    gap = drawn.whole("gap", -8, drawn.fresh_h - 6)
    return (action, action), _after(drawn, gap)


def _old(drawn: _Drawing) -> Pair:
    action = drawn.one("repeated", REPEATED)
    return (action, action), _after(drawn, drawn.fresh_h + drawn.whole("late", 4, 20))


def _ended(drawn: _Drawing) -> Pair:
    acts = drawn.one("secret", SECRET), drawn.one("open", OPEN)
    return acts, _after(drawn, drawn.whole("late", 1, 5))


def _both_secret(drawn: _Drawing) -> Pair:
    return drawn.two("secret", SECRET), _within(drawn)


def _both_open(drawn: _Drawing) -> Pair:
    return drawn.two("open", OPEN), _within(drawn)


def _quiet(drawn: _Drawing) -> Pair:
    return (drawn.one("quiet", REPEATED[:3]), drawn.one("open", OPEN)), _within(drawn)


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

"""A week of two teams as a board, and what the board of the model says of it."""

from dataclasses import dataclass

from trainkit.case.deconfliction import Board, Planned

LETTERS = "ABCDEFGH"
TEAMS = ("Alder", "Borea")
OPEN = ("search", "witness_interview", "freeze")
"""Open acts that a week may hold; the one that is moved is one of them."""


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
        act for act in week.acts if clash(week, act.person) == "collision" and act.action in OPEN
    )


def free_from(week: Week, act: Act) -> int:
    """Return from which hour on an act clashes with nothing on the board."""
    board, long_h = _board(week, week.about(act.person)[0]), act.until_h - act.from_h
    hour = act.from_h
    while any(board.clashes(Planned(act.team, act.action, LETTERS.index(act.person), hour,
                                    hour + long_h))):  # fmt: skip
        hour += 1
    return hour

"""How often two teams meet without a board, what it costs, and when a joint team is asked for."""

from dataclasses import dataclass

from trainkit.kernel.luck import Luck

WEEKS = 20


@dataclass(frozen=True)
class Meeting:
    """Two teams that choose by chance from the people whom both know.

    Attributes:
        people: People whom both teams know.
        alder: How many of them Alder's team takes up in a week.
        borea: How many of them Borea's team takes up.
        same: One meeting in so many is over the same work.
        work_h: Hours of such work.
        entry_min: Minutes that one entry on a board takes; each act is one entry.
        day: Day of the arrests.
        need_days: Days for which a joint team is to have worked by then.
        setup_days: Days that it takes to be set up.
    """

    people: int
    alder: int
    borea: int
    same: int
    work_h: int
    entry_min: int
    day: int
    need_days: int
    setup_days: int


def draw_meeting(luck: Luck) -> Meeting:
    """Return a trainee's figures."""

    def whole(name: str, low: int, high: int) -> int:
        return low + int((high - low + 1) * luck.uniform(f"c5 meeting {name}", 0))

    return Meeting(
        people=6 * whole("people", 4, 7),
        alder=whole("alder", 5, 9),
        borea=whole("borea", 5, 9),
        same=whole("same", 3, 5),
        work_h=10 * whole("work", 6, 9),
        entry_min=whole("entry", 3, 6),
        day=10 * whole("day", 12, 15),
        need_days=10 * whole("need", 2, 4),
        setup_days=whole("setup", 31, 48),
    )


def readings(told: Meeting) -> dict[str, float]:
    """Return what the figures come to, by the names of the answer's fields.

    Where each team chooses by chance, the people whom both take up are hypergeometric, with the
    mean alder x borea / people.
    """
    met = told.alder * told.borea / told.people
    entries = (told.alder + told.borea) * WEEKS
    return {
        "met": round(met, 1),
        "lost_h": float(round(WEEKS * met / told.same * told.work_h)),
        "entries_h": float(round(entries * told.entry_min / 60.0)),
        "ask_day": float(told.day - told.need_days - told.setup_days),
    }

"""The week ahead: kinds of enquiry with their hours and chances, drawn for each trainee."""

from collections.abc import Mapping
from dataclasses import dataclass

from trainkit.kernel.luck import Luck
from trainkit.lessons.c1.draws import one_of, shuffled, whole
from trainkit.lessons.c1.pool import pool

_ROLES = ("strong", "fading", "cheap", "repeated", "flat", "expected")


@dataclass(frozen=True)
class Kind:
    """A kind of enquiry.

    Attributes:
        role: What it is for; not shown.
        told: What is asked.
        a_week: How many leads of it come in a week, on average.
        fades_h: Mean time after which a lead can no longer be worked; 0 when it stays.
        work_h: Mean hours of an analyst.
        of_100: Of 100 answers, how many are yes under A, B and C.
        repeats: Of 100 leads, how many repeat the one before.
    """

    role: str
    told: str
    a_week: float
    fades_h: float
    work_h: float
    of_100: tuple[int, int, int]
    repeats: int


@dataclass(frozen=True)
class Week:
    """The week for which enquiries are planned.

    Attributes:
        priors: Belief in A, B and C before it, of 100.
        kinds: The kinds of enquiry, in the order in which they are shown.
    """

    priors: tuple[int, int, int]
    kinds: tuple[Kind, ...]


def draw_week(luck: Luck) -> Week:
    """Return the week of a trainee's own case."""
    high, low = 5 * whole(luck, "prior a", 9, 11), 5 * whole(luck, "prior b", 5, 7)
    kinds = shuffled(luck, "kinds", [_kind(luck, role) for role in _ROLES])
    return Week((high, low, 100 - high - low), kinds)


def _kind(luck: Luck, role: str) -> Kind:
    def step(name: str, low: int, high: int, size: float = 1.0) -> float:
        return size * whole(luck, f"{role} {name}", low, high)

    a_week, fades_h, work_h, of_100, repeats = _NUMBERS[role]
    tens = tuple(int(chance + step(f"chance {n}", -1, 1, 5)) for n, chance in enumerate(of_100))
    return Kind(
        role=role,
        told=one_of(luck, f"kind {role}", pool()["kinds"][role]),
        a_week=a_week + step("rate", 0, 1, 0.5),
        fades_h=fades_h + (step("fading", 0, 1, 2.0) if fades_h else 0.0),
        work_h=work_h + step("work", 0, 1),
        of_100=(tens[0], tens[0], tens[0]) if role == "flat" else (tens[0], tens[1], tens[2]),
        repeats=repeats + (int(step("repeats", 0, 2, 5)) if repeats else 0),
    )


_NUMBERS: Mapping[str, tuple[float, float, float, tuple[int, int, int], int]] = {
    "strong": (2.5, 60.0, 8.0, (15, 85, 15), 0),
    "fading": (5.0, 6.0, 4.0, (20, 70, 20), 0),
    "cheap": (2.5, 0.0, 3.0, (20, 25, 85), 0),
    "repeated": (12.0, 24.0, 5.0, (30, 70, 30), 75),
    "flat": (10.0, 24.0, 7.0, (85, 85, 85), 0),
    "expected": (8.0, 40.0, 8.0, (85, 80, 65), 0),
}
"""By role: leads a week, hours until they fade, hours of work, chances of yes, repetitions."""

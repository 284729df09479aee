"""Four reports, one after another, between two hypotheses: one repeats, one is an empty search."""

from dataclasses import dataclass
from functools import lru_cache

from trainkit.case.hypotheses import Hypotheses, Item, looked_for
from trainkit.case.hypotheses.grading import report
from trainkit.kernel.luck import Luck
from trainkit.lessons.c1.draws import one_of, whole

GRADES = ("B2", "B3", "C2", "C3")
_NEIGHBOUR, _DOORS = "the neighbour", "locked doors"


@dataclass(frozen=True)
class Chain:
    """Four reports between A (free to go) and B (held and exploited).

    Attributes:
        prior: Belief in B before them, of 100.
        doors: In how many of 100 cases the neighbour would say so under A and under B.
        exists: In how many of 100 cases papers of others are in the office, under A and under B.
        detection: Of 100 searches for papers that are there, how many find them.
        grade: Grade of the last report.
    """

    prior: int
    doors: tuple[int, int]
    exists: tuple[int, int]
    detection: int
    grade: str


def draw_chain(luck: Luck) -> Chain:
    """Return the reports of a trainee's own case."""
    return Chain(
        prior=5 * whole(luck, "prior of the chain", 4, 7),
        doors=(5 * whole(luck, "doors a", 3, 4), 5 * whole(luck, "doors b", 12, 16)),
        exists=(5 * whole(luck, "papers a", 1, 2), 5 * whole(luck, "papers b", 12, 15)),
        detection=10 * whole(luck, "detection", 5, 8),
        grade=one_of(luck, "grade", GRADES),
    )


def items(chain: Chain) -> tuple[Item, ...]:
    """Return the four reports as items, in the order in which they come."""
    doors = _both(chain.doors)
    searched = looked_for("papers of others in the office", _both(chain.exists), _share(chain))
    return (
        Item("the neighbour tells the police", doors, _NEIGHBOUR, _DOORS),
        Item("a caller tells the hotline", doors, _NEIGHBOUR, _DOORS),
        searched.item("not found"),
        report("wages go to one account", {"A": 0.0, "B": 1.0}, chain.grade),
    )


def _both(of_100: tuple[int, int]) -> dict[str, float]:
    return {"A": of_100[0] / 100.0, "B": of_100[1] / 100.0}


def _share(chain: Chain) -> float:
    return chain.detection / 100.0


def before(chain: Chain) -> Hypotheses:
    """Return what is believed before the reports."""
    return Hypotheses({"A": 1.0 - chain.prior / 100.0, "B": chain.prior / 100.0})


@lru_cache(maxsize=512)
def steps(chain: Chain) -> tuple[float, ...]:
    """Return the belief in B, of 100, after each report."""
    held, found = before(chain), []
    for item in items(chain):
        held = held.update(item)
        found.append(100.0 * held.posterior["B"])
    return tuple(found)


def readings(chain: Chain) -> dict[str, float]:
    """Return the beliefs by the names of the answer's fields."""
    backwards = before(chain).after(reversed(items(chain)))
    told = {f"after_{n}": round(value, 1) for n, value in enumerate(steps(chain), start=1)}
    return {**told, "backwards": round(100.0 * backwards.posterior["B"], 1)}

"""Which network a trainee plans for: drawn again until its case can tell plans apart.

One scarce kind of work, papers or money, is nearly all known to the two teams together and to
neither alone, while the other kinds are not; which of the two it is differs. And the standing order
wears off: where arrests at random happen to cut a network in two for good, no plan is much better.
"""

from functools import lru_cache

from trainkit.errors import TrainkitError
from trainkit.kernel.luck import Luck
from trainkit.lessons.c2.plan import outcome
from trainkit.lessons.c2.ring import shown, staff_of
from trainkit.lessons.c2.standing import PLAN

_MOST = 2_000
_LEAST_KNOWN = {"papers": 3, "money": 5}
_MOST_KNOWN = {"papers": 1, "money": 3, "reception": 5, "direction": 3}
_RUNS, _BACK = 12, 0.88
"""Runs of the standing order, and the capacity that a network must have again a year later."""


@lru_cache(maxsize=512)
def draw_seed(luck: Luck) -> int:
    """Return the seed of a trainee's network.

    Raises:
        TrainkitError: none could be drawn: an error of ours.
    """
    scarce = "papers" if luck.uniform("c2 scarce", 0) < 0.5 else "money"
    for attempt in range(_MOST):
        seed = 1 + int(luck.uniform("c2 network", 0, attempt) * 2**31)
        if _tells(seed, scarce) and _wears_off(seed):
            return seed
    raise TrainkitError(f"No network could be drawn for the seed {luck.seed}. This is our error.")


def _tells(seed: int, scarce: str) -> bool:
    staff = {one.kind: one for one in staff_of(seed)}
    known = staff[scarce]
    others = (staff[kind].both <= most for kind, most in _MOST_KNOWN.items() if kind != scarce)
    half = 2 * known.home <= known.posts
    return known.both >= _LEAST_KNOWN[scarce] and half and all(others) and bool(shown(seed))


def _wears_off(seed: int) -> bool:
    """Return whether the network is nearly what it was, a year after the standing order."""
    return outcome(seed, PLAN, Luck(1), _RUNS).capacity[-1] >= _BACK

"""Who is marked twice: a blind draw that nobody can steer, in which nothing is left out.

Each answer has a place in a row that follows from a secret and from nothing else. Of each first
marker and each task the foremost are drawn, so that each occurs; the draw grows when more answers
come, and what was drawn stays drawn.
"""

import hashlib
import hmac
import math
from collections import Counter
from collections.abc import Collection, Hashable, Mapping, Sequence

from trainkit.errors import TrainkitError
from trainkit.grading.moderation.answers import Key
from trainkit.kernel.chain import canonical


def in_drawn_order(keys: Collection[Key], secret: bytes, notebook: str) -> list[Key]:
    """Return answers in the order in which they are drawn.

    Args:
        keys: Whose answers, to which tasks.
        secret: The academy's secret, or what follows from a seed.
        notebook: Id of the notebook.
    """

    def place(key: Key) -> bytes:
        return hmac.new(secret, canonical([notebook, *key]).encode(), hashlib.sha256).digest()

    return sorted(keys, key=place)


def drawn(
    order: Sequence[Key],
    strata: Mapping[Key, Hashable],
    already: Collection[Key],
    share: float,
    fewest: int,
) -> list[Key]:
    """Return which answers are drawn besides those that were.

    Args:
        order: All answers in their drawn order.
        strata: First marker and task of each.
        already: Those that were drawn before.
        share: Share of each stratum that is drawn, rounded up.
        fewest: How many are drawn at least, old and new, where there are as many.
    """
    sizes = Counter(strata[key] for key in order)
    have = Counter(strata[key] for key in already)
    new: list[Key] = []
    for key in (one for one in order if one not in already):
        if have[strata[key]] < math.ceil(share * sizes[strata[key]] - 1e-9):
            have[strata[key]] += 1
            new.append(key)
    rest = [key for key in order if key not in already and key not in new]
    lacking = max(0, fewest - len(already) - len(new))
    return [*new, *rest[:lacking]]


def handed_out(
    keys: Sequence[Key], barred: Mapping[Key, Collection[str]], markers: Sequence[str]
) -> dict[Key, str]:
    """Return who marks what: in turn, nobody an answer that he is barred from.

    Args:
        keys: The answers, in their drawn order.
        barred: Who has marked an answer already.
        markers: Who can mark.

    Raises:
        TrainkitError: an answer is left that nobody may mark.
    """
    given: Counter[str] = Counter()
    found: dict[Key, str] = {}
    for key in keys:
        free = [one for one in markers if one not in barred[key]]
        if not free:
            raise TrainkitError(_nobody(keys, barred, markers))
        # whoever has the fewest comes next; the order of --markers settles a tie
        found[key] = min(free, key=lambda one: (given[one], markers.index(one)))
        given[found[key]] += 1
    return found


def _nobody(
    keys: Sequence[Key], barred: Mapping[Key, Collection[str]], markers: Sequence[str]
) -> str:
    stuck = [key for key in keys if set(markers) <= set(barred[key])]
    return (
        f"{len(stuck)} of {len(keys)} answers were marked already by everybody in --markers "
        f"({', '.join(markers)}), and nobody marks an answer twice. Name another marker as well."
    )

"""The exact matcher: which of the eight shapes a set of payments has, from the payments alone.

It reads who paid whom and when, and no label. A set has a shape when every payment of the shape is
there once, in the order of its steps, and none besides; one payment more or less, and it has none.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from trainkit.case.finance.entity import Payment

_FEWEST = 3


def shape_of(payments: Sequence[Payment]) -> str | None:
    """Return the shape of a set of payments, or None where it has none of the eight."""
    pairs = {(one.payer_account, one.beneficiary_account) for one in payments}
    once = len(pairs) == len(payments) >= _FEWEST
    if not once or len(components(payments)) != 1:
        return None
    layers = _layers(pairs)
    if layers is None:
        return "cycle" if _is_cycle(payments) else None
    if not _in_steps(payments) or pairs != _between(layers):
        return None
    sizes = tuple(len(layer) for layer in layers)
    return "random" if _is_chain(sizes) else _layered(sizes)


def components(payments: Iterable[Payment]) -> tuple[tuple[Payment, ...], ...]:
    """Return the payments parted into sets that share no account, in the order of their payments.

    Patterns that share an account are one component, and are not told apart.
    """
    whole = tuple(payments)
    root: dict[str, str] = {}

    def find(number: str) -> str:
        while root.setdefault(number, number) != number:
            root[number] = number = root[root[number]]
        return number

    for one in whole:
        root[find(one.payer_account)] = find(one.beneficiary_account)
    found: dict[str, list[Payment]] = defaultdict(list)
    for one in whole:
        found[find(one.payer_account)].append(one)
    return tuple(tuple(sorted(part, key=lambda one: one.id)) for part in found.values())


def _layers(pairs: set[tuple[str, str]]) -> list[list[str]] | None:
    """Return the accounts by how many payments lie before them at most; None where money turns."""
    payers: dict[str, set[str]] = defaultdict(set)
    for payer, paid in pairs:
        payers[paid].add(payer)
    depth: dict[str, int] = {}
    waiting = {number for pair in pairs for number in pair}
    while waiting:
        ready = {number for number in waiting if payers[number] <= depth.keys()}
        if not ready:
            return None
        for number in ready:
            depth[number] = 1 + max((depth[one] for one in payers[number]), default=-1)
        waiting -= ready
    return [[n for n, level in depth.items() if level == at] for at in sorted({*depth.values()})]


def _in_steps(payments: Sequence[Payment]) -> bool:
    """Return whether every account has received all that it gets before it pays."""
    received: dict[str, float] = {}
    for one in payments:
        latest = received.get(one.beneficiary_account, one.arrives_h)
        received[one.beneficiary_account] = max(latest, one.arrives_h)
    return all(received.get(one.payer_account, one.at_h) <= one.at_h for one in payments)


def _is_cycle(payments: Sequence[Payment]) -> bool:
    """Return whether money runs through every account once and back to where it began."""
    rising = sorted(payments, key=lambda one: one.at_h)
    follows = zip(rising, [*rising[1:], rising[0]], strict=True)
    joined = all(one.beneficiary_account == later.payer_account for one, later in follows)
    in_time = all(one.arrives_h <= later.at_h for one, later in pairwise(rising))
    return joined and in_time and len({one.payer_account for one in payments}) == len(payments)


def _is_chain(sizes: tuple[int, ...]) -> bool:
    return len(sizes) > _FEWEST and set(sizes) == {1}


def _between(layers: list[list[str]]) -> set[tuple[str, str]]:
    """Return the pairs where every account of a layer pays every one of the next."""
    return {
        (payer, paid) for first, second in pairwise(layers) for payer in first for paid in second
    }


def _layered(sizes: tuple[int, ...]) -> str | None:
    """Return the shape by how many accounts each layer has."""
    fits = {
        "fan_out": len(sizes) == 2 and sizes[0] == 1 and sizes[-1] >= _FEWEST,
        "fan_in": len(sizes) == 2 and sizes[0] >= _FEWEST and sizes[-1] == 1,
        "bipartite": len(sizes) == 2 and min(sizes) > 1,
        "scatter_gather": len(sizes) == 3 and sizes[::2] == (1, 1) and sizes[1] >= _FEWEST,
        "gather_scatter": len(sizes) == 3 and sizes[1] == 1 and min(sizes[::2]) >= _FEWEST,
        "stack": len(sizes) == 3 and min(sizes) > 1,
    }
    return next((shape for shape, fit in fits.items() if fit), None)

"""Who is in a synthetic network: roles, ranks, stages and States, in fixed shares.

Shares are kept exactly (largest remainders), so that two draws of one spec differ in who is tied
to whom, not in how many there are of each. Numbers are shuffled: a number tells nothing of a role.
"""

import numpy as np
from numpy.typing import NDArray

from trainkit.case.actors import Actor, Rank, Role, Side, Stage
from trainkit.case.network.spec import NetworkSpec
from trainkit.kernel.luck import Luck, many_uniform, purpose

AIDES: dict[Role, tuple[Stage, float]] = {
    "recruiter": ("recruitment", 0.22),
    "transporter": ("transport", 0.20),
    "skipper": ("transport", 0.18),
    "safe_house_keeper": ("reception", 0.18),
    "document_supplier": ("services", 0.06),
    "financier": ("services", 0.05),
    "value_transfer_agent": ("services", 0.06),
    "corrupt_contact": ("services", 0.05),
}
"""Stage of each role of an aide, and its share of the aides (assumption)."""

BRIDGES: frozenset[Role] = frozenset({"financier", "document_supplier"})
"""Roles on bridges between stages and between States."""

_FIELD: tuple[Stage, ...] = ("recruitment", "transport", "reception")


def counts(shares: list[float], total: int) -> list[int]:
    """Return whole numbers of at least one that add up to *total*, as the *shares* say.

    Examples:
        >>> counts([0.5, 0.3, 0.2], 11)
        [5, 3, 3]
    """
    free = total - len(shares)
    exact = [share / sum(shares) * free for share in shares]
    given = [int(part) for part in exact]
    by_remainder = sorted(range(len(shares)), key=lambda i: (given[i] - exact[i], i))
    for i in by_remainder[: free - sum(given)]:
        given[i] += 1
    return [1 + n for n in given]


def roster(spec: NetworkSpec, luck: Luck) -> tuple[Actor, ...]:
    """Return the actors of a network, by their numbers from 1."""
    posts = _organisers(spec) + _aides(spec)
    order = np.argsort(_units(luck, "network numbers", spec.n_actors), kind="stable")
    coerced = _units(luck, "network coercion", spec.n_actors) < spec.coerced_skippers
    homes = _homes([posts[place][2] for place in order], luck)
    return tuple(
        _actor(number, posts[place], homes[number - 1], bool(coerced[place]))
        for number, place in enumerate(order, start=1)
    )


def _actor(number: int, post: tuple[Role, Rank, Stage], side: Side, coerced: bool) -> Actor:
    role, rank, stage = post
    return Actor(number, role, rank, stage, side, coerced and role == "skipper")


def n_organisers(spec: NetworkSpec) -> int:
    """Return how many organise."""
    return max(2, round(spec.organisers * spec.n_actors))


def _organisers(spec: NetworkSpec) -> list[tuple[Role, Rank, Stage]]:
    total = n_organisers(spec)
    bosses = min(round(spec.bosses * total), total - 1)
    return [
        ("organiser", "boss" if i < bosses else "executive", _FIELD[i % len(_FIELD)])
        for i in range(total)
    ]


def _aides(spec: NetworkSpec) -> list[tuple[Role, Rank, Stage]]:
    numbers = counts([share for _, share in AIDES.values()], spec.n_actors - n_organisers(spec))
    return [
        (role, "aide", stage)
        for (role, (stage, _)), n in zip(AIDES.items(), numbers, strict=True)
        for _ in range(n)
    ]


def _homes(stages: list[Stage], luck: Luck) -> list[Side]:
    """Return where each lives: recruitment mostly in Alder, reception in Borea, others in both."""
    in_alder = {"recruitment": 0.8, "transport": 0.5, "reception": 0.2, "services": 0.5}
    drawn = _units(luck, "network homes", len(stages))
    return [
        "Alder" if unit < in_alder[stage] else "Borea"
        for unit, stage in zip(drawn, stages, strict=True)
    ]


def _units(luck: Luck, name: str, n: int) -> NDArray[np.float64]:
    return many_uniform(luck.key, purpose(name), np.arange(n), 0)

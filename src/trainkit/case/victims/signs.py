"""Signs that somebody may be a victim, and when a victim is presumed.

A sign is something seen or told, never what a person is. Each has two chances: to be visible where
the person is a victim of trafficking, and where not. They are assumptions of ours for training, of
the order in which published lists of indicators rank them; none of them was measured. Signs are
taken as independent of each other, which overstates how sure one may be.

A presumption is no verdict. It is due when the chance, read off what is visible, is so high that to
pass a victim by would cost more than to protect somebody in vain: with a miss three times as dear
(`MISS_COST`), from a chance of one in four on. For somebody who may be a child, one sign is enough.

Sources:
    Council of Europe Convention CETS 197, Art 10 (L2.8): reasonable grounds; age in doubt.
    UNODC, *Human trafficking indicators* (list without numbers).
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from trainkit.errors import TrainkitError, nearest
from trainkit.guard import require_lawful_features
from trainkit.kernel.luck import Luck

BASE_RATE = 0.1
"""Assumption: of ten people met in a case, one is a victim of trafficking."""
MISS_COST = 3.0
"""A victim passed by weighs as three people protected in vain: the weight of recall."""


@dataclass(frozen=True)
class Sign:
    """A sign.

    Attributes:
        told: What is seen or told.
        if_victim: Chance that it is visible where the person is a victim; assumption.
        if_not: Chance that it is visible where not; assumption.
    """

    told: str
    if_victim: float
    if_not: float

    @property
    def ratio(self) -> float:
        """How many times likelier it is where the person is a victim."""
        return self.if_victim / self.if_not

    @property
    def absent_ratio(self) -> float:
        """How many times likelier its absence is where the person is a victim; below 1."""
        return (1.0 - self.if_victim) / (1.0 - self.if_not)


SIGNS: Mapping[str, Sign] = {
    "documents_held": Sign("somebody else keeps the documents", 0.50, 0.03),
    "growing_debt": Sign("a debt for the journey that grows or is worked off", 0.45, 0.03),
    "threats": Sign("threats against the person or the family", 0.40, 0.02),
    "moved_on": Sign("moved on by others from place to place", 0.35, 0.02),
    "watched": Sign("somebody else answers, or keeps watch", 0.40, 0.03),
    "no_leaving": Sign("may not leave, or is locked in", 0.40, 0.01),
    "other_work": Sign("the work is another than was promised", 0.45, 0.03),
    "wages_kept": Sign("wages are kept back or paid to another", 0.45, 0.03),
    "unrelated_adult": Sign("a child with an adult who is no relative", 0.20, 0.005),
    "steered_under_threat": Sign("had to steer under threat", 0.10, 0.002),
    "injuries": Sign("injuries that nobody has treated", 0.25, 0.09),
    "knows_no_address": Sign("does not know where the journey was to end", 0.30, 0.15),
    "fears_police": Sign("is afraid of the police", 0.50, 0.35),
}
"""What may be visible. A fee that was paid is none: it tells of smuggling."""

require_lawful_features(SIGNS, "the signs of a victim")


def weight(signs: Iterable[str], ruled_out: Iterable[str] = ()) -> float:
    """Return how many times likelier what is known of the signs is where a victim is met.

    Args:
        signs: Names of the signs that are visible.
        ruled_out: Names of those that were looked for, in peace and with an interpreter, and are
            not there. What nobody has looked for is not counted against anybody.

    Raises:
        TrainkitError: a sign is not known, or is visible and ruled out.

    Examples:
        >>> round(weight(["documents_held", "threats"]), 1)
        333.3
    """
    seen, missing = frozenset(signs), frozenset(ruled_out)
    if seen & missing:
        raise TrainkitError(
            f"The sign '{min(seen & missing)}' is visible and ruled out at once. Take it out of "
            "one of the two."
        )
    seen_weight = math.prod(_known(name).ratio for name in sorted(seen))
    return seen_weight * math.prod(_known(name).absent_ratio for name in sorted(missing))


def chance(
    signs: Iterable[str], ruled_out: Iterable[str] = (), base_rate: float = BASE_RATE
) -> float:
    """Return the chance that the person is a victim, by Bayes, given what is known of the signs.

    Args:
        signs: Names of the signs that are visible.
        ruled_out: Names of those that were looked for and are not there.
        base_rate: Chance before anything is seen, above 0 and below 1.

    Raises:
        TrainkitError: a sign is not known, or the base rate is no chance.
    """
    if not 0.0 < base_rate < 1.0:
        raise TrainkitError(f"A base rate lies above 0 and below 1, not at {base_rate}.")
    odds = weight(signs, ruled_out) * base_rate / (1.0 - base_rate)
    return odds / (1.0 + odds)


def threshold(miss_cost: float = MISS_COST) -> float:
    """Return the chance from which a presumption costs less than passing by: 1 / (1 + cost).

    Raises:
        TrainkitError: the cost is below nothing, or no number.
    """
    if not miss_cost >= 0.0:
        raise TrainkitError(f"To pass a victim by costs {miss_cost}: give 0 or more.")
    return 1.0 / (1.0 + miss_cost)


def presumed(
    signs: Iterable[str], perhaps_child: bool = False, ruled_out: Iterable[str] = ()
) -> bool:
    """Return whether what is known of the signs is reasonable grounds to presume a victim (L2.8).

    Args:
        signs: Names of the signs that are visible now.
        perhaps_child: Whether the person is or may be under 18; then any sign is enough, since age
            in doubt is read for the child and a child needs no means (L2.7, L2.8).
        ruled_out: Names of signs that were looked for and are not there; none at a first contact.

    Raises:
        TrainkitError: a sign is not known, or is visible and ruled out.

    Examples:
        >>> presumed(["fears_police"]), presumed(["fears_police"], perhaps_child=True)
        (False, True)
    """
    seen = frozenset(signs)
    found = chance(seen, ruled_out) >= threshold()
    return found or (perhaps_child and bool(seen))


def visible(luck: Luck, person: int, victim: bool, looked: float = 1.0) -> frozenset[str]:
    """Return the signs that are visible of a person, drawn each by its chance.

    Args:
        luck: The luck of the replication.
        person: Number of the person.
        victim: Whether the person is a victim.
        looked: How much of what could be seen is looked for, 0 to 1: an interview without an
            interpreter sees less. More looking in the same luck never sees less.

    Raises:
        TrainkitError: *looked* is no share.
    """
    if not 0.0 <= looked <= 1.0:
        raise TrainkitError(f"'looked' is a share from 0 to 1, not {looked}.")
    return frozenset(
        name
        for place, (name, sign) in enumerate(SIGNS.items())
        if luck.uniform("signs of a victim", person, place)
        < looked * (sign.if_victim if victim else sign.if_not)
    )


def _known(name: str) -> Sign:
    if name not in SIGNS:
        raise TrainkitError(
            f"No sign is called '{name}'.{nearest(name, SIGNS)} They are {', '.join(SIGNS)}."
        )
    return SIGNS[name]

"""A thousand people met in a case: what a rule of identification finds, misses and takes amiss.

A light experiment on `trainkit.case.victims`: whether somebody is a victim and which signs are
visible is drawn with assumed chances. It knows nothing of real people.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache

from trainkit.case.victims.recall import Identified
from trainkit.case.victims.signs import BASE_RATE, SIGNS, presumed, visible
from trainkit.kernel.luck import Luck

PEOPLE = 1_000
WITHOUT_INTERPRETER = 0.6
"""Assumed: without an interpreter, and in a corridor, so much of what could be seen is seen."""


def _all_asked(signs: frozenset[str]) -> bool:
    """Return whether a victim is found when all signs were looked for, with time and in peace."""
    return presumed(signs, ruled_out=SIGNS.keys() - signs)


RULES: Mapping[str, Callable[[frozenset[str]], bool]] = {
    "nobody, unless they ask for it": lambda _: False,
    "any sign is enough": lambda signs: len(signs) >= 1,
    "signs are weighed as far as they are visible: a presumption": presumed,
    "the same, after all has been asked in peace: an identification": _all_asked,
    "everybody is a victim": lambda _: True,
}
"""Rules that a unit might follow."""


@lru_cache(maxsize=16)
def met(seed: int, looked: float = 1.0) -> tuple[tuple[bool, frozenset[str]], ...]:
    """Return of each of a thousand people whether a victim was met, and the visible signs.

    Args:
        seed: The trainee's visible luck.
        looked: Share of what could be seen that is looked for, 0 to 1.
    """
    luck = Luck(seed)
    victims = [luck.uniform("a3 victim", person) < BASE_RATE for person in range(PEOPLE)]
    return tuple(
        (victim, visible(luck, person, victim, looked)) for person, victim in enumerate(victims)
    )


def identified(seed: int, rule: str, looked: float = 1.0) -> Identified:
    """Return what a rule comes to among the thousand people, in the same luck for each rule."""
    people = met(seed, looked)
    return Identified.of(
        [victim for victim, _ in people], [RULES[rule](signs) for _, signs in people]
    )

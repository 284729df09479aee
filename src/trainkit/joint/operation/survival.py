"""People in the water: how long each lives, who has the least time left, who is left at all.

Sources:
    Survival as a distribution: Xu, Giesbrecht (2018), long survivals are recorded.
"""

import math

from trainkit.joint.operation.records import Run, luck_of
from trainkit.joint.operation.state import Boat
from trainkit.kernel.compiled import shared
from trainkit.kernel.luck import lognormal, purpose, uniform

_SURVIVAL, _OWN_JACKET = purpose("survival in the water"), purpose("own lifejacket")


@shared
def life_h(run: Run, boat: Boat, person: int) -> float:
    """Return how long a person lives in the water: longer in a lifejacket."""
    world = run.worlds[0]
    draw = int(boat.luck)
    life_h = lognormal(
        luck_of(run), _SURVIVAL, draw, person, world.survival_median_h, world.survival_sigma
    )
    own = uniform(luck_of(run), _OWN_JACKET, draw, person) < world.lifejacket_share
    return life_h * world.lifejacket_factor if own or boat.jackets > 0 else life_h


@shared
def weakest(run: Run, case: int) -> int:
    """Return where the person in the water with the least time left stands; -1 where nobody is."""
    found, soonest_h = -1, math.inf
    for place in range(run.boats[case].lives, run.boats[case].lives_end):
        if run.deaths[place] < soonest_h:
            found, soonest_h = place, run.deaths[place]
    return found


@shared
def first_death_h(run: Run, case: int) -> float:
    """Return when the next person in the water dies; inf where nobody is."""
    person = weakest(run, case)
    return math.inf if person < 0 else float(run.deaths[person])


@shared
def take_from_water(run: Run, case: int) -> None:
    """Take the person with the least time left out of the water's books."""
    person = weakest(run, case)
    run.deaths[person] = math.inf
    run.boats[case].in_water -= 1


@shared
def remaining(boat: Boat) -> int:
    """Return how many people are on the boat or in the water."""
    return int(boat.aboard + boat.in_water)

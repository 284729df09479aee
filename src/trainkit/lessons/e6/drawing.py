"""How a case of E6 is drawn from a trainee's visible luck."""

from functools import lru_cache

from trainkit.kernel.luck import Luck
from trainkit.lessons.e6.acts import draw_acts
from trainkit.lessons.e6.case import Situation
from trainkit.lessons.e6.timeline import draw_steps


@lru_cache(maxsize=64)
def situation(luck: Luck) -> Situation:
    """Return the case of a trainee; the two lanes mirror each other, so no lane is harder."""

    def whole(name: str, low: int, high: int) -> int:
        return low + int((high - low + 1) * luck.uniform(f"e6 {name}", 0))

    return Situation(
        seed=luck.seed,
        busy=("north", "south")[whole("lane", 0, 1)],
        counted=whole("counted", 16, 18),
        false_per_day=0.5 + 0.25 * whole("false", 0, 2),
        rough_h=25.0 + 0.5 * whole("rough", 0, 4),
        acts=draw_acts(luck),
        steps=draw_steps(luck),
    )

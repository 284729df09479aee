"""Search planning in one place: detection, datum, maps, allocation and patterns.

What stands behind each name is in the module that it comes from. Coordinates in plans are nautical
miles east and north of the datum.
"""

from trainkit.sea.allocation import allocate, optimality_gap, probability_of_success
from trainkit.sea.bayes import bayes_update, cumulative_pos
from trainkit.sea.datum import (
    SearchArea,
    divergence_nm,
    drift_error_nm,
    drift_speed_error_kn,
    search_area,
    total_error_nm,
)
from trainkit.sea.motion import Leg
from trainkit.sea.patterns import (
    creeping_line,
    duration_h,
    expanding_square,
    over_ground,
    parallel,
    sector,
    track_nm,
)
from trainkit.sea.pod import coverage, definite_range, inverse_cube, pod, random_search
from trainkit.sea.probability import ProbabilityMap, probability_map
from trainkit.sea.stone import stone_circular

__all__ = [
    "Leg",
    "ProbabilityMap",
    "SearchArea",
    "allocate",
    "bayes_update",
    "coverage",
    "creeping_line",
    "cumulative_pos",
    "definite_range",
    "divergence_nm",
    "drift_error_nm",
    "drift_speed_error_kn",
    "duration_h",
    "expanding_square",
    "inverse_cube",
    "optimality_gap",
    "over_ground",
    "parallel",
    "pod",
    "probability_map",
    "probability_of_success",
    "random_search",
    "search_area",
    "sector",
    "stone_circular",
    "total_error_nm",
    "track_nm",
]

"""The search of a case: effort on a datum that grows, by the plan of Koopman and Stone.

The position is circular normal about the datum with a standard deviation s that grows with the
forecast's error, s^2 = e^2 + (D t)^2. Effort z = W v t over pi s^2 is gathered as H^2, and the best
plan has found the boat with chance 1 - (1 + H) exp(-H). Of one draw u that is solved for the H at
which it is found; of effort at a constant rate r the time follows in closed form,

    H^2 = r / (pi e D) (atan(D t2 / e) - atan(D t1 / e)),

which has a bound: a search that is too thin for its datum never finds.

Sources:
    Stone, L. D. (1975). *Theory of Optimal Search*; `trainkit.sea.stone` gives the same chance.
"""

import math

from trainkit.joint.operation.motion import patrol_speed_kn, sweep_width_nm
from trainkit.joint.operation.records import CASE, Run, luck_of, retime
from trainkit.joint.operation.state import SEARCHING, Case
from trainkit.kernel.compiled import shared
from trainkit.kernel.luck import purpose, uniform

_FOUND = purpose("search finds")
_STEPS = 60
SOON_H = 1e-9
"""What is due within this is due now: a time that was subtracted and added again is rounded."""


@shared
def pos(depth2: float) -> float:
    """Return the probability of success of gathered effort H^2."""
    depth = math.sqrt(depth2)
    return 1.0 - (1.0 + depth) * math.exp(-depth)


@shared
def depth2_of(chance: float) -> float:
    """Return the H^2 at which the probability of success is *chance*, below 1, by bisection."""
    low, high = 0.0, 60.0
    for _ in range(_STEPS):
        middle = 0.5 * (low + high)
        if 1.0 - (1.0 + middle) * math.exp(-middle) < chance:
            low = middle
        else:
            high = middle
    return low * low


@shared
def begin(run: Run, case_number: int, now_h: float) -> None:
    """Draw how much effort will find this boat; a search that failed is another draw."""
    case = run.cases[case_number]
    draw = uniform(luck_of(run), _FOUND, int(run.boats[case_number].luck), int(case.searches))
    case.goal = depth2_of(draw) if run.boats[case_number].afloat == 1 else math.inf
    case.depth = 0.0
    case.searches += 1
    case.rate = 0.0
    case.rate_since_h = now_h


@shared
def gather(case: Case, drift_error_kn: float, now_h: float) -> None:
    """Add the effort since the rate last changed."""
    case.depth += _gathered(case, drift_error_kn, now_h)
    case.rate_since_h = now_h


@shared
def _gathered(case: Case, drift_error_kn: float, until_h: float) -> float:
    e, d = case.error_nm, drift_error_kn
    t1, t2 = case.rate_since_h - case.told_h, until_h - case.told_h
    if d == 0.0:
        return case.rate * (t2 - t1) / (math.pi * e * e)
    return case.rate / (math.pi * e * d) * (math.atan(d * t2 / e) - math.atan(d * t1 / e))


@shared
def _reached_h(case: Case, drift_error_kn: float, goal: float) -> float:
    """Return when the effort reaches *goal* at this rate, as a time of the clock; inf if never."""
    e, d = case.error_nm, drift_error_kn
    left = goal - case.depth
    if left <= 0.0:
        return case.rate_since_h
    if case.rate <= 0.0 or math.isinf(goal):
        return math.inf
    if d == 0.0:
        return case.rate_since_h + left * math.pi * e * e / case.rate
    angle = left * math.pi * e * d / case.rate + math.atan(
        d * (case.rate_since_h - case.told_h) / e
    )
    return math.inf if angle >= 0.5 * math.pi else case.told_h + math.tan(angle) * e / d


@shared
def resolve(run: Run, case_number: int, now_h: float) -> None:
    """Set when the search of a case finds, or may be suspended, with those who search now."""
    case, world = run.cases[case_number], run.worlds[0]
    gather(case, world.drift_error_kn, now_h)
    rate, searching = 0.0, 0
    for me in range(run.worlds[0].n_units):
        if run.units[me].doing == SEARCHING and run.units[me].case == case_number:
            craft = run.crafts[me]
            width_nm = sweep_width_nm(run, craft, run.boats[case_number])
            rate += width_nm * patrol_speed_kn(run, craft)
            searching += 1
    if case.searching == 0 and searching > 0 and case.depth == 0.0:
        case.searched_from_h = now_h
    case.rate = rate
    case.searching = searching
    case.found_h = _reached_h(case, world.drift_error_kn, case.goal)
    enough_h = _reached_h(case, world.drift_error_kn, world.suspend_depth)
    case.suspended_h = min(enough_h, max(case.opened_h + world.review_h, now_h))
    await_case(run, case_number, now_h)


@shared
def await_case(run: Run, case_number: int, now_h: float) -> None:
    """Let a case wait for the first of what may happen to it."""
    case = run.cases[case_number]
    due_h = min(case.escalates_h, case.verified_h)
    if case.open == 1 and case.found == 0:
        due_h = min(due_h, case.suspended_h)
        if case.searching > 0:
            due_h = min(due_h, case.found_h)
    case.wait_h = max(due_h - now_h, 0.0)
    retime(run, CASE, case_number)


@shared
def await_case_closed(run: Run, case_number: int) -> None:
    """Let a closed case wait for nothing."""
    case = run.cases[case_number]
    case.escalates_h = math.inf
    case.verified_h = math.inf
    case.found_h = math.inf
    case.suspended_h = math.inf
    case.wait_h = math.inf
    retime(run, CASE, case_number)

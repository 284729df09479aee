"""A new case: a boat or an alarm gets a number, and nothing of it is known."""

import math

from trainkit.joint.operation.records import CASES_FULL, Run, activate, overflow
from trainkit.kernel.compiled import shared


@shared
def new_case(run: Run) -> int:
    """Return the number of a new case, or -1 where the table is full."""
    state = run.nows[0]
    number = int(state.cases)
    if number >= len(run.boats):
        overflow(run, CASES_FULL)
        return -1
    state.cases += 1
    _clear(run, number)
    activate(run, number)
    return number


@shared
def _clear(run: Run, number: int) -> None:
    boat, case = run.boats[number], run.cases[number]
    boat.steps = 0
    boat.safe = 0
    boat.lost = 0
    boat.in_water = 0
    boat.jackets = 0
    boat.lives = 0
    boat.lives_end = 0
    boat.rate = 0.0
    boat.vx_kn = 0.0
    boat.vy_kn = 0.0
    boat.token = 0
    boat.distress_h = math.nan
    case.open = 0
    case.acting = -1
    case.responsible = -1
    case.asked = 0
    case.alder_knows = 0
    case.borea_knows = 0
    case.cyra_knows = 0
    case.error_nm = math.inf
    case.assigned = 0
    case.due_h = math.inf
    case.ships = 0
    case.searching = 0
    case.found = 0
    case.waiting = 0
    case.searches = 0
    case.rate = 0.0
    case.coordinator = -1
    case.escalates_h = math.inf
    case.verified_h = math.inf
    case.found_h = math.inf
    case.suspended_h = math.inf
    case.wait_h = math.inf
    case.token = 0
    case.jackets_out = 0
    case.approached = 0
    case.active = 0

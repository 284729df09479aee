"""How a case ends: closed with its reason, or its search suspended.

A search is suspended by a decision of the coordinator, with its cumulative chance as reason.
"""

import math

from trainkit.joint.operation import effort
from trainkit.joint.operation.kinds import FIRST_CENTRE, NUMBER
from trainkit.joint.operation.records import Run, deactivate, luck_of, write
from trainkit.joint.operation.state import ENDED, NOBODY
from trainkit.kernel.compiled import shared
from trainkit.kernel.luck import exponential, purpose

_VERIFIES = purpose("inquiry verifies")
_CLOSED = NUMBER["case_closed"]
_SUSPENDED = NUMBER["search_suspended"]
RECOVERED, LANDED, LOST, VERIFIED_FALSE, SEARCHED = range(5)
"""Why a case was closed, in the order of `kinds.REASONS`."""


@shared
def suspend(run: Run, number: int, now_h: float) -> None:
    """Suspend a search: the coordinator's decision, with its reason."""
    case = run.cases[number]
    effort.gather(case, run.worlds[0].drift_error_kn, now_h)
    facts = (float(number), effort.pos(case.depth))
    write(run, now_h, _SUSPENDED, FIRST_CENTRE + int(case.acting), facts)
    close(run, number, SEARCHED, now_h)


@shared
def close(run: Run, number: int, reason: int, now_h: float) -> None:
    """Close a case; who was on the way is free again."""
    case, boat = run.cases[number], run.boats[number]
    facts = (float(number), float(reason), float(boat.safe), float(boat.lost))
    write(run, now_h, _CLOSED, FIRST_CENTRE + int(case.acting), facts)
    case.open = 0
    case.found = 0
    case.asked = 0
    case.alder_knows = 0
    case.borea_knows = 0
    case.cyra_knows = 0
    case.assigned = 0
    case.due_h = math.inf
    case.searching = 0
    case.waiting = 0
    case.coordinator = NOBODY
    case.error_nm = math.inf
    effort.await_case_closed(run, number)
    if boat.state == ENDED:
        deactivate(run, number)


@shared
def inquire_landed(run: Run, number: int, now_h: float) -> None:
    """Let an inquiry find out, in time, that a boat that is looked for has landed."""
    case, world = run.cases[number], run.worlds[0]
    if case.open == 1:
        luck = int(run.boats[number].luck)
        wait_h = exponential(luck_of(run), _VERIFIES, luck, 1, world.false_verify_mean_h)
        case.verified_h = now_h + wait_h
        effort.resolve(run, number, now_h)

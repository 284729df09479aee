"""A rescue coordination centre: alerts come in, a phase is declared, others are told, cases close.

The centre that is told acts until the responsible one accepts; silence and refusal leave it acting.
An alert from any source counts. A false alarm is a case like another until an inquiry says what it
was. A search is suspended by a decision of the coordinator with its cumulative chance as reason.
"""

import math

from trainkit.joint.operation import dispatch, effort
from trainkit.joint.operation.kinds import FIRST_CENTRE, NUMBER, SOURCES
from trainkit.joint.operation.message import ACCEPTED, ALERTED, REFUSED, REQUESTED, send
from trainkit.joint.operation.motion import place
from trainkit.joint.operation.records import Run, activate, deactivate, luck_of, write
from trainkit.joint.operation.state import (
    ALERT,
    DISTRESS,
    ENDED,
    FALSE,
    GRAVE,
    HOTLINE,
    NOBODY,
    OVERDUE,
    SIGHTED,
    UNCERTAINTY,
    Case,
)
from trainkit.kernel.compiled import shared
from trainkit.kernel.luck import exponential, lognormal, normal, purpose, uniform

_ERROR, _COUNT = purpose("position told"), purpose("head count told")
_ESCALATES, _VERIFIES = purpose("inquiry raises"), purpose("inquiry verifies")
_ANSWER, _ANSWER_H = purpose("hand-over answered"), purpose("hand-over answer delay")
_FALSE_PHASE = purpose("false alarm's phase")
_RECEIVED, _PHASE, _CLOSED = (
    NUMBER["alert_received"],
    NUMBER["phase_declared"],
    NUMBER["case_closed"],
)
_SUSPENDED = NUMBER["search_suspended"]
RECOVERED, LANDED, LOST, VERIFIED_FALSE, SEARCHED = range(5)
"""Why a case was closed, in the order of `kinds.REASONS`."""
ALONE, ALERTS, PICTURE, TASKING = range(4)
_N_SOURCES = len(SOURCES)
_COUNT_SIGMA = 0.25  # head counts told are wrong by about a quarter


@shared
def receive(run: Run, number: int, centre: int, source: int, now_h: float) -> None:
    """Let an alert reach a centre."""
    case, boat = run.cases[number], run.boats[number]
    distress_h = now_h - boat.distress_h
    facts = (float(number), float(source), distress_h)
    write(run, now_h, _RECEIVED, FIRST_CENTRE + centre, facts)
    _better_position(run, number, source, now_h)
    if case.open == 0:
        _open(run, number, centre, source, now_h)
    _raise_phase(run, number, centre, _phase_of(run, number, source), now_h)
    know(run, number, centre, now_h)


@shared
def _better_position(run: Run, number: int, source: int, now_h: float) -> None:
    """Take over the position that is told where it is better than what is known."""
    case, boat, world = run.cases[number], run.boats[number], run.worlds[0]
    error_nm = world.call_error_nm
    if source in (OVERDUE, FALSE):
        error_nm = world.overdue_error_nm
    elif source > HOTLINE:
        error_nm = world.sighting_error_nm
    grown = case.error_nm
    if case.open == 1:
        grown = case.error_nm + world.drift_error_kn * (now_h - case.told_h)
    if error_nm >= grown:
        return
    if case.searching > 0:
        effort.gather(case, world.drift_error_kn, now_h)
    x_nm, y_nm = place(boat, now_h)
    index = 2 * source
    case.x_nm = x_nm + normal(luck_of(run), _ERROR, int(boat.luck), index, 0.0, error_nm)
    case.y_nm = y_nm + normal(luck_of(run), _ERROR, int(boat.luck), index + 1, 0.0, error_nm)
    case.vx_kn = boat.vx_kn
    case.vy_kn = boat.vy_kn
    case.told_h = now_h
    case.error_nm = error_nm
    if case.searching > 0:
        effort.resolve(run, number, now_h)


@shared
def _open(run: Run, number: int, centre: int, source: int, now_h: float) -> None:
    case, boat, world = run.cases[number], run.boats[number], run.worlds[0]
    luck = int(boat.luck)
    case.open = 1
    case.opened_h = now_h
    case.source = source
    case.phase = NOBODY
    case.acting = centre
    case.responsible = responsible(run, case, centre)
    told = lognormal(luck_of(run), _COUNT, luck, 0, float(max(boat.persons, 10)), _COUNT_SIGMA)
    case.believed = math.floor(told + 0.5)
    case.escalates_h = math.inf
    case.verified_h = math.inf
    case.found = 0
    case.ships = 0
    case.found_h = math.inf
    case.suspended_h = now_h + world.review_h
    effort.begin(run, number, now_h)
    activate(run, number)
    if boat.afloat == 0:
        verify_h = exponential(luck_of(run), _VERIFIES, luck, 0, world.false_verify_mean_h)
        case.verified_h = now_h + verify_h


@shared
def responsible(run: Run, case: Case, told: int) -> int:
    """Return the centre in whose declared region a case lies; of two, the one that was told."""
    found = NOBODY
    for number in range(run.worlds[0].n_regions):
        region = run.regions[number]
        inside_x = region.west_nm <= case.x_nm <= region.east_nm
        if inside_x and region.south_nm <= case.y_nm <= region.north_nm:
            if region.centre == told:
                return told
            if found == NOBODY:
                found = region.centre
    return told if found == NOBODY else int(found)


@shared
def _phase_of(run: Run, number: int, source: int) -> int:
    """Return the phase that an alert's cues speak for; a call is not required for distress."""
    boat = run.boats[number]
    if source == FALSE:
        return (
            UNCERTAINTY if uniform(luck_of(run), _FALSE_PHASE, int(boat.luck), 0) < 0.5 else ALERT
        )
    if source == OVERDUE:
        return UNCERTAINTY
    return GRAVE if DISTRESS <= boat.state < ENDED else ALERT


@shared
def _raise_phase(run: Run, number: int, centre: int, phase: int, now_h: float) -> None:
    case, world = run.cases[number], run.worlds[0]
    if phase <= case.phase:
        return
    case.phase = phase
    write(run, now_h, _PHASE, FIRST_CENTRE + centre, (float(number), float(phase)))
    case.escalates_h = math.inf
    if phase < GRAVE:
        index = int(case.phase)
        mean_h = world.escalate_mean_h
        luck = int(run.boats[number].luck)
        case.escalates_h = now_h + exponential(luck_of(run), _ESCALATES, luck, index, mean_h)


@shared
def knows(case: Case, centre: int) -> bool:
    """Return whether a centre knows of a case."""
    if centre == 0:
        return bool(case.alder_knows == 1)
    if centre == 1:
        return bool(case.borea_knows == 1)
    return bool(case.cyra_knows == 1)


@shared
def _note(case: Case, centre: int) -> None:
    if centre == 0:
        case.alder_knows = 1
    elif centre == 1:
        case.borea_knows = 1
    else:
        case.cyra_knows = 1


@shared
def know(run: Run, number: int, centre: int, now_h: float) -> None:
    """Let a centre learn of a case and act on it; tell those who must know and those who may."""
    case, world = run.cases[number], run.worlds[0]
    news = not knows(case, centre)
    _note(case, centre)
    if centre == case.acting:
        if case.responsible != centre and case.asked == 0:
            case.asked = 1
            send(run, number, REQUESTED, centre, int(case.responsible), now_h, 0.0)
        shares = world.sharing >= PICTURE or (world.sharing == ALERTS and case.source != SIGHTED)
        if news and shares and centre < 2 and case.responsible != 1 - centre:
            send(run, number, ALERTED, centre, 1 - centre, now_h, 0.0)
    effort.await_case(run, number, now_h)
    act(run, number, centre, now_h)


@shared
def act(run: Run, number: int, centre: int, now_h: float) -> None:
    """Send units, unless this centre waits for another to accept: the rule that costs lives."""
    case, world = run.cases[number], run.worlds[0]
    waits = world.handover == 1 and case.responsible != centre and centre == case.acting
    if not waits and case.open == 1 and case.phase >= world.dispatch_phase:
        dispatch.dispatch(run, number, centre, now_h)


@shared
def answer(run: Run, number: int, centre: int, now_h: float) -> None:
    """Let the responsible centre decide on a hand-over: accept, refuse, or say nothing."""
    region = run.regions[region_of(run, centre)]
    luck = int(run.boats[number].luck)
    draw = uniform(luck_of(run), _ANSWER, luck, 0)
    time_h = exponential(luck_of(run), _ANSWER_H, luck, 0, region.answer_mean_h)
    back = int(run.cases[number].acting)
    _note(run.cases[number], centre)
    if draw < region.accepts:
        send(run, number, ACCEPTED, centre, back, now_h, time_h)
    elif draw < region.accepts + region.refuses:
        send(run, number, REFUSED, centre, back, now_h, time_h)


@shared
def region_of(run: Run, centre: int) -> int:
    """Return the number of the first region that a centre has declared."""
    for number in range(run.worlds[0].n_regions):
        if run.regions[number].centre == centre:
            return number
    return 0


@shared
def case_due(run: Run, number: int, now_h: float) -> None:
    """Let an inquiry raise a phase or end a case, or a search find or be suspended."""
    case = run.cases[number]
    if case.open == 0:
        return
    if case.verified_h <= now_h + effort.SOON_H:
        reason = VERIFIED_FALSE if run.boats[number].afloat == 0 else LANDED
        close(run, number, reason, now_h)
    elif case.escalates_h <= now_h + effort.SOON_H:
        case.escalates_h = math.inf
        _raise_phase(run, number, int(case.acting), int(case.phase) + 1, now_h)
        effort.await_case(run, number, now_h)
        act(run, number, int(case.acting), now_h)


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


@shared
def worsened(run: Run, number: int, now_h: float) -> None:
    """Declare distress at once for a boat that is watched; help is sent by the same rule."""
    case = run.cases[number]
    _raise_phase(run, number, int(case.acting), GRAVE, now_h)
    effort.await_case(run, number, now_h)
    act(run, number, int(case.acting), now_h)

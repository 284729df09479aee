"""A rescue coordination centre: alerts come in, a phase is declared, others are told.

The centre that is told acts until the responsible one accepts; silence and refusal leave it acting.
An alert from any source counts. A false alarm is a case like another until an inquiry says what it
was.
"""

import math

from trainkit.joint.operation import alert, closing, dispatch, effort
from trainkit.joint.operation.kinds import FIRST_CENTRE, NUMBER
from trainkit.joint.operation.message import ACCEPTED, ALERTED, REFUSED, REQUESTED, send
from trainkit.joint.operation.records import Run, activate, luck_of, write
from trainkit.joint.operation.state import GRAVE, NOBODY, SIGHTED, Case
from trainkit.kernel.compiled import shared
from trainkit.kernel.luck import exponential, lognormal, purpose, uniform

_COUNT = purpose("head count told")
_ESCALATES, _VERIFIES = purpose("inquiry raises"), purpose("inquiry verifies")
_ANSWER, _ANSWER_H = purpose("hand-over answered"), purpose("hand-over answer delay")
_RECEIVED, _PHASE = NUMBER["alert_received"], NUMBER["phase_declared"]
ALONE, ALERTS, PICTURE, TASKING = range(4)
_COUNT_SIGMA = 0.25  # head counts told are wrong by about a quarter


@shared
def receive(run: Run, number: int, centre: int, source: int, now_h: float) -> None:
    """Let an alert reach a centre."""
    case, boat = run.cases[number], run.boats[number]
    distress_h = now_h - boat.distress_h
    facts = (float(number), float(source), distress_h)
    write(run, now_h, _RECEIVED, FIRST_CENTRE + centre, facts)
    alert.better_position(run, number, source, now_h)
    if case.open == 0:
        _open(run, number, centre, source, now_h)
    _raise_phase(run, number, centre, alert.phase_of(run, number, source), now_h)
    know(run, number, centre, now_h)


@shared
def _open(run: Run, number: int, centre: int, source: int, now_h: float) -> None:
    case, boat, world = run.cases[number], run.boats[number], run.worlds[0]
    luck = int(boat.luck)
    case.open = 1
    case.opened_h = now_h
    case.source = source
    case.phase = NOBODY
    case.acting = centre
    case.responsible = alert.responsible(run, case, centre)
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
    region = run.regions[alert.region_of(run, centre)]
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
def case_due(run: Run, number: int, now_h: float) -> None:
    """Let an inquiry raise a phase or end a case, or a search find or be suspended."""
    case = run.cases[number]
    if case.open == 0:
        return
    if case.verified_h <= now_h + effort.SOON_H:
        false = run.boats[number].afloat == 0
        reason = closing.VERIFIED_FALSE if false else closing.LANDED
        closing.close(run, number, reason, now_h)
    elif case.escalates_h <= now_h + effort.SOON_H:
        case.escalates_h = math.inf
        _raise_phase(run, number, int(case.acting), int(case.phase) + 1, now_h)
        effort.await_case(run, number, now_h)
        act(run, number, int(case.acting), now_h)


@shared
def worsened(run: Run, number: int, now_h: float) -> None:
    """Declare distress at once for a boat that is watched; help is sent by the same rule."""
    case = run.cases[number]
    _raise_phase(run, number, int(case.acting), GRAVE, now_h)
    effort.await_case(run, number, now_h)
    act(run, number, int(case.acting), now_h)

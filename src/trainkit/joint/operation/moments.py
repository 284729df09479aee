"""What happens at each kind of event: the one table that both engines look up."""

import math

from trainkit.joint.operation import (
    boat,
    departure,
    desk,
    dispatch,
    effort,
    message,
    motion,
    orders,
    patrol,
    port,
    scene,
    unit,
    weather,
)
from trainkit.joint.operation.effort import SOON_H
from trainkit.joint.operation.kinds import FIRST_CENTRE, NUMBER
from trainkit.joint.operation.records import (
    ALARM,
    BOAT,
    CASE,
    DEPARTURE,
    FALSE_ALARM,
    LIGHT,
    MESSAGE,
    ORDER,
    UNIT,
    WEATHER,
    Run,
    retime,
    write,
)
from trainkit.joint.operation.state import (
    DISTRESS,
    ENDED,
    FALSE,
    GOING_HOME,
    IN_DOUBT,
    NOBODY,
    PATROLLING,
    PLANNED,
    SEARCHING,
    TO_PORT,
    TO_SCENE,
)
from trainkit.kernel.compiled import shared

_ACCEPTED, _REFUSED = NUMBER["handover_accepted"], NUMBER["handover_refused"]
_FOUND = NUMBER["boat_found"]


@shared
def begin(run: Run) -> None:
    """Set the stage at hour 0: weather, units, the first departure; who waits is noted."""
    weather.begin(run)
    departure.begin(run)
    orders.begin(run)
    for what in range(ORDER + 1):
        retime(run, what, 0)
    for me in range(run.worlds[0].n_fleet):
        unit.begin(run, me)


@shared
def wait_h(run: Run, what: int, who: int) -> float:
    """Return how long *who* has to wait from now on; inf for no end."""
    if what == UNIT:
        time_h = run.units[who].wait_h
    elif what == BOAT:
        time_h = run.boats[who].wait_h
    elif what == CASE:
        time_h = run.cases[who].wait_h
    elif what == ALARM:
        time_h = run.alarms[who].wait_h
    elif what == MESSAGE:
        time_h = run.messages[who].wait_h
    else:
        time_h = _world_waits_h(run, what)
    return float(time_h)


@shared
def _world_waits_h(run: Run, what: int) -> float:
    state = run.nows[0]
    if what == WEATHER:
        return float(state.weather_wait_h)
    if what == LIGHT:
        return float(state.light_wait_h)
    if what == DEPARTURE:
        return float(state.departure_wait_h)
    return float(state.false_wait_h if what == FALSE_ALARM else state.order_wait_h)


@shared
def happen(run: Run, what: int, who: int, now_h: float) -> None:
    """Let an event happen."""
    run.nows[0].events += 1
    if what == UNIT:
        unit.happen(run, who, now_h)
    elif what == BOAT:
        _boat(run, who, now_h)
    elif what == CASE:
        _case(run, who, now_h)
    elif what == ALARM:
        _alarm(run, who, now_h)
    elif what == MESSAGE:
        _message(run, who, now_h)
    else:
        _world(run, what, now_h)


@shared
def _world(run: Run, what: int, now_h: float) -> None:
    if what == DEPARTURE:
        departure.consider(run, now_h)
    elif what == FALSE_ALARM:
        _false_alarm(run, now_h)
    elif what == ORDER:
        orders.give(run, now_h)
    else:
        _bring_up(run, now_h)
        if what == WEATHER:
            weather.change(run, now_h)
        else:
            weather.change_light(run, now_h)
        _go_on(run, now_h)
    retime(run, what, 0)


@shared
def _bring_up(run: Run, now_h: float) -> None:
    """Bring everything up to this moment under the conditions that end."""
    for place in range(run.nows[0].n_active):
        number = int(run.active[place])
        if run.boats[number].state < ENDED:
            boat.pause(run.boats[number], now_h)
        if run.cases[number].open == 1 and run.cases[number].searching > 0:
            effort.gather(run.cases[number], run.worlds[0].drift_error_kn, now_h)


@shared
def _go_on(run: Run, now_h: float) -> None:
    """Let everything go on under the conditions that begin."""
    for place in range(run.nows[0].n_active):
        number = int(run.active[place])
        if run.boats[number].state < ENDED:
            boat.go_on(run, number)
        if run.cases[number].open == 1 and run.cases[number].searching > 0:
            effort.resolve(run, number, now_h)
    for me in range(run.worlds[0].n_units):
        _unit_goes_on(run, me, now_h)
    dispatch.serve_waiting(run, now_h)


@shared
def _unit_goes_on(run: Run, me: int, now_h: float) -> None:
    doing = run.units[me].doing
    if doing == PATROLLING:
        patrol.look(run, me, now_h)
    elif doing == TO_SCENE:
        dispatch.head_for(run, me, now_h)
    elif doing in (TO_PORT, GOING_HOME):
        motion.stop(run.units[me], now_h)
        port.steer(run, me)
    elif run.units[me].case != NOBODY:
        scene.keep_by(run, me, now_h)


@shared
def _boat(run: Run, number: int, now_h: float) -> None:
    """Let a boat leave late, land, or pass to its next state."""
    it = run.boats[number]
    if it.state == PLANNED:
        departure.leave_late(run, number, now_h)
        return
    if it.state == ENDED:
        return
    boat.pause(it, now_h)
    if it.lands == 1:
        boat.land(run, number, now_h)
        _landed(run, number, now_h)
        return
    was = it.state
    boat.worsen(run, number, now_h)
    if it.state == IN_DOUBT and was != IN_DOUBT:
        departure.cry_for_help(run, number)
    if boat.remaining(it) == 0:
        _nobody_left(run, number, now_h)
        return
    boat.go_on(run, number)
    _noticed(run, number, was, now_h)


@shared
def _landed(run: Run, number: int, now_h: float) -> None:
    """Close the case of a boat that was in sight when it landed; others are inquired into."""
    case = run.cases[number]
    if case.open == 0:
        return
    if case.found == 1:
        desk.close(run, number, desk.LANDED, now_h)
        port.release(run, number, now_h)
    else:
        desk.inquire_landed(run, number, now_h)


@shared
def _nobody_left(run: Run, number: int, now_h: float) -> None:
    """End a boat whose last person was lost; a search for it goes on until a decision."""
    case = run.cases[number]
    boat.end(run, number, now_h)
    if case.open == 1 and case.found == 1:
        desk.close(run, number, desk.LOST, now_h)
        port.release(run, number, now_h)
    elif case.open == 1:
        case.goal = math.inf
        effort.resolve(run, number, now_h)


@shared
def _noticed(run: Run, number: int, was: int, now_h: float) -> None:
    """Let units that lie by help at once, and those on patrol look anew."""
    case, it = run.cases[number], run.boats[number]
    if case.found == 1:
        if was < DISTRESS <= it.state and case.open == 1:
            desk.worsened(run, number, now_h)
        scene.pass_on(run, number, now_h)
    else:
        if case.searching > 0:
            effort.resolve(run, number, now_h)
        if it.state != was:
            patrol.look_again(run, now_h)


@shared
def _case(run: Run, number: int, now_h: float) -> None:
    """Let a search find or be suspended, an inquiry raise a phase or end a case."""
    case = run.cases[number]
    if case.open == 0:
        return
    if case.found == 0 and min(case.found_h, case.suspended_h) <= now_h + SOON_H:
        if case.searching > 0 and case.found_h <= case.suspended_h:
            _found(run, number, now_h)
        else:
            desk.suspend(run, number, now_h)
            port.release(run, number, now_h)
            dispatch.serve_waiting(run, now_h)
        return
    desk.case_due(run, number, now_h)
    effort.await_case(run, number, now_h)
    if case.open == 0:
        port.release(run, number, now_h)
        dispatch.serve_waiting(run, now_h)


@shared
def _found(run: Run, number: int, now_h: float) -> None:
    """Let those who search find the boat, and go alongside."""
    case = run.cases[number]
    effort.gather(case, run.worlds[0].drift_error_kn, now_h)
    case.found = 1
    facts = (float(number), effort.pos(case.depth), now_h - case.searched_from_h)
    write(run, now_h, _FOUND, FIRST_CENTRE + int(case.acting), facts)
    for me in range(run.worlds[0].n_units):
        if run.units[me].case == number and run.units[me].doing == SEARCHING:
            unit.end_search(run, me, now_h)
            x_nm, y_nm = motion.place(run.boats[number], now_h)
            if port.can_come_back(run, me, x_nm, y_nm, now_h):
                scene.arrive(run, me, now_h)
            else:
                port.leave_scene(run, me, now_h)
    effort.resolve(run, number, now_h)


@shared
def _alarm(run: Run, number: int, now_h: float) -> None:
    """Let an alert reach a rescue centre, if there is still a boat it is true of."""
    alarm = run.alarms[number]
    case = int(alarm.case)
    it = run.boats[case]
    if it.afloat == 1 and it.state >= ENDED:
        return
    centre = int(run.origins[it.origin].told)
    desk.receive(run, case, centre, int(alarm.source), now_h)


@shared
def _false_alarm(run: Run, now_h: float) -> None:
    number = departure.false_alarm(run, now_h)
    if number >= 0:
        centre = int(run.origins[run.boats[number].origin].told)
        desk.receive(run, number, centre, FALSE, now_h)


@shared
def _message(run: Run, number: int, now_h: float) -> None:
    """Let a message be read and acted on; one about a case that is closed is only read."""
    it = run.messages[number]
    case, recipient = int(it.case), int(it.recipient)
    message.read(run, number, now_h)
    if run.cases[case].open == 0:
        return
    if it.content == message.REQUESTED:
        desk.answer(run, case, recipient, now_h)
    elif it.content == message.ALERTED:
        desk.know(run, case, recipient, now_h)
    elif it.content == message.ACCEPTED:
        write(run, now_h, _ACCEPTED, FIRST_CENTRE + int(it.sender), (float(case),))
        run.cases[case].acting = it.sender
        desk.know(run, case, int(it.sender), now_h)
    else:
        write(run, now_h, _REFUSED, FIRST_CENTRE + int(it.sender), (float(case),))

"""What happens at each kind of event: the one table that both engines look up."""

from trainkit.joint.operation import (
    course,
    departure,
    dispatch,
    effort,
    homeward,
    motion,
    news,
    orders,
    passage,
    patrol,
    scene,
    transit,
    unit,
    weather,
)
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
)
from trainkit.joint.operation.state import ENDED, GOING_HOME, NOBODY, PATROLLING, TO_PORT, TO_SCENE
from trainkit.kernel.compiled import shared


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
        passage.happen(run, who, now_h)
    elif what == CASE:
        news.due(run, who, now_h)
    elif what == ALARM:
        news.alarm_arrives(run, who, now_h)
    elif what == MESSAGE:
        news.message_arrives(run, who, now_h)
    else:
        _world(run, what, now_h)


@shared
def _world(run: Run, what: int, now_h: float) -> None:
    if what == DEPARTURE:
        departure.consider(run, now_h)
    elif what == FALSE_ALARM:
        news.false_alarm(run, now_h)
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
            course.pause(run.boats[number], now_h)
        if run.cases[number].open == 1 and run.cases[number].searching > 0:
            effort.gather(run.cases[number], run.worlds[0].drift_error_kn, now_h)


@shared
def _go_on(run: Run, now_h: float) -> None:
    """Let everything go on under the conditions that begin."""
    for place in range(run.nows[0].n_active):
        number = int(run.active[place])
        if run.boats[number].state < ENDED:
            course.go_on(run, number)
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
        transit.head_for(run, me, now_h)
    elif doing in (TO_PORT, GOING_HOME):
        motion.stop(run.units[me], now_h)
        homeward.steer(run, me)
    elif run.units[me].case != NOBODY:
        scene.keep_by(run, me, now_h)

"""What reaches a rescue centre: alerts, messages, what a search and an inquiry bring."""

from trainkit.joint.operation import (
    alarms,
    closing,
    desk,
    dispatch,
    effort,
    endurance,
    leaving,
    message,
    motion,
    scene,
    searching,
)
from trainkit.joint.operation.effort import SOON_H
from trainkit.joint.operation.kinds import FIRST_CENTRE, NUMBER
from trainkit.joint.operation.records import Run, write
from trainkit.joint.operation.state import ENDED, FALSE, SEARCHING
from trainkit.kernel.compiled import shared

_ACCEPTED, _REFUSED = NUMBER["handover_accepted"], NUMBER["handover_refused"]
_FOUND = NUMBER["boat_found"]


@shared
def due(run: Run, number: int, now_h: float) -> None:
    """Let a search find or be suspended, an inquiry raise a phase or end a case."""
    case = run.cases[number]
    if case.open == 0:
        return
    if case.found == 0 and min(case.found_h, case.suspended_h) <= now_h + SOON_H:
        if case.searching > 0 and case.found_h <= case.suspended_h:
            _found(run, number, now_h)
        else:
            closing.suspend(run, number, now_h)
            leaving.release(run, number, now_h)
            dispatch.serve_waiting(run, now_h)
        return
    desk.case_due(run, number, now_h)
    effort.await_case(run, number, now_h)
    if case.open == 0:
        leaving.release(run, number, now_h)
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
            searching.end(run, me, now_h)
            x_nm, y_nm = motion.place(run.boats[number], now_h)
            if endurance.can_come_back(run, me, x_nm, y_nm, now_h):
                scene.arrive(run, me, now_h)
            else:
                leaving.leave_scene(run, me, now_h)
    effort.resolve(run, number, now_h)


@shared
def alarm_arrives(run: Run, number: int, now_h: float) -> None:
    """Let an alert reach a rescue centre, if there is still a boat it is true of."""
    alarm = run.alarms[number]
    case = int(alarm.case)
    it = run.boats[case]
    if it.afloat == 1 and it.state >= ENDED:
        return
    centre = int(run.origins[it.origin].told)
    desk.receive(run, case, centre, int(alarm.source), now_h)


@shared
def false_alarm(run: Run, now_h: float) -> None:
    """Let an alert without a boat reach a rescue centre."""
    number = alarms.false_alarm(run, now_h)
    if number >= 0:
        centre = int(run.origins[run.boats[number].origin].told)
        desk.receive(run, number, centre, FALSE, now_h)


@shared
def message_arrives(run: Run, number: int, now_h: float) -> None:
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

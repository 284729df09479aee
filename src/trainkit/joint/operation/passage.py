"""What happens to a boat on its passage, and who takes notice."""

import math

from trainkit.joint.operation import (
    alarms,
    closing,
    course,
    departure,
    desk,
    effort,
    leaving,
    patrol,
    scene,
    survival,
)
from trainkit.joint.operation import boat as boats
from trainkit.joint.operation.records import Run
from trainkit.joint.operation.state import DISTRESS, ENDED, IN_DOUBT, PLANNED
from trainkit.kernel.compiled import shared


@shared
def happen(run: Run, number: int, now_h: float) -> None:
    """Let a boat leave late, land, or pass to its next state."""
    it = run.boats[number]
    if it.state == PLANNED:
        departure.leave_late(run, number, now_h)
        return
    if it.state == ENDED:
        return
    course.pause(it, now_h)
    if it.lands == 1:
        boats.land(run, number, now_h)
        _landed(run, number, now_h)
        return
    was = it.state
    boats.worsen(run, number, now_h)
    if it.state == IN_DOUBT and was != IN_DOUBT:
        alarms.cry_for_help(run, number)
    if survival.remaining(it) == 0:
        _nobody_left(run, number, now_h)
        return
    course.go_on(run, number)
    _noticed(run, number, was, now_h)


@shared
def _landed(run: Run, number: int, now_h: float) -> None:
    """Close the case of a boat that was in sight when it landed; others are inquired into."""
    case = run.cases[number]
    if case.open == 0:
        return
    if case.found == 1:
        closing.close(run, number, closing.LANDED, now_h)
        leaving.release(run, number, now_h)
    else:
        closing.inquire_landed(run, number, now_h)


@shared
def _nobody_left(run: Run, number: int, now_h: float) -> None:
    """End a boat whose last person was lost; a search for it goes on until a decision."""
    case = run.cases[number]
    boats.end(run, number, now_h)
    if case.open == 1 and case.found == 1:
        closing.close(run, number, closing.LOST, now_h)
        leaving.release(run, number, now_h)
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

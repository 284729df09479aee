"""Which unit goes: a rescue asks nobody's leave, and distress is served before everything else.

A centre sends its own State's units, vessels that heed every centre, and, where tasking is shared
and the partner knows, the partner's. Who is chosen arrives first, or carries most; who could not
come back with its reserve is not sent. With exponential services and no geography a case waits as
a customer of M/M/c, which a test holds it to.
"""

from trainkit.joint.operation import choice, merchant, transit
from trainkit.joint.operation.kinds import FIRST_UNIT, NUMBER
from trainkit.joint.operation.records import UNIT, Run, retime, write
from trainkit.joint.operation.state import BOARDING, GETTING_READY, NOBODY, STANDING_BY
from trainkit.kernel.compiled import shared

_TASKED = NUMBER["unit_tasked"]
_KEPT_WAITING, _BOARDED = NUMBER["alert_kept_waiting"], NUMBER["boarding_ended"]
_SOONER_H = 0.25  # a partner's unit goes too where it arrives by so much sooner


@shared
def dispatch(run: Run, number: int, centre: int, now_h: float) -> None:
    """Send units of a centre to a case until they can carry everyone, or none is left."""
    case, world = run.cases[number], run.worlds[0]
    if centre != case.acting:
        _help(run, number, centre, now_h)
        return
    while case.assigned < world.most_units and not choice.enough(run, number):
        me = choice.best(run, number, centre, now_h)
        if me == NOBODY:
            break
        send(run, me, number, centre, now_h)
    if not choice.enough(run, number):
        merchant.ask(run, number, centre, now_h)
    case.waiting = 0 if choice.enough(run, number) else 1


@shared
def _help(run: Run, number: int, centre: int, now_h: float) -> None:
    """Send one unit of a centre that does not coordinate, where it is needed or arrives sooner."""
    case = run.cases[number]
    me = choice.best(run, number, centre, now_h)
    if me == NOBODY or case.assigned >= run.worlds[0].most_units:
        return
    sooner = now_h + transit.eta_h(run, me, number, now_h) < case.due_h - _SOONER_H
    if sooner or not choice.enough(run, number):
        send(run, me, number, centre, now_h)


@shared
def send(run: Run, me: int, number: int, centre: int, now_h: float) -> None:
    """Order a unit to a case."""
    unit, craft, case = run.units[me], run.crafts[me], run.cases[number]
    time_h = transit.eta_h(run, me, number, now_h)
    case.assigned += 1
    case.due_h = min(case.due_h, now_h + time_h)
    facts = (float(number), time_h, float(centre))
    write(run, now_h, _TASKED, FIRST_UNIT + me, facts)
    if unit.doing == BOARDING:
        if run.worlds[0].finish_boarding == 1:
            unit.ordered = number
            write(run, now_h, _KEPT_WAITING, FIRST_UNIT + me, (float(number),))
            return
        write(run, now_h, _BOARDED, FIRST_UNIT + me, (float(unit.case),))
        let_go_boarding(run, me)
    unit.case = number
    unit.tasked = 1
    if unit.doing == STANDING_BY:
        unit.doing = GETTING_READY
        unit.wait_h = craft.ready_h
        retime(run, UNIT, me)
    else:
        transit.head_for(run, me, now_h)


@shared
def let_go_boarding(run: Run, me: int) -> None:
    """Break a boarding off: the boat goes on as it was, and its case is the centre's."""
    unit = run.units[me]
    if unit.case != NOBODY:
        run.cases[unit.case].found = 0
        run.cases[unit.case].assigned -= 1
        unit.case = NOBODY


@shared
def serve_waiting(run: Run, now_h: float) -> None:
    """Send who has become free to those who wait: distress first, then the longest wait."""
    for phase in range(2, -1, -1):
        for place in range(run.nows[0].n_active):
            number = int(run.active[place])
            case = run.cases[number]
            if case.open == 1 and case.waiting == 1 and case.phase == phase:
                dispatch(run, number, int(case.acting), now_h)

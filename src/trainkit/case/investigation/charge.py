"""From arrest to charge: a skipper's signs of coercion are looked for before it, or after.

Looking after the charge is how a victim becomes a suspect: red line R2.
"""

from trainkit.case.actors import Actor
from trainkit.case.investigation import court, recognition
from trainkit.case.investigation.kinds import actor_name
from trainkit.case.investigation.recognition import Met
from trainkit.case.investigation.run import DAY_H, TEAM_ROOM, Run, Task, Waiting
from trainkit.case.investigation.team import Team
from trainkit.case.victims.signs import presumed

_NUMBERS = 3 * TEAM_ROOM
"""The numbers of arrests begin here; each is the person's own."""


def task(team: Team, person: int) -> Task:
    """Return the task of an arrest; its luck is the person's."""
    return Task(team, "arrest", person, _NUMBERS + team.number * TEAM_ROOM + person, urgent=True)


def hold(run: Run, task: Task) -> Waiting:
    """Write an arrest, take the person out of the network, and bring the case to court."""
    person, member = task.target, run.member(task.target)
    told = {"rank": member.rank, "role": member.role} if member else {"rank": "bystander"}
    run.writer.write("person_arrested", actor_name(person), **told, member=float(bool(member)))
    if task.team.deferred:
        task.team.deferred = False
        run.writer.write("deferral_ended", task.team.name, reason="arrest")
    take_out(run, person)
    yield from _screen(run, task, member)


def take_out(run: Run, person: int) -> None:
    """Take somebody out of the network; on a day of arrests it grows more careful once."""
    run.arrested.add(person)
    if run.member(person) is None:
        return
    run.crew.remove(person)
    day = int(run.env.now // DAY_H)
    if day != run.alarmed_day:
        run.alarmed_day = day
        run.alarm("arrest")


def _screen(run: Run, task: Task, member: Actor | None) -> Waiting:
    """Look for signs of coercion, before the charge or after it; charge where there are none."""
    if member is None or member.role != "skipper":
        bring(run, task)
        return
    subject = actor_name(task.target)
    met = Met(task.team, subject, "case skipper sign", task.target, member.coerced)
    if run.plan.screening == "after_charge":
        _charge_unseen(run, task, met)
    elif (yield from recognition.recognised(run, met)):
        yield from recognition.reflect(run, subject)
    else:
        bring(run, task)


def _charge_unseen(run: Run, task: Task, met: Met) -> None:
    """Charge somebody at whom nobody has looked, and look afterwards."""
    recognition.weighed(run, met, found=False, look=0)
    shows = presumed(recognition.seen(recognition.shown(run, met), 1.0))
    if shows:
        run.writer.write("victim_presumed", met.subject)
    bring(run, task, results=shows)


def bring(run: Run, task: Task, *, results: bool = False) -> None:
    """Charge somebody and bring the case to court, where what is held is enough for a charge.

    Args:
        run: The run.
        task: The arrest.
        results: Whether the offence results from what was done to the person, as it looks.
    """
    if task.team.posterior(task.target) >= run.spec.court.charge_at:
        _charge(run, task, results=results)
    else:
        run.env.process(_hearing(run, task, results=results))


def _charge(run: Run, task: Task, *, results: bool) -> None:
    run.writer.write("person_charged", actor_name(task.target), results=float(results))
    run.env.process(court.trial(run, task))


def _hearing(run: Run, task: Task, *, results: bool) -> Waiting:
    """Let a prosecutor look at an arrest on too little: who is not charged is free again."""
    yield run.env.timeout(run.spec.court.hearing_days * DAY_H)
    if task.team.posterior(task.target) >= run.spec.court.charge_at:
        _charge(run, task, results=results)
        return
    run.arrested.discard(task.target)
    run.standing.let_go.add(task.target)
    court.release(run, task.target)

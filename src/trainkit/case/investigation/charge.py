"""From arrest to charge: a skipper's signs of coercion are looked for before it, or after.

Looking after the charge is how a victim becomes a suspect: red line R2.
"""

from trainkit.case.actors import Actor
from trainkit.case.investigation import court, people
from trainkit.case.investigation.kinds import actor_name
from trainkit.case.investigation.run import DAY_H, TEAM_ROOM, Run, Task, Waiting
from trainkit.case.investigation.team import Team
from trainkit.case.victims.signs import presumed

_NUMBERS = 3 * TEAM_ROOM
"""The numbers of arrests begin here; each is the person's own."""


def task(team: Team, person: int) -> Task:
    """Return the task of an arrest; its luck is the person's."""
    return Task(team, "arrest", person, _NUMBERS + team.number * TEAM_ROOM + person, urgent=True)


def hold(run: Run, task: Task) -> None:
    """Write an arrest, take the person out of the network, and bring the case to court."""
    person, member = task.target, run.member(task.target)
    told = {"rank": member.rank, "role": member.role} if member else {"rank": "bystander"}
    run.writer.write("person_arrested", actor_name(person), **told, member=float(bool(member)))
    if task.team.deferred:
        task.team.deferred = False
        run.writer.write("deferral_ended", task.team.name, reason="arrest")
    take_out(run, person)
    _screen(run, task, member)


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


def _screen(run: Run, task: Task, member: Actor | None) -> None:
    """Look for signs of coercion, before the charge or after it; charge where there are none."""
    subject = actor_name(task.target)
    coerced = member is not None and member.coerced
    shows = member is not None and member.role == "skipper" and _shows(run, task.target, coerced)
    if shows and run.plan.screening == "first":
        people.protect(run, subject)
        run.env.process(_reflect(run, subject))
        return
    if shows:
        run.writer.write("victim_presumed", subject)
    run.writer.write("person_charged", subject, results=float(shows))
    run.env.process(court.trial(run, task))


def _shows(run: Run, person: int, coerced: bool) -> bool:
    """Return whether what can be seen of a skipper is reasonable ground to presume a victim."""
    return presumed(people.signs(run, "case skipper sign", person, is_victim=coerced))


def _reflect(run: Run, subject: str) -> Waiting:
    """Let the reflection period pass; who is protected does not go back to the network."""
    yield run.env.timeout(run.plan.reflection_days * DAY_H)
    run.writer.write("reflection_ended", subject)

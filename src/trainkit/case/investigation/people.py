"""People whom the network exploits: found by those who look, protected, free to speak or not.

Nobody here is a suspect. Help hangs on nothing; who finds the words after the reflection period may
testify, and may take it back; the case has to stand without.
"""

from trainkit.case.investigation import findings
from trainkit.case.investigation.effort import work
from trainkit.case.investigation.kinds import PERSONS, person_name
from trainkit.case.investigation.run import DAY_H, Run, Task, Waiting
from trainkit.case.investigation.team import BOTH, Item, Team
from trainkit.case.victims.reflection import Reflection
from trainkit.case.victims.signs import SIGNS, presumed

_MONTH_H = 30.0 * DAY_H
_TESTIMONY = 2.5
"""Logarithm of the odds that a testimony adds: twelve times likelier with a member. Assumption."""
_FLOOR = 0.1
"""Chance to meet somebody although no keeper of a safe house is known: an assumption."""


def arrivals(run: Run) -> Waiting:
    """Let people come under exploitation: at random, as often as the network is able to."""
    pace = run.spec.harm.exploited_a_month / _MONTH_H
    if not (run.trafficking and pace):
        return
    for number in range(PERSONS):
        yield run.env.timeout(run.gap_h("case exploited", number, 0, 1.0 / pace))
        if run.chance("case exploited so", number) < run.crew.capacity:
            run.env.process(_exploited(run, number))


def _exploited(run: Run, number: int) -> Waiting:
    """Be exploited until found, or until it ends without anybody."""
    subject, began_h = person_name(number), run.env.now
    run.writer.write("exploitation_began", subject)
    found = run.places[number] = run.env.event()
    mean_h = run.spec.harm.exploited_mean_days * DAY_H
    left = run.env.timeout(run.gap_h("case exploited for", number, 0, mean_h))
    yield found | left
    del run.places[number]
    days = (run.env.now - began_h) / DAY_H
    told = {"days": days, "found": float(found.triggered)}
    run.writer.write("exploitation_ended", subject, **told)
    if found.triggered:
        yield from _protected(run, number, run.teams[number % 2])


def contact(run: Run, task: Task) -> Waiting:
    """Meet people where they may be held, and look for signs as far as one suspects them there."""
    team = task.team
    yield from work(run, task)
    suspected = team.belief.posterior[BOTH]
    here = [number for number in run.places if run.teams[number % 2] is team]
    met = run.chance("case met", task.number) < max(_keepers_known(run, team), _FLOOR)
    if not (here and met and run.chance("case signs looked for", task.number) < suspected):
        return
    person = min(here)
    if presumed(signs(run, "case sign", person, is_victim=True)):
        run.places[person].succeed()


def signs(run: Run, name: str, person: int, *, is_victim: bool) -> list[str]:
    """Return the signs that can be seen of somebody."""
    shown = []
    for place, (sign, told) in enumerate(SIGNS.items()):
        if run.chance(name, person, place) < (told.if_victim if is_victim else told.if_not):
            shown.append(sign)
    return shown


def _keepers_known(run: Run, team: Team) -> float:
    """Return the share of the keepers of safe houses in its State whom a team knows."""
    keepers = [
        actor.id
        for actor in run.network.actors
        if actor.role == "safe_house_keeper" and actor.side == team.spec.side
    ]
    return sum(keeper in team.known for keeper in keepers) / len(keepers) if keepers else 0.0


def _protected(run: Run, number: int, team: Team) -> Waiting:
    """Be identified and protected; reflect; perhaps testify, and perhaps take it back."""
    subject = person_name(number)
    reflection = protect(run, subject)
    yield run.env.timeout(reflection.ends_h - run.env.now)
    run.writer.write("reflection_ended", subject)
    if run.chance("case testimony", number) >= run.spec.harm.testimony:
        return
    run.writer.write("testimony_given", subject)
    if run.chance("case withdrawal", number) < run.spec.harm.withdrawal:
        run.writer.write("testimony_withdrawn", subject)
        return
    _testify(run, number, team)


def protect(run: Run, subject: str) -> Reflection:
    """Presume a victim, identify the person, and begin the reflection period."""
    reflection = Reflection(run.env.now, run.plan.reflection_days)
    run.writer.write("victim_presumed", subject)
    run.writer.write("identification_began", subject)
    run.writer.write("identification_ended", subject, outcome="victim")
    run.writer.write("reflection_began", subject, until_h=reflection.ends_h)
    return reflection


def _testify(run: Run, number: int, team: Team) -> None:
    """Let the testimony speak against one who kept the person."""
    keepers = sorted(
        actor.id for actor in run.network.actors if actor.role in {"safe_house_keeper", "recruiter"}
    )
    if not keepers:
        return
    accused = keepers[int(run.chance("case accused", number) * len(keepers))]
    findings.show(run, team.number, accused)
    item = Item(-1 - number, "testimony", accused, _TESTIMONY, True, run.env.now)
    team.take(item, team.number)

"""People whom the network exploits: found by those who look, protected, free to speak or not.

Nobody here is a suspect. Help hangs on nothing; who finds the words after the reflection period may
testify, and may take it back; the case has to stand without.
"""

from trainkit.case.investigation import custody, findings, recognition
from trainkit.case.investigation.effort import work
from trainkit.case.investigation.kinds import PERSONS, actor_name, person_name
from trainkit.case.investigation.recognition import Met
from trainkit.case.investigation.run import DAY_H, Run, Task, Waiting
from trainkit.case.investigation.team import BOTH, Item, Team

_MONTH_H = 30.0 * DAY_H
_TESTIMONY = 2.5
"""Logarithm of the odds that a testimony adds: twelve times likelier with a member. Assumption."""
FLOOR = 0.1
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


def contact(run: Run, task: Task) -> Waiting:
    """Meet people where they may be held, and look for signs as far as one suspects them there."""
    team = task.team
    yield from work(run, task)
    if run.chance("case signs looked for", task.number) >= team.belief.posterior[BOTH]:
        return
    if run.chance("case other met", task.number) < run.spec.harm.others_met:
        run.env.process(_meet_other(run, task))
    here = [
        n for n in run.places if n % 2 == team.number and person_name(n) not in run.standing.met
    ]
    met = run.chance("case met", task.number) < max(_keepers_known(run, team), FLOOR)
    if here and met:
        yield from _meet(run, min(here), team)


def _meet(run: Run, number: int, team: Team) -> Waiting:
    """Meet somebody who is exploited; who is recognised is protected."""
    subject = person_name(number)
    run.standing.met.add(subject)
    met = Met(team, subject, "case sign", number, True, run.places[number])
    if (yield from recognition.recognised(run, met)):
        yield from _protected(run, number, team)


def _meet_other(run: Run, task: Task) -> Waiting:
    """Meet somebody who has no part in it and is nobody's victim, and perhaps shows signs."""
    if not run.bystanders:
        return
    drawn = run.chance("case other", task.number)
    number = run.bystanders[int(drawn * len(run.bystanders))]
    subject = actor_name(number)
    if subject in run.standing.met:
        return
    run.standing.met.add(subject)
    met = Met(task.team, subject, "case other sign", number, False)
    if (yield from recognition.recognised(run, met)):
        yield from recognition.reflect(run, subject)


def _keepers_known(run: Run, team: Team) -> float:
    """Return the share of the keepers of safe houses in its State whom a team knows."""
    keepers = [
        actor.id
        for actor in run.network.actors
        if actor.role == "safe_house_keeper" and actor.side == team.spec.side
    ]
    return sum(keeper in team.known for keeper in keepers) / len(keepers) if keepers else 0.0


def _protected(run: Run, number: int, team: Team) -> Waiting:
    """Reflect, under protection; perhaps testify, and perhaps take it back."""
    subject = person_name(number)
    yield from recognition.reflect(run, subject)
    if run.chance("case testimony", number) >= run.spec.harm.testimony:
        return
    run.writer.write("testimony_given", subject)
    if run.chance("case withdrawal", number) < run.spec.harm.withdrawal:
        run.writer.write("testimony_withdrawn", subject)
        return
    _testify(run, number, team)


def _testify(run: Run, number: int, team: Team) -> None:
    """Let the testimony speak against one who kept the person."""
    keepers = sorted(
        actor.id for actor in run.network.actors if actor.role in {"safe_house_keeper", "recruiter"}
    )
    if not keepers:
        return
    accused = keepers[int(run.chance("case accused", number) * len(keepers))]
    findings.show(run, team.number, accused)
    came = run.env.now, team.number
    item = Item(-1 - number, "testimony", accused, _TESTIMONY, True, *came)
    team.take(item)
    custody.enter(run, team, item)

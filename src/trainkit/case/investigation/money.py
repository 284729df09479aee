"""The money line: enquiries to the financial intelligence unit, freezing, review, confiscation.

A freeze stands on what links the holder to the offence: a review lifts it where the evidence is too
thin. Money that is frozen slows the filling of empty places.
"""

from trainkit.case.finance.hold import suspension_ends_h
from trainkit.case.investigation import findings, second_branch
from trainkit.case.investigation.kinds import actor_name
from trainkit.case.investigation.run import DAY_H, Run, Task, Waiting
from trainkit.case.investigation.team import Team

_HOLDS = {"financier": 4.0, "value_transfer_agent": 2.0, "organiser": 3.0}


def enquire(run: Run, task: Task) -> Waiting:
    """Wait for the unit's answer; it is intelligence, and traces a share of what the target has."""
    spec, team = run.spec.money, task.team
    told = {"enquiry": task.number, "target": task.target}
    run.writer.write("enquiry_sent", team.name, **told)
    after_h = run.wait_h("case fiu", task.number, spec.answer_median_h, spec.answer_sigma)
    yield run.env.timeout(after_h)
    findings.take_in(run, task, in_force=True)
    against = team.against(task.action, task.target)
    yielded = float(against and len(team.items.get(task.target, ())) > 1)
    run.writer.write("enquiry_answered", team.name, **told, after_h=after_h, yielded=yielded)
    second_branch.weigh(run, task)
    if against:
        _trace(run, task)


def holdings(run: Run, person: int) -> float:
    """Return what a member holds now, in crowns: its share of all that was taken in so far."""
    member = run.member(person)
    if member is None:
        return 0.0
    whole = sum(_HOLDS.get(actor.role, 0.1) for actor in run.network.actors)
    weeks = 26.0 + run.env.now / (7 * DAY_H)
    return run.spec.money.proceeds_crowns * weeks * _HOLDS.get(member.role, 0.1) / whole


def _trace(run: Run, task: Task) -> None:
    held = holdings(run, task.target)
    known = run.traced.get(task.target, 0.0)
    found = min(run.spec.money.traced * held, held - known)
    if found > 0.0:
        run.traced[task.target] = known + found
        run.writer.write("assets_traced", task.team.name, target=task.target, crowns=found)


def freeze(run: Run, task: Task) -> Waiting:
    """Freeze what was traced, and let the freeze be reviewed at its term."""
    crowns = run.traced.get(task.target, 0.0) - run.frozen.get(task.target, 0.0)
    task.team.aim(task.action, task.target)
    if crowns <= 0.0:
        return
    _hold(run, task.target, crowns)
    run.writer.write("assets_frozen", task.team.name, target=task.target, crowns=crowns)
    yield from _review(run, task, crowns)


def _review(run: Run, task: Task, crowns: float) -> Waiting:
    """Review a freeze at its term; what a court has confiscated by then is not reviewed."""
    frozen_h = run.env.now
    yield run.env.timeout(suspension_ends_h(task.team.spec.side, frozen_h) - frozen_h)
    if run.confiscated_h.get(task.target, -1.0) >= frozen_h:
        return
    held = _links(task.team, task.target) >= run.spec.money.links_needed
    told = {"target": task.target, "crowns": crowns, "held": float(held)}
    run.writer.write("freeze_reviewed", task.team.name, **told)
    if not held:
        _hold(run, task.target, -crowns)


def _links(team: Team, person: int) -> int:
    """Return how many items of evidence a court may hear speak against somebody."""
    items = team.items.get(person, ())
    return sum(item.weight > 0.0 and item.admissible for item in items)


def share_frozen(run: Run) -> float:
    """Return the share of all that the network holds which is frozen now."""
    held = sum(holdings(run, actor.id) for actor in run.network.actors)
    return sum(run.frozen.values()) / held if held else 0.0


def _hold(run: Run, person: int, crowns: float) -> None:
    """Freeze or let go; the more of its assets is frozen, the slower the network fills places."""
    run.frozen[person] = run.frozen.get(person, 0.0) + crowns
    run.crew.slowed_by = run.spec.money.frozen_slows * share_frozen(run)


def confiscate(run: Run, person: int) -> None:
    """Take what is frozen of somebody who was convicted."""
    crowns = run.frozen.get(person, 0.0)
    if crowns > 0.0:
        run.confiscated_h[person] = run.env.now
        subject = actor_name(person)
        run.writer.write("assets_confiscated", subject, target=person, crowns=crowns)

"""The money line: enquiries to the financial intelligence unit, what they trace, confiscation.

What a team traces, it knows alone until it tells the partner. The unit of each State sees other
accounts of a holder than the other's, as long as there are any; when all is traced, it comes upon
what the partner has traced before.
"""

from trainkit.case.investigation import findings, second_branch
from trainkit.case.investigation.kinds import actor_name
from trainkit.case.investigation.run import DAY_H, Run, Task, Waiting
from trainkit.case.investigation.team import Team
from trainkit.case.investigation.traced import Lot, State, part


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
        trace(run, task.team, task.target)


def taken_in(run: Run) -> float:
    """Return what the network has taken in so far, in crowns: half a year of it before the case."""
    weeks = 26.0 + run.env.now / (7 * DAY_H)
    return run.spec.money.proceeds_crowns * weeks


def holdings(run: Run, person: int) -> float:
    """Return what a member holds now, in crowns: its share of all that was taken in so far."""
    member = run.member(person)
    if member is None:
        return 0.0
    return taken_in(run) * part(member) / run.parts


def trace(run: Run, team: Team, person: int) -> None:
    """Trace a share of what somebody holds, or come upon what the partner has traced."""
    held, register = holdings(run, person), run.register
    found = min(run.spec.money.traced * held, held - register.whole(person))
    if found > 0.0:
        register.trace(team.number, person, found)
        run.writer.write("assets_traced", team.name, target=person, crowns=found)
    elif again := register.find_again(team.number, person):
        run.writer.write("assets_found_again", team.name, target=person, crowns=again)


def tell(run: Run, giver: Team, taker: Team, person: int, channel: str) -> None:
    """Let a team know what the other has traced of somebody, and write by which channel."""
    if crowns := run.register.tell(giver.number, taker.number, person):
        told: dict[str, float | str] = {"target": person, "crowns": crowns, "channel": channel}
        run.writer.write("assets_shared", taker.name, **told)


def share_frozen(run: Run) -> float:
    """Return the share of all that the network holds which is frozen now."""
    held = taken_in(run)
    return run.register.withheld() / held if held else 0.0


def put(run: Run, lots: list[Lot], state: State) -> None:
    """Freeze or let go; the more of its assets is frozen, the slower the network fills places."""
    for lot in lots:
        lot.state = state
    run.crew.slowed_by = run.spec.money.frozen_slows * share_frozen(run)


def confiscate(run: Run, person: int) -> None:
    """Take what is frozen of somebody who was convicted."""
    lots = run.register.held(person)
    if lots:
        put(run, lots, "confiscated")
        crowns = sum(lot.crowns for lot in lots)
        subject = actor_name(person)
        run.writer.write("assets_confiscated", subject, target=person, crowns=crowns)

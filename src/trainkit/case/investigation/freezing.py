"""Freezing: a team freezes what it knows of, where it lies in its State, and asks for the rest.

What a team knows is what it traced itself or was told of. What lies in the other State is frozen by
that State's authority, on a request by the channel in use that says what is known. A freeze stands
on what links the holder to the offence: a review lifts it where the evidence is too thin.

Sources:
    CETS 198 and ETS 141, freezing on a request of the other State: `reference/law.md` L4.7.
    The order of a judge: `reference/law.md` L4.8.
"""

from trainkit.case.finance.hold import suspension_ends_h
from trainkit.case.investigation import authority, findings, money, partner
from trainkit.case.investigation.effort import work
from trainkit.case.investigation.run import TEAM_ROOM, Run, Task, Waiting
from trainkit.case.investigation.team import Team
from trainkit.case.investigation.traced import Lot

_NUMBERS = 9 * TEAM_ROOM
_FROM_PARTNER = 1.0


def at_home(run: Run, team: Team, person: int) -> bool:
    """Return whether what somebody holds lies in a team's State: where the person lives."""
    member = run.member(person)
    return member is None or member.side == team.spec.side


def freezable(run: Run, team: Team, person: int) -> bool:
    """Return whether a team knows of money that it may freeze, or ask its partner to freeze."""
    at = run.register.loose if at_home(run, team, person) else run.register.untold
    return bool(at(team.number, person))


def freeze(run: Run, task: Task) -> Waiting:
    """Freeze what the team knows of and nobody has frozen; let it be reviewed at its term."""
    task.team.aim(task.action, task.target)
    yield from _hold(run, task)


def _hold(run: Run, task: Task, asked: float = 0.0) -> Waiting:
    lots = run.register.loose(task.team.number, task.target)
    if not lots:
        return
    crowns = sum(lot.crowns for lot in lots)
    money.put(run, lots, "frozen")
    told = {"target": task.target, "crowns": crowns}
    run.writer.write("assets_frozen", task.team.name, **told, asked=asked)
    yield from _review(run, task, lots, told)


def _review(run: Run, task: Task, lots: list[Lot], told: dict[str, float]) -> Waiting:
    """Review a freeze at its term; what a court has confiscated by then is not reviewed."""
    frozen_h = run.env.now
    yield run.env.timeout(suspension_ends_h(task.team.spec.side, frozen_h) - frozen_h)
    if any(lot.state == "confiscated" for lot in lots):
        return
    held = _links(task.team, task.target) >= run.spec.money.links_needed
    run.writer.write("freeze_reviewed", task.team.name, **told, held=float(held))
    if not held:
        money.put(run, lots, "loose")


def _links(team: Team, person: int) -> int:
    """Return how many items of evidence a court may hear speak against somebody."""
    items = team.items.get(person, ())
    return sum(item.weight > 0.0 and item.admissible for item in items)


def request(run: Run, task: Task) -> Waiting:
    """Ask the other State's authority to freeze what lies there, and tell what is known of it."""
    other = run.partner(task.team)
    yield from _tell(run, task, other)
    there = task._replace(team=other, number=_NUMBERS + task.number)
    if (yield from authority.ask(run, there)) is not None:
        yield from _hold(run, there, _FROM_PARTNER)


def _tell(run: Run, task: Task, other: Team) -> Waiting:
    """Send what is known of the holder's money, and why; the same is not asked for twice."""
    lots = run.register.untold(task.team.number, task.target)
    for lot in lots:
        lot.asked = True
    yield from work(run, task)
    channel = partner.channel_now(run)
    told: dict[str, float | str] = {"target": task.target, "channel": channel}
    crowns = sum(lot.crowns for lot in lots)
    run.writer.write("freeze_requested", task.team.name, **told, crowns=crowns)
    task.team.aim(task.action, task.target)
    yield from partner.send(run, task, channel, "trace_money")
    findings.show(run, other.number, task.target)
    partner.hand_over(run, task.team, other, task.target, channel)

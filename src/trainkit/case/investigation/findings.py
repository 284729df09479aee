"""What an action brings in: ties, an item for or against, an alarm; never more than it can show."""

from collections.abc import Collection
from functools import cache

from trainkit.case import hypotheses
from trainkit.case.hypotheses.items import Enquiry, asked
from trainkit.case.hypotheses.seeking import TELLS, confirms
from trainkit.case.investigation import custody, deferral, weighing
from trainkit.case.investigation.bystanders import wrongly
from trainkit.case.investigation.run import MOBILE, Run, Task
from trainkit.case.investigation.spec import ActionSpec
from trainkit.case.investigation.team import BOTH, LAWFUL, SMUGGLING, Item, Team

PAIR_ROOM = 8192
"""The number of a pair is its first times this, and its second."""
TELLS_KIND = frozenset(
    {"witness_interview", "financial_enquiry", "surveillance", "source_handling"}
)
"""Actions whose answers tell what kind of case it is."""
_DISCRIMINATING = {SMUGGLING: 0.2, BOTH: 0.7, LAWFUL: 0.05}
_CONFIRMING = {SMUGGLING: 0.8, BOTH: 0.8, LAWFUL: 0.1}
"""Chances of a yes under each explanation: a question that tells two of them apart, or not."""
CHANCES = {"discriminate": _DISCRIMINATING, "confirm": _CONFIRMING}


def take_in(run: Run, task: Task, in_force: bool) -> None:
    """Enter what an action has brought, and write it.

    Args:
        run: The run.
        task: The action.
        in_force: Whether its order was in force to the end.
    """
    spec = run.actions[task.action]
    ties = _ties(run, task, spec)
    item = _item(run, task, spec, in_force)
    task.team.aim(task.action, task.target)
    number = -1 if item is None else item.number
    run.writer.write("action_done", task.team.name, **task.told, item=number, ties=ties)
    if item is not None and task.action in TELLS_KIND:
        _test_hypothesis(run, task)
    if run.happens("case alarm", task.number, spec.alarm):
        run.alarm("noticed")


def _ties(run: Run, task: Task, spec: ActionSpec) -> int:
    """Enter the ties that the action shows; return how many are news."""
    if spec.shows_ties == 0.0:
        return 0
    news, times = 0, task.team.times(task.action, task.target)
    name = f"case tie {task.action}"
    met: Collection[int] = task.team.ties.get(task.target, ())
    most = spec.shows_ties * run.opacity
    for other in [one for one in run.around[task.target] if one not in met]:
        drawn = run.chance(name, task.target * PAIR_ROOM + other, times)
        if drawn < most and drawn < most * _share(run, task, spec, other):
            news += tie(run, task.team, task.number, task.target, other)
            show(run, task.team.number, other)
    return news


def tie(run: Run, team: Team, item: int, one: int, other: int) -> bool:
    """Let a team learn that two are tied, by an item or an answer; return whether it is news."""
    news = team.tie(one, other)
    if news:
        run.writer.write("tie_shown", team.name, item=item, actor=one, other=other)
    return news


def _share(run: Run, task: Task, spec: ActionSpec, other: int) -> float:
    """Return how much of an aide's chance to be shown a tie has."""
    ends = [run.member(person) for person in (task.target, other)]
    share = spec.boss_shown if any(end and end.rank == "boss" for end in ends) else 1.0
    far = ends[1]
    if far and far.side != task.team.spec.side and far.role not in MOBILE:
        share *= spec.abroad_shown
    return share


def show(run: Run, team: int, person: int) -> None:
    """Let a team hear of somebody."""
    if run.teams[team].hear_of(person, run.env.now):
        member = run.member(person)
        rank = member.rank if member else "bystander"
        run.writer.write("actor_shown", run.teams[team].name, actor=person, rank=rank)


def _item(run: Run, task: Task, spec: ActionSpec, in_force: bool) -> Item | None:
    """Enter what the action says of its target; None where it says nothing or nothing new."""
    team = task.team
    if spec.hit == 0.0 or (task.action, task.target, team.number) in team.heard:
        return None
    weight, grade = _said(run, task, spec)
    gap = run.happens("case custody", task.number, spec.custody_gap)
    admissible = spec.evidence and in_force and not gap and not _tainted(run, task)
    came = run.env.now, team.number, grade
    item = Item(task.number, task.action, task.target, weight, admissible, *came)
    team.take(item)
    custody.enter(run, team, item, gap=gap, in_force=in_force)
    _consider(run, task)
    return item


def _said(run: Run, task: Task, spec: ActionSpec) -> tuple[float, str]:
    """Return what an action weighs for or against its target, and the grade of its source."""
    grade = weighing.grade(run, task, spec)
    if_member, if_not = weighing.chances(spec, grade)
    known = run.member(task.target) is not None
    right = if_member if known else wrongly(run, task.target, if_not)
    against = run.chance(f"case hit {task.action}", task.target, task.team.number) < right
    return weighing.weight(spec, against, grade), grade


def _tainted(run: Run, task: Task) -> bool:
    """Return whether it came while an arrest was put off without an order."""
    return task.target in run.chargeable and not task.team.deferred


def _consider(run: Run, task: Task) -> None:
    """Note that somebody could be arrested now: from then on, waiting needs an order."""
    if task.team.posterior(task.target) < run.spec.court.charge_at:
        return
    if task.target in run.chargeable | run.arrested:
        return
    run.chargeable.add(task.target)
    if not task.team.deferred:
        run.env.process(deferral.wait(run, task.team, task.target))


@cache
def _enquiry(action: str, target: int, purpose: str) -> Enquiry:
    return asked(f"{action} {target}", CHANCES[purpose])


@cache
def _answer(action: str, target: int, purpose: str, said: str) -> hypotheses.Item:
    return _enquiry(action, target, purpose).item(said)


def _test_hypothesis(run: Run, task: Task) -> None:
    """Ask what kind of case it is, as the plan asks."""
    chances = CHANCES[run.plan.enquiry]
    enquiry = _enquiry(task.action, task.target, run.plan.enquiry)
    belief = task.team.belief
    told = {"bits": belief.bits(enquiry), "confirms": float(confirms(belief, enquiry))}
    truth = BOTH if run.trafficking else SMUGGLING
    yes = run.chance(f"case kind {task.action}", task.target, task.team.number) < chances[truth]
    said = "yes" if yes else "no"
    task.team.belief = belief.update(_answer(task.action, task.target, run.plan.enquiry, said))
    told["suspected"] = task.team.belief.posterior[BOTH]
    told["tells"] = float(told["bits"] >= TELLS)
    run.writer.write("hypothesis_tested", task.team.name, **told)

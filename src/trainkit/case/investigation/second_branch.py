"""The branch of terrorist financing: apart from the case, with its own threshold and its own term.

An answered enquiry may show what opens it: a fact about what money is for. Where somebody comes
from or what somebody believes is never weighed, and nothing of the case itself is. Somebody else
looks again within the branch's term; what is unfounded is closed, and so is what nobody reviewed.
"""

from trainkit.case.finance.branch import TERRORIST_FINANCING, opened
from trainkit.case.investigation.run import Run, Task, Waiting

_WEIGHED = tuple(TERRORIST_FINANCING.weights)
_HOLDERS = frozenset({"financier", "value_transfer_agent"})


def weigh(run: Run, task: Task) -> None:
    """Open the branch where what an enquiry has shown is enough for it; once for each target."""
    if task.target in run.standing.branched:
        return
    seen = indicators(run, task, founded=task.target == funder(run))
    if not seen or not opened(seen, TERRORIST_FINANCING.name):
        return
    run.standing.branched.add(task.target)
    due_h = run.env.now + TERRORIST_FINANCING.review_h
    told = {"target": task.target, "indicators": len(seen), "due_h": due_h}
    run.writer.write("branch_opened", task.team.name, **told)
    run.env.process(_review(run, task, seen))


def indicators(run: Run, task: Task, *, founded: bool) -> frozenset[str]:
    """Return what is seen of what the branch weighs; the same for everybody of whom it is not so.

    Args:
        run: The run.
        task: The enquiry.
        founded: The truth.
    """
    spec = run.spec.money
    chance = spec.branch_sign if founded else spec.branch_wrong
    return frozenset(
        name
        for place, name in enumerate(_WEIGHED)
        if run.chance("case branch", task.target, place) < chance
    )


def funder(run: Run) -> int:
    """Return the number of the one whose money serves terrorism; 0 where nobody's does."""
    holders = [actor.id for actor in run.network.actors if actor.role in _HOLDERS]
    if not holders or run.chance("case branch founded", 0) >= run.spec.money.financing:
        return 0
    return holders[int(run.chance("case branch holder", 0) * len(holders))]


def _review(run: Run, task: Task, seen: frozenset[str]) -> Waiting:
    """Have a prosecutor look again within the term, and hand the branch over or close it."""
    opened_h, term = run.env.now, run.env.timeout(TERRORIST_FINANCING.review_h)
    review = run.env.event()
    if "prosecutors" in task.team.desks:
        work_h = run.elapsed_h(run.spec.money.branch_review_h)
        review = run.env.process(task.team.desks["prosecutors"].serve(work_h, priority=0))
    yield review | term
    founded = task.target == funder(run)
    reason = "term"
    if review.triggered:
        reason = "handed_over" if founded or _seen_twice(run, task, seen) else "unfounded"
    told = {"after_h": run.env.now - opened_h, "founded": float(founded)}
    run.writer.write("branch_closed", task.team.name, target=task.target, reason=reason, **told)


def _seen_twice(run: Run, task: Task, seen: frozenset[str]) -> bool:
    """Return whether somebody else makes the same mistakes: seldom, since they are mistakes."""
    chance = run.spec.money.branch_wrong
    again = [
        name
        for place, name in enumerate(_WEIGHED)
        if name in seen and run.chance("case branch again", task.target, place) < chance
    ]
    return opened(again, TERRORIST_FINANCING.name)

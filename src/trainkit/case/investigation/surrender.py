"""Somebody wanted who lives abroad: held for the request, surrendered, or the file passed on.

Provisional arrest ends when the request comes, and at forty days in any case. A State does not
surrender its own nationals; its prosecutor gets the file. What one State does not punish it does
not surrender for.
"""

from trainkit.case import law
from trainkit.case.investigation import authority, charge, court, partner
from trainkit.case.investigation.kinds import actor_name
from trainkit.case.investigation.run import DAY_H, Run, Task, Waiting

_REQUEST_DAYS = 25.0
"""Median days to draft, translate and send the papers of a request: an assumption."""
_NATIONAL = 0.7
"""Chance that somebody who lives in a State is its national: an assumption."""


def provisional(run: Run, task: Task) -> Waiting:
    """Have somebody held by the partner until the request comes, and no longer than allowed."""
    warrant = yield from authority.ask(run, task)
    if warrant is None or task.target in run.arrested:
        return
    charge.take_out(run, task.target)
    began_h = run.env.now
    papers_h = run.wait_h(
        "case papers", task.target, _REQUEST_DAYS * DAY_H, run.spec.channels.sigma
    )
    ends_h = law.PROVISIONAL_ARREST.ends_h(began_h, began_h + papers_h)
    yield run.env.timeout(ends_h - began_h)
    came = began_h + papers_h <= ends_h
    told = {"held_days": (ends_h - began_h) / DAY_H, "request_came": float(came)}
    run.writer.write("provisional_arrest_ended", actor_name(task.target), **told)
    if came:
        yield from _surrender(run, task)
    else:
        court.release(run, task.target)


def _surrender(run: Run, task: Task) -> Waiting:
    member = run.network.by_id[task.target]
    own = run.chance("case national", task.target) < _NATIONAL
    if own:
        _pass_on(run, task)
        return
    spec = run.spec.channels
    median_h = spec.surrender_median_days * DAY_H
    yield run.env.timeout(run.wait_h("case surrender", task.target, median_h, spec.sigma))
    ruling = law.may_surrender(run.plan.offence, requested=member.side, national_of_requested=own)
    subject = actor_name(task.target)
    run.writer.write("surrender_decided", subject, granted=float(ruling.holds))
    if ruling.holds:
        run.env.process(court.trial(run, task))
    else:
        court.release(run, task.target)


def _pass_on(run: Run, task: Task) -> None:
    """Pass the file to the partner's prosecutor, by way of legal assistance."""
    other = run.partner(task.team)
    run.writer.write("file_passed_on", other.name, target=task.target)
    partner.share(run, task.team, other, (task.target,), "assistance")
    run.env.process(court.trial(run, Task(other, task.action, task.target, task.number)))

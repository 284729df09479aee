"""Somebody wanted who lives abroad: held for the request, surrendered, or the file passed on.

Provisional arrest ends when the request comes, and at forty days in any case. A State does not
surrender its own nationals; its prosecutor gets the file. What one State does not punish it does
not surrender for. To have somebody expelled instead is quick, and red line R7.
"""

from trainkit.case import law
from trainkit.case.investigation import authority, charge, court, offence, partner
from trainkit.case.investigation.court import Brought
from trainkit.case.investigation.kinds import actor_name
from trainkit.case.investigation.run import DAY_H, Run, Task, Waiting

_REQUEST_DAYS = 25.0
"""Median days to draft, translate and send the papers of a request: an assumption."""


def fetch(run: Run, task: Task) -> Waiting:
    """Have somebody taken abroad, by the way that the plan has."""
    warrant = yield from authority.ask(run, task)
    if warrant is None or task.target in run.arrested:
        return
    charge.take_out(run, task.target)
    if run.plan.abroad == "expel":
        yield from _expel(run, task, "no_request")
    else:
        yield from _provisional(run, task)


def _provisional(run: Run, task: Task) -> Waiting:
    """Have somebody held by the partner until the request comes, and no longer than allowed."""
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
    """Ask for a surrender; the request names one offence, and only that can be granted."""
    asked_for, spec = offence.proved(run, task.team, task.target), run.spec.channels
    if run.chance("case national", task.target) < spec.nationals:
        yield from _refused(run, task, own=True)
        return
    median_h = spec.surrender_median_days * DAY_H
    yield run.env.timeout(run.wait_h("case surrender", task.target, median_h, spec.sigma))
    if _granted(run, task.target, asked_for):
        run.env.process(court.trial(run, task, Brought(surrendered_for=asked_for)))
    else:
        yield from _refused(run, task, own=False)


def _granted(run: Run, person: int, asked_for: str) -> bool:
    """Write whether somebody who is no national is surrendered for an offence; return it."""
    side = run.network.by_id[person].side
    ruling = law.may_surrender(asked_for, requested=side, national_of_requested=False)
    told: dict[str, float | str] = {"granted": float(ruling.holds), "offence": asked_for}
    told["dual"] = float(law.dual_criminality(asked_for).holds)
    run.writer.write("surrender_decided", actor_name(person), **told)
    return ruling.holds


def _refused(run: Run, task: Task, *, own: bool) -> Waiting:
    """Take no for an answer: pass the file on or let the person go; or have the person expelled."""
    if run.plan.abroad == "expel_if_refused":
        yield from _expel(run, task, "refusal")
    elif own:
        _pass_on(run, task)
    else:
        court.release(run, task.target)


def _expel(run: Run, task: Task, instead_of: str) -> Waiting:
    median_h = run.spec.channels.expulsion_median_days * DAY_H
    yield run.env.timeout(run.wait_h("case expulsion", task.target, median_h, 0.5))
    run.writer.write("person_expelled", actor_name(task.target), instead_of=instead_of)
    run.env.process(court.trial(run, task, Brought(expelled=True)))


def _pass_on(run: Run, task: Task) -> None:
    """Pass the file to the partner's prosecutor, by way of legal assistance."""
    other = run.partner(task.team)
    run.writer.write("file_passed_on", other.name, target=task.target)
    partner.share(run, task.team, other, (task.target,), "assistance")
    run.env.process(court.trial(run, Task(other, task.action, task.target, task.number)))

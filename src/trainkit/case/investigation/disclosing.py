"""What a request to the partner tells of people, on what basis, and whether there is a record.

A request needs few fields about the one person whom it concerns. Who sends the whole file tells of
others too, of whom nothing is asked and for whom there is no basis: red line R5. A record that is
made afterwards with an earlier hour is an altered log: red line R8.
"""

from functools import cache

from trainkit.case.investigation.run import Run, Task
from trainkit.case.sharing.gate import decide
from trainkit.case.sharing.grounds import purpose, purposes
from trainkit.case.sharing.request import Recipient, Request, State

PURPOSE = "identify"
_BASES = {
    "police": "cooperation_agreement",
    "assistance": "legal_assistance",
    "joint_team": "joint_team",
}
_SUSPECT = 0.5
"""Of who is less likely a member than not, a request can say nothing as of a suspect."""


@cache
def told_fields(content: str, why: str = PURPOSE) -> tuple[str, ...]:
    """Return the fields that a request tells: what it needs, or all that any purpose would."""
    if content == "minimum":
        return purpose(why).needs
    needs = (one.needs for one in purposes().values() if not one.protects)
    return tuple(dict.fromkeys(name for names in needs for name in names))


@cache
def _passes(sender: State, receiver: State, channel: str, content: str, why: str) -> bool:
    """Return whether the sharing gate lets a request go."""
    to = Recipient(f"{receiver} team", receiver, (why,))
    fields, days = told_fields(content, why), purpose(why).most_days
    asked = Request(why, _BASES[channel], to, "suspect", fields, days, "police", sender, sender)
    return decide(asked).verdict != "refused"


def tell(run: Run, task: Task, channel: str, why: str = PURPOSE) -> None:
    """Write what a request tells, of its target and, with the whole file, of others.

    Args:
        run: The run.
        task: The request.
        channel: By which it goes.
        why: Its purpose, which says what it needs to tell.
    """
    content, sides = run.plan.request_content, [team.spec.side for team in run.teams]
    sender = task.team.spec.side
    receiver = sides[1 - sides.index(sender)]
    fitting = _passes(sender, receiver, channel, content, why)
    if run.plan.records == "before":
        run.writer.write("record_made", task.team.name, request=task.number, late=0.0)
    _disclosed(run, task, "named", why, fitting=fitting)
    if content == "all":
        for _ in others(task):
            _disclosed(run, task, "none", why, fitting=False)


def others(task: Task) -> list[int]:
    """Return those in the file on a target who are no suspects, lowest number first."""
    near = task.team.ties.get(task.target, ())
    return sorted(person for person in near if task.team.posterior(person) < _SUSPECT)


def _disclosed(run: Run, task: Task, basis: str, why: str, *, fitting: bool) -> None:
    sent = told_fields(run.plan.request_content, why)
    run.writer.write(
        "personal_data_disclosed",
        task.team.name,
        request=task.number,
        basis=basis,
        entitled=1.0,
        fitting=float(fitting),
        recorded=float(run.plan.records == "before"),
        oral=0.0,
        sent=len(sent),
        needed_sent=len(set(sent) & set(purpose(why).needs)) if basis == "named" else 0,
    )


def record_late(run: Run, task: Task, told_h: float) -> None:
    """Make the record that was not made before: as of now, or with an hour that it was not.

    Args:
        run: The run.
        task: The request.
        told_h: Hour at which the data went.
    """
    if run.plan.records == "before":
        return
    run.writer.write("record_made", task.team.name, request=task.number, late=1.0)
    if run.plan.records == "back_dated":
        by_h = run.env.now - told_h
        run.writer.write("record_back_dated", task.team.name, request=task.number, by_h=by_h)

"""The court: by actor, on what it may hear; who was charged on too little goes free.

What speaks for the accused is disclosed. Where it was held back, the trial may fail on that alone.
"""

from trainkit.case.investigation import money
from trainkit.case.investigation.kinds import actor_name
from trainkit.case.investigation.run import DAY_H, Run, Task, Waiting

_COLLAPSE = 0.5
"""Chance that a trial fails because what speaks for the accused was held back: an assumption."""


def trial(run: Run, task: Task) -> Waiting:
    """Wait for the judgment of the first court, and write it."""
    spec, person = run.spec.court, task.target
    yield run.env.timeout(
        run.wait_h("case trial", person, spec.trial_median_days * DAY_H, spec.trial_sigma)
    )
    member = run.member(person)
    convicted = task.team.court_posterior(person) >= spec.convict_at and not _collapses(run, task)
    run.writer.write(
        "trial_ended",
        actor_name(person),
        result="convicted" if convicted else "acquitted",
        member=float(member is not None),
        rank=member.rank if member else "bystander",
    )
    if convicted:
        money.confiscate(run, person)
    else:
        release(run, person)


def _collapses(run: Run, task: Task) -> bool:
    """Return whether held-back material that speaks for the accused comes to light."""
    items = task.team.items.get(task.target, ())
    speaks_for = any(item.weight < 0.0 for item in items)
    held_back = run.plan.disclosure == "selected" and speaks_for
    return held_back and run.chance("case disclosure", task.target) < _COLLAPSE


def release(run: Run, person: int) -> None:
    """Set somebody free; a member goes back to the network."""
    member = run.member(person)
    run.writer.write("person_released", actor_name(person), member=float(member is not None))
    if member is not None:
        run.crew.restore(person)

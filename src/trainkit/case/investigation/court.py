"""The court: by actor, on what it may hear; who was charged on too little goes free.

What speaks for the accused is disclosed. Where it was held back, the trial may fail on that alone.
Who was surrendered is tried for what the surrender was granted for, and for nothing else; who was
expelled in place of a surrender is not tried at all.
"""

from dataclasses import dataclass

from trainkit.case import law
from trainkit.case.investigation import money, offence
from trainkit.case.investigation.kinds import actor_name
from trainkit.case.investigation.run import DAY_H, Run, Task, Waiting

_COLLAPSE = 0.5
"""Chance that a trial fails because what speaks for the accused was held back: an assumption."""


@dataclass(frozen=True)
class Brought:
    """How the accused came before the court.

    Attributes:
        surrendered_for: The offence of a surrender; empty where there was none.
        expelled: Whether the person was expelled in place of a surrender.
    """

    surrendered_for: str = ""
    expelled: bool = False


AT_HOME = Brought()


def trial(run: Run, task: Task, brought: Brought = AT_HOME) -> Waiting:
    """Wait for the judgment of the first court, and write it."""
    spec, person = run.spec.court, task.target
    median_h = spec.trial_median_days * DAY_H
    yield run.env.timeout(run.wait_h("case trial", person, median_h, spec.trial_sigma))
    member, told = run.member(person), _judged(run, task, brought)
    told["member"], told["rank"] = float(bool(member)), member.rank if member else "bystander"
    run.writer.write("trial_ended", actor_name(person), **told)
    if told["result"] == "convicted":
        money.confiscate(run, person)
    else:
        release(run, person)


def _judged(run: Run, task: Task, brought: Brought) -> dict[str, float | str]:
    """Return what is judged: the charge, whether law allows it, and what the items come to."""
    team, items = task.team, task.team.items.get(task.target, ())
    charge = charged(run, task, brought)
    speciality = not brought.expelled and _keeps_speciality(brought, charge)
    sufficient = team.court_posterior(task.target) >= run.spec.court.convict_at
    told: dict[str, float | str] = {
        "offence": charge,
        "side": team.spec.side,
        "items": len(items),
        "admissible": sum(item.admissible for item in items),
        "sufficient": float(sufficient),
        "speciality": float(speciality),
        "dual": float(law.dual_criminality(charge).holds),
    }
    return {**told, "result": _result(run, task, told)}


def charged(run: Run, task: Task, brought: Brought) -> str:
    """Return what is charged: for who was surrendered, what the plan says of it."""
    if brought.surrendered_for and run.plan.charge_surrendered == "as_granted":
        return brought.surrendered_for
    return offence.proved(run, task.team, task.target)


def _keeps_speciality(brought: Brought, charge: str) -> bool:
    granted = brought.surrendered_for
    return not granted or law.may_charge(granted, charge).holds


def _result(run: Run, task: Task, told: dict[str, float | str]) -> str:
    if not told["speciality"]:
        return "barred"
    if law.offence(str(told["offence"])).punished_in(task.team.spec.side) is None:
        return "no_offence"
    return "convicted" if told["sufficient"] and not _collapses(run, task) else "acquitted"


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

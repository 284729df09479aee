"""What may be ordered at a pause: each order with its words, tried against the law and the plan."""

from collections.abc import Iterator

from trainkit.case.investigation.plan import ArrestSpec, OrderSpec, PlanSpec
from trainkit.case.investigation.sense import CHOICES, contradictions
from trainkit.case.investigation.spec import InvestigationSpec
from trainkit.exercise.case.known import Choice
from trainkit.exercise.case.standing import reflecting
from trainkit.kernel.logbook import Logbook

_TRIED_H = 10.0
"""Hours a week that an action is tried with: any would do."""


def choices(
    spec: InvestigationSpec, plan: PlanSpec, book: Logbook, now_h: float
) -> Iterator[Choice]:
    """Yield what may be ordered now, and why the rest may not.

    Args:
        spec: What is played, with the orders so far.
        plan: The plan in force.
        book: What has happened so far.
        now_h: The moment of the pause.
    """
    for order, known in CHOICES.items():
        tried = [(word, _refused(spec, order, word, now_h)) for word in known]
        yield Choice(
            order=order,
            now=_now(plan, order),
            may=tuple(word for word, why in tried if not why),
            closed=tuple((word, why) for word, why in tried if why),
        )
    yield Choice("arrest", "", (plan.arrest.whom,))
    yield from _numbers(plan)
    yield Choice("end_reflection", "", reflecting(book))


def _refused(spec: InvestigationSpec, order: str, word: str, now_h: float) -> str:
    """Return why an order may not be given now; empty where it may."""
    told = {"time_h": now_h, "order": order, "word": word, "amount": _TRIED_H}
    new = OrderSpec.model_validate(told)
    tried = spec.model_copy(update={"orders": (*spec.orders, new)})
    return next(iter(contradictions(tried)), "")


def _now(plan: PlanSpec, order: str) -> str:
    if order == "arrest_set":
        return plan.arrest.whom
    if order == "hours":
        efforts = (f"{one.action} {one.hours_a_week:g} h" for one in plan.efforts)
        return ", ".join(efforts)
    return str(getattr(plan, order))


def _numbers(plan: PlanSpec) -> Iterator[Choice]:
    for order, on in (
        ("deconflict", plan.deconflict),
        ("defer_arrest", plan.arrest.deferred),
        ("second_look", plan.second_look),
    ):
        yield Choice(order, "1" if on else "0", ("1", "0"))
    low, high = _bounds()
    yield Choice("sure_at", f"{plan.arrest.sure_at:g}", (f"{low:g} to {high:g}",))


def _bounds() -> tuple[float, float]:
    told = ArrestSpec.model_json_schema()["properties"]["sure_at"]
    return float(told["minimum"]), float(told["maximum"])

"""Orders: they change the plan in force at their time, or make arrests now."""

from collections.abc import Callable
from typing import Any

from trainkit.case.investigation import arrest, recognition
from trainkit.case.investigation.plan import ArrestSpec, EffortSpec, OrderSpec, PlanSpec
from trainkit.case.investigation.run import Run, Waiting

_WORDS = frozenset(
    {
        *("focus", "channel", "offence", "on_danger", "screening", "enquiry"),
        *("abroad", "charge_surrendered", "request_content", "records"),
    }
)

Change = Callable[[PlanSpec, OrderSpec], dict[str, Any]]


def obey(run: Run, order: OrderSpec) -> Waiting:
    """Carry an order out at its time."""
    yield run.env.timeout(order.time_h)
    told = {"order": order.order, "amount": order.amount}
    run.writer.write("order_given", run.teams[0].name, **told)
    if order.order == "arrest":
        arrest.make(run, -1)
        return
    if order.order == "end_reflection":
        recognition.end_early(run, order)
        return
    run.plan = changed(run.plan, order)
    if order.order == "hours":
        for (_, action), line in run.lines.items():
            if action == order.word:
                line.interrupt()


def changed(plan: PlanSpec, order: OrderSpec) -> PlanSpec:
    """Return the plan after an order."""
    if order.order in _WORDS:
        return plan.model_copy(update={order.order: order.word})
    return plan.model_copy(update=_CHANGES[order.order](plan, order))


def _hours(plan: PlanSpec, order: OrderSpec) -> dict[str, Any]:
    others = tuple(one for one in plan.efforts if one.action != order.word)
    new = EffortSpec.model_validate({"action": order.word, "hours_a_week": order.amount})
    return {"efforts": (*others, new)}


def _arrest_set(plan: PlanSpec, order: OrderSpec) -> dict[str, Any]:
    return {"arrest": plan.arrest.model_copy(update={"whom": order.word})}


def _deferred(plan: PlanSpec, order: OrderSpec) -> dict[str, Any]:
    return {"arrest": plan.arrest.model_copy(update={"deferred": bool(order.amount)})}


def _sure_at(plan: PlanSpec, order: OrderSpec) -> dict[str, Any]:
    return {"arrest": ArrestSpec.model_validate({**dict(plan.arrest), "sure_at": order.amount})}


def _second_look(_plan: PlanSpec, order: OrderSpec) -> dict[str, Any]:
    return {"second_look": bool(order.amount)}


def _deconflict(_plan: PlanSpec, order: OrderSpec) -> dict[str, Any]:
    return {"deconflict": bool(order.amount)}


_CHANGES: dict[str, Change] = {
    "hours": _hours,
    "arrest_set": _arrest_set,
    "defer_arrest": _deferred,
    "deconflict": _deconflict,
    "second_look": _second_look,
    "sure_at": _sure_at,
}

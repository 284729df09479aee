"""What a plan may not be: against itself, or without a basis in law."""

import math
from collections import Counter
from collections.abc import Iterator
from functools import cache

from trainkit.case import law
from trainkit.case.investigation import bystanders
from trainkit.case.investigation.kinds import GRADES
from trainkit.case.investigation.orders import changed
from trainkit.case.investigation.plan import (
    ARREST_SETS,
    ArrestSpec,
    EffortSpec,
    OrderSpec,
    PlanSpec,
)
from trainkit.case.investigation.spec import InvestigationSpec
from trainkit.case.network.spec import require_ties_enough
from trainkit.case.victims.reflection import Reflection
from trainkit.errors import TrainkitError, nearest
from trainkit.guard import require_lawful_features
from trainkit.model import Spec, declarations

CHOICES: dict[str, tuple[str, ...]] = {
    "focus": ("hub", "low_level", "money", "brokers", "map"),
    "channel": ("police", "assistance", "joint_team"),
    "offence": ("smuggling", "organised_crime", "trafficking", "laundering"),
    "on_danger": ("pass_on", "hold"),
    "screening": ("first", "after_charge"),
    "enquiry": ("discriminate", "confirm"),
    "abroad": ("surrender", "expel_if_refused", "expel"),
    "request_content": ("minimum", "all"),
    "records": ("before", "after", "back_dated"),
    "charge_surrendered": ("as_granted", "as_found"),
    "arrest_set": ARREST_SETS,
    "hours": law.ACTIONS,
}
"""What an order may say, by its name, where it says a word."""
_BOUNDED: dict[str, tuple[type[Spec], str]] = {
    "hours": (EffortSpec, "hours_a_week"),
    "sure_at": (ArrestSpec, "sure_at"),
}
"""What an order changes, by its name, where that is a number."""


def require_sense(spec: InvestigationSpec) -> None:
    """Refuse a case that contradicts itself.

    Raises:
        TrainkitError: the first contradiction, in a sentence.
    """
    require_ties_enough(spec.network)
    for told in contradictions(spec):
        raise TrainkitError(told)


def contradictions(spec: InvestigationSpec) -> Iterator[str]:
    """Yield what may not be together, in sentences."""
    known = [action.action for action in spec.actions]
    twice = [action for action, n in Counter(known).items() if n > 1]
    if twice:
        yield f"The action '{twice[0]}' is described twice. Keep one description of it."
    yield from bystanders.contradictions(spec)
    yield from _of_grades(spec)
    yield from _of_plan(spec, spec.plan, "The plan")
    plan = spec.plan
    for order in sorted(spec.orders, key=lambda order: order.time_h):
        wrong = list(_of_order(order))
        yield from wrong
        if not wrong and order.order not in {"arrest", "end_reflection"}:
            plan = changed(plan, order)
            yield from _of_plan(spec, plan, f"After the order of hour {order.time_h:g} the plan")


def _of_grades(spec: InvestigationSpec) -> Iterator[str]:
    for told in spec.actions:
        for grade in told.grades:
            if grade not in GRADES:
                yield (
                    f"The action '{told.action}' has a source of grade '{grade}'."
                    f"{nearest(grade, GRADES)} Give a letter from A to F for the source and a "
                    "figure from 1 to 6 for what it says."
                )


def _of_order(order: OrderSpec) -> Iterator[str]:
    words = CHOICES.get(order.order)
    yield from _out_of_bounds(order)
    if words is not None and order.word not in words:
        require_lawful_features(order.word, f"The order '{order.order}'")
        yield (
            f"The order '{order.order}' of hour {order.time_h:g} says '{order.word}'."
            f"{nearest(order.word, words)} It may say {', '.join(words)}."
        )
    if order.order == "end_reflection":
        yield from _without_reason(order)


def _out_of_bounds(order: OrderSpec) -> Iterator[str]:
    """Yield why an amount is none that the plan may have."""
    if order.order not in _BOUNDED:
        return
    least, most = _bounds(order.order)
    if not least <= order.amount <= most:
        yield (
            f"The order '{order.order}' of hour {order.time_h:g} says {order.amount:g}. Give a "
            f"number from {least:g} to {most:g}."
        )


@cache
def _bounds(order: str) -> tuple[float, float]:
    """Return between what the plan holds what an order changes, as the plan declares it."""
    spec, name = _BOUNDED[order]
    row = next(row for row in declarations(spec) if row.name == name)
    return row.low or 0.0, row.high or math.inf


def _without_reason(order: OrderSpec) -> Iterator[str]:
    """Yield why a reflection period does not end on an order: ground, reason, or person."""
    if not order.whom:
        yield (
            f"The order 'end_reflection' of hour {order.time_h:g} names nobody. Say whose period "
            "ends, as the logbook names the person, such as 'person 3'."
        )
    try:
        Reflection(began_h=0.0).end(0.0, order.word, order.reason)
    except TrainkitError as error:
        yield f"The order 'end_reflection' of hour {order.time_h:g}: {error}"


def _of_plan(spec: InvestigationSpec, plan: PlanSpec, whose: str) -> Iterator[str]:
    known = {action.action for action in spec.actions}
    planned = [one.action for one in plan.efforts if one.hours_a_week > 0.0]
    for action, n in Counter(planned).items():
        if n > 1:
            yield f"{whose} has hours for '{action}' twice. Add them up in one line."
        if action in {"arrest", "defer_arrest"}:
            yield f"{whose} has hours for '{action}'. Arrests are planned under 'arrest'."
        elif action not in known:
            yield (
                f"{whose} has hours for '{action}', of which the case says nothing."
                f"{nearest(action, known)} Describe it under [[parameters.actions]]."
            )
        yield from _without_basis(spec, plan, action, whose)


def _without_basis(
    spec: InvestigationSpec, plan: PlanSpec, action: str, whose: str
) -> Iterator[str]:
    for team in spec.teams:
        if not law.allows(team.side, action, plan.offence):
            yield (
                f"{whose} has hours for '{action}' for {plan.offence}, which has no legal basis in "
                f"{team.side}. Choose another action, or another offence for which there are "
                "grounds."
            )

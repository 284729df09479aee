"""Force at sea: necessary, proportionate, after a warning, with care for all on board, reported.

Force follows the plan's rules when the act is joint, and the own State's when it is not. A rule
allows, it never demands: that the rules name a measure does not make it necessary.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from trainkit.joint.enforcement.cover import Plan
from trainkit.joint.enforcement.sources import cited

MEASURES = ("presence", "voice", "hands", "restraint")
"""Measures in order of severity; a firearm is no measure against a boat with people on board."""
Measure = Literal["presence", "voice", "hands", "restraint"]
Threat = Literal["none", "refusal", "resistance", "attack"]
_MOST = {"none": 0, "refusal": 1, "resistance": 2, "attack": 3}
REQUIREMENTS = ("necessity", "proportionality", "warning", "precaution", "rules", "report")
Requirement = Literal["necessity", "proportionality", "warning", "precaution", "rules", "report"]


@dataclass(frozen=True)
class Use:
    """One use of force.

    Attributes:
        measure: What was done.
        threat: What it answered: nothing, a refusal, resistance, an attack on a person.
        milder_tried: Whether a milder step was tried, or none was open.
        warned: Whether a warning was given, and time left to heed it.
        no_time_to_warn: Whether a warning would itself have endangered life.
        passengers_safe: Whether those on board were seated, in lifejackets, and out of the way.
        time_h: When, in hours of the exercise.
        reported_h: When it was reported; None while it is not.
    """

    measure: Measure
    threat: Threat
    milder_tried: bool
    warned: bool
    passengers_safe: bool
    time_h: float
    reported_h: float | None
    no_time_to_warn: bool = False


@dataclass(frozen=True)
class Fault:
    """A requirement that a use of force does not meet, why, and its sources."""

    requirement: Requirement
    why: str
    sources: tuple[str, ...]


def faults(use: Use, plan: Plan, now_h: float) -> tuple[Fault, ...]:
    """Return what a use of force does not meet, in the order of `REQUIREMENTS`.

    Args:
        use: What was done.
        plan: Whose rules on force apply.
        now_h: The hour at which it is looked at: a report may still come in time.
    """
    found = (rule(use, plan, now_h) for rule in _RULES)
    return tuple(one for one in found if one is not None)


def most(threat: Threat) -> Measure:
    """Return the severest measure that may still be proportionate to a threat."""
    return ("presence", "voice", "hands", "restraint")[_MOST[threat]]


def report_due_h(use: Use, plan: Plan) -> float:
    """Return the hour until which a use of force is to be reported."""
    return use.time_h + plan.report_within_h


def _necessity(use: Use, _plan: Plan, _now_h: float) -> Fault | None:
    if use.measure == "presence" or (use.milder_tried and use.threat != "none"):
        return None
    why = "A milder step was open, or nothing had to be answered."
    return Fault("necessity", why, cited("L1.14"))


def _proportionality(use: Use, _plan: Plan, _now_h: float) -> Fault | None:
    if MEASURES.index(use.measure) <= _MOST[use.threat]:
        return None
    why = f"'{use.measure}' is more than '{use.threat}' calls for."
    return Fault("proportionality", why, cited("L1.14"))


def _warning(use: Use, _plan: Plan, _now_h: float) -> Fault | None:
    if use.measure in {"presence", "voice"} or use.warned or use.no_time_to_warn:
        return None
    return Fault("warning", "Nobody was warned, and there was time to warn.", cited("L1.14"))


def _precaution(use: Use, _plan: Plan, _now_h: float) -> Fault | None:
    if use.measure == "presence" or use.passengers_safe:
        return None
    why = "Those on board were not made safe before."
    return Fault("precaution", why, cited("L1.14", "L1.8", "L3.4"))


def _rules(use: Use, plan: Plan, _now_h: float) -> Fault | None:
    if plan.allows(use.measure):
        return None
    return Fault("rules", f"The rules do not name '{use.measure}'.", cited("P15", "L1.14"))


def _report(use: Use, plan: Plan, now_h: float) -> Fault | None:
    made_h = now_h if use.reported_h is None else use.reported_h
    if use.measure in {"presence", "voice"} or made_h <= report_due_h(use, plan):
        return None
    return Fault("report", "It was not reported within the deadline.", cited("P15", "L1.14"))


_RULES: tuple[Callable[[Use, Plan, float], Fault | None], ...] = (
    _necessity,
    _proportionality,
    _warning,
    _precaution,
    _rules,
    _report,
)

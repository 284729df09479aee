"""What is shown after a commit in E3: a thousand nights beside the standing order, and why."""

from collections.abc import Callable, Mapping
from typing import Any

from trainkit.lessons.e3 import nights, vessels
from trainkit.lessons.e3.boarding_log import NAMES, found
from trainkit.lessons.e3.case import Situation
from trainkit.lessons.e3.moments import OPTIONS, WHY
from trainkit.lessons.e3.standing import standing_order
from trainkit.lessons.e3.vessels import clock, follows
from trainkit.lessons.task import Answer, Reveal

_CHANCE = (
    "A good decision that ends badly in one night is still a good decision: look at the thousand."
)
_R1 = (
    "Your order crosses a red line: people were known to be in distress, and something that serves "
    "the inquiry began before they were taken off. Rescue waits for no enforcement."
)
_LABEL = "Hours that people spend in distress (person h)"


def reveal(case: Situation, task_id: str, answer: Answer) -> Reveal:
    """Return what a committed answer did, and why."""
    return _REVEALS[task_id](case, answer)


def _gates(case: Situation, answer: Answer) -> Reveal:
    named = dict(vessels.OPTIONS)
    lines = []
    for number, vessel in enumerate(case.vessels, start=1):
        decision = follows(vessel, case.plan)
        rests = ", ".join(decision.sources)
        ordered = named[answer[f"vessel_{number}"]]
        lines.append(f"Vessel {number}. You: {ordered}. At the gate: {decision.why} ({rests})")
    return Reveal("\n\n".join(lines))


def _played(case: Situation, task: str, answer: Answer, persons: int, told: str) -> Reveal:
    standing = standing_order(case)[task]
    mine, other = (
        nights.played(case, task, one, case.seed, nights.NIGHTS) for one in (answer, standing)
    )
    hours = {
        "your decision": mine["person_hours_in_distress"],
        "standing order": other["person_hours_in_distress"],
    }
    parts = [_read_aloud(persons, mine, other), told]
    if nights.crossed(case, task, answer):
        parts.append(_R1)
    return Reveal("\n\n".join([*parts, _CHANCE]), hours, _LABEL)


def _read_aloud(persons: int, mine: nights.Values, other: nights.Values) -> str:
    everybody = [int((one["persons_alive"] >= persons).sum()) for one in (mine, other)]
    means = [
        f"{one['persons_alive'].mean():.1f} of {persons} people alive after "
        f"{one['person_hours_in_distress'].mean():.0f} hours in distress all together, and "
        f"{one['evidence'].mean():.1f} things found that stand"
        for one in (mine, other)
    ]
    return (
        f"In {everybody[0]} of 1,000 nights everybody lives with your decision; with the standing "
        f"order in {everybody[1]}. On average, yours: {means[0]}. The standing order: {means[1]}."
    )


def _order(case: Situation, answer: Answer) -> Reveal:
    boat = case.distressed
    told = (
        f"Kite can carry {boat.capacity} of {boat.persons} people. The others wait for the second "
        f"unit, which needs {boat.helper_h:g} h from the moment it is told. When people step "
        "across without lifejackets, about one boat in three capsizes; with them one in twenty. "
        "What is found counts when it has a basis and when whoever speaks was cared for first. "
        "A rescue that comes first costs the inquiry little: most traces are still there when "
        "everybody is safe."
    )
    return _played(case, "e3_order", answer, boat.persons, told)


def _wait(case: Situation, answer: Answer) -> Reveal:
    boat = case.waiting
    told = (
        f"A cue is seen up to {boat.sight_nm:g} NM. It comes about half way to distress. A call "
        "comes late or never, since people in such boats have no radio. Whoever goes at the first "
        "cue has time for lifejackets. The inquiry loses little by that: what was asked for is "
        "still answered, and who boards on a yes after the rescue finds what is left to find. A "
        "boarding without a yes finds nothing that stands."
    )
    return _played(case, "e3_wait", answer, boat.persons, told)


def _force(case: Situation, answer: Answer) -> Reveal:
    named = dict(OPTIONS)
    lines = [
        f"Moment {number}. You: {named[answer[f'moment_{number}']]}. {WHY[moment.calls_for]}"
        for number, moment in enumerate(case.moments, start=1)
    ]
    lines.append("A rule allows a measure; it never makes it necessary.")
    return Reveal("\n\n".join(lines))


def _record(case: Situation, _answer: Answer) -> Reveal:
    log, plan = case.log, case.plan
    lines = [
        f"{name} at {clock(use.time_h)} UTC: {told}"
        for name, use, told in zip(NAMES, log.uses, log.told, strict=True)
    ]
    lines += [
        f"{name}: {fault.requirement}. {fault.why} ({', '.join(fault.sources)})"
        for name, fault in found(log, plan)
    ]
    lines.append(
        "A fault that is reported by the unit itself is a fault that can be put right. One that is "
        "left out of the report is two."
    )
    return Reveal("\n\n".join(lines))


_REVEALS: Mapping[str, Callable[[Situation, Mapping[str, Any]], Reveal]] = {
    "e3_gates": _gates,
    "e3_order": _order,
    "e3_wait": _wait,
    "e3_force": _force,
    "e3_record": _record,
}

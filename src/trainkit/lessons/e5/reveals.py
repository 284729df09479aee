"""What is shown after commit: what the answer did and why, without points."""

from collections.abc import Callable, Mapping

import numpy as np

from trainkit.kernel.luck import Luck
from trainkit.lessons.e5.base import base_plan, digest
from trainkit.lessons.e5.case import Situation, plan_of
from trainkit.lessons.e5.night_why import log_why, patrol_why, rescue_why
from trainkit.lessons.e5.slips import moment
from trainkit.lessons.e5.tasks import BEARINGS, EFFECTS, READINGS, VERDICTS
from trainkit.lessons.e5.versions import HEAD, edited
from trainkit.lessons.e5.water import LAST_YEAR, flaw, held, sightings
from trainkit.lessons.e5.window import ACTS, CLOCKS, LOGS, misjudged
from trainkit.lessons.task import Answer, Reveal

_NIGHTS, _A_NIGHT = 1_000, 12


def _window(case: Situation, answer: Answer) -> Reveal:
    window = case.window
    yours = misjudged(case.seed, window, moment(answer, "start"), moment(answer, "end"))
    wrong = misjudged(case.seed, window, window.start, window.wall_clock_end)
    first = window.first.isoformat(timespec="minutes")
    text = (
        f"The paper is in operation from {first}. The plan begins at "
        f"{window.start.isoformat(timespec='minutes')} and ends, {window.lasts_h} hours later, at "
        f"{window.end.isoformat(timespec='minutes')}: the clocks changed in between.\n\n"
        f"A thousand logs of {ACTS} joint acts were drawn over the night and six hours on either "
        f"side. With your window {int((yours > 0).sum()):,} of {LOGS:,} logs held an act that was "
        f"judged wrongly, on average {yours.mean():.1f} of {ACTS}. With the change forgotten at "
        f"the end it would have been {wrong.mean():.1f}. Each is a joint act without a plan, or "
        "one that was held back for nothing."
    )
    samples = {"yours": yours, "change forgotten": wrong}
    return Reveal(text, samples, f"acts of {ACTS} judged wrongly")


def _elements(case: Situation, answer: Answer) -> Reveal:
    named = dict(VERDICTS)
    lines = [
        f"Line {n}, {line.part}: {line.text} You: it {named[answer[f'line_{n}']]}. {line.why}"
        for n, line in enumerate(case.draft, start=1)
    ]
    return Reveal("\n\n".join(lines))


def _area(case: Situation, answer: Answer) -> Reveal:
    old = "last year's area"
    places = sightings(case.water, Luck(case.seed), "e5 nights", _NIGHTS * _A_NIGHT)
    samples = {
        name: held(places, area).reshape(_NIGHTS, _A_NIGHT).sum(axis=1)
        for name, area in (("yours", answer), (old, LAST_YEAR))
    }
    wrong = flaw(case.water, answer)
    text = (
        f"A thousand nights with {_A_NIGHT} boats without lights each were drawn. Your area held "
        f"{samples['yours'].mean():.1f} of them on average, last year's "
        f"{samples[old].mean():.1f}. In "
        f"{int(np.sum(samples['yours'] > samples[old])):,} of "
        f"{_NIGHTS:,} nights yours held more. "
    )
    end = f"Both sides could not approve it, though. {wrong}" if wrong else (
        "Both sides could approve it: it keeps off the land and the closed ground, and the units "
        "can watch it. A boat in distress is helped wherever it is."
    )  # fmt: skip
    return Reveal(text + end, samples, f"boats of {_A_NIGHT} inside the area")


def _versions(case: Situation, answer: Answer) -> Reveal:
    before, named = digest(base_plan(case.window)), dict(EFFECTS)
    lines = [f"Version 1 has the hash {before[:HEAD]}..."]
    for n, edit in enumerate(case.edits, start=1):
        after = digest(edited(case.window, edit))
        told = "the same" if after == before else "another"
        lines.append(
            f"Edit {n}: {edit.told} Hash {after[:HEAD]}..., {told}. You: "
            f"{named[answer[f'edit_{n}']]}."
        )
    lines.append(_approvals(case))
    return Reveal("\n\n".join(lines))


def _approvals(case: Situation) -> str:
    told = []
    for number, figures in enumerate(case.history.hashes, start=1):
        who = sorted({side for side, signed in case.history.approvals if signed == figures})
        told.append(
            f"Version {number} ({figures[:HEAD]}) is signed by {' and '.join(who) or 'no one'}"
        )
    return ". ".join(told) + ". Only what both have signed can be acted on."


def _acts(case: Situation, answer: Answer) -> Reveal:
    named, window = dict(READINGS), case.window
    lines = []
    for n, one in enumerate(case.acts, start=1):
        there = one.act.at.astimezone(CLOCKS["Alder"]).isoformat(timespec="minutes")
        lines.append(
            f"Act {n}: {one.told} On Alder's clock {there}; the plan runs from "
            f"{window.start:%H:%M} to {window.end.astimezone(CLOCKS['Alder']):%H:%M} there. "
            f"{_standing(case, n)} You: {named[answer[f'act_{n}']]}."
        )
    return Reveal("\n\n".join(lines))


def _standing(case: Situation, number: int) -> str:
    from trainkit.joint.plan import gate
    from trainkit.joint.plan.covering import within

    plan, act = plan_of(case.window), case.acts[number - 1].act
    asked = gate(None, act)
    if act.rescue or not act.joint or "no basis" in asked.reason:
        return asked.reason
    return within(plan, act).reason


def _joining(case: Situation, answer: Answer) -> Reveal:
    named = dict(BEARINGS)
    lines = [
        f"Proposal {n}: {one.text} You: {named[answer[f'proposal_{n}']]}. {one.why}"
        for n, one in enumerate(case.letter.proposals, start=1)
    ]
    return Reveal("\n\n".join(lines))


def _orders(case: Situation, answer: Answer) -> Reveal:
    told = (
        rescue_why(case.night.aboard, str(answer["rescue"])),
        patrol_why(case.night.place, str(answer["patrol"])),
        log_why(case.night.early, str(answer["log"])),
    )
    return Reveal("\n\n".join(told))


_BY_TASK: Mapping[str, Callable[[Situation, Answer], Reveal]] = {
    "e5_window": _window,
    "e5_elements": _elements,
    "e5_area": _area,
    "e5_versions": _versions,
    "e5_acts": _acts,
    "e5_joining": _joining,
    "e5_orders": _orders,
}


def reveal(case: Situation, task_id: str, answer: Answer) -> Reveal:
    """Return what a committed answer of a task did, and why."""
    return _BY_TASK[task_id](case, answer)

"""What is shown after commit: what the answer did and why, without points."""

from collections.abc import Callable, Mapping

from trainkit.lessons.a1.case import Situation
from trainkit.lessons.a1.daylog import NAMES
from trainkit.lessons.a1.night_why import BOARDING_WHY, DATA_WHY, rescue_why
from trainkit.lessons.a1.places import PLACES
from trainkit.lessons.a1.signing import ALDER, BOREA, first_instant, other_readings, written
from trainkit.lessons.a1.slips import moment
from trainkit.lessons.a1.tasks import KINDS, NOTEBOOKS, READINGS, VERDICTS
from trainkit.lessons.a1.thousand import ACTS, LOGS, by_reading
from trainkit.lessons.task import Answer, Reveal

_COUNTED = "the day of signature counted"


def _date(case: Situation, answer: Answer) -> Reveal:
    right = first_instant(case.signing)
    readings = {"yours": moment(answer, "first"), _COUNTED: other_readings(case.signing)[_COUNTED]}
    samples = by_reading(case.seed, right, readings)
    touched = int((samples["yours"] > 0).sum())
    text = (
        f"Signed {written(case.signing.at)} ({case.signing.host}), that day not counted, the paper "
        f"is in operation from {written(right)} on that clock, and no point names an end.\n\n"
        f"A thousand logs of {ACTS} acts each were drawn over the four days about that instant. "
        f"With your reading {touched:,} of {LOGS:,} logs held an act that was judged wrongly, on "
        f"average {samples['yours'].mean():.1f} acts of {ACTS}. With the day of signature counted "
        f"it would have been {samples[_COUNTED].mean():.1f}. Each is an act that somebody would "
        "later have to defend, or that was held back for nothing."
    )
    return Reveal(text, samples, f"acts of {ACTS} judged wrongly")


def _acts(case: Situation, answer: Answer) -> Reveal:
    right, named = first_instant(case.signing), dict(READINGS)
    lines = [f"First instant: {written(right)} ({case.signing.host})."]
    for number, act in enumerate(case.acts, start=1):
        there = act.at.astimezone(right.tzinfo)
        side = "after" if there >= right else "before"
        lines.append(
            f"Act {number}: {act.when} is {written(there)} ({case.signing.host}), {side} the first "
            f"instant. Basis noted: {act.basis}. You: it {named[answer[f'act_{number}']]}. "
            f"{_basis_why(act.basis)}"
        )
    return Reveal("\n\n".join(lines))


def _basis_why(basis: str) -> str:
    if basis.endswith("alone"):
        return "No point gives a power; the day changes nothing."
    if basis.startswith("the paper"):
        return "It is an activity under the paper, so the instant decides."
    return "It stands on that basis and asks nothing of the paper; rescue least of all."


def _verbs(case: Situation, answer: Answer) -> Reveal:
    named = dict(KINDS)
    lines = [
        f"Clause {n}, point {clause.point}, {clause.subject}. You: "
        f"{named[answer[f'clause_{n}']].partition(':')[0]}. {clause.why}"
        for n, clause in enumerate(case.clauses, start=1)
    ]
    return Reveal("\n\n".join(lines))


def _sentences(case: Situation, answer: Answer) -> Reveal:
    named = dict(VERDICTS)
    lines = [
        f"Sentence {n}: {sentence.text} You: it {named[answer[f'sentence_{n}']]}. {sentence.why}"
        for n, sentence in enumerate(case.sentences, start=1)
    ]
    return Reveal("\n\n".join(lines))


def _log(case: Situation, answer: Answer) -> Reveal:
    log, alder = case.log, case.signing.clock(ALDER)
    second = max(log.alder_approved, log.borea_approved).astimezone(alder)
    lines = [
        (
            f"On Alder's clock the second side approved the plan at {second:%H:%M}. You took "
            f"{answer['unplanned']} for the act before it, {answer['power']} for a power and "
            f"{answer['stronger']} for the stronger verb, and counted {answer['own']} acts with a "
            "basis of their own."
        )
    ]
    lines += [
        f"{name}: {entry.at.astimezone(alder):%H:%M} on Alder's clock. {entry.told} Basis noted: "
        f"{entry.basis}."
        for name, entry in zip(NAMES, log.entries, strict=True)
        if entry.basis.startswith("the p")
    ]
    lines.append(
        "These are the entries that hang on the paper or its plan; all others would stand without "
        "it. A talk under the paper is sound. A search is not: the paper gives no power. A message "
        "that says 'must' where the paper says 'consider' is to be put right the same day."
    )
    return Reveal("\n\n".join(lines))


def _night(case: Situation, answer: Answer) -> Reveal:
    told = (
        rescue_why(case.night.aboard, str(answer["rescue"])),
        BOARDING_WHY[case.night.vessel],
        DATA_WHY[case.night.request],
        f"What you ordered is entered in the log of {BOREA} too: both sides read it tomorrow.",
    )
    return Reveal("\n\n".join(told))


def _map(case: Situation, answer: Answer) -> Reveal:
    named = dict(NOTEBOOKS)
    lines = [
        f"Point {point}: {PLACES[point]} You: {named[answer[f'point_{line}']]}."
        for line, point in enumerate(case.mapped, start=1)
    ]
    return Reveal("\n\n".join(lines))


_BY_TASK: Mapping[str, Callable[[Situation, Answer], Reveal]] = {
    "a1_date": _date,
    "a1_acts": _acts,
    "a1_verbs": _verbs,
    "a1_sentences": _sentences,
    "a1_log": _log,
    "a1_night": _night,
    "a1_map": _map,
}


def reveal(case: Situation, task_id: str, answer: Answer) -> Reveal:
    """Return what a committed answer of a task did, and why."""
    return _BY_TASK[task_id](case, answer)

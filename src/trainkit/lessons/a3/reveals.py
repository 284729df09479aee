"""What is shown after commit: what the answer did and why, without points."""

from collections.abc import Callable, Mapping

from trainkit.lessons.a3.case import File, Situation
from trainkit.lessons.a3.periods import LETTERS
from trainkit.lessons.a3.tasks import CLASSES, DOES, MEANS, PUNISHED, PURPOSE, TREATED
from trainkit.lessons.task import Answer, Reveal


def _elements(case: Situation, answer: Answer) -> Reveal:
    kinds, means, purpose = dict(CLASSES), dict(MEANS), dict(PURPOSE)
    lines = [
        f"File {one.number}. You: act {answer[f'act_{one.number}']}, means "
        f"{means[answer[f'means_{one.number}']]}, purpose "
        f"{purpose[answer[f'purpose_{one.number}']]}; {kinds[answer[f'kind_{one.number}']]}. "
        f"{_why(one)}"
        for one in case.closed
    ]
    return Reveal("\n\n".join(lines))


def _why(file: File) -> str:
    return f"{file.why} ({', '.join(file.rows)})"


def _laws(case: Situation, answer: Answer) -> Reveal:
    named = dict(PUNISHED)
    lines = [
        f"File {one.number}. You: punished in {named[answer[f'law_{one.number}']]}. {one.law} "
        f"({', '.join(one.rows)})"
        for one in case.closed
    ]
    return Reveal("\n\n".join([*lines, _TRAP]))


_TRAP = (
    "Alder punishes help with an illegal entry even without profit, save rescue, humanitarian help "
    "for nothing, and whoever brings a child in his or her own care. Borea asks for a benefit. "
    "Where one of the two does not punish, a request for surrender fails: both have to (L2.18)."
)


def _files(case: Situation, answer: Answer) -> Reveal:
    kinds = dict(CLASSES)
    lines = [
        f"File {one.number}. You: {kinds[answer[f'kind_{one.number}']]}. {_why(one)}"
        for one in case.files
    ]
    presumed = sum(value in {"trafficking", "both"} for value in answer.values())
    said = (
        f"You presumed a victim of trafficking in {presumed} of {len(case.files)} files. Whoever "
        "passes a victim by weighs three times; whoever labels everybody tells nobody apart. A "
        "presumption that turns out wrong one day was still right if the signs were there."
    )
    return Reveal("\n\n".join([said, *lines]))


def _treat(case: Situation, answer: Answer) -> Reveal:
    named = dict(TREATED)
    lines = [
        f"Paper {n}, file {one.file.number}. You: {named[answer[f'paper_{n}']]}. {one.why} "
        f"({', '.join(one.rows)})"
        for n, one in enumerate(case.papers, start=1)
    ]
    return Reveal("\n\n".join([*lines, _VISIBLE]))


_VISIBLE = (
    "Each is judged by what was visible when you decided, and not by how the story ends. An "
    "identified or presumed victim who is charged, held as a suspect or removed is red line R2."
)


def _clock(case: Situation, answer: Answer) -> Reveal:
    shown, named = case.periods, dict(DOES)
    lines = [
        f"Period {n}. You: {named[answer[f'does_{n}']]}. {one.why} ({', '.join(one.rows)})"
        for n, one in enumerate(shown.asked, start=1)
    ]
    lines += [
        f"Count {n}. {one.told} You: day {answer[f'ends_{n}']:g}. {_COUNTED}"
        for n, one in enumerate(shown.counts, start=1)
    ]
    stands = shown.proofs[LETTERS.index(answer["stands"])]
    lines.append(f"You keep case {answer['stands']}, which rests on {stands.told}. {_STANDS}")
    return Reveal("\n\n".join(lines))


_COUNTED = (
    "Days run from the presumption, for as long as the State gives, and for thirty at the least "
    "(L2.8, L4.15)."
)
_STANDS = (
    "A statement that is told twice, noted or filmed is still one statement. A case stands without "
    "it when things and papers speak that nobody has to take back."
)

_BY_TASK: Mapping[str, Callable[[Situation, Answer], Reveal]] = {
    "a3_elements": _elements,
    "a3_laws": _laws,
    "a3_files": _files,
    "a3_treat": _treat,
    "a3_clock": _clock,
}


def reveal(case: Situation, task_id: str, answer: Answer) -> Reveal:
    """Return what a committed answer of a task did, and why."""
    return _BY_TASK[task_id](case, answer)

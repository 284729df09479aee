"""What is shown after a commit in C4: what the decision did, and why."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from trainkit.kernel.luck import Luck
from trainkit.lessons.c4 import day, due
from trainkit.lessons.c4.case import Situation
from trainkit.lessons.c4.standing import standing_order
from trainkit.lessons.score import RedLine
from trainkit.lessons.task import Answer, Reveal

DAYS = 60
_LABEL = "Right details that were told on a day"
_CHANCE = (
    "A good plan on a day on which few wanted to speak was still a good plan: look at all of them."
)
_LINES = {
    "R1": "{}. That is a red line (R1): help waits for nobody's question.",
    "R2": "{}. That is a red line (R2): a possible victim's first contact is no interrogation.",
    "R5": "{}. That is a red line (R5): what is told goes to whoever may hold it, and nobody else.",
}
_STATUS = (
    "Two of the four may be victims. You protect {kept} of them first. Whoever steered, collected "
    "or guarded may have been made to; that is found out later, by others, with time. "
    "If it turns out otherwise, nothing is lost: the interview of a suspect can still be held, "
    "with the rights of one. The other way round it cannot be mended: what a victim said under "
    "suspicion is of little use, and the person will not sit down with you again."
)
_SIGNS = (
    "One moment told of danger to life and one of a body that needed help; you acted on {grave} of "
    "the two at once. The gravest sign decides, and not the loudest. In one of the six there was "
    "nothing to do but to listen: silence, a gap or another order of telling is no sign."
)
_RIGHTS = (
    "You say {said} of the eight sentences, {pressed} of them pressing, blaming or promising. "
    "A sentence with a price in it undoes all those before: the person hears that help is for "
    "sale. Choice is part of it: who asks, who interprets, when to stop. A right that was told "
    "in words nobody followed was not told."
)
_QUESTIONS = (
    "You read {right} of the eight as the rules do. The type is in the form: how it begins, how it "
    "ends, what joins it. The form also decides who does the remembering. After an open question "
    "the other speaks and you learn what you did not ask; after a closed one you learn whether you "
    "guessed well."
)
_DAY = (
    "In {more} of {all} days more right details were told than under the standing order, on "
    "average {mine:.0f} against {usual:.0f}; of what was told {accuracy:.0f} in 100 were right, "
    "against {before:.0f}. {heard:.1f} people gave an account. What the day did to people comes to "
    "{harm:.1f} units of harm, against {usually:.1f}: being asked again, asked unrested, asked on "
    "when distress showed. The units order what is worse; they do not measure a person."
)


def reveal(case: Situation, task_id: str, answer: Answer) -> Reveal:
    """Return what a committed answer did in the trainee's own case."""
    return _REVEALS[task_id](case, answer)


def _told(text: str, *lines: RedLine | None) -> Reveal:
    return Reveal("\n\n".join([text, *_crossed(lines)]))


def _crossed(lines: tuple[RedLine | None, ...]) -> list[str]:
    return [_LINES[line.rule].format(line.text) for line in lines if line]


def _status(case: Situation, answer: Answer) -> Reveal:
    kept = sum(
        answer[name] == setting == "first_contact" for name, setting in due.settings(case).items()
    )
    return _told(_STATUS.format(kept=kept), due.interrogated(case, answer))


def _signs(case: Situation, answer: Answer) -> Reveal:
    grave = sum(
        answer[name] == act for name, act in due.acts(case).items() if act in {"safety", "doctor"}
    )
    return _told(_SIGNS.format(grave=grave))


def _rights(case: Situation, answer: Answer) -> Reveal:
    said = sum(answer[name] == "say" for name in due.sentences(case))
    text = _RIGHTS.format(said=said, pressed=len(due.pressed(case, answer)) or "none")
    return _told(text, due.overheard(answer))


def _questions(case: Situation, answer: Answer) -> Reveal:
    right = sum(due.as_due(due.types(case), answer))
    reasons = [
        f"Question {n}: {one.reason}"
        for n, one in enumerate(case.questions, start=1)
        if answer[f"question_{n}"] != one.type
    ]
    return Reveal("\n\n".join([_QUESTIONS.format(right=right), *reasons]))


def _day(case: Situation, answer: Answer) -> Reveal:
    standing = standing_order(case)["c4_day"]
    mine, usual = (day.outcome(case.house, p, Luck(case.seed), DAYS) for p in (answer, standing))
    own, other = np.array(mine.correct), np.array(usual.correct)
    text = _DAY.format(more=int((own > other).sum()), all=DAYS, **_figures(mine, usual))
    parts = [text, *_crossed(mine.lines), _CHANCE]
    return Reveal("\n\n".join(parts), {"your plan": own, "standing order": other}, _LABEL)


def _figures(mine: day.Outcome, usual: day.Outcome) -> dict[str, Any]:
    return {
        "mine": mine.correct_details,
        "usual": usual.correct_details,
        "accuracy": 100 * mine.accuracy,
        "before": 100 * usual.accuracy,
        "heard": mine.heard,
        "harm": mine.harm_units,
        "usually": usual.harm_units,
    }


_REVEALS: Mapping[str, Callable[[Situation, Answer], Reveal]] = {
    "c4_status": _status,
    "c4_signs": _signs,
    "c4_rights": _rights,
    "c4_questions": _questions,
    "c4_day": _day,
}

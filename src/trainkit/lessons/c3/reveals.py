"""What is shown after a commit in C3: what the decision did, beside the standing order, and why."""

from collections.abc import Callable, Mapping

import numpy as np

from trainkit.kernel.luck import Luck
from trainkit.lessons.c3 import findings, plan
from trainkit.lessons.c3.case import Situation
from trainkit.lessons.c3.standing import standing_order
from trainkit.lessons.task import Answer, Reveal

RUNS = 60
_ITEMS = (
    "You give {many} of the six items to a court. A court asks three things before it reads one: "
    "how it came, who ordered it, and whether the order was in force. An item that fails one of "
    "them may still guide the inquiry, and it tells you what to ask for by letter. Whoever leans "
    "a case on it loses more than the item. And three papers that go back to one witness are one "
    "witness."
)
_CUSTODY = (
    "You call {whole} of the four chains whole. A changed line is shown by its figure, since the "
    "next line holds the figure of the one before; it does not show who changed it or why. A gap "
    "is shown by two signatures that lie too far apart. It costs the exhibit, and saying so early "
    "lets the prosecutor look for the same fact elsewhere."
)
_FILLED = (
    "You would write in an hour that nobody noted. That is a red line (R8): the log is altered. "
    "One such line, once found, takes the other lines with it."
)
_CLOCKS = (
    "An order that has ended is not renewed, and a request without a new ground renews nothing; "
    "the recorder that goes on records for nobody. Whoever counts down from the other end, from "
    "the last day backwards, sees when to ask. You give the arrest {arrest:.0f} days and the "
    "disclosure {disclosure:.0f}."
)
_DISCLOSURE = (
    "You send {told} of the five findings to the defence, {kept} of them with a part for the judge "
    "only. What speaks for the accused belongs to the accused, and a skipper who was made to steer "
    "is perhaps a victim and no suspect: that finding also goes to those who protect. A refusal to "
    "disclose that comes out later costs the whole case."
)
_R5 = "{}. That is a red line (R5): what protects a person is not given to whoever asks."
_PLAN = (
    "In {sooner} of {all} runs the people in the house could be looked for sooner than under the "
    "standing order: after {mine:.0f} days on average against {usual:.0f}. By then {reached:.0f} "
    "in 100 such houses are still in use, against {left:.0f}. Of exhibits and calls "
    "{survives:.0f} in 100 may be used, against {before:.0f}; of what was due by a day "
    "{in_time:.0f} in 100 came in time, against {late:.0f}. Days are won by the first place and "
    "the fastest hand, exhibits by sworn hands, and hearings by the nearest day first."
)
_R1 = "{}. That is a red line (R1): whoever may be saved does not wait behind a hearing."
_CHANCE = "An order that was right may end badly in one run: look at all of them."


def reveal(case: Situation, task_id: str, answer: Answer) -> Reveal:
    """Return what a committed answer did in the trainee's own case."""
    return _REVEALS[task_id](case, answer)


def _items(case: Situation, answer: Answer) -> Reveal:
    given = [answer[f"item_{n}"] for n in range(1, len(case.papers) + 1)]
    return Reveal(_ITEMS.format(many=sum(one != "neither" for one in given)))


def _custody(_case: Situation, answer: Answer) -> Reveal:
    whole = sum(value == "none" for name, value in answer.items() if name.startswith("flaw_"))
    told = _CUSTODY.format(whole=whole)
    return Reveal(f"{told}\n\n{_FILLED}" if answer["after"] == "fill" else told)


def _clocks(_case: Situation, answer: Answer) -> Reveal:
    left = {"arrest": answer["arrest_left"], "disclosure": answer["disclosure_left"]}
    return Reveal(_CLOCKS.format(**left))


def _disclosure(case: Situation, answer: Answer) -> Reveal:
    chosen = list(answer.values())
    kept = chosen.count("protect")
    told = _DISCLOSURE.format(told=kept + chosen.count("disclose"), kept=kept)
    crossed = findings.crossing(case.findings, answer)
    return Reveal(f"{told}\n\n{_R5.format(crossed)}" if crossed else told)


def _plan(case: Situation, answer: Answer) -> Reveal:
    own, usual = (
        plan.outcome(case.hearings, one, Luck(case.seed), RUNS)
        for one in (answer, standing_order(case)["c3_plan"])
    )
    crossed = [_R1.format(own.line.text)] if own.line else []
    samples = {
        "your plan": np.array(own.danger_days),
        "standing order": np.array(usual.danger_days),
    }
    label = "Days until the people in the house could be looked for"
    return Reveal("\n\n".join([_beside(own, usual), *crossed, _CHANCE]), samples, label)


def _beside(own: plan.Outcome, usual: plan.Outcome) -> str:
    pairs = zip(own.danger_days, usual.danger_days, strict=True)
    return _PLAN.format(
        sooner=sum(mine < theirs for mine, theirs in pairs),
        all=RUNS,
        mine=own.danger,
        usual=usual.danger,
        reached=100 * own.reached,
        left=100 * usual.reached,
        survives=100 * own.survives,
        before=100 * usual.survives,
        in_time=100 * own.in_time,
        late=100 * usual.in_time,
    )


_REVEALS: Mapping[str, Callable[[Situation, Answer], Reveal]] = {
    "c3_items": _items,
    "c3_custody": _custody,
    "c3_clocks": _clocks,
    "c3_disclosure": _disclosure,
    "c3_plan": _plan,
}

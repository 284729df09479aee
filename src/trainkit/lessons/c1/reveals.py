"""What is shown after a commit in C1: what the decision did, beside the standing order, and why."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from trainkit.kernel.luck import Luck
from trainkit.lessons.c1 import chain, enquiries, items, stops
from trainkit.lessons.c1.case import Situation
from trainkit.lessons.c1.standing import standing_order
from trainkit.lessons.c1.statements import crossing
from trainkit.lessons.task import Answer, Reveal

WEEKS = 60
_LABEL = "Belief in what is true, at the end of the week (of 100)"
_CHANCE = (
    "A good plan may end a week in error, and a poor one may be lucky: look at all of the weeks."
)
_R1 = "{}. That is a red line (R1): whoever calls for help does not stand in a queue."
_R3 = (
    "{}. That is a red line (R3). It suspects everybody like them and clears nobody; and nothing "
    "that anybody did could test it."
)
_SET = (
    "You kept {kept} statements as hypotheses. Two that can be true at once cannot be weighed "
    "against each other: what speaks for one does not speak against the other, and the sum of your "
    "beliefs passes 100. What can be seen or asked is an item, and an item is what tests a "
    "hypothesis. The team's usual list keeps whatever is said, and then finds that everything "
    "fits."
)
_MATRIX = (
    "Counting what fits, {most} leads with {many} of five items. Weighing what tells apart, B is "
    "believed to {belief:.0f} %. One item with the ratio {ratio:.0f} does more than the three that "
    "fit a little better elsewhere, and the one that all expect does nothing in either sum. You "
    "named {mine} as the likeliest."
)
_CHAIN = (
    "From {before} % the belief in B goes to {once:.0f} % with the neighbour, and to {after:.0f} % "
    "with all four reports. Counted as a second source, the caller would have taken the "
    "{once:.0f} % to {twice:.0f} %. The empty search takes the belief down, since it was a real "
    "search: had nobody looked, it would have told nothing. The order does not matter, and so no "
    "report is worth more for having come last."
)
_PLAN = (
    "In {sooner} of {all} weeks you believe the truth more than the standing order does; on "
    "average to {mine:.0f} against {usual:.0f} of 100. A call for help waits {waits:.1f} hours on "
    "average, against {waited:.1f}. Of your enquiries {telling:.0f} % could have told the "
    "explanations apart, against {told:.0f} %. Hours are won by leaving what all explanations "
    "expect, and a false certainty is avoided by asking who said it first."
)
_STOP = (
    "With the enquiry of the marked case you are right in {more:.0f} more of 100 such cases. That "
    "is worth {worth:.0f} hours, for its {cost}. In {danger} of the four cases somebody was in "
    "danger; there, no belief decides. Where a belief was high and nothing had tested the rival, "
    "it rested on your own estimates alone, and one test was due."
)


def reveal(case: Situation, task_id: str, answer: Answer) -> Reveal:
    """Return what a committed answer did in weeks of the trainee's own case."""
    return _REVEALS[task_id](case, answer)


def _set(case: Situation, answer: Answer) -> Reveal:
    crossed = crossing(case.statements, answer)
    said = _SET.format(kept=sum(value == "keep" for value in answer.values()))
    return Reveal("\n\n".join([said, *([_R3.format(crossed)] if crossed else [])]))


def _matrix(case: Situation, answer: Answer) -> Reveal:
    told, found = items.readings(case.items), items.matrix(case.items)
    most = str(told["fits_most"])
    said = _MATRIX.format(
        most=most,
        many=found.consistent()[most],
        belief=100 * items.weighed(case.items).posterior["B"],
        ratio=max(found.diagnosticity().values()),
        mine=answer["likeliest"],
    )
    return Reveal(said)


def _chain(case: Situation, _answer: Answer) -> Reveal:
    low, high = case.chain.doors
    once, *_, after = chain.steps(case.chain)
    odds = once / (100.0 - once) * high / low
    twice = 100.0 * odds / (1.0 + odds)
    return Reveal(_CHAIN.format(before=case.chain.prior, once=once, after=after, twice=twice))


def _plan(case: Situation, answer: Answer) -> Reveal:
    own, usual = (
        enquiries.outcome(case.week, one, Luck(case.seed), WEEKS)
        for one in (answer, standing_order(case)["c1_plan"])
    )
    parts = [_beside(own, usual), *([_R1.format(own.crossed.text)] if own.crossed else []), _CHANCE]
    samples: Mapping[str, Any] = {
        "your plan": 100 * np.array(own.on_truth),
        "standing order": 100 * np.array(usual.on_truth),
    }
    return Reveal("\n\n".join(parts), samples, _LABEL)


def _beside(own: enquiries.Outcome, usual: enquiries.Outcome) -> str:
    return _PLAN.format(
        sooner=int((own.on_truth > usual.on_truth).sum()),
        all=WEEKS,
        mine=100 * own.on_truth.mean(),
        usual=100 * usual.on_truth.mean(),
        waits=own.wait_h,
        waited=usual.wait_h,
        telling=100 * own.telling,
        told=100 * usual.telling,
    )


def _stop(case: Situation, _answer: Answer) -> Reveal:
    marked = case.stops[stops.valued(case.stops) - 1]
    worth = stops.worth_h(marked)
    said = _STOP.format(
        more=100 * worth / stops.ERROR_H,
        worth=worth,
        cost=marked.cost_h,
        danger=sum(one.danger for one in case.stops),
    )
    return Reveal(said)


_REVEALS: Mapping[str, Callable[[Situation, Answer], Reveal]] = {
    "c1_set": _set,
    "c1_matrix": _matrix,
    "c1_chain": _chain,
    "c1_plan": _plan,
    "c1_stop": _stop,
}

"""What is shown after a commit in C5: what the decision did, and why."""

from collections.abc import Callable, Mapping

import numpy as np

from trainkit.kernel.luck import Luck
from trainkit.lessons.c5 import notice, plan
from trainkit.lessons.c5.case import Situation
from trainkit.lessons.c5.moments import MOMENTS
from trainkit.lessons.c5.standing import PLAN
from trainkit.lessons.task import Answer, Reveal

RUNS = 20
_LABEL = "People lost at sea in five months"
_WEEK = (
    "You mark {collision} of eight as collisions, {duplicate} as work done twice, and {neither} as "
    "neither. A collision that is missed is met in the street: somebody who was watched for days "
    "sees a uniform and knows. A clash that is none costs a telephone call and some patience. So "
    "whoever is in doubt calls. The board sees who, what and when. It does not see why, and it "
    "should not: that is what lets both teams write on it without fear."
)
_MOMENTS = (
    "You act in {act} of eight moments, protect in {refer}, hold in {hold}, and go on in {go_on}. "
    "Whose case it is decides nothing in the first four of them. Danger near to somebody's life "
    "ends every agreement, and the call to the partner is made on the way. A possible victim is "
    "one in both files. What is left is courtesy with a reason: the open act waits for the secret "
    "one, since a week can be had again and a surprise cannot."
)
_NOTICE = (
    "Your notice holds {sent} facts. Of what the reader needs {missing} are missing; more than is "
    "needed counts {excess}. What is missing is asked for by telephone at a bad hour, or not asked "
    "for. What is too much stays in another State's files, where you cannot delete it. A notice "
    "makes room in somebody's week; it does not tell a story."
)
_R5 = (
    "{}. That is a red line (R5): what tells of a person goes on a basis, to somebody who may hold "
    "it, with a record, or not at all."
)
_CHANCE_COSTS = (
    "By your figures {lost:.0f} hours are done twice in twenty weeks, and a board takes "
    "{board:.0f} hours of both teams. Chance is the mildest case: two teams that look at the same "
    "picture choose the same people, and a joint team shows both the whole picture. The more two "
    "teams share, the more they need a board. What is not in these hours weighs more: a collision "
    "costs a case its surprise, once and for all."
)
_PLAN = (
    "In {better} of {all} runs fewer people are lost at sea than under the standing order: "
    "{mine:.0f} against {usual:.0f} on average, in five months. People are exploited for "
    "{days:.0f} days in all, against {before:.0f}. The teams collide {hit:.1f} times, against "
    "{hits:.1f}; {twice:.0f} hours of work are done twice, against {often:.0f}. Over the months "
    "the network can do {capacity:.0f} % of what it could. Warnings come from those who listen, "
    "people are found by those who look, and a board costs each team the moment in which it "
    "writes a line."
)
_LINES = {
    "R1": "{}. That is a red line (R1): danger to life overrides the case, whoever leads it.",
    "R2": "{}. That is a red line (R2): signs are looked for before a charge, and not after it.",
}
_CHANCE = "A good plan that went badly in one run is still a good plan: look at all of them."


def reveal(case: Situation, task_id: str, answer: Answer) -> Reveal:
    """Return what a committed answer did."""
    return _REVEALS[task_id](case, answer)


def _week(_case: Situation, answer: Answer) -> Reveal:
    marked = [value for name, value in answer.items() if name.startswith("person_")]
    counts = {sort: marked.count(sort) for sort in ("collision", "duplicate", "neither")}
    return Reveal(_WEEK.format(**counts))


def _moments(_case: Situation, answer: Answer) -> Reveal:
    chosen = list(answer.values())
    return Reveal(_MOMENTS.format(**{sort: chosen.count(sort) for sort in MOMENTS.sorts}))


def _notice(case: Situation, answer: Answer) -> Reveal:
    told = _NOTICE.format(
        sent=len(notice.sent(answer)),
        missing=len(notice.missing(case.circumstance, answer)),
        excess=notice.excess(case.circumstance, answer),
    )
    crossed = notice.crossing(answer)
    return Reveal(f"{told}\n\n{_R5.format(crossed)}" if crossed else told)


def _meeting(_case: Situation, answer: Answer) -> Reveal:
    told = _CHANCE_COSTS.format(lost=float(answer["lost_h"]), board=float(answer["entries_h"]))
    return Reveal(told)


def _plan(case: Situation, answer: Answer) -> Reveal:
    own, usual = (plan.outcome(case.months, one, Luck(case.seed), RUNS) for one in (answer, PLAN))
    mine, before = np.array(own.lost), np.array(usual.lost)
    parts = [_beside(own, usual), *(_LINES[one.rule].format(one.text) for one in own.crossed)]
    return Reveal(
        "\n\n".join([*parts, _CHANCE]),
        {"your plan": mine, "standing order": before},
        _LABEL,
    )


def _beside(own: plan.Outcome, usual: plan.Outcome) -> str:
    return _PLAN.format(
        better=sum(mine < before for mine, before in zip(own.lost, usual.lost, strict=True)),
        all=RUNS,
        mine=own.mean_lost,
        usual=usual.mean_lost,
        days=own.mean_days,
        before=usual.mean_days,
        hit=own.collisions,
        hits=usual.collisions,
        twice=own.twice_h,
        often=usual.twice_h,
        capacity=100 * own.capacity,
    )


_REVEALS: Mapping[str, Callable[[Situation, Answer], Reveal]] = {
    "c5_week": _week,
    "c5_moments": _moments,
    "c5_notice": _notice,
    "c5_chance": _meeting,
    "c5_plan": _plan,
}

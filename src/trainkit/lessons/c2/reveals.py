"""What is shown after a commit in C2: what the decision did, and why."""

from collections.abc import Callable, Mapping

import numpy as np

from trainkit.kernel.luck import Luck
from trainkit.lessons.c2 import plan
from trainkit.lessons.c2.case import Situation
from trainkit.lessons.c2.moments import MOMENTS
from trainkit.lessons.c2.ring import NAMES
from trainkit.lessons.c2.standing import PLAN
from trainkit.lessons.task import Answer, Reveal

RUNS = 40
_LABEL = "Harm events to be expected in 80 weeks"
_READ = (
    "Without actor {busiest}, whom you name as the busiest, the largest part holds "
    "{left_busiest} of ten; without actor {broker} it holds {left_broker}. Ties count who is "
    "busy. Ways count who is between. Neither says who decides: a boss may have two ties and "
    "lie on no way, and be the reason for all of them."
)
_MISSING = (
    "Actor {one}, whom you name between the others in the first picture, lies there on the ways "
    "of {first:.0f} pairs, and in the whole one on those of {first_whole:.0f}. Actor {other}, whom "
    "you name in the second, lies there on the ways of {second:.0f}, and in the whole one on those "
    "of {second_whole:.0f}. In pictures of real networks one tie in ten could go and little was "
    "misread; two actors in a hundred were enough to mislead. Nobody tells a team which of the two "
    "it has. So ask who would never be in your picture before you call somebody a bridge."
)
_CLAIMS = (
    "You let {told} of six claims stand. A picture of a network is made of what somebody "
    "looked at: calls, payments, one coast. It shows those who move about, and hides those "
    "who decide. What it lacks is unknown, and not absent. Kinship is no offence. Quiet "
    "after arrests may be caution, grief, or a network that has learned to be harder to see."
)
_CURVES = (
    "On the day plan {deepest}, which you name, leaves {day} % of the capacity, and after a "
    "year {year} %. Whoever writes the press release sees the first number, and whoever is "
    "carried in the network's boats next year meets the second. A plan is judged over the "
    "months, by what the network could do to people in all of them together."
)
_LINKS = (
    "The lowest of your six figures stands at those who {kind}: {low:.0f} %. A network does "
    "what its weakest kind of work allows. Six figures that are all a little lower are one "
    "strike against many people; one figure near nothing is a strike against few, and the "
    "other five are idle with it. What the figures do not show is who could learn the work "
    "from whoever is left."
)
_MOMENTS = (
    "You act in {act} of eight moments, protect in {refer}, tell the other team in {share}, "
    "and go on in {go_on}. Waiting is a decision that is made anew each time something "
    "becomes known. Nothing that is only tempting moves the day; danger to life moves it at "
    "once. Who may be a victim is protected now, and asked about the network later or never."
)
_PLAN = (
    "In {better} of {all} runs your plan leaves less harm to be expected than the standing "
    "order; on average {mine:.0f} events in 80 weeks against {usual:.0f}. A year after the "
    "first arrests the network can do {year:.0f} % of what it could, against {before:.0f} %. "
    "{weeks} Few arrests at a kind of work that nobody else knows last longer than many "
    "where everybody can step in; each week of waiting is paid by people."
)
_WEEKS = "The first arrests come after {:.1f} weeks on average, sooner where lives were in danger."
_NOBODY = "Nobody was arrested: who is meant was not known, or not within reach."
_LINES = {
    "R1": "{}. That is a red line (R1): danger to life overrides waiting, whatever the plan.",
    "R2": "{}. That is a red line (R2): who may have been forced is a possible victim first.",
}
_CHANCE = "A good plan that went badly in one run is still a good plan: look at all of them."


def reveal(case: Situation, task_id: str, answer: Answer) -> Reveal:
    """Return what a committed answer did."""
    return _REVEALS[task_id](case, answer)


def _read(case: Situation, answer: Answer) -> Reveal:
    busiest, broker = answer["busiest"], answer["broker"]
    left = {"left_busiest": case.web.left(busiest), "left_broker": case.web.left(broker)}
    return Reveal(_READ.format(busiest=busiest, broker=broker, **left))


def _missing(case: Situation, answer: Answer) -> Reveal:
    one, other, whole = answer["ties_broker"], answer["actor_broker"], case.web.ways
    first, second = case.missing.ties.ways[one], case.missing.actor.ways.get(other, 0.0)
    ways = {"first": first, "second": second}
    ways |= {"first_whole": whole[one], "second_whole": whole[other]}
    return Reveal(_MISSING.format(one=one, other=other, **ways))


def _claims(_case: Situation, answer: Answer) -> Reveal:
    return Reveal(_CLAIMS.format(told=list(answer.values()).count("follows")))


def _curves(case: Situation, answer: Answer) -> Reveal:
    values = case.curves.plan(answer["deepest"])
    return Reveal(_CURVES.format(deepest=answer["deepest"], day=values[0], year=values[365]))


def _links(_case: Situation, answer: Answer) -> Reveal:
    lowest = min(NAMES, key=lambda kind: answer[kind])
    return Reveal(_LINKS.format(kind=NAMES[lowest], low=float(answer[lowest])))


def _moments(_case: Situation, answer: Answer) -> Reveal:
    chosen = list(answer.values())
    return Reveal(_MOMENTS.format(**{sort: chosen.count(sort) for sort in MOMENTS.sorts}))


def _plan(case: Situation, answer: Answer) -> Reveal:
    own, usual = (_played(case, told) for told in (answer, PLAN))
    mine, before = np.array(own.harm), np.array(usual.harm)
    told = _PLAN.format(
        better=int((mine < before).sum()),
        all=RUNS,
        mine=mine.mean(),
        usual=before.mean(),
        year=100 * own.capacity[-1],
        before=100 * usual.capacity[-1],
        weeks=_WEEKS.format(own.weeks) if own.weeks == own.weeks else _NOBODY,
    )
    lines = [_LINES[line.rule].format(line.text) for line in own.crossed]
    text = "\n\n".join([told, *lines, _CHANCE])
    return Reveal(text, {"your plan": mine, "standing order": before}, _LABEL)


def _played(case: Situation, told: Answer) -> plan.Outcome:
    return plan.outcome(case.network_seed, told, Luck(case.seed), RUNS)


_REVEALS: Mapping[str, Callable[[Situation, Answer], Reveal]] = {
    "c2_read": _read,
    "c2_missing": _missing,
    "c2_claims": _claims,
    "c2_curves": _curves,
    "c2_links": _links,
    "c2_moments": _moments,
    "c2_plan": _plan,
}

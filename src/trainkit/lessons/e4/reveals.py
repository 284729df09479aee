"""What is shown after a commit in E4: what the decision did, beside the standing order, and why."""

from collections import Counter
from collections.abc import Callable, Mapping

import numpy as np

from trainkit.kernel.luck import Luck
from trainkit.lessons.e4 import audit, exchange, relay, request
from trainkit.lessons.e4.case import Situation
from trainkit.lessons.e4.standing import standing_order
from trainkit.lessons.task import Answer, Reveal

WATCHES = 60
_CHANCE = (
    "A good message that arrives late in one watch was still a good message: look at all of them."
)
_LABEL = "Minutes from a distress fact to the desk that needs it"
_R5 = (
    "{}. That is a red line (R5): personal data go out on a basis, to a desk that may hold them, "
    "with a record, or not at all."
)
_R1 = (
    "With this order distress waited behind other messages in {} of the {} watches. That is a red "
    "line (R1): whoever is in danger does not stand in a queue."
)


def reveal(case: Situation, task_id: str, answer: Answer) -> Reveal:
    """Return what a committed answer did in watches of the trainee's own case."""
    return _REVEALS[task_id](case, answer)


def _class(case: Situation, answer: Answer) -> Reveal:
    urgent = [n for n, fact in enumerate(case.facts, start=1) if fact.sort == "distress"]
    told = sum(answer[f"fact_{n}"] == "distress" for n in urgent)
    many = Counter(answer.values())["distress"]
    return Reveal(
        f"{len(urgent)} of the six facts tell of people in danger, and you put {told} of them into "
        f"the class that every desk takes up first. In all you put {many} facts there. A fact in "
        "danger that travels in a lower class waits behind reports of what is over; and where "
        "everything is distress, the desk has no first any more. A person who leaves a harbour "
        "lawfully, a rumour and a private question are nothing for the other side."
    )


def _relay(case: Situation, answer: Answer) -> Reveal:
    luck, standing = Luck(case.seed), standing_order(case)["e4_relay"]
    mine, usual = (relay.minutes(case, one, luck, WATCHES) for one in (answer, standing))
    both = ~(np.isnan(mine) | np.isnan(usual))
    sooner = int((mine[both] < usual[both]).sum())
    lines = relay.crossed(case, answer, luck)
    told = (
        f"In {sooner} of {int(both.sum())} watches with such a message the responsible centre has "
        f"all it needs sooner than with the whole form; on average after {mine[both].mean():.0f} "
        f"minutes against {usual[both].mean():.0f}. Your message holds "
        f"{len(relay.chosen(answer))} fields; {relay.odd(case.boat, answer)} are too many or "
        "missing. What is missing is asked for, and the question travels as long as the message."
    )
    parts = [told, *([_R5.format(lines[0].text.partition(" (")[0])] if lines else []), _CHANCE]
    samples = {"your message": mine[both], "the whole form": usual[both]}
    return Reveal("\n\n".join(parts), samples, _LABEL)


def _request(case: Situation, answer: Answer) -> Reveal:
    crossed = request.crossing(case, answer)
    personal = sum(answer[name] == "send" for name in request.PERSONAL)
    told = (
        f"You send {personal} kinds of personal data. A request is read for three things: who "
        "asks, for which purpose, and what that purpose needs. People who were rescued are no suspects, "
        "and a list that has gone out cannot be called back. A refusal, and a number instead of "
        "names, are answers; both are logged, so that the other side can be told later what went "
        "where."
    )
    return Reveal(f"{told}\n\n{_R5.format(crossed)}" if crossed else told)


def _protocol(case: Situation, answer: Answer) -> Reveal:
    luck = Luck(case.seed)
    mine, usual = (
        exchange.played(case.watch, one, luck, WATCHES)
        for one in (answer, standing_order(case)["e4_protocol"])
    )
    minutes, before = (exchange.values(one, "distress_minutes") for one in (mine, usual))
    both = ~(np.isnan(minutes) | np.isnan(before))
    own, other = exchange.outcome(mine), exchange.outcome(usual)
    told = (
        f"In {int((minutes[both] < before[both]).sum())} of {int(both.sum())} watches a distress "
        "fact reaches the desk that needs it sooner than under the standing order; on average "
        f"after {own.distress_min:.0f} minutes against {other.distress_min:.0f}. Of what the other side "
        f"acts on {100 * own.in_time:.0f} % is there in time, against {100 * other.in_time:.0f} %. "
        f"For each field that somebody acts on {own.carried:.1f} fields travel, against "
        f"{other.carried:.1f}. Minutes are won by short forms and by the telephone while the line "
        "is out; deadlines are kept by leaving unsent what nobody opens."
    )
    waited = int((exchange.values(mine, "inversions") > 0).sum())
    parts = [told, *([_R1.format(waited, WATCHES)] if waited else []), _CHANCE]
    samples = {"your protocol": minutes[both], "standing order": before[both]}
    return Reveal("\n\n".join(parts), samples, _LABEL)


def _audit(case: Situation, _answer: Answer) -> Reveal:
    found = audit.rows(case)
    urgent = [row for row in found if row.message_class == "distress"]
    waits = sum(row.taken_min - row.arrived_min for row in urgent)
    work = sum(row.read_min - row.known_min for row in urgent)
    return Reveal(
        f"Of the {work} minutes that the distress messages of the night took together, {waits} "
        "went by at the reading desk before anybody looked at them. The rest was writing, translating, "
        "the link and reading. An order that finishes what is in hand looks fair, and the people "
        "in the water pay for it. Speed is one thing to audit; what was sent without need, and what "
        "went out without a record, are the others."
    )


_REVEALS: Mapping[str, Callable[[Situation, Answer], Reveal]] = {
    "e4_class": _class,
    "e4_relay": _relay,
    "e4_request": _request,
    "e4_protocol": _protocol,
    "e4_audit": _audit,
}

"""What is shown after a commit in E4: what the decision did, beside the standing order, and why."""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from trainkit.kernel.luck import Luck
from trainkit.lessons.e4 import audit, exchange, relay, request
from trainkit.lessons.e4.case import Situation
from trainkit.lessons.e4.standing import standing_order
from trainkit.lessons.score import RedLine
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
_R1 = "{}. That is a red line (R1): whoever is in danger does not stand in a queue."
_CLASS = (
    "{urgent} of the six facts tell of people in danger, and you put {told} of them into the class "
    "that every desk takes up first. In all you put {many} facts there. A fact in danger that "
    "travels in a lower class waits behind reports of what is over; and where everything is "
    "distress, the desk has no first any more. A person who leaves a harbour lawfully, a rumour "
    "and a private question are nothing for the other side."
)
_RELAY = (
    "In {sooner} of {all} watches with such a message the responsible centre has all it needs "
    "sooner than with the whole form; on average after {mine:.0f} minutes against {usual:.0f}. "
    "Your message holds {fields} fields; too many or missing: {odd}. What is missing is asked "
    "for, and the question travels as long as the message."
)
_REQUEST = (
    "You send {personal} kinds of personal data. A request is read for three things: who asks, for "
    "which purpose, and what that purpose needs. People who were rescued are no suspects, and a "
    "list that has gone out cannot be called back. A refusal, and a number instead of names, are "
    "answers; both are logged, so that the other side can be told later what went where."
)
_PROTOCOL = (
    "In {sooner} of {all} watches a distress fact reaches the desk that needs it sooner than under "
    "the standing order; on average after {mine:.0f} minutes against {usual:.0f}. Of what the "
    "other side acts on {in_time:.0f} % is there in time, against {before:.0f} %. For each field "
    "that somebody acts on {carried:.1f} fields travel, against {usually:.1f}. Minutes are won by "
    "short forms and by the telephone while the line is out; deadlines are kept by leaving unsent "
    "what nobody opens."
)
_AUDIT = (
    "Of the {work} minutes that the distress messages of the night took together, {waits} went by "
    "at the reading desk before anybody looked at them. The rest was writing, translating, the "
    "link and reading. An order that finishes what is in hand looks fair, and the people in the "
    "water pay for it. Speed is one thing to audit; what was sent without need, and what went out "
    "without a record, are the others."
)


def reveal(case: Situation, task_id: str, answer: Answer) -> Reveal:
    """Return what a committed answer did in watches of the trainee's own case."""
    return _REVEALS[task_id](case, answer)


def _class(case: Situation, answer: Answer) -> Reveal:
    urgent = [n for n, fact in enumerate(case.facts, start=1) if fact.sort == "distress"]
    told = sum(answer[f"fact_{n}"] == "distress" for n in urgent)
    many = Counter(answer.values())["distress"]
    return Reveal(_CLASS.format(urgent=len(urgent), told=told, many=many))


def _relay(case: Situation, answer: Answer) -> Reveal:
    luck, standing = Luck(case.seed), standing_order(case)["e4_relay"]
    own, usual = (relay.sent(case, one, luck, WATCHES) for one in (answer, standing))
    holds = {"fields": len(relay.chosen(answer)), "odd": relay.odd(case.boat, answer)}
    names = ("your message", "the whole form")
    return _beside(_RELAY, holds, (own.minutes, usual.minutes), names, own.crossing)


def _beside(
    template: str,
    holds: Mapping[str, float],
    minutes: tuple[Any, Any],
    names: tuple[str, str],
    crossing: RedLine | None,
) -> Reveal:
    """Return minutes beside those of the standing order, in the watches that have both."""
    both = ~(np.isnan(minutes[0]) | np.isnan(minutes[1]))
    mine, usual = minutes[0][both], minutes[1][both]
    seen = {"sooner": int((mine < usual).sum()), "all": len(mine)}
    told = template.format(mine=mine.mean(), usual=usual.mean(), **seen, **holds)
    parts = [told, *_crossed(crossing), _CHANCE]
    return Reveal("\n\n".join(parts), dict(zip(names, (mine, usual), strict=True)), _LABEL)


def _crossed(crossing: RedLine | None) -> list[str]:
    if crossing is None:
        return []
    return [(_R1 if crossing.rule == "R1" else _R5).format(crossing.text)]


def _request(case: Situation, answer: Answer) -> Reveal:
    crossed = request.crossing(case, answer)
    told = _REQUEST.format(personal=sum(answer[name] == "send" for name in request.PERSONAL))
    return Reveal(f"{told}\n\n{_R5.format(crossed)}" if crossed else told)


def _protocol(case: Situation, answer: Answer) -> Reveal:
    own, usual = (
        exchange.outcome(case.watch, one, Luck(case.seed), WATCHES)
        for one in (answer, standing_order(case)["e4_protocol"])
    )
    holds = {
        "in_time": 100 * own.in_time,
        "before": 100 * usual.in_time,
        "carried": own.carried,
        "usually": usual.carried,
    }
    minutes = np.array(own.minutes), np.array(usual.minutes)
    return _beside(_PROTOCOL, holds, minutes, ("your protocol", "standing order"), own.waited)


def _audit(case: Situation, _answer: Answer) -> Reveal:
    urgent = [row for row in audit.rows(case) if row.message_class == "distress"]
    waits = sum(row.taken_min - row.arrived_min for row in urgent)
    work = sum(row.read_min - row.known_min for row in urgent)
    return Reveal(_AUDIT.format(work=work, waits=waits))


_REVEALS: Mapping[str, Callable[[Situation, Answer], Reveal]] = {
    "e4_class": _class,
    "e4_relay": _relay,
    "e4_request": _request,
    "e4_protocol": _protocol,
    "e4_audit": _audit,
}

"""What is shown after a commit in E2: many nights beside the standing order, and why."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from trainkit.kernel.luck import Luck
from trainkit.lessons.e2 import orders, sick
from trainkit.lessons.e2.case import Situation, clock
from trainkit.lessons.e2.count import added_up, readings
from trainkit.lessons.e2.rescue import UNTIL_H, Levers, Nights, lasting, nights
from trainkit.lessons.e2.standing import standing_order
from trainkit.lessons.task import Answer, Reveal

NIGHTS = 300
_CHANCE = (
    "A good decision that ends badly in one night is still a good decision: look at all of them."
)
_R1 = (
    "While {who}, people were {what}. That is a red line: rescue and landing wait for no "
    "enforcement."
)
Floats = NDArray[np.float64]


def reveal(case: Situation, task_id: str, answer: Answer) -> Reveal:
    """Return what a committed answer did in many nights of the trainee's own case."""
    if task_id in _LEVERS:
        return _played(case, task_id, answer)
    if task_id == "e2_triage":
        return _triage(case, answer)
    return Reveal(_TOLD[task_id](case, answer))


def _nights(case: Situation, levers: Levers) -> Nights:
    return nights(case, levers, Luck(case.seed), NIGHTS)


def _played(case: Situation, task_id: str, answer: Answer) -> Reveal:
    levers = _LEVERS[task_id]
    mine = _nights(case, levers(answer))
    standing = _nights(case, levers(standing_order(case)[task_id]))
    text = "\n\n".join([_read_aloud(mine, standing), _WHY[task_id](case, answer, mine), _CHANCE])
    samples = {"your decision": mine.alive, "standing order": standing.alive}
    return Reveal(text, samples, "People recovered alive")


def _read_aloud(mine: Nights, standing: Nights) -> str:
    better = int((mine.alive > standing.alive).sum())
    worse = int((mine.alive < standing.alive).sum())
    spared = float((mine.spared_h - standing.spared_h).mean())
    more = "fewer" if spared >= 0 else "more"
    return (
        f"In {better} of {NIGHTS} nights your decision brings more people back alive than the "
        f"standing order, in {worse} fewer. On average {mine.alive.mean():.1f} people against "
        f"{standing.alive.mean():.1f}, and {abs(spared):.0f} person-hours in distress {more} in "
        f"the first {UNTIL_H:g} hours."
    )


def _coordinator(case: Situation, answer: Answer, _mine: Nights) -> str:
    changes = sum(value == "takes_over" for value in answer.values())
    return (
        f"Under your orders coordination changes hands by order {changes} times. Every change "
        "costs minutes in which boats wait for somebody to have the picture; a coordinator "
        "without training or links costs more than that over a whole night. "
        f"{lasting(case)} is trained, has a link to the centre and stays longest. Whoever begins "
        "is the first on scene: a log with a gap in it begins with nobody in charge."
    )


def _approach(_case: Situation, answer: Answer, mine: Nights) -> str:
    told = (
        f"In {100 * mine.capsized.mean():.0f} % of the nights the boat turns over. "
        "Lifejackets take the haste out of people and the death out of a capsize, and cost some "
        "minutes. Each further craft alongside, and each larger hull, draws people to one side. A "
        "ship that lies to windward helps most by what she keeps away from the boat."
    )
    r1 = _R1.format(who="Osprey secured engine and telephones", what="known to be in distress")
    return f"{told}\n\n{r1}" if answer["osprey"] == "secure" else told


def _hulls(case: Situation, answer: Answer, mine: Nights) -> str:
    given = sum(answer.values())
    return (
        f"Your numbers hold {given:g} people; {case.believed} may be there. On average "
        f"{mine.over.mean():.1f} people were on board beyond what was safe. The sea passed two "
        f"metres at {clock(case.rough_h)} UTC, and a number that had been safe before was not "
        "any more: who carries too many has to run for shelter, and the boats of that unit are "
        "missing. When one hull takes nearly everybody, the others' boats lie idle."
    )


def _triage(case: Situation, answer: Answer) -> Reveal:
    rates = sick.hidden_rates(case.patients, Luck(case.seed))
    mine, standing = (_flown(case, rates, one) for one in (answer, _listed(case)))
    first = [n + 1 for n in _order(case, answer)[: sick.SEATS]]
    text = (
        f"In {int((mine > standing).sum())} of {NIGHTS} nights more of the eight live than in the "
        f"order of the list, in {int((mine < standing).sum())} fewer. On average "
        f"{mine.mean():.2f} of eight against {standing.mean():.2f}.\n\n"
        f"Persons {first[0]} and {first[1]} had the first two seats. The worst is often the one "
        "who is quiet: who does not shiver any more, who does not answer. Who shouts has breath. "
        "What somebody is said to have done changes nobody's turn; a child alone needs a person "
        f"beside them before a seat.\n\n{_CHANCE}"
    )
    return Reveal(text, {"your decision": mine, "standing order": standing}, "Alive of eight")


def _listed(case: Situation) -> Mapping[str, Any]:
    return standing_order(case)["e2_triage"]


def _order(case: Situation, answer: Mapping[str, Any]) -> list[int]:
    return sick.order_of([answer[f"person_{n}"] for n in range(1, len(case.patients) + 1)])


def _flown(case: Situation, rates: tuple[float, ...], answer: Mapping[str, Any]) -> Floats:
    """Return how many of the eight live in each night, in the same luck for every order."""
    order, luck = _order(case, answer), Luck(case.seed)
    chance = np.empty(len(order))
    chance[order] = np.exp(-np.array(rates)[order] * sick.waits_h(len(order)))
    drawn = [
        [luck.uniform("e2 lives of people", person, night) for person in range(len(order))]
        for night in range(NIGHTS)
    ]
    lives: Floats = (np.array(drawn) < chance).sum(axis=1).astype(np.float64)
    return lives


def _count(case: Situation, _answer: Answer) -> str:
    right = readings(case)
    return (
        f"The tallies add up to {added_up(case)}, and {right['accounted']} people were taken out "
        "of the sea: who is passed from one unit to another stands in two tallies. The list is the "
        "highest figure, less those who were heard of ashore. Nobody verified the 'all rescued' "
        "of the relay. A search goes on while a plausible figure is higher than the count, until "
        "somebody decides to suspend it and writes down why. No table ends it, and no unit does "
        "for itself."
    )


def _landing(case: Situation, answer: Answer) -> str:
    place = next(one for one in case.places if one.name == answer["place"])
    told = (
        f"{place.name} has room for {place.room} tonight and is {place.away_h:g} h away; "
        f"{'there is a hospital' if place.care else 'there is no hospital'}"
        f"{'; ' + place.threat if place.threat else ''}. A place of safety is asked three things: "
        "is life no longer threatened, can basic needs be met, can people travel on from there. "
        "How near it is comes after these. A merchant ship is safe for a time and is released with "
        "as little delay as can be. Looking for injuries, children alone and people in need of "
        "protection begins on board."
    )
    r1 = _R1.format(who="people were asked who they are", what="kept from landing")
    return f"{told}\n\n{r1}" if answer["screening"] == "before" else told


_LEVERS: Mapping[str, Callable[[Answer], Levers]] = {
    "e2_coordinator": orders.coordination,
    "e2_approach": orders.approach,
    "e2_hulls": orders.hulls,
}
_WHY: Mapping[str, Callable[[Situation, Answer, Nights], str]] = {
    "e2_coordinator": _coordinator,
    "e2_approach": _approach,
    "e2_hulls": _hulls,
}
_TOLD: Mapping[str, Callable[[Situation, Answer], str]] = {
    "e2_count": _count,
    "e2_landing": _landing,
}

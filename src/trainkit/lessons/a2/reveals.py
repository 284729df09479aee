"""What is shown after commit: what the answer did and why, without points."""

from collections.abc import Callable, Mapping

from trainkit.lessons.a2.case import Situation
from trainkit.lessons.a2.orders import Night
from trainkit.lessons.a2.places import LETTERS, Landing, Offer
from trainkit.lessons.a2.tables import table
from trainkit.lessons.a2.tasks import BOUND, DUE, REPLIES, SOURCES, WHO
from trainkit.lessons.a2.thousand import ALERTS, waits
from trainkit.lessons.task import Answer, Reveal

_PLACE_WHY = {
    "room": "There are too few places for all, and nobody is left on a quay.",
    "needs": "Food, shelter or a doctor is missing: needs are not met.",
    "onward": "Nobody can travel on from there, so that the voyage has not ended.",
    "threat": "Life or freedom of somebody aboard would be threatened there: nobody lands there.",
    "ship": "A ship may serve for a time, and the rescue has not ended on her.",
    "passes": "It passes: life is safe, needs are met, one can travel on, and all have room.",
}


def _binding(case: Situation, answer: Answer) -> Reveal:
    named = dict(BOUND)
    lines = [
        f"Instrument {n}: {one.told} You: {named[answer[f'instrument_{n}']]}. {one.why} "
        f"({one.row}{_flag(one.flag)})"
        for n, one in enumerate(case.instruments, start=1)
    ]
    return Reveal("\n\n".join(lines))


def _flag(flag: str) -> str:
    return f"; {flag}" if flag else ""


def _duty(case: Situation, answer: Answer) -> Reveal:
    due, sources = dict(DUE), dict(SOURCES)
    lines = [
        f"Vignette {n}. You: {due[answer[f'due_{n}']]}, on {sources[answer[f'source_{n}']]}. "
        f"{one.why} ({', '.join(one.rows)})"
        for n, one in enumerate(case.sightings, start=1)
    ]
    ordered = _told_centre(case, answer)
    samples = {"yours": waits(case.seed, ordered), "pass it on": waits(case.seed, "none")}
    lines.append(_alerts(samples["yours"].mean(), samples["pass it on"].mean()))
    return Reveal("\n\n".join(lines), samples, "Hours until the first unit is there")


def _told_centre(case: Situation, answer: Answer) -> str:
    """Return what was ordered where the alert came from the other State's region."""
    named = f"RCC {case.sides.inside}"
    return next(
        str(answer[f"due_{n}"])
        for n, one in enumerate(case.sightings, start=1)
        if named in one.told and "watch officer" in one.told
    )


def _alerts(yours_h: float, passed_h: float) -> str:
    return (
        f"{ALERTS:,} alerts from another region were drawn with your own luck. By what you ordered "
        f"for yours, the first unit is there after {yours_h:.1f} hours on average; if the centre "
        f"passes the alert on and does no more, after {passed_h:.1f} hours. One alert in five is "
        "never answered. The figures are assumed; what they show is what waiting costs. A good "
        "order that ends badly once is still a good order."
    )


def _place(case: Situation, answer: Answer) -> Reveal:
    lines = [
        _landed(answer, number, landing) for number, landing in enumerate(case.landings, start=1)
    ]
    return Reveal("\n\n".join(lines))


def _landed(answer: Answer, number: int, landing: Landing) -> str:
    taken = landing.offers[LETTERS.index(answer[f"place_{number}"])]
    nearest = landing.nearest
    said = f"Vignette {6 + number}. You land {landing.persons} people at {_judged(taken)}"
    if taken != nearest:
        said += f" The nearest was {_judged(nearest)}"
    return (
        f"{said} For whose government it is, you said: {dict(WHO)[answer[f'who_{number}']]}. They "
        f"were taken off in the region of {landing.region}, and its government has the first "
        "responsibility that a place is found (L1.4, L1.5)."
    )


def _judged(offer: Offer) -> str:
    kinds = {note["id"]: note["kind"] for note in table("places")["note"]}
    return f"{offer.name}, {offer.away_h:g} hours off. {_PLACE_WHY[kinds[offer.id]]}"


def _order(case: Situation, answer: Answer) -> Reveal:
    lines = [_ordered(answer, number, night) for number, night in enumerate(case.nights, start=1)]
    return Reveal("\n\n".join([*lines, _ORDER_WHY]))


_ORDER_WHY = (
    "In each night those still in danger come first, then those aboard, then the landing. Names, "
    "evidence, pursuit and paper come when they cost nobody anything. Rescue delayed for one of "
    "them is the first of the red lines."
)


def _ordered(answer: Answer, number: int, night: Night) -> str:
    ranks = [answer[f"night_{number}_act_{letter}"] for letter in "abcde"]
    acts = sorted(zip(ranks, [act.told for act in night.acts], strict=True))
    done = " ".join(f"({rank}) {told}" for rank, told in acts)
    replied = dict(REPLIES)[answer[f"reply_{number}"]]
    return (
        f"Vignette {9 + number}. Your order: {done} You answered: {replied}. {night.why} "
        f"({', '.join(night.rows)})"
    )


_BY_TASK: Mapping[str, Callable[[Situation, Answer], Reveal]] = {
    "a2_binding": _binding,
    "a2_duty": _duty,
    "a2_place": _place,
    "a2_order": _order,
}


def reveal(case: Situation, task_id: str, answer: Answer) -> Reveal:
    """Return what a committed answer of a task did, and why."""
    return _BY_TASK[task_id](case, answer)

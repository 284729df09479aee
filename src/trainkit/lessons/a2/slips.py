"""Typical slips of A2, known by what they do to an answer; each reads only what a trainee sees."""

from collections.abc import Callable, Mapping

from trainkit.lessons.a2.case import Situation
from trainkit.lessons.a2.places import LETTERS, Landing, Offer
from trainkit.lessons.task import Answer

Shows = Callable[[Situation, Answer], bool]


def _given(case: Situation, answer: Answer, *, words: str, value: str) -> bool:
    """Return whether an instrument whose text holds *words* was given *value*."""
    return any(
        answer[f"instrument_{number}"] == value
        for number, one in enumerate(case.instruments, start=1)
        if words in one.told
    )


def _every_treaty(case: Situation, answer: Answer) -> bool:
    return _given(case, answer, words="Law of the Sea, 1982", value="both")


def _guidance(case: Situation, answer: Answer) -> bool:
    soft = ("Resolution MSC", "Operational Proposals", "Recommendation 38")
    return any(_given(case, answer, words=words, value="both") for words in soft)


def _council(case: Situation, answer: Answer) -> bool:
    council = ("European Convention on Human Rights", "Council of Europe")
    return any(_given(case, answer, words=words, value="italy") for words in council)


def _limitation(case: Situation, answer: Answer) -> bool:
    return _given(case, answer, words="Refugee Convention", value="italy")


def _numbers(answer: Answer, name: str) -> list[str]:
    return [answer[key] for key in sorted(answer) if key.startswith(name)]


def _everywhere(_case: Situation, answer: Answer) -> bool:
    return set(_numbers(answer, "due_")) <= {"go", "hold"}


def _closed_treaty(case: Situation, answer: Answer) -> bool:
    """Return whether Art 98 was entered for a flag or a centre of the State outside."""
    outside = (f"flag of {case.sides.outside}", f"RCC {case.sides.outside}. ")
    return any(
        answer[f"source_{number}"] == "unclos"
        for number, one in enumerate(case.sightings, start=1)
        if any(words in one.told for words in outside)
    )


def _point_nine(_case: Situation, answer: Answer) -> bool:
    return "paper" in _numbers(answer, "source_")


def _handed_over(case: Situation, answer: Answer) -> bool:
    return any(
        answer[f"due_{number}"] in {"none", "relay"}
        for number, one in enumerate(case.sightings, start=1)
        if f"RCC {case.sides.inside}" in one.told and "watch officer" in one.told
    )


def _silent_master(case: Situation, answer: Answer) -> bool:
    return any(
        answer[f"due_{number}"] == "none"
        for number, one in enumerate(case.sightings, start=1)
        if "master" in one.told and "flag of Cyra" in one.told
    )


def _landed(case: Situation, answer: Answer) -> list[tuple[Landing, Offer]]:
    return [
        (landing, landing.offers[LETTERS.index(answer[f"place_{number}"])])
        for number, landing in enumerate(case.landings, start=1)
    ]


def _nearest_always(case: Situation, answer: Answer) -> bool:
    return all(offer == landing.nearest for landing, offer in _landed(case, answer))


def _ship(case: Situation, answer: Answer) -> bool:
    return any(offer.name.startswith("the ") for _, offer in _landed(case, answer))


def _wish(case: Situation, answer: Answer) -> bool:
    return all(
        offer.away_h == max(one.away_h for one in landing.offers)
        for landing, offer in _landed(case, answer)
    )


def _flag_state(case: Situation, answer: Answer) -> bool:
    return any(
        answer[f"who_{number}"] != "owner" and answer[f"who_{number}"] != landing.region.lower()
        for number, landing in enumerate(case.landings, start=1)
    )


def _own_test(case: Situation, answer: Answer) -> bool:
    return any(
        offer == landing.nearest and answer[f"fault_{number}"] != "none"
        for number, (landing, offer) in enumerate(_landed(case, answer), start=1)
    )


def _ranked(case: Situation, answer: Answer) -> list[dict[str, int]]:
    """Return the place of each act of a night, by what is told of it, night by night."""
    return [
        {
            act.told: int(answer[f"night_{number}_act_{letter.lower()}"])
            for letter, act in zip("ABCDE", night.acts, strict=True)
        }
        for number, night in enumerate(case.nights, start=1)
    ]


def _same_place(case: Situation, answer: Answer) -> bool:
    return any(len(set(places.values())) < len(places) for places in _ranked(case, answer))


def _before(first: tuple[str, ...], later: tuple[str, ...]) -> Shows:
    """Return whether an act with words of *first* stands before one with words of *later*."""

    def shows(case: Situation, answer: Answer) -> bool:
        return any(
            places[one] < places[other]
            for places in _ranked(case, answer)
            for one in places
            for other in places
            if any(word in one for word in first) and any(word in other for word in later)
        )

    return shows


_ASHORE = ("Bring them", "Take them to", "Hand them")
_FILE = ("names and countries", "Ask each adult", "fingerprints")
_CARE = ("Look at everybody", "warm and give", "radio doctor")


def _obeyed(_case: Situation, answer: Answer) -> bool:
    return "obey" in _numbers(answer, "reply_")


BINDING: Mapping[str, Shows] = {
    "every_treaty": _every_treaty,
    "guidance": _guidance,
    "council": _council,
    "limitation": _limitation,
}
DUTY: Mapping[str, Shows] = {
    "everywhere": _everywhere,
    "closed_treaty": _closed_treaty,
    "point_nine": _point_nine,
    "handed_over": _handed_over,
    "silent_master": _silent_master,
}
PLACE: Mapping[str, Shows] = {
    "nearest_always": _nearest_always,
    "ship": _ship,
    "wish": _wish,
    "flag_state": _flag_state,
    "own_test": _own_test,
}
ORDER: Mapping[str, Shows] = {
    "same_place": _same_place,
    "register_first": _before(_FILE, _ASHORE),
    "care_late": _before(_ASHORE, _CARE),
    "obeyed": _obeyed,
}

"""Answers of reference and baseline for A2.

The reference reads bindings, facts and acts as `truth` has them and lets the decision engine say
what follows; each rule of the engine names the rows of the fact sheet that it stands on. There is
one right answer to each item, save the order of two acts of one kind and, for a flag inside the Law
of the Sea Convention, which of two sources is entered.
"""

from trainkit.lessons.a2.engine import RANK, Place, duty, fault, place_of_safety
from trainkit.lessons.a2.places import LETTERS

from .truth import ACTS, BINDS, NOTES, REPLIES, SIGHTINGS


def places(landing):
    """Return the facts of the places offered, in the order of their letters."""
    return [Place(one.room, one.away_h, **NOTES[one.id]) for one in landing.offers]


def best(landing):
    """Return the letter of the place of safety that is reached first."""
    return LETTERS[place_of_safety(places(landing), landing.persons)]


def nearest_fault(landing):
    """Return what is wrong with the nearest place."""
    nearest = min(places(landing), key=lambda place: place.away_h)
    return fault(nearest, landing.persons)


def kinds(night):
    """Return what each act of a night serves."""
    return [ACTS[act.id] for act in night.acts]


def _numbered(name, values):
    return {f"{name}_{number}": value for number, value in enumerate(values, start=1)}


def _duties(case):
    found = [duty(SIGHTINGS[one.id]) for one in case.sightings]
    return {
        **_numbered("due", [one.due for one in found]),
        **_numbered("source", [one.sources[0] for one in found]),
    }


def _landings(case):
    return {
        **_numbered("place", [best(one) for one in case.landings]),
        **_numbered("fault", [nearest_fault(one) for one in case.landings]),
        **_numbered("who", [one.region.lower() for one in case.landings]),
    }


def ranked(number, ranks):
    """Return the fields of one night's order."""
    return {
        f"night_{number}_act_{letter}": rank for letter, rank in zip("abcde", ranks, strict=True)
    }


def _nights(case):
    answer = {}
    for number, night in enumerate(case.nights, start=1):
        served = kinds(night)
        order = sorted(range(len(served)), key=lambda act: (RANK[served[act]], act))
        answer |= ranked(number, [order.index(act) + 1 for act in range(len(served))])
        answer[f"reply_{number}"] = REPLIES[night.id]
    return answer


def reference(case):
    """Return the reference answers of a trainee's own case, by task."""
    return {
        "a2_binding": _numbered("instrument", [BINDS[one.id] for one in case.instruments]),
        "a2_duty": _duties(case),
        "a2_place": _landings(case),
        "a2_order": _nights(case),
    }


def baseline(case):
    """Return what a station does that knows one treaty and the nearest harbour, and likes files.

    It takes every text for binding on both, enters Art 98 for every ship and centre, lands at the
    nearest place and obeys. Rescue comes first in its orders, so that it crosses no red line.
    """
    nearest = [LETTERS[one.offers.index(one.nearest)] for one in case.landings]
    return {
        "a2_binding": _numbered("instrument", ["both"] * len(case.instruments)),
        "a2_duty": {**_numbered("due", ["go"] * 6), **_numbered("source", ["unclos"] * 6)},
        "a2_place": {
            **_numbered("place", nearest),
            **_numbered("fault", ["none"] * 3),
            **_numbered("who", ["owner"] * 3),
        },
        "a2_order": _obedient(case),
    }


def _obedient(case):
    answer = {}
    for number, night in enumerate(case.nights, start=1):
        served = kinds(night)
        order = sorted(
            range(len(served)), key=lambda act: (served[act] != "rescue", -RANK[served[act]])
        )
        answer |= ranked(number, [order.index(act) + 1 for act in range(len(served))])
        answer[f"reply_{number}"] = "obey"
    return answer

"""Four trainees who play E2 with table, forecast and pencil: only what the notebook shows.

None of them knows the reference, the hidden luck or how fast anybody is lost.
"""

from trainkit.lessons.e2.case import UNITS
from trainkit.lessons.e2.count import tallies
from trainkit.lessons.e2.orders import FIELDS

_SIGNS = {
    "immediate": ("hardly answers", "lips grey", "does not answer", "Pain in the chest"),
    "urgent": ("eighth month", "shivers hard", "burns", "broken lower leg"),
}


def _need(patient):
    """Place a person by the signs that a first-aid course names."""
    for need, signs in _SIGNS.items():
        if any(sign in patient.told for sign in signs):
            return need
    return "can_wait"


def _needs(case, **instead):
    found = {f"person_{n}": _need(one) for n, one in enumerate(case.patients, start=1)}
    return {**found, **instead}


def _one_of(case, need, luck):
    """Return the name of one person of a need, picked by luck."""
    names = [name for name, one in _needs(case).items() if one == need]
    return names[int(len(names) * luck.uniform(f"one of {need}", 0))]


def _coordination(takers, first="first_on_scene"):
    takes = {FIELDS[n]: "takes_over" if n in takers else "stays_under" for n in UNITS[1:]}
    return {"until_then": first, **takes}


def _stays_longest(case):
    trained = [hull for hull in case.hulls if hull.trained and hull.communications >= 2]
    return max(trained, key=lambda hull: (hull.stays_h, hull.communications)).name


def _approach(lifejackets, alongside, ship, osprey="rescue"):
    return {"lifejackets": lifejackets, "alongside": alongside, "ship": ship, "osprey": osprey}


def _people(numbers):
    return dict(zip(FIELDS.values(), numbers, strict=True))


def _scaled(case):
    """Share the head count out in proportion to the safe numbers in calm, whole people."""
    calm = [hull.safe_calm for hull in case.hulls]
    return [round(case.listed * one / sum(calm)) for one in calm]


def _on_board(case):
    """Add up the tallies, each person once: those from another unit are taken away."""
    return sum(one.had - one.from_units for one in tallies(case))


def _count(found, believed, **instead):
    return {
        "accounted": found,
        "believed": believed,
        "missing": max(0, believed - found),
        "next_step": "go_on",
        "who": "coordinator_ashore",
        **instead,
    }


def _safe_place(case):
    fit = [p for p in case.places if not p.threat and p.care and p.room > case.listed]
    return fit[0].name


def _landing(place, ship="released", screening="triage"):
    return {"place": place, "ship": ship, "screening": screening}


def strong(case, _luck):
    """Changes once, jackets first, fills hulls to their rough numbers less one for the crew."""
    rough = [hull.safe_rough - (hull.safe_rough > 20) for hull in case.hulls]
    return {
        "e2_coordinator": _coordination({_stays_longest(case)}),
        "e2_approach": _approach("first", 3, "lee"),
        "e2_hulls": _people(rough),
        "e2_triage": _needs(case),
        "e2_count": _count(_on_board(case), case.listed - case.ashore),
        "e2_landing": _landing(_safe_place(case)),
    }


def competent(case, luck):
    """Takes people while jackets are handed out, forgets who was ashore, misreads two people."""
    misread = {
        _one_of(case, "immediate", luck): "urgent",
        _one_of(case, "urgent", luck): "can_wait",
    }
    return {
        "e2_coordinator": _coordination({_stays_longest(case)}),
        "e2_approach": _approach("while", 2, "lee"),
        "e2_hulls": _people(_scaled(case)),
        "e2_triage": _needs(case, **misread),
        "e2_count": _count(_on_board(case), case.listed),
        "e2_landing": _landing(_safe_place(case), ship="port_of_call"),
    }


def novice(case, _luck):
    """Lets everybody take over, goes alongside at once, shares out evenly, counts people twice."""
    each = case.told // len(UNITS)
    noisy = {name: "immediate" for name, one in _needs(case).items() if one == "can_wait"}
    largest = max(case.places, key=lambda place: place.room).name
    return {
        "e2_coordinator": _coordination(set(UNITS[1:])),
        "e2_approach": _approach("while", 5, "lee"),
        "e2_hulls": _people([each] * len(UNITS)),
        "e2_triage": _needs(case, **noisy),
        "e2_count": _count(sum(one.had for one in tallies(case)), case.told),
        "e2_landing": _landing(largest),
    }


def careless(case, _luck):
    """Secures evidence first, asks for names before landing, and ends on a relayed report."""
    return {
        "e2_coordinator": _coordination(set(UNITS[1:]), first="nobody"),
        "e2_approach": _approach("none", 6, "alongside", osprey="secure"),
        "e2_hulls": _people([case.told, 0, 0, 0, 0, 0]),
        "e2_triage": {f"person_{n}": "urgent" for n in range(1, 9)},
        "e2_count": _count(case.told, case.told, next_step="stand_down", who="each_unit"),
        "e2_landing": _landing(
            min(case.places, key=lambda place: place.away_h).name, "port_of_call", "before"
        ),
    }

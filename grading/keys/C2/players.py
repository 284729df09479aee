"""Four trainees who play C2 with paper and pencil: only what the notebook shows.

None of them knows the reference, the hidden runs or how the model finds and replaces people.
"""

from . import paper

_FOLLOWS = (
    "need not be",
    "may be missing",
    "likely to be missing",
    "can change",
    "no surer",
    "says nothing",
    "poorer",
    "forced to steer",
)


def _read(case, **changed):
    ties = paper.ties(case)
    between = paper.between(ties)
    busiest = max(ties, key=lambda one: len(ties[one]))
    broker = max(between, key=between.__getitem__)
    return {
        "busiest": busiest,
        "broker": broker,
        "ways": round(between[broker]),
        "left_busiest": paper.largest(ties, busiest),
        "left_broker": paper.largest(ties, broker),
        **changed,
    }


def _claims(case, wrong=()):
    other = {"follows": "does_not", "does_not": "follows"}
    found = {}
    for n, one in enumerate(case.claims, start=1):
        sort = "follows" if any(words in one.told for words in _FOLLOWS) else "does_not"
        found[f"claim_{n}"] = other[sort] if n in wrong else sort
    return found


def _curves(case, **changed):
    table = paper.table(case)
    deepest = min(table, key=lambda name: table[name][0])
    lasting = min(table, key=lambda name: table[name][4])
    deep, last = table[deepest], table[lasting]
    mean = ((last[0] + last[1]) / 2 * 30 + (last[1] + last[2]) / 2 * 60) / 90
    return {
        "deepest": deepest,
        "lasting": lasting,
        "back": round(100 * (deep[2] - deep[0]) / (100 - deep[0])),
        "events": round(mean / 100 * 90 / 7, 1),
        **changed,
    }


_ASKS = {
    "act": ("leave tonight", "barred from", "no longer answers", "beaten tomorrow"),
    "refer": ("pledge", "struck", "may not leave it alone", "boy of sixteen"),
    "share": ("lives in Borea", "Borea's team means", "Borea's customs", "across the border"),
}


def _moments(case, **instead):
    found = {}
    for n, one in enumerate(case.moments, start=1):
        asked = (sort for sort, words in _ASKS.items() if any(w in one.told for w in words))
        sort = next(asked, "go_on")
        found[f"moment_{n}"] = instead.get(sort, sort)
    return found


def _plan(first, second, **changed):
    return {
        "first": first,
        "second": second,
        "timing": "one_day",
        "mapping_weeks": 8,
        "partner": "joint",
        "on_danger": "act",
        "skippers": "screen",
        **changed,
    }


def _unread(case):
    """Read the worse pictures as if they were the whole one."""
    whole = _read(case)
    told = {f"{one}_{name}": whole[name] for one in ("ties", "actor") for name in _TWO}
    return {**told, "hangs": 10}


_TWO = ("busiest", "broker")


def strong(case, _luck):
    """Counts ways, tells a picture from the world, takes all of a scarce kind, jointly and soon."""
    first, second, *_ = paper.scarce(case)
    return {
        "c2_read": _read(case),
        "c2_missing": paper.worse(case),
        "c2_claims": _claims(case),
        "c2_curves": _curves(case),
        "c2_links": paper.links(case),
        "c2_moments": _moments(case),
        "c2_plan": _plan(first, second),
    }


def competent(case, _luck):
    """Miscounts ways and parts, is wrong in two claims, forgets the weeks, and waits too long."""
    first, *_ = paper.scarce(case)
    right = _curves(case)
    return {
        "c2_read": _read(case, ways=_read(case)["ways"] + 3, left_broker=9),
        "c2_missing": {**paper.worse(case), "actor_broker": _read(case)["broker"]},
        "c2_claims": _claims(case, wrong=(2, 5)),
        "c2_curves": {**right, "events": round(min(200, 7 * right["events"]), 1)},
        "c2_links": paper.links(case),
        "c2_moments": _moments(case, share="go_on"),
        "c2_plan": _plan(first, "none", mapping_weeks=14),
    }


def novice(case, _luck):
    """Takes the busiest for everything, and what was arrested on the day for what lasts."""
    right, curve = _read(case), _curves(case)
    level = paper.table(case)[curve["deepest"]][2]
    return {
        "c2_read": {**right, "broker": right["busiest"], "ways": 10, "left_broker": 10},
        "c2_missing": _unread(case),
        "c2_claims": _claims(case, wrong=(1, 4)),
        "c2_curves": {**curve, "lasting": curve["deepest"], "back": level, "events": 90.0},
        "c2_links": paper.links(case, spare=1.0),
        "c2_moments": _moments(case, share="go_on", refer="act"),
        "c2_plan": _plan("hub", "direction", partner="alone", mapping_weeks=0),
    }


_CARELESS = {
    "partner": "alone",
    "mapping_weeks": 20,
    "on_danger": "wait",
    "skippers": "detain",
}


def careless(case, _luck):
    """Wants everybody, waits through danger, and arrests who was forced to steer."""
    right = _read(case)
    return {
        "c2_read": {**right, "broker": right["busiest"], "ways": 55, "left_broker": 10},
        "c2_missing": {**_unread(case), **dict.fromkeys(("ties_broker", "actor_broker"), "A")},
        "c2_claims": dict.fromkeys((f"claim_{n}" for n in range(1, 7)), "follows"),
        "c2_curves": {**_curves(case), "lasting": "P", "back": 50.0, "events": 13.0},
        "c2_links": paper.links(case, spare=1.0),
        "c2_moments": _moments(case, act="go_on", refer="go_on", share="go_on"),
        "c2_plan": _plan("passage", "hub", **_CARELESS),
    }

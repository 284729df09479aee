"""Four trainees who play C2 with paper and pencil: only what the notebook shows.

None of them knows the reference, the hidden runs or how the model finds and replaces people.
"""

from itertools import combinations

from trainkit.lessons.c2.page import _means, _staff, _wearing_off, _web

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


def _ties(case):
    """Read the network as the page tells it."""
    found = {}
    for line in _web(case).words.splitlines()[1:]:
        letter, others = line.rstrip(".").split(" is tied to ")
        found[letter] = set(others.split(", "))
    return found


def _distances(ties, start):
    """Walk outwards; return the steps and the number of shortest ways to each."""
    steps, ways, edge = {start: 0}, {start: 1}, [start]
    while edge:
        reached = []
        for one in edge:
            for other in sorted(ties[one]):
                if other not in steps:
                    steps[other], ways[other] = steps[one] + 1, 0
                    reached.append(other)
                if steps[other] == steps[one] + 1:
                    ways[other] += ways[one]
        edge = reached
    return steps, ways


def _between(ties):
    walked = {one: _distances(ties, one) for one in ties}
    total = dict.fromkeys(ties, 0.0)
    for one, other in combinations(ties, 2):
        steps, ways = walked[one]
        for middle in set(ties) - {one, other}:
            if steps[middle] + walked[middle][0][other] == steps[other]:
                total[middle] += ways[middle] * walked[middle][1][other] / ways[other]
    return total


def _largest(ties, gone):
    left = {one: others - {gone} for one, others in ties.items() if one != gone}
    return max(len(_distances(left, one)[0]) for one in left)


def _read(case, **changed):
    ties = _ties(case)
    between = _between(ties)
    busiest = max(ties, key=lambda one: len(ties[one]))
    broker = max(between, key=between.__getitem__)
    return {
        "busiest": busiest,
        "broker": broker,
        "ways": round(between[broker]),
        "left_busiest": _largest(ties, busiest),
        "left_broker": _largest(ties, broker),
        **changed,
    }


def _claims(case, wrong=()):
    other = {"follows": "does_not", "does_not": "follows"}
    found = {}
    for n, one in enumerate(case.claims, start=1):
        sort = "follows" if any(words in one.told for words in _FOLLOWS) else "does_not"
        found[f"claim_{n}"] = other[sort] if n in wrong else sort
    return found


def _table(case):
    lines = _wearing_off(case).words.splitlines()[2:]
    cells = (line.split(" | ") for line in lines)
    return {name[-1]: [int(value) for value in values] for name, *values in cells}


def _curves(case, **changed):
    table = _table(case)
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


_KINDS = {
    "recruit": "recruitment",
    "drive and steer": "passage",
    "keep houses": "reception",
    "supply papers": "papers",
    "handle money": "money",
    "direct": "direction",
}


def _units(case):
    return int(_means(case).split("You have ")[1].split()[0])


def _scarce(case):
    """Name the kinds that the units can take whole, the best known first."""
    rows = [line.split(" | ") for line in _staff(case).words.split("\n\n")[0].splitlines()[2:]]
    known = {_KINDS[name]: int(both) / int(posts) for name, posts, _, both, _ in rows}
    price = {_KINDS[name]: int(posts) * int(units) for name, posts, _, _, units in rows}
    able = [kind for kind in known if price[kind] <= _units(case)]
    return sorted(able, key=lambda kind: -known[kind])


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


def _links(case, spare=0.8):
    rows = [line.split(" | ") for line in _staff(case).words.split("\n\n")[0].splitlines()[2:]]
    left = {_KINDS[who]: (int(n) - int(both)) / (spare * int(n)) for who, n, _, both, _ in rows}
    return {kind: round(min(100.0, 100 * share), 1) for kind, share in left.items()}


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


def strong(case, _luck):
    """Counts ways, tells a picture from the world, takes all of a scarce kind, jointly and soon."""
    first, second, *_ = _scarce(case)
    return {
        "c2_read": _read(case),
        "c2_claims": _claims(case),
        "c2_curves": _curves(case),
        "c2_links": _links(case),
        "c2_moments": _moments(case),
        "c2_plan": _plan(first, second),
    }


def competent(case, _luck):
    """Miscounts ways and parts, is wrong in two claims, forgets the weeks, and waits too long."""
    first, *_ = _scarce(case)
    right = _curves(case)
    return {
        "c2_read": _read(case, ways=_read(case)["ways"] + 3, left_broker=9),
        "c2_claims": _claims(case, wrong=(2, 5)),
        "c2_curves": {**right, "events": round(min(200, 7 * right["events"]), 1)},
        "c2_links": _links(case),
        "c2_moments": _moments(case, share="go_on"),
        "c2_plan": _plan(first, "none", mapping_weeks=14),
    }


def novice(case, _luck):
    """Takes the busiest for everything, and what was arrested on the day for what lasts."""
    right, curve = _read(case), _curves(case)
    level = _table(case)[curve["deepest"]][2]
    return {
        "c2_read": {**right, "broker": right["busiest"], "ways": 10, "left_broker": 10},
        "c2_claims": _claims(case, wrong=(1, 4)),
        "c2_curves": {**curve, "lasting": curve["deepest"], "back": level, "events": 90.0},
        "c2_links": _links(case, spare=1.0),
        "c2_moments": _moments(case, share="go_on", refer="act"),
        "c2_plan": _plan("hub", "direction", partner="alone", mapping_weeks=0),
    }


def careless(case, _luck):
    """Wants everybody, waits through danger, and arrests who was forced to steer."""
    right = _read(case)
    return {
        "c2_read": {**right, "broker": right["busiest"], "ways": 55, "left_broker": 10},
        "c2_claims": dict.fromkeys((f"claim_{n}" for n in range(1, 7)), "follows"),
        "c2_curves": {**_curves(case), "lasting": "P", "back": 50.0, "events": 13.0},
        "c2_links": _links(case, spare=1.0),
        "c2_moments": _moments(case, act="go_on", refer="go_on", share="go_on"),
        "c2_plan": _plan(
            "passage",
            "hub",
            partner="alone",
            mapping_weeks=20,
            on_danger="wait",
            skippers="detain",
        ),
    }

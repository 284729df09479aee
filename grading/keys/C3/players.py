"""Four trainees who play C3 with paper and pencil: only what the notebook shows.

None of them knows the reference, the hidden runs or the model's times. They read the tables that
the page prints: days, signatures, seals, check figures, words.
"""

from trainkit.lessons.c3 import chains
from trainkit.lessons.c3.plan import EXAMINED, EXHIBITS, key

_WORDS = {
    "protect": ("shelter", "lives in protection", "source"),
    "disclose": ("home port", "at his stall"),
}


def _court(item):
    """Read one line of the register by channel, order and day."""
    order = item.warrant
    if item.channel == "police_answer":
        return "neither"
    if order is not None and item.obtained_h >= order.expires_h:
        return "neither"
    if item.channel == "own":
        return item.side
    borea_asks_judge = item.action == "telecom_data" and item.side == "Alder"
    if order is not None and borea_asks_judge and order.authority == "prosecutor":
        return "Alder"
    return "both"


def _items(case, **instead):
    bought = [one.item for one in case.papers if "bought" in one.item.fact]
    sources = {item.origin for item in bought if item.reliability in "ABCD"}
    courts = {f"item_{n}": _court(one.item) for n, one in enumerate(case.papers, start=1)}
    return {**courts, "sources": len(sources), **instead}


def _flaw(chain):
    """Read a chain with a finger: figures, then times, then seals."""
    last = None
    for line in chain.item.custody:
        then, today = chains.noted(line)
        if then != today:
            return "altered"
        if line["taken_h"] - line["given_h"] > 0.25:
            return "gap"
        if line["taken_h"] < line["given_h"] or (last and line["given_h"] < last["taken_h"]):
            return "overlap"
        if line["seal_given"] != line["seal_taken"]:
            return "seal"
        last = line
    return "none"


def _custody(case, **instead):
    flaws = {chain.name: _flaw(chain) for chain in case.chains}
    altered = next(c for c in case.chains if flaws[c.name] == "altered").item.custody
    gap = next(c for c in case.chains if flaws[c.name] == "gap").item.custody
    return {
        **{f"flaw_{key(name)}": flaw for name, flaw in flaws.items()},
        "altered_line": next(n["line"] for n in altered if len(set(chains.noted(n))) == 2),
        "gap_h": round(max(n["taken_h"] - n["given_h"] for n in gap), 2),
        "after": "note",
        **instead,
    }


def _clocks(case, **instead):
    told = case.clocks
    last = told.order_day + 30 - 1
    day, counted = told.suspended_day, 0
    while counted < (5 if told.side == "Alder" else 7):
        day += 1
        counted += (told.weekday + day) % 7 < 5
    return {
        "last_day": last,
        "calls_lost": sum(one > last for one in told.calls),
        "suspension_day": day,
        "arrest_left": told.arrested_day + 40 - told.today,
        "disclosure_left": told.found_day + (10 if told.court == "Alder" else 7) - told.today,
        **instead,
    }


def _findings(case, **instead):
    found = {}
    for n, finding in enumerate(case.findings, start=1):
        hits = [what for what, words in _WORDS.items() if any(w in finding.told for w in words)]
        what = hits[0] if hits else "file"
        found[f"finding_{n}"] = instead.get(what, what)
    return found


def _by_day(case, names):
    due = dict(zip(EXHIBITS, case.hearings.due_days, strict=True))
    return sorted(names, key=due.get)


def _plan(order, carriers="courier", **changed):
    return {
        **{f"lab_{key(one)}": f"{place}" for place, one in enumerate(order, start=1)},
        **{f"by_{key(one)}": carriers for one in EXHIBITS},
        "renew_days": 5,
        "recorder": "stops",
        "disclosure": "at_once",
        **changed,
    }


def strong(case, _luck):
    """Reads every line; people first and by the fastest hand, then the nearest day; sworn hands."""
    order = ["telephone", *_by_day(case, EXAMINED[1:])]
    return {
        "c3_items": _items(case),
        "c3_custody": _custody(case),
        "c3_clocks": _clocks(case),
        "c3_disclosure": _findings(case),
        "c3_plan": _plan(order, by_telephone="officer", renew_days=6, disclosure="weekly"),
    }


def competent(case, _luck):
    """Takes Borea for Alder, counts papers, takes 18 days for 40, posts what is due first."""
    courts = {
        f"item_{n}": "both"
        for n, one in enumerate(case.papers, start=1)
        if _court(one.item) == "Alder"
    }
    order = ["telephone", *_by_day(case, EXAMINED[1:])]
    posted = ("receipt book", order[1])
    carriers = {"by_telephone": "officer", **{f"by_{key(one)}": "post" for one in posted}}
    late = {"renew_days": 2, "recorder": "goes_on", "disclosure": "with_file"}
    minutes = _custody(case)["gap_h"]
    return {
        "c3_items": _items(case, sources=4, **courts),
        "c3_custody": _custody(case, after="leave", gap_h=float(int(minutes)) + 0.9),
        "c3_clocks": _clocks(case, arrest_left=case.clocks.arrested_day + 18 - case.clocks.today),
        "c3_disclosure": _findings(case, file="protect"),
        "c3_plan": _plan(order, **carriers, **late),
    }


def novice(case, _luck):
    """Believes what is on paper, counts what the order says, and sends things as they lie there."""
    told = case.clocks
    order = ["telephone", *reversed(_by_day(case, EXAMINED[1:]))]
    seen = _custody(case)
    whole = {
        f"flaw_{key(one)}": "none" for one in chains.EXHIBITS if seen[f"flaw_{key(one)}"] != "gap"
    }
    return {
        "c3_items": {**dict.fromkeys((f"item_{n}" for n in range(1, 7)), "both"), "sources": 4},
        "c3_custody": _custody(case, **whole, altered_line=1, after="leave"),
        "c3_clocks": _clocks(
            case,
            last_day=told.order_day + 45,
            calls_lost=0,
            arrest_left=told.arrested_day + 18 - told.today,
        ),
        "c3_disclosure": _findings(case, protect="file"),
        "c3_plan": _plan(order, "post", renew_days=1, recorder="goes_on", disclosure="with_file"),
    }


def careless(case, _luck):
    """Puts the telephone last, writes in what is missing, and gives everything to everybody."""
    order = [*reversed(_by_day(case, EXAMINED[1:])), "telephone"]
    return {
        "c3_items": {**dict.fromkeys((f"item_{n}" for n in range(1, 7)), "both"), "sources": 6},
        "c3_custody": _custody(case, altered_line=1, gap_h=0.0, after="fill"),
        "c3_clocks": _clocks(case, last_day=case.clocks.today, calls_lost=0, suspension_day=0),
        "c3_disclosure": dict.fromkeys((f"finding_{n}" for n in range(1, 6)), "disclose"),
        "c3_plan": _plan(order, "post", renew_days=0, recorder="goes_on", disclosure="with_file"),
    }

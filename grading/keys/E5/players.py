"""Four trainees, who know only what the notebook shows, and share no code with the reference.

* Strong moves every time to UTC, reads lines by their words, counts squares of the table for the
  area, and slips once where haste does: one line, one edit.
* Competent handles rescue, bases and hashes, lets the change of the clocks slip at the end, takes
  the densest place and nothing beside it, does not see what is left to one side, takes a silent
  letter for consent, and slips in two acts. Which lines suffer is drawn.
* Novice counts the day of signature, reads times as written, lets most lines stand, stays with last
  year's area, and has everything signed again.
* Careless is competent, and goes on jointly on a word by radio.
"""

import re
from datetime import UTC, datetime, timedelta

from trainkit.lessons.e5.water import LARGEST_NM2, LAST_YEAR, seen
from trainkit.lessons.e5.window import CLOCKS

_LOOSE = re.compile(
    r"useful|[Ss]uspicious|suitable|evening to morning|surroundings|circumstances|as appropriate"
)
_ONE_SIDED = re.compile(
    r"names each evening|that Borea keeps|for the units of both|until Alder declares|may move its"
    r"|put forward a wish|settled by Alder|in the name of both",
)
_UNLAWFUL = re.compile(
    r"point 9|nationalities|rammed|before the paper|not been told|whatever a court|stay there until"
    r"|for whatever use"
)
_ONLY_WRITING = re.compile(
    r"top of the file|broken into|three spaces|written on Borea|in place of 20\.0|remark"
    r"|looks the same|approval is moved"
)


def _lines(name, values):
    return {f"{name}_{number}": value for number, value in enumerate(values, start=1)}


def _spoilt(answer, which, wrong, otherwise):
    """Return an answer in which line *which* is *wrong*, or *otherwise* where it was that."""
    name = sorted(answer)[which % len(answer)]
    return {**answer, name: wrong if answer[name] != wrong else otherwise}


def _iso(moment):
    return moment.isoformat(timespec="minutes")


def _window(case, days=15):
    """Return the three instants of somebody who counts days on the host's wall calendar."""
    asked = case.window
    alder, borea = CLOCKS["Alder"], CLOCKS["Borea"]
    midnight = datetime.fromisoformat(f"{asked.signed:%Y-%m-%d}") + timedelta(days=days)
    first = midnight.replace(tzinfo=CLOCKS[asked.host])
    begin = midnight.replace(hour=20, tzinfo=alder)
    if begin.timestamp() - first.timestamp() >= 86_400:
        begin -= timedelta(days=1)
    over = datetime.fromtimestamp(begin.timestamp() + 3600 * asked.lasts_h, borea)
    return {"first": _iso(first), "start": _iso(begin), "end": _iso(over)}


def _verdict(text):
    for pattern, verdict in ((_UNLAWFUL, "law"), (_ONE_SIDED, "one"), (_LOOSE, "vague")):
        if pattern.search(text):
            return verdict
    return "sound"


def _inside(places, box):
    """Return how many sightings of the table lie in a box."""
    west, east, south, north = box
    return sum(west <= x <= east and south <= y <= north for x, y in places)


def _clear(water, box):
    west, east, south, north = box
    w, e, s, n = water.closed
    return west >= -28 and (east <= w or west >= e or north <= s or south >= n)


def _boxes(water, wides, step):
    """Yield boxes of the largest size that keep off land and the closed ground."""
    for wide in wides:
        high = LARGEST_NM2 / wide
        for west in range(-28, 40 - wide, step):
            for south in range(-40, int(40 - high), step):
                box = (west, west + wide, south, south + int(high))
                if _clear(water, box):
                    yield box


def _named(box):
    return dict(zip(("west_nm", "east_nm", "south_nm", "north_nm"), map(float, box), strict=True))


def _good_area(case):
    places = seen(case.water, case.seed)
    return _named(max(_boxes(case.water, (18, 22, 26), 2), key=lambda box: _inside(places, box)))


def _narrow_area(case):
    """Return the square that somebody draws about the densest place alone, smaller than may be."""
    places = seen(case.water, case.seed)
    squares = [
        (west, west + 14, south, south + 14)
        for west in range(-28, 26, 2)
        for south in range(-40, 26, 2)
    ]
    clear = [box for box in squares if _clear(case.water, box)]
    return _named(max(clear, key=lambda box: _inside(places, box)))


def _versions(case):
    effects = ["same" if _ONLY_WRITING.search(edit.told) else "void" for edit in case.edits]
    answer = _lines("edit", effects)
    for version in (2, 3):
        mine = [
            s
            for s, figures in case.history.approvals
            if figures == case.history.hashes[version - 1]
        ]
        absent = {"Alder", "Borea"} - set(mine)
        answer[f"missing_{version}"] = (
            "nobody" if not absent else "both" if len(absent) == 2 else absent.pop()
        )
    return answer


def _act(case, logged, *, as_written=False):
    """Return how an act stands for somebody who reads the row of the log."""
    told, act = logged.told, logged.act
    if re.search(r"off a raft|sick sailor|off the rocks", told):
        return "rescue"
    if re.match(r"the p|point", act.basis):
        return "basis"
    if "for Alder." in told or "for Borea." in told:
        return "own"
    begins, ends = case.window.start.timestamp(), case.window.end.timestamp()
    zone = CLOCKS["Alder"] if as_written else CLOCKS.get(logged.clock, UTC)
    if not begins <= logged.at.replace(tzinfo=zone).timestamp() < ends:
        return "time"
    if abs(act.x_nm) > 20:
        return "place"
    return "caveat" if "Cyra" in told else "plan"


def _proposal(text):
    """Return how the letter bears on a proposal, from its words."""
    if re.search(r"sinking|raft|injured", text):
        return "rescue"
    if re.search(r"officer of Cyra|port of Cyra|drone", text):
        return "silent"
    broken = r"x = -6|read out to|boarding team to|05:10|keep its picture on|thanks Cyra"
    return "against" if re.search(broken, text) else "within"


def _orders(case):
    from trainkit.lessons.e5.night import PLACES

    abroad = "territorial sea of Borea" in PLACES[case.night.place]
    return {"rescue": "go", "patrol": "leave" if abroad else "own", "log": "add"}


def _careful(case):
    proposals = case.letter.proposals
    return {
        "e5_window": _window(case),
        "e5_elements": _lines("line", [_verdict(line.text) for line in case.draft]),
        "e5_area": _good_area(case),
        "e5_versions": _versions(case),
        "e5_acts": _lines("act", [_act(case, one) for one in case.acts]),
        "e5_joining": _lines("proposal", [_proposal(one.text) for one in proposals]),
        "e5_orders": _orders(case),
    }


def _drawn(luck, name, number):
    return int(number * luck.uniform(f"e5 {name}", 0))


def strong(case, luck):
    """Return the answers of somebody who reads clocks, lines and hashes with care."""
    found = _careful(case)
    hasty = _drawn(luck, "strong haste", 8)
    found["e5_elements"] = _spoilt(found["e5_elements"], hasty, "vague", "sound")
    found["e5_versions"] = _spoilt(found["e5_versions"], hasty, "void", "same")
    return found


def competent(case, luck):
    """Return the answers of somebody who knows the trade and reads once."""
    found = _careful(case)
    found["e5_window"]["end"] = _iso(case.window.wall_clock_end)
    lines = ["sound" if v == "one" else v for v in found["e5_elements"].values()]
    found["e5_elements"] = _lines("line", lines)
    found["e5_area"] = _narrow_area(case)
    edit = _drawn(luck, "competent edit", 8)
    found["e5_versions"] = _spoilt(found["e5_versions"], edit, "void", "same")
    act = _drawn(luck, "competent act", 8)
    acts = _spoilt(found["e5_acts"], act, "plan", "time")
    found["e5_acts"] = _spoilt(acts, act + 3, "plan", "time")
    said = ["within" if v == "silent" else v for v in found["e5_joining"].values()]
    found["e5_joining"] = _lines("proposal", said)
    if luck.uniform("e5 competent log", 0) < 0.5:
        found["e5_orders"] = {**found["e5_orders"], "log": "leave"}
    return found


def novice(case, luck):
    """Return the answers of somebody who reads figures as written and lets most things stand."""
    written = [_act(case, one, as_written=True) for one in case.acts]
    acts = ["plan" if verdict in {"own", "caveat", "basis"} else verdict for verdict in written]
    bold = ["law" if _verdict(line.text) == "law" else "sound" for line in case.draft]
    proposals = [_proposal(one.text) for one in case.letter.proposals]
    return {
        "e5_window": _window(case, days=14),
        "e5_elements": _lines("line", bold),
        "e5_area": dict(LAST_YEAR),
        "e5_versions": {
            **_lines("edit", ["void"] * len(case.edits)),
            "missing_2": "both",
            "missing_3": ("nobody", "both")[_drawn(luck, "novice guess", 2)],
        },
        "e5_acts": _lines("act", acts),
        "e5_joining": _lines("proposal", ["within" if p == "silent" else p for p in proposals]),
        "e5_orders": {"rescue": "go", "patrol": "leave", "log": "leave"},
    }


def careless(case, luck):
    """Return the competent answers with a joint patrol on a word by radio: a red line."""
    found = competent(case, luck)
    return {**found, "e5_orders": {**found["e5_orders"], "patrol": "radio"}}

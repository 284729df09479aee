"""Four trainees who play E6 with chart, tables and logs: only what the notebook shows.

None of them knows the reference or the hidden nights.
"""

from trainkit.lessons.e6.acts import CLOCKS, EAST_NM, FROM_H, NORTH_NM, SOUTH_NM, TO_H, WEST_NM
from trainkit.lessons.e6.reading import night


def _orders(came_in, sharing, phase, first="nearest", **posts):
    return {
        "sharing": sharing,
        "dispatch": first,
        "dispatch_phase": phase,
        **posts,
        "came_in": came_in,
    }


def _watches(answers, sharing, phase, first="nearest", **posts):
    return {
        f"e6_watch_{n}": _orders(came, sharing, phase, first, **posts)
        for n, came in enumerate(answers, start=1)
    }


def _clock_h(text):
    """Read a time as written and bring it to UTC."""
    time, clock = text.split(" ", 1)
    hours, minutes = (int(part) for part in time.split(":"))
    return (hours + minutes / 60 - CLOCKS[clock]) % 24


def _breach(act, by_clock=False):
    """Compare a joint act with the plan's area and hours, as the table gives them."""
    if not act.joint:
        return "in_plan"
    if not (WEST_NM <= act.x_nm <= EAST_NM and SOUTH_NM <= act.y_nm <= NORTH_NM):
        return "place"
    at_h = _clock_h(act.when.split(" ")[0] + " UTC") if by_clock else _clock_h(act.when)
    inside = at_h >= FROM_H or at_h < TO_H - 24
    return "in_plan" if inside else "time"


_BEGUN = (
    "Alder asks",
    "desk asks",
    "notes that",
    "drafts",
    "intends",
    "tells the relay",
    "Alder's side",
)
"""Words that tell of a step on the way and not of the act itself."""


def _match(step, by_clock=False):
    if any(word in step.logged for word in _BEGUN):
        return "missed"
    shown = step.when.split(" ")[0] + " UTC" if by_clock else step.when
    took = (_clock_h(shown) - step.due_h) % 24 * 60
    return "in_time" if took <= step.within_min + 1e-6 else "late"


def _log(case, **instead):
    """Go through the log line by line with a tally sheet of cases."""
    alerts, came, closed, on_board, landed = {}, {}, set(), 0, 0
    for entry in night(case)[1]:
        number = entry.facts.get("case")
        if entry.kind == "alert_received":
            alerts.setdefault(number, entry.time_h)
        elif entry.kind == "unit_on_scene":
            came.setdefault(number, entry.time_h)
        elif entry.kind == "case_closed":
            closed.add(number)
        elif entry.kind == "persons_recovered":
            on_board += int(entry.facts["persons"])
        elif entry.kind == "persons_disembarked":
            landed += int(entry.facts["persons"])
    read = {
        "cases": len(alerts),
        "recovered": on_board,
        "landed": landed,
        "slowest_h": round(max(came[number] - alerts[number] for number in came), 1),
        "still_open": len(set(alerts) - closed),
        "next_step": "hand_over",
    }
    return {**read, **instead}


def strong(case, _luck):
    """Passes alerts on, sends at the first doubt, spreads vessels along the lane."""
    lane = case.busy[0]
    return {
        **_watches(
            ("answer", "numbers", "within"),
            "alerts",
            "uncertainty",
            osprey="stand_by",
            skua=f"{lane}1",
            lanner=f"{lane}2",
            petrel=f"{lane}3",
            tern=f"{lane}3",
        ),
        "e6_kpi": _log(case),
        "e6_acts": {f"act_{n}": _breach(act) for n, act in enumerate(case.acts, start=1)},
        "e6_timeline": {f"step_{n}": _match(one) for n, one in enumerate(case.steps, start=1)},
    }


def competent(case, luck):
    """Shares the picture, sends the largest, Osprey out to see; misreads a clock and a measure."""
    lane = case.busy[0]
    steps = {f"step_{n}": _match(one) for n, one in enumerate(case.steps, start=1)}
    late = [name for name, found in steps.items() if found == "late"]
    steps[late[int(2 * luck.uniform("competent", 0))]] = "in_time"
    breaches = {f"act_{n}": _breach(act) for n, act in enumerate(case.acts, start=1)}
    early = [name for name, found in breaches.items() if found == "time"]
    breaches[early[int(2 * luck.uniform("competent", 1))]] = "in_plan"
    return {
        **_watches(
            ("answer", "later", "within"),
            "picture",
            "alert",
            "largest",
            osprey=f"{lane}2",
            skua="stand_by",
            lanner=f"{lane}1",
            petrel="stand_by",
            tern="stand_by",
        ),
        "e6_kpi": _log(case, cases=_log(case)["cases"] + 1),
        "e6_acts": breaches,
        "e6_timeline": steps,
    }


def novice(case, _luck):
    """Each State alone, sends when it is certain, reads times as they stand."""
    return {
        **_watches(
            ("answer", "later", "later"),
            "alone",
            "distress",
            "largest",
            osprey="n2",
            skua="n1",
            lanner="s2",
            petrel="stand_by",
            tern="stand_by",
        ),
        "e6_kpi": _log(case, slowest_h=0.5, cases=20, landed=_log(case)["recovered"]),
        "e6_acts": {f"act_{n}": _breach(a, by_clock=True) for n, a in enumerate(case.acts, 1)},
        "e6_timeline": {
            f"step_{n}": _match(one, by_clock=True) for n, one in enumerate(case.steps, 1)
        },
    }


def careless(case, _luck):
    """Finishes the boarding, sends the list, joins the inspection, ends cases with the watch."""
    return {
        **_watches(
            ("finish", "list", "go"),
            "alone",
            "distress",
            "largest",
            osprey="far",
            skua="far",
            lanner="far",
            petrel="far",
            tern="far",
        ),
        "e6_kpi": _log(case, recovered=0, landed=0, slowest_h=1.0, still_open=0, next_step="end"),
        "e6_acts": {f"act_{n}": "place" for n in range(1, len(case.acts) + 1)},
        "e6_timeline": {f"step_{n}": "in_time" for n in range(1, len(case.steps) + 1)},
    }

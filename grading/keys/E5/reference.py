"""The reference of E5: all but the area follows from the text, clocks, hashes and the law.

* Window: the host's date, fifteen days on, at 00:00; the first 20:00 of Alder's clock from there;
  the hours counted in UTC.
* Lines, proposals, orders: read off, in `truth`.
* Edits and approvals: a hash is taken and compared, nothing is judged.
* Acts: rescue first, then the basis, then whether it is joint, then time, place and caveats; worked
  out here from figures, and not by the gate, so that each is a witness of the other.
* Area: of all rectangles that both sides could approve, on a grid of a mile and then of half a
  mile, the one that holds most of the clouds' probability. The clouds are known to the reference
  and not to the trainee; so the mark says how much of the knowable was used.
"""

from datetime import UTC, datetime, time, timedelta
from functools import lru_cache
from itertools import product

import numpy as np
from scipy.special import ndtr

from trainkit.lessons.e5.base import base_plan, digest
from trainkit.lessons.e5.versions import edited
from trainkit.lessons.e5.water import LARGEST_NM2, LAST_YEAR, SIDES, flaw
from trainkit.lessons.e5.window import CLOCKS

from .truth import LINES, PATROL, PROPOSALS

SPREAD_NM = 4.5
WEIGHTS = (0.45, 0.3, 0.25)


def window(asked):
    """Return the three instants of the window, worked out from the calendar."""
    host, alder = CLOCKS[asked.host], CLOCKS["Alder"]
    day = asked.signed.astimezone(host).date() + timedelta(days=15)
    first = datetime.combine(day, time(0), host)
    start = datetime.combine(first.astimezone(alder).date(), time(20), alder)
    if start.astimezone(UTC) < first.astimezone(UTC):
        start = datetime.combine(start.date() + timedelta(days=1), time(20), alder)
    end = start.astimezone(UTC) + timedelta(hours=asked.lasts_h)
    return first, start, end.astimezone(CLOCKS["Borea"])


def effect(case, edit):
    """Return whether an edit leaves the hash as it is."""
    before, after = digest(base_plan(case.window)), digest(edited(case.window, edit))
    return "same" if before == after else "void"


def missing(history, version):
    """Return who must still approve a version, counted from 1."""
    wanted = history.hashes[version - 1]
    signed = {side for side, figures in history.approvals if figures == wanted}
    left = [side for side in ("Alder", "Borea") if side not in signed]
    return {0: "nobody", 2: "both"}.get(len(left), left[0] if left else "")


def reading(case, logged):
    """Return how an act of the night stands."""
    act = logged.act
    if act.rescue:
        return "rescue"
    if act.basis.startswith(("the paper", "the plan", "point")):
        return "basis"
    return _against_plan(case, act) if act.joint else "own"


def _against_plan(case, act):
    _, start, end = window(case.window)
    if not start.astimezone(UTC) <= act.at.astimezone(UTC) < end.astimezone(UTC):
        return "time"
    if not (-20.0 <= act.x_nm <= 20.0 and -10.0 <= act.y_nm <= 12.0):
        return "place"
    if act.by == "RCC Cyra" and (act.kind != "share_picture" or act.x_nm < 4.0):
        return "caveat"
    return "plan"


def _mass(low, high, middle):
    return ndtr((high - middle) / SPREAD_NM) - ndtr((low - middle) / SPREAD_NM)


def chance(water, west, east, south, north):
    """Return the probability that a boat is seen inside a rectangle."""
    return sum(
        weight * _mass(west, east, x) * _mass(south, north, y)
        for weight, (x, y) in zip(WEIGHTS, water.middles, strict=True)
    )


def _overlaps(water, west, east, south, north):
    w, e, s, n = water.closed
    return (np.minimum(east, e) > np.maximum(west, w)) & (
        np.minimum(north, n) > np.maximum(south, s)
    )


@lru_cache(maxsize=512)
def best_area(water):
    """Return the best rectangle: a grid of two miles, then steps of half a mile."""
    x, y = np.arange(-28.0, 41.0, 2.0), np.arange(-40.0, 41.0, 2.0)
    pairs_x = np.array([(a, b) for a, b in product(x, x) if b > a])
    pairs_y = np.array([(a, b) for a, b in product(y, y) if b > a])
    west, east = pairs_x[:, 0, None], pairs_x[:, 1, None]
    south, north = pairs_y[None, :, 0], pairs_y[None, :, 1]
    held = chance(water, west, east, south, north)
    held[(east - west) * (north - south) > LARGEST_NM2] = -1.0
    held[_overlaps(water, west, east, south, north)] = -1.0
    i, j = np.unravel_index(np.argmax(held), held.shape)
    return _climbed(water, (*map(float, pairs_x[i]), *map(float, pairs_y[j])))


def _climbed(water, sides):
    steps = [np.array(one) for one in product((-0.5, 0.0, 0.5), repeat=4)]
    while True:
        near = [tuple(map(float, np.array(sides) + step)) for step in steps]
        sound = [one for one in near if not flaw(water, dict(zip(SIDES, one, strict=True)))]
        best = max(sound, key=lambda one: float(chance(water, *one)))
        if chance(water, *best) <= chance(water, *sides) + 1e-12:
            return dict(zip(SIDES, sides, strict=True))
        sides = best


def numbered(name, values):
    """Return values by numbered names."""
    return {f"{name}_{place}": value for place, value in enumerate(values, start=1)}


def _iso(moment):
    return moment.isoformat(timespec="minutes")


def reference(case):
    """Return the reference answers of a trainee's own case, by task."""
    first, start, end = window(case.window)
    return {
        "e5_window": {"first": _iso(first), "start": _iso(start), "end": _iso(end)},
        "e5_elements": numbered("line", [LINES[line.id] for line in case.draft]),
        "e5_area": best_area(case.water),
        "e5_versions": {
            **numbered("edit", [effect(case, edit) for edit in case.edits]),
            "missing_2": missing(case.history, 2),
            "missing_3": missing(case.history, 3),
        },
        "e5_acts": numbered("act", [reading(case, one) for one in case.acts]),
        "e5_joining": numbered("proposal", [PROPOSALS[p.id] for p in case.letter.proposals]),
        "e5_orders": {"rescue": "go", "patrol": PATROL[case.night.place], "log": "add"},
    }


def baseline(case):
    """Return what a room does that goes on as last year, and has everything signed again.

    Only its area is a yardstick of the marks; the rest is reading, right or not.
    """
    first, start, _ = window(case.window)
    late = case.window.wall_clock_end
    return {
        "e5_window": {"first": _iso(first), "start": _iso(start), "end": _iso(late)},
        "e5_elements": numbered("line", ["sound"] * len(case.draft)),
        "e5_area": dict(LAST_YEAR),
        "e5_versions": {
            **numbered("edit", ["void"] * len(case.edits)),
            "missing_2": "both",
            "missing_3": "both",
        },
        "e5_acts": numbered("act", ["plan"] * len(case.acts)),
        "e5_joining": numbered("proposal", ["within"] * len(case.letter.proposals)),
        "e5_orders": {"rescue": "go", "patrol": "leave", "log": "leave"},
    }  # fmt: skip

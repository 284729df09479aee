"""The reference of E2: a policy on what the watch knows, argued task by task.

* Coordinator: the first unit on scene begins; the one that is trained, linked and stays longest
  takes over; nobody else does, since each change costs everybody time.
* Approach: lifejackets before anybody is taken, two craft at the boat, the ship to windward as a
  lee, the sea police in the rescue at once. More craft spare a few person-hours and risk the boat;
  no plan of the grid brings more than 4 % more people back (test).
* Hulls: the safe number in a rough sea for each hull. Together they hold all that may be there, and
  every unit's boats work to the end.
* Triage: by need, as the signs speak; within 2 % of the best order of an assignment problem (test).
* Count: each person once; the highest plausible figure; nobody stands down.
* Landing: the place that is asked all three things, the ship released, looked at on board.
"""

from functools import lru_cache

from trainkit.lessons.e2.case import UNITS
from trainkit.lessons.e2.count import readings
from trainkit.lessons.e2.orders import FIELDS


def lasting(case):
    """Return the trained unit that can stay longest."""
    return max((hull for hull in case.hulls if hull.trained), key=lambda hull: hull.stays_h).name


def place_of_safety(case):
    """Return the place without threat, with care, and with room for all."""
    fit = (p for p in case.places if p.care and not p.threat and p.room >= case.believed)
    return next(fit).name


@lru_cache(maxsize=512)
def _reference(case):
    takes = {
        FIELDS[name]: "takes_over" if name == lasting(case) else "stays_under" for name in UNITS[1:]
    }
    return {
        "e2_coordinator": {"until_then": "first_on_scene", **takes},
        "e2_approach": {
            "lifejackets": "first",
            "alongside": 2,
            "ship": "lee",
            "osprey": "rescue",
        },
        "e2_hulls": {FIELDS[hull.name]: hull.safe_rough for hull in case.hulls},
        "e2_triage": {f"person_{n}": one.need for n, one in enumerate(case.patients, start=1)},
        "e2_count": dict(readings(case)),
        "e2_landing": {
            "place": place_of_safety(case),
            "ship": "released",
            "screening": "triage",
        },
    }


def reference(case):
    """Return the reference answers of a trainee's own case, by task."""
    return _reference(case)

"""The reference of C2: readings of what is shown, and a plan that is argued.

* Small network, its worse pictures, claims, curves, links: what they show. Moments: danger to life
  first, then possible victims, then word to the other team.
* Plan: the scarce kind of work of which the two teams together know nearly all is taken on one day,
  jointly, after nine weeks: three until the teams are joined, and six more of mapping with both
  pictures. What is left goes to the other scarce kind. Danger to life ends the waiting; who shows
  signs of coercion is referred. The optimum over all plans is not known; a test states how little a
  change of one line gains.
"""

from functools import lru_cache

from trainkit.lessons.c2 import curves, missing, web
from trainkit.lessons.c2.ring import allowed, staff_of

_SCARCE = ("papers", "money")


def plan(case):
    """Return the reference plan of a case."""
    known = {one.kind: one.both / one.posts for one in staff_of(case.network_seed)}
    first = max(_SCARCE, key=known.__getitem__)
    return {
        "first": first,
        "second": next(kind for kind in _SCARCE if kind != first),
        "timing": "one_day",
        "mapping_weeks": 9,
        "partner": "joint",
        "on_danger": "act",
        "skippers": "screen",
    }


@lru_cache(maxsize=512)
def _reference(case):
    return {
        "c2_read": web.readings(case.web),
        "c2_missing": missing.readings(case.missing),
        "c2_claims": {f"claim_{n}": one.sort for n, one in enumerate(case.claims, start=1)},
        "c2_curves": curves.readings(case.curves),
        "c2_links": {one.kind: round(allowed(one), 1) for one in staff_of(case.network_seed)},
        "c2_moments": {f"moment_{n}": one.sort for n, one in enumerate(case.moments, start=1)},
        "c2_plan": plan(case),
    }


def reference(case):
    """Return the reference answers of a trainee's own case, by task."""
    return _reference(case)

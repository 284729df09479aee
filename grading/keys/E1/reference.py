"""The reference of E1: a policy on what the watch knows, argued task by task.

* Phases: what the cues speak for. Grave danger is distress at once; apprehension makes a boat ready
  while the desk asks; doubt asks first. No drawn case has a better reading by more than 1.5 %, in
  the odds of the exercise (test).
* Datum: the square that contains most for its coverage on a planning cloud, found on a grid about
  the forecast drift.
* Hours: where the next half hour adds most to the people recovered alive, until all are spent. The
  problem is concave, so that this comes within a half hour's step of the optimum (test).
* Second search: the same on what the failed search has left.
* Reading: what the run's logbook and the reports hold.

The planning cloud has luck of its own, neither the trainee's nor that of the marks.
"""

from functools import lru_cache

import numpy as np

from trainkit.kernel.luck import Luck
from trainkit.lessons.e1 import sortie
from trainkit.lessons.e1.case import AREAS, FIRST_HOURS, SECOND_HOURS
from trainkit.lessons.e1.effort import first_search, second_search
from trainkit.lessons.e1.ensemble import ensemble
from trainkit.lessons.e1.maps import flown
from trainkit.lessons.e1.reading import readings

_PLANNING = Luck(0x7072616374697365)
_STEP_H = 0.5


def planning(case):
    """Return the cloud that the reference plans on."""
    return ensemble(case, _PLANNING, 48, 25)


def filled(search, total_h):
    """Return hours by area: each half hour goes where it adds most."""
    hours = np.zeros(len(AREAS))
    for _ in range(int(total_h / _STEP_H)):
        hours[np.argmax(search.gain(hours))] += _STEP_H
    return hours


def named(hours):
    """Return hours by the names of the areas."""
    return dict(zip(AREAS, hours.tolist(), strict=True))


def square(case):
    """Return (x_nm, y_nm, radius_nm) of the best square on a grid about the forecast drift."""
    cloud = planning(case)
    x_nm, y_nm = (one * case.elapsed_h for one in case.drift_kn)
    shifts = np.arange(-2.0, 2.01, 0.5)
    radii = np.arange(2.0, 10.01, 0.25)
    east = np.abs(cloud.x_nm[0][:, None] - x_nm - shifts)
    north = np.abs(cloud.y_nm[0][:, None] - y_nm - shifts)
    reach = np.maximum(east[:, :, None], north[:, None, :])
    found = [(reach <= radius).mean(axis=0) * sortie.detection(radius) for radius in radii]
    best = np.unravel_index(np.argmax(found), (len(radii), len(shifts), len(shifts)))
    return x_nm + shifts[best[1]], y_nm + shifts[best[2]], radii[best[0]]


@lru_cache(maxsize=512)
def _reference(case):
    x_nm, y_nm, radius_nm = square(case)
    cloud = planning(case)
    return {
        "e1_phase": {f"call_{n}": call.cues for n, call in enumerate(case.calls, start=1)},
        "e1_datum": {
            "datum": {"x_nm": round(float(x_nm), 1), "y_nm": round(float(y_nm), 1)},
            "radius_nm": float(radius_nm),
        },
        "e1_allocation": {
            "hours": named(filled(first_search(case, cloud), FIRST_HOURS)),
            "cutter": "search",
        },
        "e1_reading": readings(case),
        "e1_replan": {
            "hours": named(filled(second_search(case, cloud, flown(case)), SECOND_HOURS))
        },
    }


def reference(case):
    """Return the reference answers of a trainee's own case, by task."""
    return _reference(case)

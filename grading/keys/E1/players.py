"""Four trainees who play E1 with pencil, table and map: only what the notebook shows.

None of them knows the reference, the hidden weather or the odds of the calls.
"""

import math

from trainkit.lessons.e1.case import (
    AREAS,
    FIRST_HOURS,
    KESTREL_H,
    KESTREL_SPEED_KN,
    KESTREL_WIDTH_NM,
    SECOND_HOURS,
    velocity,
)
from trainkit.lessons.e1.maps import flown, later_shares, shares
from trainkit.lessons.e1.reading import night, scenario, searched_h
from trainkit.sea.leeway import leeway_speeds

KM_PER_NM = 1.852


def _worksheet(case):
    """Leeway by the table to a tenth of a knot, current, hours: the datum as a watch works it."""
    leeway_kn = round(leeway_speeds(case.object_id, case.wind_kn * 1852 / 3600)[0] * 3600 / 1852, 1)
    down = velocity(leeway_kn * case.elapsed_h, case.wind_from_deg + 180)
    set_ = velocity(case.current_kn * case.elapsed_h, case.current_toward_deg)
    return down[0] + set_[0], down[1] + set_[1]


def _error_nm(case):
    """Error of the position, and three tenths of the drift, as the worked example teaches."""
    drift_nm = math.hypot(*_worksheet(case))
    return math.hypot(case.position_error_nm, 0.3 * drift_nm)


def _reach(case):
    """Reach 1.2 errors, or what Kestrel covers once, between the two."""
    once = math.sqrt(KESTREL_SPEED_KN * KESTREL_WIDTH_NM * KESTREL_H) / 2
    return round((1.2 * _error_nm(case) + once) / 2, 1)


def _spread(total, weights, step=0.5):
    """Hours in steps by weights, the rest to the heaviest; nothing is left over."""
    whole = sum(weights)
    hours = [math.floor(total * one / whole / step) * step for one in weights]
    hours[max(range(len(hours)), key=lambda place: weights[place])] += total - sum(hours)
    return dict(zip(AREAS, hours, strict=True))


def _next_best(total, chances, widths, step=0.5):
    """Half hour after half hour where share times what is not yet seen is largest, by hand."""
    left, hours = list(chances), [0.0] * len(AREAS)
    for _ in range(round(total / step)):
        gains = [p * (1 - math.exp(-w * 15 * step / 36)) for p, w in zip(left, widths, strict=True)]
        best = max(range(len(gains)), key=gains.__getitem__)
        left[best] -= gains[best]
        hours[best] += step
    return dict(zip(AREAS, hours, strict=True))


def _after_empty(case):
    """What the failed search has left of the later map, area by area."""
    seen = zip(later_shares(case), flown(case), case.widths_nm, strict=True)
    return [share * math.exp(-width * 15 * hours / 36) for share, hours, width in seen]


def _phases(case, **instead):
    declared = [instead.get(call.cues, call.cues) for call in case.calls]
    return {f"call_{number}": phase for number, phase in enumerate(declared, start=1)}


def _skua(case):
    unit = next(one for one in scenario(case).parameters.units if one.name == "Alder Skua")
    swept = unit.sweep_width_nm * unit.search_speed_kn * searched_h(night(case), "Alder Skua")
    return swept / (unit.area_length_nm * unit.area_width_nm)


def _began(case):
    return round(night(case).first("leg_began").time_h, 2)


def _log(case, **instead):
    coverage = _skua(case)
    read = {
        "first_leg_h": _began(case),
        "coverage": round(coverage, 2),
        "pod_percent": round(100 * (1 - math.exp(-coverage))),
        "unaccounted": case.persons - case.taken_off,
        "next_step": "go_on",
    }
    return {**read, **instead}


def _square(x_nm, y_nm, radius_nm):
    return {"datum": {"x_nm": round(x_nm, 1), "y_nm": round(y_nm, 1)}, "radius_nm": radius_nm}


def strong(case, _luck):
    """Reads the cues, adds both arrows, counts what is left after each half hour."""
    return {
        "e1_phase": _phases(case),
        "e1_datum": _square(*_worksheet(case), _reach(case)),
        "e1_allocation": {
            "hours": _next_best(FIRST_HOURS, shares(case), case.widths_nm),
            "cutter": "search",
        },
        "e1_reading": _log(case),
        "e1_replan": {"hours": _next_best(SECOND_HOURS, _after_empty(case), case.widths_nm)},
    }


def competent(case, luck):
    """One call is read too low, the square is too large, hours follow the map and not the mist."""
    phases = _phases(case)
    alerts = [name for name, phase in phases.items() if phase == "alert"]
    phases[alerts[int(2 * luck.uniform("competent", 0))]] = "uncertainty"
    return {
        "e1_phase": phases,
        "e1_datum": _square(*_worksheet(case), round(1.35 * _reach(case), 1)),
        "e1_allocation": {"hours": _spread(FIRST_HOURS, shares(case)), "cutter": "search"},
        "e1_reading": _log(case, unaccounted=case.persons),
        "e1_replan": {"hours": _spread(SECOND_HOURS, later_shares(case))},
    }


def novice(case, _luck):
    """Launches at every worry, works in kilometres, searches the darkest areas twice."""
    x_nm, y_nm = _worksheet(case)
    order = sorted(range(len(AREAS)), key=lambda place: -shares(case)[place])
    four, three = ([float(at in order[:n]) for at in range(len(AREAS))] for n in (4, 3))
    return {
        "e1_phase": _phases(case, alert="distress"),
        "e1_datum": _square(x_nm * KM_PER_NM, y_nm * KM_PER_NM, 6.0),
        "e1_allocation": {"hours": _spread(FIRST_HOURS, four), "cutter": "search"},
        "e1_reading": _log(
            case,
            coverage=round(_skua(case) * KM_PER_NM, 2),
            pod_percent=0.5,
            unaccounted=case.persons,
        ),
        "e1_replan": {"hours": _spread(SECOND_HOURS, three)},
    }


def careless(case, _luck):
    """Follows the other boat first, declares distress for all, leaves the datum where it was."""
    return {
        "e1_phase": _phases(case, alert="distress", uncertainty="distress"),
        "e1_datum": _square(0.0, 0.0, 10.0),
        "e1_allocation": {"hours": dict.fromkeys(AREAS, 2.5), "cutter": "shadow"},
        "e1_reading": _log(case, coverage=1.0, pod_percent=50, next_step="daylight"),
        "e1_replan": {"hours": dict.fromkeys(AREAS, 1.5)},
    }

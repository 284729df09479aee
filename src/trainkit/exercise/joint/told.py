"""What reaches a rescue centre of all that happens, and how a line of it reads."""

from collections.abc import Iterator
from typing import Any

from trainkit.joint.operation import OperationSpec
from trainkit.joint.operation.spec import SHARING
from trainkit.kernel.logbook import Entry, Logbook

_OF_NOBODY = {
    "boat_departed",
    "departure_averted",
    "departure_displaced",
    "boat_in_doubt",
    "distress_began",
    "boat_swamped",
    "people_in_water",
    "boat_capsized",
    "person_lost",
    "boat_landed",
}
"""What happens at sea and is in no picture until somebody reports it."""
_SOURCES = {
    "call": "a call from on board",
    "hotline": "a hotline relay",
    "overdue": "people ashore",
    "false": "people ashore",
    "traffic": "a passing ship",
    "sighting": "a unit",
}
"""Who told; nobody knows beforehand which report is false."""
_SAYS = {
    "weather_changed": "the wind is {wind_kn:.0f} kn from {wind_from_deg:03.0f}",
    "light_changed": "it is {day}",
    "alert_received": "receives an alert from {source}, case {case:.0f}",
    "phase_declared": "declares the phase {phase}, case {case:.0f}",
    "handover_requested": "asks RCC {recipient} to take case {case:.0f} over",
    "handover_accepted": "accepts case {case:.0f}",
    "handover_refused": "refuses case {case:.0f}",
    "unit_tasked": "is sent to case {case:.0f} by RCC {centre}, there in {eta_h:.1f} h",
    "merchant_asked": "asks a merchant ship for help, case {case:.0f}",
    "sortie_began": "leaves its base",
    "boat_sighted": "sees a boat, case {case:.0f}, {x_nm:.0f} NM east and {y_nm:.0f} NM north",
    "search_began": "begins to search for case {case:.0f}",
    "boat_found": "the boat of case {case:.0f} is found",
    "search_suspended": "suspends the search, case {case:.0f}",
    "unit_on_scene": "is on scene, case {case:.0f}, {response_h:.1f} h after the alert",
    "persons_recovered": "takes {persons:.0f} people on board, case {case:.0f}",
    "persons_disembarked": "lands {persons:.0f} people",
    "sortie_ended": "is back in port",
    "case_closed": "closes case {case:.0f}: {reason}",
}


def told(book: Logbook, spec: OperationSpec, centre: str) -> Iterator[Entry]:
    """Yield what reaches a centre of a logbook, in the order of time.

    Its own acts and those of its State's units are known to it; a partner's act is known when the
    case is known to the centre and more is shared than nothing, or when the picture is shared.
    """
    own = {f"RCC {centre}", *(unit.name for unit in spec.units if unit.state in {centre, "none"})}
    cases: set[float | str] = set()
    sharing: int = SHARING.index(spec.sharing)
    words = iter([o.word for o in sorted(spec.orders, key=lambda o: o.time_h) if _shares(o)])
    for entry in book:
        if entry.kind == "order_given" and entry.facts.get("order") == "sharing":
            sharing = SHARING.index(next(words))
        if entry.kind in _OF_NOBODY or entry.kind not in _SAYS:
            continue
        case = entry.facts.get("case")
        mine = entry.subject in own or entry.subject == "sea"
        if mine and case is not None:
            cases.add(case)
        if mine or (case in cases and sharing >= 1) or sharing >= 2:
            yield entry


def _shares(order: Any) -> bool:
    return bool(order.order == "sharing")


def line(entry: Entry) -> str:
    """Return an entry as a sentence's end, such as ``is on scene, case 3``."""
    facts = dict(entry.facts)
    if "source" in facts:
        facts["source"] = _SOURCES[str(facts["source"])]
    if "day" in facts:
        facts["day"] = "day" if facts["day"] else "dark"
    return _SAYS[entry.kind].format_map(_Facts(facts))


class _Facts(dict[str, Any]):
    """Facts that are not there are told as a dash."""

    def __missing__(self, key: str) -> "_Dash":
        return _Dash()


class _Dash:
    def __format__(self, _spec: str) -> str:
        return "-"

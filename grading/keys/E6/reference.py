"""The reference of E6: a policy on what the watch knows, argued order by order.

* Pass alerts on. Most of the sea is declared by two centres, people call Alder, and Borea's vessels
  are nearer to where boats come from: told, Borea sends what is nearer by its own choice. To share
  every sighting too, or to send each other's units, draws vessels across the sea to boats that
  somebody is with already, and leaves the side that they come from bare.
* The nearest first: fourteen people or so fit into any vessel, so that room is rarely short
  and time always is. With more on board a second unit follows by the same rule.
* From the alert phase on: inquiries take eight hours on average to raise a phase, and a boat that
  something went wrong with needs no call. From the uncertainty phase on it is as good within one in
  twenty, and sends units for nothing; the law asks for the higher plausible phase, not for the
  highest.
* Osprey ready in port: it sees, and can take nobody on board. On patrol it stays with the first
  boat it sees; ready, it is at a call in half an hour and holds the place until a vessel comes.
* Vessels on the busy lane, two in the east where most is still to come, two in the middle where
  most goes wrong. On patrol they are hours nearer than in port.
* An alert is answered at once; a ministry gets numbers; no joint act beyond the plan's area.

No change of one order gains more than a twentieth of what the reference gains (test). The
optimum is not known.
"""

from functools import lru_cache

from trainkit.lessons.e6.orders import RIGHT
from trainkit.lessons.e6.reading import readings


def watch(case, number):
    """Return the orders of a watch."""
    lane = case.lane
    return {
        "sharing": "alerts",
        "dispatch": "nearest",
        "dispatch_phase": "alert",
        "osprey": "stand_by",
        "skua": f"{lane}2",
        "lanner": f"{lane}3",
        "petrel": f"{lane}3",
        "tern": f"{lane}2",
        "came_in": RIGHT[number],
    }


@lru_cache(maxsize=512)
def _reference(case):
    return {
        **{f"e6_watch_{number}": watch(case, number) for number in (1, 2, 3)},
        "e6_kpi": dict(readings(case)),
        "e6_acts": {f"act_{n}": act.finding for n, act in enumerate(case.acts, start=1)},
        "e6_timeline": {f"step_{n}": one.finding for n, one in enumerate(case.steps, start=1)},
    }


def reference(case):
    """Return the reference answers of a trainee's own case, by task."""
    return _reference(case)

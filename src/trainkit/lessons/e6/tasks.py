"""The tasks of E6, declared once: fields, points, slips and hints."""

from trainkit.lessons.e6 import acts, slips, timeline
from trainkit.lessons.e6.case import AREAS, FLEET
from trainkit.lessons.field import Choice, Field, Number
from trainkit.lessons.worded import decided, words, written

_SHARING = (
    ("alone", "nothing: each State knows what it is told itself"),
    ("alerts", "alerts: each centre passes on what was reported to it"),
    ("picture", "the picture: alerts, sightings, and where units are"),
    ("tasking", "the picture, and each centre may send the other's units"),
)
_DISPATCH = (
    ("nearest", "the unit that is there first"),
    ("largest", "the unit that can carry most people"),
)
_PHASES = (
    ("uncertainty", "the uncertainty phase"),
    ("alert", "the alert phase"),
    ("distress", "the distress phase"),
)
_POSTS = (
    ("stand_by", "stands ready at its base"),
    *((key, told) for key, (told, _, _) in AREAS.items()),
)


def _watch(number: int) -> tuple[Field, ...]:
    came = words("e6")[f"e6_watch_{number}"]["came_in"]
    return (
        Choice("sharing", "What the two centres share", _SHARING),
        Choice("dispatch", "Which unit goes first", _DISPATCH),
        Choice("dispatch_phase", "Units are sent from this phase on", _PHASES),
        *(Choice(name.lower(), name, _POSTS) for name in FLEET),
        Choice("came_in", came["label"], tuple(came["options"].items())),
    )


def _count(name: str, label: str, unit: str) -> Number:
    return Number(name, label, unit, 0, 500, whole=True)


_KPI = (
    _count("cases", "Opened in this watch", "cases"),
    _count("recovered", "Taken on board", "people"),
    _count("landed", "Landed", "people"),
    Number("slowest_h", "Longest wait from a case's first alert to its first unit", "h", 0.0, 48.0),
    _count("still_open", "Still open at the end of the log", "cases"),
    Choice(
        "next_step",
        "What becomes of the cases that are open",
        (
            ("end", "They end with the watch: nobody has called again"),
            ("hand_over", "They are handed over one by one, and the search goes on"),
            ("morning", "They are looked at again in the morning"),
        ),
    ),
)
_FINDINGS = (
    (acts.IN_PLAN, "no breach of the plan"),
    (acts.PLACE, "outside the plan's area"),
    (acts.TIME, "outside the plan's time"),
)
_ACTS = tuple(Choice(f"act_{n}", f"Act {n}", _FINDINGS) for n in range(1, acts.COUNT + 1))
_MATCHES = (
    (timeline.IN_TIME, "done in time"),
    (timeline.LATE, "done, and late"),
    (timeline.MISSED, "not done"),
)
_TIMELINE = tuple(
    Choice(f"step_{n}", f"Expected act {n}", _MATCHES) for n in range(1, timeline.COUNT + 1)
)
_AAR = written("e6_review", 50, "E6.5", "after_action_review")

TASKS = (
    decided("e6_watch_1", 12, "E6.1", _watch(1), slips.WATCH),
    decided("e6_watch_2", 10, "E6.1", _watch(2), slips.WATCH),
    decided("e6_watch_3", 8, "E6.1", _watch(3), slips.WATCH),
    decided("e6_kpi", 8, "E6.2", _KPI, slips.KPI),
    decided("e6_acts", 6, "E6.3", _ACTS, slips.ACTS),
    decided("e6_timeline", 6, "E6.4", _TIMELINE, slips.TIMELINE),
    _AAR,
)

"""Four trainees who play E4 with paper and pencil: only what the notebook shows.

None of them knows the reference, the hidden watches or the model's times.
"""

from trainkit.lessons.e4 import audit
from trainkit.lessons.e4.relay import KNOWN
from trainkit.lessons.e4.request import FIELDS

_ALWAYS = ("position", "time", "persons", "craft", "condition", "injured", "source", "callback")
_WORDS = {
    "distress": ("on board", "lifejackets, the sea", "lost sight", "wave cloths"),
    "safety": ("lane", "buoy", "net out"),
    "risk": ("four weeks", "this month", "For a month", "Since the spring"),
    "none": ("bus station", "own yacht", "journalist", "hotel"),
}


def _sort(told):
    """Read a fact by the words that tell of danger, of a lane, of a trend, of nothing."""
    for sort, words in _WORDS.items():
        if any(word in told for word in words):
            return sort
    return "incident"


def _facts(case, **instead):
    sorts = [_sort(fact.told) for fact in case.facts]
    return {f"fact_{n}": instead.get(s, s) for n, s in enumerate(sorts, start=1)}


def _message(case, more=(), less=(), **changed):
    fields = {*_ALWAYS, *(("drift",) if case.boat.moves else ()), *more} - set(less)
    return {
        **{name: "send" if name in fields else "leave" for name in KNOWN},
        "message_class": "distress",
        "recipient": case.boat.centre,
        "basis": "sar_convention",
        "retention": "case",
        **changed,
    }


def _answer(case, **changed):
    """Answer a case with its one field, a wish with a number, a stranger with nothing."""
    field = {"written": "helmsman", "list": "persons", "relatives": ""}[case.asked]
    written = case.asked == "written"
    return {
        **{name: "send" if name == field else "leave" for name in FIELDS},
        "basis": "case_file" if written else "none",
        "retention": "case" if written else "none",
        "recorded": "yes",
        **changed,
    }


def _table(case, **changed):
    rows = audit.rows(case)
    urgent = [row for row in rows if row.message_class == "distress"]
    others = [row for row in rows if row.message_class != "distress"]
    waited = [
        one
        for one in urgent
        if any(o.taken_min <= one.arrived_min < min(o.read_min, one.taken_min) for o in others)
    ]
    known_min = rows[audit.first_report(case)].known_min
    return {
        "slowest_min": max(row.read_min - row.known_min for row in urgent),
        "waited": len(waited),
        "ratio": round(sum(row.sent for row in rows) / sum(row.needed for row in rows), 2),
        "unrecorded": sum(row.personal and not row.recorded for row in rows),
        "hours_left": round(24.0 - (180 - known_min) / 60.0, 2),
        **changed,
    }


def _protocol(**changed):
    return {
        "queue": "preemptive",
        "template": "needed",
        "incidents": "subscribe",
        "risk": "subscribe",
        "digest_min": 60,
        "timeout_min": 15,
        "voice_min": 15,
        "translators": "1",
        **changed,
    }


def _mode(wanted):
    return "subscribe" if wanted > 0.4 else "pull"


def strong(case, _luck):
    """Reads what each fact tells, sends what is needed, matches modes to who acts on it."""
    modes = {
        "incidents": _mode(case.watch.incidents_wanted),
        "risk": _mode(case.watch.risk_wanted),
    }
    return {
        "e4_class": _facts(case),
        "e4_relay": _message(case),
        "e4_request": _answer(case),
        "e4_protocol": _protocol(**modes, digest_min=45, timeout_min=12, voice_min=12),
        "e4_audit": _table(case),
    }


def competent(case, luck):
    """Takes a trend for an incident, adds the weather, collects everything, misses one reading."""
    recorded = case.asked == "written" or luck.uniform("competent", 0) < 0.5
    slip = ("retention", "month") if recorded else ("recorded", "no")
    slowest = max(
        row.read_min - row.arrived_min
        for row in audit.rows(case)
        if row.message_class == "distress"
    )
    return {
        "e4_class": _facts(case, risk="incident"),
        "e4_relay": _message(case, more=("weather", "patrols"), retention="month"),
        "e4_request": _answer(case, **dict([slip])),
        "e4_protocol": _protocol(voice_min=30, timeout_min=20, digest_min=90),
        "e4_audit": _table(case, slowest_min=slowest),
    }


def novice(case, _luck):
    """Cries distress for every incident, forgets who told it, pushes everything known."""
    rows = audit.rows(case)
    urgent = [row for row in rows if row.message_class == "distress"]
    return {
        "e4_class": _facts(case, incident="distress", risk="incident", none="incident"),
        "e4_relay": _message(
            case, more=("weather", "origin"), less=("callback",), retention="month"
        ),
        "e4_request": _answer(case, basis="wish", retention="month", persons="send")
        if case.asked != "written"
        else _answer(case, retention="month", recorded="yes", persons="send"),
        "e4_protocol": _protocol(
            template="known", incidents="push", risk="push", timeout_min=30, voice_min=60
        ),
        "e4_audit": _table(
            case,
            slowest_min=max(row.read_min - row.arrived_min for row in urgent),
            waited=0,
            ratio=1.0,
        ),
    }


def careless(case, _luck):
    """Lets distress queue with the rest, and gives the list to whoever asks."""
    return {
        "e4_class": dict.fromkeys((f"fact_{n}" for n in range(1, 7)), "distress"),
        "e4_relay": _message(
            case, more=("names", "origin", "suspicion", "weather"), basis="wish", retention="open"
        ),
        "e4_request": {
            **dict.fromkeys(FIELDS, "send"),
            "basis": "wish",
            "retention": "open",
            "recorded": "no",
        },
        "e4_protocol": _protocol(
            queue="first_come", template="known", incidents="push", risk="push", voice_min=120
        ),
        "e4_audit": _table(case, slowest_min=10, waited=0, ratio=1.0, unrecorded=0),
    }

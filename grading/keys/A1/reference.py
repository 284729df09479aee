"""The reference of A1: all follows from the text, so the reference is the one right answer.

* Instant: the date by the host's clock, fifteen days on, at 00:00 of that clock; the other clock
  shows the same instant. No point names an end.
* Acts: what needs the paper stands from that instant on; what has a basis of its own stands on any
  day; what would need a power from the paper stands on none.
* Clauses, sentences, bases, notebooks: read off the text, in `truth`.
"""

from datetime import datetime, time, timedelta, timezone

from trainkit.lessons.a1.daylog import NAMES

from .truth import ACTS, BOARDING, CLAUSES, DATA, ENTRIES, NOTEBOOKS, SENTENCES


def clock_of(signing, state):
    """Return the clock of a State."""
    hours = signing.alder_utc_h if state == "Alder" else signing.borea_utc_h
    return timezone(timedelta(hours=hours))


def other_clock(signing):
    """Return the clock of the State where the paper was not signed."""
    return clock_of(signing, "Borea" if signing.host == "Alder" else "Alder")


def in_operation_from(signing):
    """Return the first instant, by the counting rule of the covering note."""
    host = clock_of(signing, signing.host)
    day_of_signature = signing.at.astimezone(host).date()
    return datetime.combine(day_of_signature + timedelta(days=15), time(0), host)


def reading(act, first):
    """Return how an act stands."""
    needs = ACTS[act.id]
    if needs != "paper":
        return needs
    return "in" if act.at >= first else "early"


def second_approval(log):
    """Return when the plan had been approved by both sides."""
    return max(log.alder_approved, log.borea_approved)


def found(log, kind):
    """Return the names of the entries of a kind."""
    return [n for n, entry in zip(NAMES, log.entries, strict=True) if ENTRIES[entry.id] == kind]


def unplanned(log):
    """Return the names of the joint acts before the second approval."""
    entries = dict(zip(NAMES, log.entries, strict=True))
    return [name for name in found(log, "joint") if entries[name].at < second_approval(log)]


def numbered(name, values):
    """Return values by numbered names."""
    return {f"{name}_{place}": value for place, value in enumerate(values, start=1)}


def _log(log):
    return {
        "unplanned": unplanned(log)[0],
        "power": found(log, "power")[0],
        "stronger": found(log, "stronger")[0],
        "own": len(found(log, "own")),
    }


def reference(case):
    """Return the reference answers of a trainee's own case, by task."""
    first = in_operation_from(case.signing)
    return {
        "a1_date": {
            "first": first.isoformat(timespec="minutes"),
            "other": first.astimezone(other_clock(case.signing)).isoformat(timespec="minutes"),
            "end": "none",
        },
        "a1_acts": numbered("act", [reading(act, first) for act in case.acts]),
        "a1_verbs": numbered("clause", [CLAUSES[clause.id] for clause in case.clauses]),
        "a1_sentences": numbered("sentence", [SENTENCES[one.id] for one in case.sentences]),
        "a1_log": _log(case.log),
        "a1_night": {
            "rescue": "go",
            "boarding": BOARDING[case.night.vessel],
            "data": DATA[case.night.request],
        },
        "a1_map": numbered("point", [NOTEBOOKS[point] for point in case.mapped]),
    }


def baseline(case):
    """Return what a reader does who takes the paper for a treaty and dates as they are written.

    It earns some points and is no yardstick of the marks: these are answers of reading, right or
    not, and each weighs the same.
    """
    first = in_operation_from(case.signing) - timedelta(days=1)
    seen = [act.at.replace(tzinfo=first.tzinfo) >= first for act in case.acts]
    shown = first.isoformat(timespec="minutes")
    return {
        "a1_date": {"first": shown, "other": shown, "end": "year"},
        "a1_acts": numbered("act", ["in" if one else "early" for one in seen]),
        "a1_verbs": numbered("clause", ["agree"] * len(case.clauses)),
        "a1_sentences": numbered("sentence", ["same"] * len(case.sentences)),
        "a1_log": {"unplanned": "A1", "power": "A1", "stronger": "A1", "own": 10},
        "a1_night": {"rescue": "go", "boarding": "flag_asked", "data": "never"},
        "a1_map": numbered("point", ["E5"] * len(case.mapped)),
    }

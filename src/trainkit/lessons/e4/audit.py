"""Last night's messages as a table, and what can be read of them.

The night is simulated with the trainee's visible luck, by desks that take messages up by class and
set nothing aside, with one officer reading; so distress messages wait behind others. It is drawn
again until it shows what the questions ask for.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from trainkit.errors import TrainkitError
from trainkit.experiments.engine import simulate
from trainkit.joint.messages.processes import known_facts
from trainkit.joint.messages.rules import inversions
from trainkit.kernel.entry import Entry
from trainkit.kernel.logbook import Logbook
from trainkit.kernel.luck import Luck
from trainkit.lessons.e4 import exchange
from trainkit.lessons.e4.case import Situation
from trainkit.scenarios import Scenario

BEGAN_H, ENDS_H, DRAINED_H = 21, 3.0, 8.0
REPORT_H = 24.0
_MOST_NIGHTS, _FEWEST, _MOST = 2_000, 7, 11


@dataclass(frozen=True)
class Row:
    """One message of the night, times in minutes after 21:00.

    Attributes:
        message_class: Its class.
        known_min: When the fact became known.
        arrived_min: When it arrived at the other desk.
        taken_min: When an officer took it up.
        read_min: When it was read and acted on.
        sent: Fields that it held.
        needed: Fields that were needed.
        personal: Whether it held personal data.
        recorded: Whether the disclosure was recorded.
    """

    message_class: str
    known_min: int
    arrived_min: int
    taken_min: int
    read_min: int
    sent: int
    needed: int
    personal: bool
    recorded: bool


_NIGHT: Mapping[str, object] = {
    "watch_h": ENDS_H,
    "queue": "by_class",
    "outage_desk": "",
    "loss": 0.05,
    "read_mean_h": 0.2,
    "desks.0.officers": 9,
    "desks.0.translators": 9,
    "desks.1.officers": 1,
    "traffic.4.recorded": False,
}
"""Writing and translating never wait, so that the table's waits are those of the reading desk."""
_RATES = {"distress": 1.2, "safety": 0.4, "incidents": 0.8, "risk": 0.6}
_MORE_RATES = {"suspect": 0.4, "first reports": 0.3}


@lru_cache(maxsize=1)
def _scenario() -> Scenario:
    told = exchange.authored()
    changed = dict(_NIGHT)
    for place, stream in enumerate(told.parameters.traffic):
        side, _, sort = stream.name.partition(" ")
        rate = {**_RATES, **_MORE_RATES}.get(sort, 0.0) if side == "Alder" else 0.0
        changed[f"traffic.{place}.mode"] = "push"
        changed[f"traffic.{place}.rate_per_h"] = rate
        if sort == "first reports":
            changed[f"traffic.{place}.sent"] = (*stream.needed, "names")
        elif sort in _RATES and sort != "distress":
            changed[f"traffic.{place}.sent"] = exchange.fields(stream.needed, "known")
    return told.vary(changed)


@lru_cache(maxsize=512)
def night(case: Situation) -> Logbook:
    """Return the logbook of a trainee's night.

    Raises:
        TrainkitError: no night could be drawn: an error of ours.
    """
    for replication in range(_MOST_NIGHTS):
        if _may_tell(Luck(case.seed, replication)):
            book = simulate(_scenario(), case.seed, replication, 1, "simpy")[0]
            if _tells(book):
                return book
    raise TrainkitError(f"No night could be drawn for the seed {case.seed}. This is our error.")


def _may_tell(luck: Luck) -> bool:
    """Return whether a night has the facts that are asked for; most have not, and none is played.

    It costs a fiftieth of playing it.
    """
    many = known_facts(_scenario().parameters, luck)
    few = many["Alder first reports"] == 1 and many["Alder suspect"] > 0
    return few and _FEWEST <= sum(many.values()) <= _MOST


def _tells(book: Logbook) -> bool:
    """Return whether a night that may tell does: some distress waits, clearly, and some not."""
    if book.of("told_by_voice"):
        return False
    waited = {entry.facts["message"] for entry, _, _ in inversions(book)}
    distress = book.of("fact_known", "Alder distress")
    clear = all(held_h > 2.0 / 60.0 for _, _, held_h in inversions(book))
    behind_own = _behind_distress(rows_of(book))
    return 0 < len(waited) < len(distress) and clear and not behind_own


def _behind_distress(rows: list[Row]) -> bool:
    """Return whether a distress message waited behind distress, which the table tells badly."""
    urgent = [row for row in rows if row.message_class == "distress"]
    return any(
        one.arrived_min < other.read_min and other.taken_min <= one.arrived_min
        for one in urgent
        for other in urgent
        if one is not other
    )


def rows(case: Situation) -> list[Row]:
    """Return the table of a trainee's night, in the order in which facts became known."""
    return rows_of(night(case))


def rows_of(book: Logbook) -> list[Row]:
    """Return the messages of a logbook as rows."""
    return [_row(book, fact) for fact in book.of("fact_known")]


def _row(book: Logbook, fact: Entry) -> Row:
    number = fact.facts["fact"]
    ready = next(e for e in book.of("message_ready") if e.facts["message"] == number)
    shared = [e for e in book.of("personal_data_shared") if e.facts["message"] == number]
    return Row(
        message_class=str(fact.facts["message_class"]),
        known_min=round(60.0 * fact.time_h),
        arrived_min=_when(book, "message_arrived", number),
        taken_min=_when(book, "job_taken_up", number),
        read_min=_when(book, "message_read", number),
        sent=int(float(ready.facts["fields_sent"])),
        needed=int(float(ready.facts["fields_needed"])),
        personal=bool(shared),
        recorded=all(entry.facts["recorded"] == 1.0 for entry in shared),
    )


def _when(book: Logbook, kind: str, number: float | str) -> int:
    """Return the minute at which something first happened to a message at the reading desk."""
    entries = [entry for entry in book.of(kind) if entry.facts["message"] == number]
    reading = [entry for entry in entries if entry.facts.get("job", "read") == "read"]
    return round(60.0 * reading[0].time_h)


def first_report(case: Situation) -> int:
    """Return which row, counted from 0, is the incident of which a first report is due."""
    book = night(case)
    facts = [entry.facts["fact"] for entry in book.of("fact_known")]
    return facts.index(book.of("fact_known", "Alder first reports")[0].facts["fact"])


def readings(case: Situation) -> Mapping[str, float]:
    """Return what the table says, by the names of the answer's fields."""
    found = rows(case)
    urgent = [row for row in found if row.message_class == "distress"]
    waited = {entry.facts["message"] for entry, _, _ in inversions(night(case))}
    known_h = found[first_report(case)].known_min / 60.0
    return {
        "slowest_min": max(row.read_min - row.known_min for row in urgent),
        "waited": len(waited),
        "ratio": round(sum(row.sent for row in found) / sum(row.needed for row in found), 2),
        "unrecorded": sum(row.personal and not row.recorded for row in found),
        "hours_left": round(REPORT_H - (ENDS_H - known_h), 2),
    }

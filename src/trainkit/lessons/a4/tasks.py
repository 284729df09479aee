"""The tasks of A4, declared once: fields, points, slips and hints."""

from trainkit.lessons.a4 import slips
from trainkit.lessons.a4.logs import LINES, LOGS
from trainkit.lessons.a4.page import LABELS
from trainkit.lessons.field import Choice, Field, Number
from trainkit.lessons.worded import decided, written

_REQUESTS = 7


_DUE = (
    ("as_asked", "Goes as asked"),
    ("reduced", "Goes, with less than was asked"),
    ("voice", "Told by telephone now, confirmed after"),
    ("no_basis", "Refused: no basis carries it"),
    ("no_mandate", "Refused: who asks has no mandate"),
    ("no_leave", "Refused: another State's leave is missing"),
    ("prosecutors", "Refused here: the prosecutors write"),
)
_SEND = (("send", "Send"), ("leave", "Leave out"))
_FILE: tuple[Field, ...] = (
    *(Choice(name, label, _SEND) for name, label in LABELS.items()),
    Number("ratio", "Minimisation ratio of the request, as asked", "", 0.0, 1.0),
    Number("missing", "Needed items that were not asked for", "", 0, 11, whole=True),
    Choice(
        "retention",
        "Kept by the recipient",
        (
            ("purpose", "As long as this purpose lasts, with a day of deletion"),
            ("case", "Until the last case of the group is closed"),
            ("open", "No day is named"),
        ),
    ),
    Choice(
        "mark",
        "Mark on the answer",
        (
            ("intelligence", "Intelligence, not for court, not passed on without leave"),
            ("evidence", "Evidence, for the file of the court"),
            ("none", "No mark"),
        ),
    ),
)
_HOW = (
    ("whole", "It is whole"),
    ("altered", "A line was altered"),
    ("taken_out", "A line was taken out"),
    ("put_in", "A line was put in"),
    ("moved", "A line was moved"),
    ("back_dated", "A line was back-dated"),
)


def _logs() -> tuple[Field, ...]:
    pairs = [
        (
            Choice(f"how_{n}", f"Log {n}", _HOW),
            Number(f"line_{n}", f"Log {n}: at line (0 if whole)", "", 0, LINES, whole=True),
        )
        for n in range(1, LOGS + 1)
    ]
    return tuple(field for pair in pairs for field in pair)


_DESK = (
    Choice(
        "order",
        "Order of the desk",
        (
            ("by_urgency", "By urgency; what is in hand is finished first"),
            ("first_come", "As requests come"),
            ("preemptive", "By urgency; a life in danger sets aside what is in hand"),
        ),
    ),
    Choice(
        "check",
        "What is checked",
        (
            ("none", "Nothing, among colleagues"),
            ("full", "Basis, post, category, and each field"),
            ("basis", "Basis and post; then all that is asked goes"),
        ),
    ),
    Choice(
        "oral_for",
        "Answered by telephone, where the basis allows it",
        (
            ("danger_to_life", "A life in danger"),
            ("danger_and_urgent", "A life in danger, and what is urgent"),
            ("none", "Nothing"),
        ),
    ),
    Choice(
        "confirm",
        "The confirmation in writing is done",
        (
            ("at_once", "Before anything else"),
            ("in_turn", "In turn with what is urgent"),
            ("last", "When the desk is empty"),
        ),
    ),
    Choice(
        "refusal",
        "A refusal",
        (("reasoned", "Says what is missing"), ("bare", "Says no")),
    ),
    Choice(
        "records",
        "The record of a disclosure is made",
        (
            ("end_of_watch", "When the watch is over"),
            ("before", "Before the data go"),
            ("back_dated", "When the watch is over, with the hour of the disclosure"),
        ),
    ),
)
_LOG = written("a4_log", 40, "A4.5", "decision_log")

TASKS = (
    decided(
        "a4_gate",
        18,
        "A4.1",
        tuple(Choice(f"request_{n}", f"Request {n}", _DUE) for n in range(1, _REQUESTS + 1)),
        slips.GATE,
    ),
    decided("a4_file", 12, "A4.2", _FILE, slips.FILE),
    decided("a4_chain", 14, "A4.3", _logs(), slips.CHAIN),
    decided("a4_desk", 16, "A4.4", _DESK, slips.DESK),
    _LOG,
)

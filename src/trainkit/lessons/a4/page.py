"""What the cells of A4 show of the trainee's own case, each with its words."""

from trainkit.case.sharing.decisionlog import Line
from trainkit.case.sharing.tampering import recomputed
from trainkit.lessons import page
from trainkit.lessons.a4.case import Situation
from trainkit.lessons.a4.dossier import ITEMS, Wanted
from trainkit.lessons.a4.evening import clock
from trainkit.lessons.a4.logs import Log, short
from trainkit.lessons.a4.watch import WATCH_H, Watch
from trainkit.lessons.page import Part

LABELS = {
    "s_name": "Suspect: name",
    "s_birth_date": "Suspect: date of birth",
    "s_photograph": "Suspect: photograph",
    "s_vehicle": "Suspect: vehicle",
    "s_last_seen": "Suspect: where and when last seen",
    "s_accounts": "Suspect: account numbers",
    "s_convictions": "Suspect: earlier convictions",
    "s_health": "Suspect: health",
    "v_address": "Victim: address",
    "v_statement": "Victim: statement",
    "w_telephone": "Witness: telephone number",
}
"""What a reader sees of the items of the file."""
_WISHES = {
    "identify": "Borea's duty officer has two men of one name before him, cousins, and has to tell "
    "your suspect from the other before midnight.",
    "locate": "Borea's officers stand at the ferry's ramp tonight. Cars roll off one by one; they "
    "have to pick out your suspect, who drives, and should know which crossing to watch.",
    "trace_money": "Borea's financial unit follows your suspect's money through its banks, which "
    "know their customers by who they are and by the numbers of their accounts.",
}


def requests() -> None:
    """Show the seven requests of the evening."""
    page.place(_requests)


def _requests(case: Situation) -> Part:
    rows = [(str(number), one.told) for number, one in enumerate(case.requests, start=1)]
    return page.table("Seven requests of one evening", ("request", "what it says"), rows)


def file() -> None:
    """Show what the file holds, what is asked for, and for what."""
    page.place(_file)


def _file(case: Situation) -> Part:
    rows = [(LABELS[name], "asked for" if name in case.wanted.asked else "-") for name in ITEMS]
    return page.table(_wish(case.wanted), ("what the file holds", "in the request"), rows)


def _wish(told: Wanted) -> str:
    return (
        f"{_WISHES[told.purpose]} The request is in writing, on the agreement of Alder and Borea, "
        f"and asks for {len(told.asked)} items of your file"
    )


def logs() -> None:
    """Show the four decision logs."""
    page.place(_logs)


def _logs(case: Situation) -> Part:
    parts = [_log(number, one) for number, one in enumerate(case.logs, start=1)]
    return Part(
        "\n\n".join(part.words for part in parts),
        lambda: [widget for part in parts for widget in part.shown()],
    )


HEAD = ("line", "decided", "written", "what was done", "hash before", "own hash", "computed anew")


def _log(number: int, told: Log) -> Part:
    rows = [row(at, line) for at, line in enumerate(told.lines, start=1)]
    return page.table(f"Log {number}", HEAD, rows)


def row(number: int, line: Line) -> tuple[str, ...]:
    """Return a line of a log as the table shows it: hours, text, and three hashes."""
    return (
        str(number),
        clock(60 * float(line["decided_h"])),
        clock(60 * float(line["written_h"])),
        str(line["choice"]),
        short(line["previous"]),
        short(line["hash"]),
        short(recomputed(line)),
    )


def watch() -> None:
    """Show what is known of the watch for which a policy is set."""
    page.place(_watch)


def _watch(case: Situation) -> Part:
    return page.table("The watch ahead", ("what", "as known"), (*_known(case.watch), *_TERMS))


def _known(told: Watch) -> tuple[tuple[str, str], ...]:
    return (
        ("The watch", f"{WATCH_H:g} hours, one officer"),
        ("Lives in danger", f"{10 * told.danger_per_h:.0f} in ten hours; from Borea's team"),
        ("Urgent requests", f"{10 * told.urgent_per_h:.0f} in ten hours; due within two hours"),
        ("Routine requests", f"{10 * told.routine_per_h:.0f} in ten hours; due within five hours"),
        ("First requests without a basis", f"{100 * told.faulty:.0f} in 100; lives none"),
        ("Fields asked for and not needed", "about one in three"),
        ("A full check with its answer", f"{told.check_min:.0f} minutes on average"),
        ("A check of basis and post alone", f"{0.75 * told.check_min:.0f} minutes"),
        (
            "A call, with an interpreter",
            f"{told.voice_min:.0f} minutes; a gap is asked for at once",
        ),
        (
            "A confirmation in writing",
            f"{told.check_min:.0f} minutes; due four hours after the call",
        ),
    )


_TERMS = (
    ("A record before data go", "2 minutes each"),
    ("Saying what is missing", "3 minutes; 95 of 100 come again complete, in 36 minutes or so"),
    ("Not saying it", "40 of 100 come again complete; the others are refused again"),
    ("A life in danger", "due within half an hour"),
)


def evening() -> None:
    """Show the six moments of which a decision log is written."""
    page.place(_evening)


def _evening(case: Situation) -> Part:
    rows = [(clock(one.minute), one.told) for one in case.evening]
    return page.table("Six moments of one evening", ("time (UTC)", "what happens"), rows)

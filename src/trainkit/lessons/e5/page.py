"""What the cells of E5 show of the trainee's own case, each with its words."""

from trainkit.joint.plan.operative import RULE
from trainkit.joint.plan.telling import saying
from trainkit.lessons import page
from trainkit.lessons.a1.signing import written
from trainkit.lessons.e5.base import LINE_NM
from trainkit.lessons.e5.case import Situation, plan_of, told
from trainkit.lessons.e5.night import CALLS, LOGS, PLACES
from trainkit.lessons.e5.seen import water_part
from trainkit.lessons.e5.versions import HEAD
from trainkit.lessons.e5.window import START_HOUR
from trainkit.lessons.page import Part

_SUMMER = (
    "from the last Sunday of March to the last Sunday of October; both clocks change at 01:00 UTC"
)
_IN_OPERATION = "at which the paper is in operation"
_VERSIONS = (
    "Alder has signed version 3. Borea has changed the rules on force since, and signed version 4. "
    "Borea's officer says by radio: agreed, go on."
)


def window() -> None:
    """Show the signature, the clocks and what the two rooms want."""
    page.place(_window)


def _window(case: Situation) -> Part:
    asked = case.window
    rows = (
        ("Paper signed", f"{asked.place}, {asked.host}, {written(asked.signed)} by its clock"),
        ("Counting rule", RULE),
        ("Alder's clock", "UTC+1, in summer UTC+2"),
        ("Borea's clock", "UTC+2, in summer UTC+3"),
        ("Summer time", _SUMMER),
        ("Wanted begin", f"the first {START_HOUR}:00 by Alder's clock {_IN_OPERATION}"),
        ("Wanted length", f"{asked.lasts_h} hours"),
    )  # fmt: skip
    return page.table("What is known and what is wanted", ("what", "as noted"), rows)


def draft() -> None:
    """Show the eight lines."""
    page.place(_draft)


def _draft(case: Situation) -> Part:
    rows = [(str(n), line.part, line.text) for n, line in enumerate(case.draft, start=1)]
    return page.table("Eight lines of a draft", ("line", "part", "text"), rows)


def water() -> None:
    """Show where boats were seen without lights, and the grounds that must stay out."""
    page.place(water_part)


def edits() -> None:
    """Show the eight edits."""
    page.place(_edits)


def _edits(case: Situation) -> Part:
    rows = [(str(n), edit.told) for n, edit in enumerate(case.edits, start=1)]
    return page.table("Eight edits, each of version 1, done alone", ("edit", "what was done"), rows)


def history() -> None:
    """Show three versions and who approved what."""
    page.place(_history)


def _history(case: Situation) -> Part:
    one, two, three = (figures[:HEAD] for figures in case.history.hashes)
    first, second = case.history.told
    rows = [
        ("version 1", one, "As both rooms drafted it."),
        ("version 2", two, first),
        ("version 3", three, second),
        *((side, figures[:HEAD], "Signature holds.") for side, figures in case.history.approvals),
    ]
    head = ("version or side", "hash begins", "what was done")
    return page.table("Three versions, then the approvals in the file", head, rows)


def plan() -> None:
    """Show the plan as both crews have it, once the window is committed."""
    page.place(_plan, after="e5_window")


def _plan(case: Situation) -> Part:
    made = plan_of(case.window)
    rows = [_parted(line) for line in saying(made)]
    return page.table("The plan, approved by both sides", ("part", "what it says"), rows)


def _parted(line: str) -> tuple[str, str]:
    part, _, words = line.partition(": ")
    return (part, words) if words and not line.startswith(" ") else ("", line.strip())


def acts() -> None:
    """Show the plan's window and the eight acts, once the window is committed."""
    page.place(_acts, after="e5_window")


def _acts(case: Situation) -> Part:
    start, end = case.window.start, case.window.end
    caption = (
        f"Eight acts. The plan that both sides signed: {start.isoformat(timespec='minutes')} to "
        f"{end.isoformat(timespec='minutes')}; x -20 to 20, y -10 to 12 NM; to patrol, to hail, to "
        f"share the picture. Cyra shares its picture east of x = {LINE_NM:g} and does nothing else."
    )
    rows = [
        (str(n), one.when, f"({one.act.x_nm:g}, {one.act.y_nm:g})", one.told,
         one.act.basis or "none noted")
        for n, one in enumerate(case.acts, start=1)
    ]  # fmt: skip
    return page.table(caption, ("act", "when (whose clock)", "x, y NM", "what", "basis"), rows)


def letter() -> None:
    """Show Cyra's letter and the proposals."""
    page.place(_letter)


def _letter(case: Situation) -> Part:
    caveats = [("letter", caveat.text) for caveat in case.letter.caveats]
    rows = [(str(n), one.text) for n, one in enumerate(case.letter.proposals, start=1)]
    caption = (
        "Cyra is willing, by letter of its head of RCC, with these caveats; then six proposals"
    )
    return page.table(caption, ("letter or proposal", "text"), [*caveats, *rows])


def night() -> None:
    """Show the three entries of the night."""
    page.place(_night)


def _night(case: Situation) -> Part:
    tonight = case.night
    rows = (
        ("1", CALLS[tonight.call].format(aboard=tonight.aboard)),
        ("2", f"{PLACES[tonight.place]} {_VERSIONS}"),
        ("3", LOGS[tonight.log].format(early=tonight.early)),
    )  # fmt: skip
    return page.table("Log of the night", ("entry", "what is known"), rows)


def mission() -> None:
    """Show what the written plan is for."""
    page.place(lambda case: Part(told(case)))

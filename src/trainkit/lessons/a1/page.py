"""What the cells of A1 show of the trainee's own case, each with its words."""

from trainkit.lessons import page
from trainkit.lessons.a1.case import Situation, told
from trainkit.lessons.a1.daylog import NAMES, Entry
from trainkit.lessons.a1.night import CALLS, REQUESTS, VESSELS
from trainkit.lessons.a1.paper import POINTS, RULE
from trainkit.lessons.a1.signing import ALDER, BOREA, day_of, written
from trainkit.lessons.page import Part


def paper() -> None:
    """Show the sixteen points."""
    rows = [(str(number), text) for number, text in POINTS.items()]
    page.place(lambda _: page.table("The sixteen points", ("point", "text"), rows))


def signing() -> None:
    """Show where and when the paper was signed, the clocks and the counting rule."""
    page.place(_signing)


def _signing(case: Situation) -> Part:
    signed = case.signing
    rows = (
        ("Place of signature", f"{signed.place}, {signed.host}"),
        ("Signed", f"{written(signed.at)}, by the clock of that place"),
        ("Alder's clock", f"UTC+{signed.alder_utc_h}, no summer time"),
        ("Borea's clock", f"UTC+{signed.borea_utc_h}, no summer time"),
        ("Counting rule", RULE),
    )
    return page.table("The covering note of your paper", ("what", "as noted"), rows)


def acts() -> None:
    """Show the eight acts."""
    page.place(_acts)


def _acts(case: Situation) -> Part:
    rows = [
        (str(number), act.when, act.told, act.basis)
        for number, act in enumerate(case.acts, start=1)
    ]
    head = ("act", "date and time (whose clock)", "what was done", "basis noted")
    return page.table("Eight acts", head, rows)


def clauses() -> None:
    """Show the eight clauses."""
    page.place(_clauses)


def _clauses(case: Situation) -> Part:
    rows = [
        (str(number), str(clause.point), clause.subject)
        for number, clause in enumerate(case.clauses, start=1)
    ]
    return page.table("Eight clauses", ("clause", "point", "what it is about"), rows)


def sentences() -> None:
    """Show the eight sentences."""
    page.place(_sentences)


def _sentences(case: Situation) -> Part:
    rows = [(str(number), sentence.text) for number, sentence in enumerate(case.sentences, start=1)]
    return page.table("Eight sentences of a draft course", ("sentence", "text"), rows)


def daylog() -> None:
    """Show the log of a day, desk by desk."""
    page.place(_daylog)


def _daylog(case: Situation) -> Part:
    log = case.log
    named = list(zip(NAMES, log.entries, strict=True))
    rows = [("plan", f"{log.alder_approved:%H:%M} ({ALDER})", "Alder approves version 3.", "")]
    rows += [("plan", f"{log.borea_approved:%H:%M} ({BOREA})", "Borea approves version 3.", "")]
    rows += [_entry(name, ALDER if name[0] == "A" else BOREA, entry) for name, entry in named]
    head = ("entry", "time (whose clock)", "what was done", "basis noted")
    return page.table(f"Log of {day_of(log.alder_approved)}", head, rows)


def _entry(name: str, clock: str, entry: Entry) -> tuple[str, str, str, str]:
    return name, f"{entry.at:%H:%M} ({clock})", entry.told, entry.basis


def night() -> None:
    """Show the three events of the night."""
    page.place(_night)


def _night(case: Situation) -> Part:
    rows = (
        ("1", VESSELS[case.night.vessel]),
        ("2", REQUESTS[case.night.request].format(listed=case.night.listed)),
        ("3", CALLS[case.night.call].format(aboard=case.night.aboard)),
    )
    return page.table("Log of the night; no plan is approved", ("entry", "what is known"), rows)


def mapped() -> None:
    """Show the six points to find a notebook for."""
    page.place(_mapped)


def _mapped(case: Situation) -> Part:
    rows = [
        (str(line), str(point), f"{POINTS[point][:90].rsplit(' ', 1)[0]} ...")
        for line, point in enumerate(case.mapped, start=1)
    ]
    return page.table("Six points", ("line", "point", "how it begins"), rows)


def note() -> None:
    """Show the commander's note."""
    page.place(lambda case: Part(told(case)))

"""What the cells of C5 show of the trainee's own case, each with its words."""

from collections.abc import Mapping, Sequence
from typing import Any

from trainkit.lessons import page
from trainkit.lessons.c5.case import Months, Situation
from trainkit.lessons.c5.chance import WEEKS
from trainkit.lessons.c5.figure import board_figure, board_words
from trainkit.lessons.c5.named import ACTS, clock, sort
from trainkit.lessons.c5.notice import FACTS, Circumstance
from trainkit.lessons.c5.plan import DAYS, TOTAL_H
from trainkit.lessons.c5.standing import PLAN
from trainkit.lessons.c5.week import LETTERS, TEAMS, Act, Week, moved
from trainkit.lessons.desk import DESK
from trainkit.lessons.page import Part
from trainkit.views.money import in_page

_HEAD = ("team", "act", "seen by its target", "person", "from", "until", "work (h)")
_EXAMPLE = (
    Act(0, "surveillance", "P", 10, 62, 20),
    Act(1, "records", "Q", 14, 26, 12),
    Act(1, "search", "P", 40, 46, 24),
    Act(0, "records", "Q", 50, 64, 10),
    Act(0, "interception", "R", 60, 130, 30),
    Act(1, "surveillance", "R", 76, 120, 26),
    Act(1, "freeze", "S", 96, 100, 8),
    Act(0, "open_sources", "S", 98, 116, 9),
)
_MARKED = {"P": "collision", "Q": "duplicate", "R": "neither", "S": "neither"}


def example() -> None:
    """Show a board of another week, with its collision and its double marked."""
    page.show(drawn_board("Another week, marked", _EXAMPLE, _MARKED))


def drawn_board(title: str, acts: Sequence[Act], marked: Mapping[str, str]) -> Part:
    """Return a figure of a board as a part of the page, with its words."""

    def shown() -> list[Any]:
        from ipywidgets import HTML

        return [HTML(in_page(board_figure(title, acts, dict(marked))))]

    return Part(f"{title}\n{board_words(acts, dict(marked))}", shown)


def week() -> None:
    """Show the trainee's week as a table and as a figure without marks."""
    page.place(_week)


def _week(case: Situation) -> Part:
    rows = [_line(act) for act in case.week.acts]
    table = page.table("Both teams' entries of the week, by their beginning", _HEAD, rows)
    picture = drawn_board("The week of both teams", case.week.acts, {})
    said = page.Part(_asked(case.week))
    return Part(
        f"{table.words}\n\n{said.words}",
        lambda: (*table.shown(), *picture.shown(), *said.shown()),
    )


def _line(act: Act) -> tuple[str, ...]:
    return (
        TEAMS[act.team],
        ACTS[act.action],
        sort(act.action),
        act.person,
        clock(act.from_h),
        clock(act.until_h),
        f"{act.work_h}",
    )


def _asked(week: Week) -> str:
    act = moved(week)
    return (
        f"An act stays fresh for {week.fresh_h} hours after its end. The act to be moved is "
        f"{ACTS[act.action]} of {TEAMS[act.team]}'s team about person {act.person}: it is to last "
        "as long as planned, and to begin no earlier than planned."
    )


def marked() -> None:
    """Show the trainee's week with the marks that the trainee gave it, once it is committed."""
    page.place(_marked, after="c5_week")


def _marked(case: Situation) -> Part:
    session = DESK.session
    record = session.answers.committed("c5_week") if session else None
    own = dict(record.value) if record else {}
    marks = {letter: str(own.get(f"person_{letter.lower()}", "neither")) for letter in LETTERS}
    return drawn_board("Your week, with your own marks", case.week.acts, marks)


def moments() -> None:
    """Show the eight moments."""
    page.place(_moments)


def _moments(case: Situation) -> Part:
    rows = [(f"{n}", one.told) for n, one in enumerate(case.moments, start=1)]
    return page.table("Eight moments of two teams at work", ("moment", "what is told"), rows)


_SITUATION: Mapping[Circumstance, str] = {
    "plain": "The board rings: Borea has entered a search at the house of K-{code} for Thursday at "
    "06:00. Yours watches the same house in secret until Friday at 18:00. Both boards have the "
    "code, and both desks have confirmed the match.",
    "unsure": "The board rings: Borea has entered a search at the house of a person whose code is "
    "nearly yours, K-{code}, for Thursday at 06:00. Yours watches K-{code} in secret until Friday "
    "at 18:00. Borea's liaison desk is unsure and asks in writing, in the case that both "
    "prosecutors lead: who is K-{code}?",
    "risk": "The board rings: Borea has entered a search at the house of K-{code} for Thursday at "
    "06:00, with its armed group. Yours watches the house in secret until Friday at 18:00, and an "
    "officer of yours will stand in its yard as a buyer that morning. Both desks have confirmed "
    "the match of the code.",
}


def notice() -> None:
    """Show what the notice is about, and what Alder's team could write."""
    page.place(_notice)


def _notice(case: Situation) -> Part:
    said = page.Part(_SITUATION[case.circumstance].format(code=case.code))
    rows = [(told.format(number=case.code),) for told in FACTS.values()]
    known = page.table("What your team could write", ("fact",), rows)
    return Part(f"{said.words}\n\n{known.words}", lambda: (*said.shown(), *known.shown()))


def meeting() -> None:
    """Show the figures of two teams that meet by chance."""
    page.place(_meeting)


def _meeting(case: Situation) -> Part:
    told = case.meeting
    rows = (
        ("People whom both teams know", f"{told.people}"),
        ("Of these taken up by Alder's team in a week", f"{told.alder}, chosen by chance"),
        ("Of these taken up by Borea's team in a week", f"{told.borea}, chosen by chance"),
        ("Meetings over the same work", f"one in {told.same}"),
        ("Hours of such work", f"{told.work_h}, lost once for each such meeting"),
        ("An entry on a board", f"{told.entry_min} minutes; each act of either team is one entry"),
        ("Arrests are planned for day", f"{told.day}"),
        ("A joint team should have worked by then for", f"{told.need_days} days"),
        ("It takes to be set up", f"{told.setup_days} days from the request"),
    )
    return page.table(f"Two teams, {WEEKS} weeks, no board", ("what", "figure"), rows)


def months() -> None:
    """Show what is known of the five months, and the standing order."""
    page.place(lambda case: _months(case.months))


def _months(months: Months) -> Part:
    known = page.table("The five months, as known", ("what", "as known"), _known(months))
    standing = page.table("The standing order", ("line", "as it stands"), _standing())
    return Part(f"{known.words}\n\n{standing.words}", lambda: (*known.shown(), *standing.shown()))


def _known(months: Months) -> tuple[tuple[str, str], ...]:
    return (
        ("Length", f"{DAYS} days; the board may be put on or off for each third"),
        ("Hours", f"{TOTAL_H} a week to share out in each team; both teams follow the same hours"),
        ("Police to police", f"an answer takes about {months.police_days:.0f} days; intelligence"),
        ("Legal assistance", "an answer takes about 11 months; evidence"),
        ("Joint team", f"{months.setup_days:.0f} days from the request until it works; evidence"),
        ("What both know", f"{100 * months.known_abroad:.0f} % of the other State's aides"),
        ("Boats", f"{months.departures:.0f} a week at full capacity; one in four gets in danger"),
        ("Exploitation", f"{months.exploited:.0f} more people a month at full capacity"),
        ("Listening to one near transport", "hears of six in ten boats that are in danger"),
        ("Knowing whom to listen to", "records and telephone data show people and ties"),
        ("Searches and surveillance", "are noticed sometimes; a collision is noticed always"),
        ("What a court hears", "what was obtained on an order in force, or came as evidence"),
    )


_LINES = {
    "board_1": "Board",
    "channel": "Channel",
    "arrest_day": "Day of arrests",
    "together": "On that day",
}
_STANDS = {"off": "not in use", "police": "police to police", "no": "Alder first"}


def _standing() -> list[tuple[str, str]]:
    lines = [(said, str(PLAN[name])) for name, said in _LINES.items()]
    hours = ", ".join(f"{name} {amount}" for name, amount in PLAN["hours"].items() if amount)
    return [*((said, _STANDS.get(value, value)) for said, value in lines), ("Hours a week", hours)]

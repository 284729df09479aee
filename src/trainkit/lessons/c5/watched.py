"""One run of the trainee's own plan, as a log of what happened; shown once it is committed.

It is one run out of many, with the trainee's visible luck: for learning, and not for marks.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from trainkit.experiments.engine import simulate
from trainkit.kernel.entry import Entry
from trainkit.kernel.logbook import Logbook
from trainkit.lessons import page
from trainkit.lessons.c5 import plan
from trainkit.lessons.c5.case import Situation
from trainkit.lessons.c5.named import ACTS
from trainkit.lessons.c5.standing import PLAN
from trainkit.lessons.desk import DESK
from trainkit.lessons.page import Part

_CAPTION = "One run of your plan by months of 30 days, and the same run under the standing order"
_MONTH_H = 720.0
_COUNTED = {
    "boats that left": "departure",
    "dangers of which a team knew": "danger_known",
    "times the rescue centre was told": "rescue_told",
    "collisions": "teams_collided",
    "acts done twice": "work_duplicated",
    "warnings of the board": "board_warned",
    "times the network noticed": "alarm_raised",
    "answers of the partner": "request_answered",
    "people found who were exploited": "exploitation_ended",
}
_SAID = {
    "joint_team_began": "the joint team is at work",
    "teams_collided": "{team} begins {act} about somebody, and gives the other team away",
    "wave_began": "the day of arrests",
    "board_warned": "the board warns {team} off {act} about somebody",
    "work_duplicated": "{team} begins {act} that the other has done",
    "rescue_told": "the rescue centre is told of a boat in danger",
    "danger_held": "a danger is known and held back",
}
_EACH = 3


def run() -> None:
    """Show one run of the trainee's own plan, once it is committed."""
    page.place(_run, after="c5_plan")


def _run(case: Situation) -> Part:
    session = DESK.session
    record = session.answers.committed("c5_plan") if session else None
    return told(case, dict(record.value) if record else dict(PLAN))


def told(case: Situation, own: Mapping[str, Any]) -> Part:
    """Return one run under a plan: counts by month beside the standing order, and some lines."""
    mine, usual = (_book(case, plan.told(one)) for one in (own, PLAN))
    counts, lines = _counts(mine, usual), _lines(mine)
    return Part(f"{counts.words}\n\n{lines.words}", lambda: (*counts.shown(), *lines.shown()))


def _counts(mine: Logbook, usual: Logbook) -> Part:
    months = range(int(plan.DAYS * plan.DAY_H / _MONTH_H))
    head = ("what", *(f"month {n + 1}" for n in months), "in all", "standing order")
    rows = []
    for said, kind in _COUNTED.items():
        entries = _found(mine, kind)
        by = [sum(int(e.time_h // _MONTH_H) == n for e in entries) for n in months]
        all_ = (f"{len(entries)}", f"{len(_found(usual, kind))}")
        rows.append((said, *map(str, by), *all_))
    return page.table(_CAPTION, head, rows)


def _found(book: Logbook, kind: str) -> list[Entry]:
    """Return the entries of a kind; of exploitation, those that ended because somebody looked."""
    return [entry for entry in book.of(kind) if entry.facts.get("found", 1.0)]


def _lines(book: Logbook) -> Part:
    first = [entry for kind in _SAID for entry in book.of(kind)[:_EACH]]
    first.sort(key=lambda entry: entry.time_h)
    rows = [(f"{entry.time_h / plan.DAY_H:.0f}", _words(entry)) for entry in first]
    caption = f"From its log: of each sort of line the first {_EACH}"
    return page.table(caption, ("day", "what happened"), rows)


def _words(entry: Entry) -> str:
    act = ACTS.get(str(entry.facts.get("action")), "something")
    return _SAID[entry.kind].format(team=entry.subject, act=act)


@lru_cache(maxsize=8)
def _book(case: Situation, own: tuple[tuple[str, Any], ...]) -> Logbook:
    played = plan.scenario(case.months, plan.played(own))
    return simulate(played, case.seed, 0, 1, "simpy")[0]

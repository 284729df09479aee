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
from trainkit.lessons.c2 import plan
from trainkit.lessons.c2.case import Situation
from trainkit.lessons.c2.ring import NAMES
from trainkit.lessons.c2.standing import PLAN
from trainkit.lessons.desk import DESK
from trainkit.lessons.page import Part

_WEEK_H = 168.0
_CAPTION = "One run of your plan; weeks from the opening of the case"
_SAID = {
    "teams_joined": "the teams are joined and know {known:.0f} people between them",
    "danger_learned": "lives are in danger",
    "danger_averted": "somebody goes in at once",
    "danger_left": "nobody acts on it",
    "arrests_began": "the day has come; {known:.0f} people are known",
    "actor_arrested": "arrested: one of those who {who}",
    "actor_escaped": "got away: one of those who {who}",
    "possible_victim_referred": "a skipper is referred as a possible victim",
    "post_taken_over": "a post is taken over, of those who {who}",
    "capacity_changed": "the network can do {capacity} % of what it could",
    "case_closed": "the case is closed",
}


def run() -> None:
    """Show one run of the trainee's own plan, once it is committed."""
    page.place(_run, after="c2_plan")


def _run(case: Situation) -> Part:
    session = DESK.session
    record = session.answers.committed("c2_plan") if session else None
    return told(case, dict(record.value) if record else dict(PLAN))


def told(case: Situation, own: Mapping[str, Any]) -> Part:
    """Return the log of one run under a plan, as a table."""
    book = _book(case, tuple(own[name] for name in plan.FIELDS))
    rows = [
        (f"{entry.time_h / _WEEK_H:.1f}", _words(entry)) for entry in book if entry.kind in _SAID
    ]
    return page.table(_CAPTION, ("week", "what happened"), rows)


def _words(entry: Entry) -> str:
    facts: dict[str, Any] = dict(entry.facts)
    facts["who"] = NAMES.get(str(facts.get("work")), "do other work")
    facts["capacity"] = f"{100 * float(facts.get('capacity', 0.0)):.0f}"
    return _SAID[entry.kind].format(**facts)


@lru_cache(maxsize=8)
def _book(case: Situation, own: tuple[Any, ...]) -> Logbook:
    played = plan.scenario(case.network_seed, dict(zip(plan.FIELDS, own, strict=True)))
    return simulate(played, case.seed, 0, 1, "simpy")[0]

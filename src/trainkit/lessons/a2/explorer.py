"""What a reader may try before the vignettes: cases worked by the engine, and a thousand alerts.

The cases are those of another evening. None of them is asked, and nothing here is graded.
"""

from collections.abc import Mapping
from functools import partial
from typing import Any

from trainkit.lessons import page
from trainkit.lessons.a2.case import Situation
from trainkit.lessons.a2.engine import Facts, duty
from trainkit.lessons.a2.tasks import SOURCES
from trainkit.lessons.a2.thousand import ALERTS, waits
from trainkit.lessons.page import Part
from trainkit.lessons.pieces import button, status
from trainkit.views import front

CASES: Mapping[str, Facts] = {
    "A ship of a party to every treaty sees a man on an upturned dinghy": Facts(
        "danger", law_of_the_sea=True
    ),
    "The same man, seen by a ship of a State outside that treaty": Facts("danger"),
    "The same man, and the ship is aground herself and fills": Facts("danger", able=False),
    "A centre hears of him; he is in its own region": Facts("danger", centre=True),
    "A centre hears of him; he is in the next region, and that centre is silent": Facts(
        "danger", centre=True, own_region=False
    ),
    "A centre hears that a dinghy has been missed, and by nobody else": Facts("doubt", centre=True),
    "A dinghy under oars, near the beach, sun, the rower sings": Facts("none"),
}
"""Cases of another evening, with their facts."""
_WORDS = {
    "go": "help now",
    "hold": "help now, and keep the case until the other centre accepts",
    "relay": "no passage; report at once, with the reason in the log",
    "ask": "find out at once",
    "none": "no duty to rescue",
}


def told(name: str) -> str:
    """Return what the engine makes of a case of another evening."""
    facts = CASES[name]
    found = duty(facts)
    sources = " or ".join(dict(SOURCES)[one] for one in found.sources)
    rows = ", ".join(found.rows)
    return f"{name}. {_facts(facts)} So: {_WORDS[found.due]}. Source: {sources}. Rows: {rows}."


def _facts(facts: Facts) -> str:
    signs = {"danger": "people are in danger", "doubt": "there is doubt", "none": "no danger"}
    who = "a centre was told" if facts.centre else "a ship is there"
    able = "it can help" if facts.able else "it cannot go without serious danger to its own people"
    return f"Facts: {signs[facts.sign]}; {who}; {able}."


def worked_cases() -> None:
    """Show the cases of another evening, one at a time."""
    words = "\n".join(told(name) for name in CASES)
    if front.has_widgets():
        front.show(_chooser(), words)
    else:
        print(words)


def _chooser() -> Any:
    """Return a button for each case: JupyterLab leaves Tab and Space to buttons."""
    from ipywidgets import HTML, VBox

    said = HTML()

    def show(name: str) -> None:
        said.value = status(told(name))

    made = [button(name, partial(show, name), "What the engine makes of it") for name in CASES]
    return VBox([*made, said])


def thousand_alerts() -> None:
    """Show how long people wait in a thousand alerts of the reader's own, by what a centre does."""
    page.place(_thousand)


def _thousand(case: Situation) -> Part:
    rows = []
    for due in ("hold", "ask", "none"):
        hours = waits(case.seed, due)
        late = int((hours > 3.0).sum())
        rows.append((_SAID[due], f"{hours.mean():.1f} h", f"{late:,} of {ALERTS:,}"))
    head = (
        "what the centre does that is told",
        "first unit there, on average",
        "after 3 h or more",
    )
    return page.table(f"{ALERTS:,} alerts from another region", head, rows)


_SAID = {
    "hold": "acts until the responsible centre accepts",
    "ask": "asks for three quarters of an hour, then acts",
    "none": "passes it on, and does no more",
}

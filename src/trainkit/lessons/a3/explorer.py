"""What a reader may try before the files: facts that are laid one by one, and a thousand people.

Nothing here is graded, and none of the facts is one of a file.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from trainkit.case.victims.elements import Facts, facilitation, kind, smuggling, trafficking
from trainkit.lessons import page
from trainkit.lessons.a3.case import Situation
from trainkit.lessons.a3.thousand import PEOPLE, RULES, WITHOUT_INTERPRETER, identified
from trainkit.lessons.page import Part
from trainkit.lessons.pieces import button, status
from trainkit.views import front

_MOVED = Facts(act="transport")
_ENTERED = replace(_MOVED, procured=True, illegal_entry=True)
_PAID = replace(_ENTERED, benefit=True)
_KEPT = replace(_MOVED, means="threat", purpose="forced_labour", border=False)

CASES: Mapping[str, Facts] = {
    "Somebody is driven over a border without leave, for nothing": _ENTERED,
    "The same, and the driver is paid": _PAID,
    "Somebody is driven from town to town, and agrees": _MOVED,
    "The same, under a threat, to work for another": _KEPT,
    "The same work without any threat, and the person is 16 and agrees": replace(
        _KEPT, means="none", child=True
    ),
    "The same work without any threat, and the person is 30 and agrees": replace(
        _KEPT, means="none"
    ),
    "A paid entry without leave, and then the threat and the work": replace(
        _PAID, means="threat", purpose="forced_labour"
    ),
}
"""Facts of another evening."""
_NAMES = {
    "procured": "an entry was procured",
    "illegal_entry": "it was without leave",
    "benefit": "for a benefit",
    "act": "an act",
    "means": "means",
    "child": "a child, so that no means are needed",
    "purpose": "a purpose to exploit",
}


def told(name: str) -> str:
    """Return what the evaluator makes of facts of another evening, element by element."""
    facts = CASES[name]
    return (
        f"{name}. Smuggling: {_elements(smuggling(facts))}. Trafficking: "
        f"{_elements(trafficking(facts))}. So: {kind(facts)}. The one who helped with the entry is "
        f"punished in Alder: {_word(facilitation(facts, 'Alder').holds)}; in Borea: "
        f"{_word(facilitation(facts, 'Borea').holds)}."
    )


def _elements(finding: Any) -> str:
    return ", ".join(f"{_NAMES[one.name]}: {_word(one.holds)}" for one in finding.elements)


def _word(holds: bool) -> str:
    return "yes" if holds else "no"


def worked_cases() -> None:
    """Show facts of another evening, one case at a time."""
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

    made = [button(name, partial(show, name), "What the evaluator says") for name in CASES]
    return VBox([*made, said])


def thousand_people() -> None:
    """Show what five rules of identification come to among a thousand people of one's own."""
    page.place(_thousand)


def _thousand(case: Situation) -> Part:
    rows = [_row(case.seed, rule, 1.0, rule) for rule in RULES]
    asked = next(rule for rule in RULES if "all has been asked" in rule)
    rows.insert(4, _row(case.seed, asked, WITHOUT_INTERPRETER, _UNHEARD))
    head = ("rule of the unit", "victims found", "protected in vain", "told apart", "score")
    return page.table(f"{PEOPLE:,} people met", head, rows)


_UNHEARD = "the same questions, in a corridor and without an interpreter"


def _row(seed: int, rule: str, looked: float, named: str) -> tuple[str, ...]:
    found = identified(seed, rule, looked)
    return (
        named,
        f"{found.found} of {found.found + found.missed}",
        str(found.in_vain),
        f"{100 * found.specificity:.0f} %",
        f"{found.score():.2f}",
    )

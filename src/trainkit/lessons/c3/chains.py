"""The custody of four exhibits: one chain is whole, three have one flaw each.

One has a gap, one holds a line that was altered afterwards, and one has two holders at a time or a
seal that does not match. Which exhibit has which differs between trainees.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from trainkit.case.evidence import HandOver, Item, custody_flaws, handed_over
from trainkit.case.law import Warrant, statute
from trainkit.kernel.chain import link
from trainkit.kernel.luck import Luck
from trainkit.lessons.c3.drawing import one_of, shuffled, whole

EXHIBITS = ("laptop", "chart plotter", "receipt book", "memory cards")
FLAWS = ("none", "gap", "overlap", "seal", "altered")
LINES = 4
_HANDS = ("search team", "sworn courier", "evidence store", "examiner", "court registry")
_PLACES = ("the office", "store, counter 2", "laboratory", "registry")
_OPENED = "image made, new seal put on"


@dataclass(frozen=True)
class Chain:
    """The custody of one exhibit, as a trainee reads it.

    Attributes:
        name: The exhibit.
        flaw: What is wrong with it, or none.
        line: The hand-over that shows it; 0 for none.
        item: The item with its chain.
    """

    name: str
    flaw: str
    line: int
    item: Item


Changing = Callable[[Luck, int, HandOver], HandOver]


def draw_chains(luck: Luck) -> tuple[Chain, ...]:
    """Return the custody of the four exhibits."""
    third = one_of(luck, "third flaw", ("overlap", "seal"))
    flaws = shuffled(luck, "flaws", ("none", "gap", "altered", third))
    return tuple(_chain(luck, n, EXHIBITS[n], flaw) for n, flaw in enumerate(flaws))


def _chain(luck: Luck, number: int, name: str, flaw: str) -> Chain:
    line = whole(luck, "line", 2, LINES - 1, number) if flaw != "none" else 0
    seized_h = 9.0 + number
    order = Warrant(statute("Alder", "search", "smuggling"), "search", 0, "judge", (0,), 0.0, 720.0)
    told = (name, name, name, "own", "search", "smuggling", "Alder", seized_h, "A6")
    item = Item(*told, warrant=order)
    for step in _steps(luck, number, seized_h, flaw, line):
        item = handed_over(item, step)
    return Chain(name, flaw, line, _altered(item, line) if flaw == "altered" else item)


def _steps(luck: Luck, number: int, seized_h: float, flaw: str, wrong: int) -> list[HandOver]:
    """Return the hand-overs of an exhibit, of which one has the flaw."""
    now_h, seal, found = seized_h, f"S-{4102 + 17 * number}", []
    for line in range(1, LINES + 1):
        now_h += whole(luck, "held, minutes", 60, 900, 10 * number + line) / 60.0
        opened = _OPENED if line == LINES else ""
        seal = f"S-{7308 + 13 * number}" if opened else seal
        hands, place = (_HANDS[line - 1], _HANDS[line]), _PLACES[line - 1]
        step = HandOver(*hands, now_h, now_h + 0.1, place, seal, seal, opened)
        change = _CHANGES.get(flaw)
        step = change(luck, number, step) if change and line == wrong else step
        found.append(step)
        now_h = max(step.taken_h, now_h)
    return found


def _gap(luck: Luck, number: int, step: HandOver) -> HandOver:
    hours = whole(luck, "gap, quarters of an hour", 12, 80, number) / 4.0
    return replace(step, taken_h=step.given_h + hours)


def _overlap(luck: Luck, number: int, step: HandOver) -> HandOver:
    minutes = whole(luck, "overlap, minutes", 20, 50, number)
    return replace(step, taken_h=step.given_h - minutes / 60.0)


def _seal(_luck: Luck, _number: int, step: HandOver) -> HandOver:
    """Return a hand-over at which the taker read another seal, and the next one has it too."""
    turned = step.seal_given[:-2] + step.seal_given[-1] + step.seal_given[-2]
    return replace(step, seal_taken=turned)


_CHANGES: Mapping[str, Changing] = {"gap": _gap, "overlap": _overlap, "seal": _seal}


def _altered(item: Item, line: int) -> Item:
    """Return the item with the time of one line put forward, and its hash left as it was."""
    links = list(item.custody)
    old = links[line - 1]
    links[line - 1] = {**old, "given_h": old["given_h"] - 0.5, "taken_h": old["taken_h"] - 0.5}
    return replace(item, custody=tuple(links))


def noted(one: Mapping[str, Any]) -> tuple[str, str]:
    """Return the check figures of a line: as noted when it was written, and as worked out today."""
    body = {key: value for key, value in one.items() if key not in {"hash", "previous"}}
    today = link(body, str(one["previous"]))["hash"]
    return str(one["hash"])[:6], str(today)[:6]


def gap_h(chains: tuple[Chain, ...]) -> float:
    """Return for how many hours nobody held the exhibit that has the gap."""
    chain = next(one for one in chains if one.flaw == "gap")
    step = chain.item.custody[chain.line - 1]
    return float(round(step["taken_h"] - step["given_h"], 2))


def altered_line(chains: tuple[Chain, ...]) -> int:
    """Return the number of the line that was altered."""
    return next(one.line for one in chains if one.flaw == "altered")


def found(chain: Chain) -> str:
    """Return what is wrong with a chain, as the checker of custody sees it."""
    flaws = custody_flaws(chain.item)
    return flaws[0].kind if flaws else "none"

"""Chain of custody: who held a thing, from when to when, under which seal, without a gap.

Each hand-over is a link that holds the hash of the one before it, so that a changed entry is found
and located. The chain has no key: it shows what was altered after the fact, and proves nothing
against someone who writes all of it anew; the register therefore keeps the last hash elsewhere.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from itertools import pairwise
from typing import Any, Literal

from trainkit.case.evidence.court import kinds
from trainkit.case.evidence.item import Item
from trainkit.errors import TrainkitError
from trainkit.kernel.chain import link

FIRST = "0" * 64
TOLERANCE_H = 0.25
"""Between giving and taking a quarter of an hour may pass: both sign at one table."""
FlawKind = Literal["altered", "missing", "gap", "overlap", "seal", "early", "unsigned"]


@dataclass(frozen=True, slots=True)
class HandOver:
    """One hand-over of an exhibit.

    Attributes:
        giver: Who gave it away.
        taker: Who took it.
        given_h: When the giver signed, in hours since the case was opened.
        taken_h: When the taker signed.
        place: Where.
        seal_given: Number of the seal as the giver wrote it.
        seal_taken: Number of the seal as the taker read it.
        opened: Why the giver had opened the seal and put on a new one; empty where nobody had.
    """

    giver: str
    taker: str
    given_h: float
    taken_h: float
    place: str
    seal_given: str
    seal_taken: str
    opened: str = ""


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something that is wrong with a chain of custody.

    Attributes:
        line: The hand-over that shows it, from 1.
        kind: What it is.
        text: In a sentence.
    """

    line: int
    kind: FlawKind
    text: str


def handed_over(item: Item, step: HandOver) -> Item:
    """Return the item with one hand-over more.

    Args:
        item: The item; it is not changed.
        step: Who gave it to whom, when and under which seal.

    Raises:
        TrainkitError: it is handed over before it was seized, or at no hour.
    """
    return handed_on(item, (step,))


def handed_on(item: Item, steps: Iterable[HandOver]) -> Item:
    """Return the item with these hand-overs more, in their order; see `handed_over`."""
    links = [*item.custody]
    for step in steps:
        _require_hours(item, step)
        before = str(links[-1]["hash"]) if links else FIRST
        links.append(link({"item": item.id, "line": len(links) + 1, **_content(step)}, before))
    return replace(item, custody=tuple(links))


def _require_hours(item: Item, step: HandOver) -> None:
    if not all(item.obtained_h <= at_h < math.inf for at_h in (step.given_h, step.taken_h)):
        raise TrainkitError(
            f"Item {item.id} is given at {step.given_h:g} h and taken at {step.taken_h:g} h, and "
            f"was seized at {item.obtained_h:g} h: it is handed over before it was seized, or at "
            "no hour. Correct the time, or say who held what."
        )


def custody_flaws(item: Item, register: str = "") -> tuple[Flaw, ...]:
    """Return what is wrong with an item's custody, in the order of its lines.

    Where a line was altered, only that is told: times that somebody rewrote tell of no gap.

    Args:
        item: The item.
        register: The last hash as the register noted it; not compared when left out.
    """
    if not item.custody:
        return _empty(item, register)
    altered = tuple(chained(item.custody, register)) or tuple(_strange(item))
    return altered or tuple(sorted(_held(item), key=lambda flaw: flaw.line))


def _empty(item: Item, register: str) -> tuple[Flaw, ...]:
    if register:
        return (Flaw(1, "missing", "The register noted a chain, and there is none."),)
    physical = item.action in kinds("physical_actions")
    return (Flaw(1, "unsigned", "Nobody has signed for it."),) if physical else ()


def _strange(item: Item) -> Iterator[Flaw]:
    """Yield the lines that were written for another item, or for another place in the chain."""
    for line, one in enumerate(item.custody, start=1):
        if one.get("item") != item.id:
            yield Flaw(line, "altered", f"Line {line} was written for item {one.get('item')}.")
        elif one.get("line") != line:
            yield Flaw(line, "missing", f"Line {line} was written as line {one.get('line')}.")


def chained(links: Sequence[Mapping[str, Any]], register: str) -> Iterator[Flaw]:
    """Yield the links that are not as they were written, and those that do not follow.

    Args:
        links: The links, in their order.
        register: The last hash as the register noted it; not compared when empty.
    """
    before = FIRST
    for line, one in enumerate(links, start=1):
        if not intact(one):
            yield Flaw(line, "altered", f"Line {line} is not as it was written.")
        elif one["previous"] != before:
            yield Flaw(line, "missing", f"Line {line} does not follow the one before it.")
        before = str(one.get("hash"))
    if register and before != register:
        yield Flaw(len(links), "altered", "The register noted another end of this chain.")


def intact(one: Mapping[str, Any]) -> bool:
    """Return whether a link has the hash of what it says."""
    body = {key: value for key, value in one.items() if key not in {"hash", "previous"}}
    return "previous" in one and link(body, str(one["previous"]))["hash"] == one.get("hash")


def _held(item: Item) -> Iterator[Flaw]:
    """Yield where nobody held the thing, or two did, or the seals differ."""
    steps = [_step(one) for one in item.custody]
    if steps[0].given_h < item.obtained_h:
        yield Flaw(1, "early", "Line 1 lies before the seizure.")
    for line, step in enumerate(steps, start=1):
        yield from _signed(line, step)
    for line, (before, after) in enumerate(pairwise(steps), start=2):
        yield from _followed(line, before, after)


def _signed(line: int, step: HandOver) -> Iterator[Flaw]:
    if not step.giver.strip() or not step.taker.strip():
        yield Flaw(line, "unsigned", f"Line {line}: somebody has not signed.")
    between_h = step.taken_h - step.given_h
    if between_h > TOLERANCE_H:
        text = f"Line {line}: for {between_h:.1f} h nobody held it."
        yield Flaw(line, "gap", text)
    if between_h < 0.0:
        yield Flaw(line, "overlap", f"Line {line}: it was taken before it was given.")
    if step.seal_given != step.seal_taken:
        seals = f"{step.seal_given} was given and {step.seal_taken} was read"
        yield Flaw(line, "seal", f"Line {line}: seal {seals}.")


def _followed(line: int, before: HandOver, after: HandOver) -> Iterator[Flaw]:
    if after.giver != before.taker:
        text = f"Line {line}: {before.taker} took it and {after.giver} gave it on."
        yield Flaw(line, "gap", text)
    if after.given_h < before.taken_h:
        yield Flaw(line, "overlap", f"Line {line}: given on before line {line - 1} was taken.")
    if after.seal_given != before.seal_taken and not after.opened:
        text = f"Line {line}: seal {before.seal_taken} became {after.seal_given} unexplained."
        yield Flaw(line, "seal", text)


_FIELDS = tuple(field.name for field in fields(HandOver))


def _content(step: HandOver) -> dict[str, Any]:
    return {name: getattr(step, name) for name in _FIELDS}


def _step(one: Mapping[str, Any]) -> HandOver:
    return HandOver(**{name: one[name] for name in _FIELDS})

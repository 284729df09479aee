"""An exhibit of the model as an item of the case: its warrant, its hand-overs, what court says."""

from collections.abc import Iterable
from dataclasses import replace

from trainkit.case.evidence.admissibility import Ruling, admissible
from trainkit.case.evidence.clocks import DAY_H
from trainkit.case.evidence.court import court
from trainkit.case.evidence.custody import HandOver, handed_on
from trainkit.case.evidence.item import Item
from trainkit.case.evidence.spec import ExhibitSpec
from trainkit.case.law import Warrant, statute

_SEAL = "seal of the team"


def seized(name: str, told: ExhibitSpec, side: str, offence: str, now_h: float) -> Item:
    """Return the item that a search gives, on its order; the order may have run out.

    Each thing of a flow is another case's, and seized on an order that was given for it.
    """
    basis = statute(side, "search", offence)
    from_h, to_h = DAY_H * told.order_from_days, DAY_H * told.order_to_days
    if told.rate_per_day > 0.0 and from_h <= now_h < to_h:
        from_h = now_h
    order = Warrant(basis, "search", 0, told.authority, (0,), from_h, to_h)
    said = (told.name, told.name, "own", "search", offence, side, now_h, basis.id)
    return Item(name, *said, warrant=order)


def handed(hands: tuple[str, str], given_h: float, unsigned_h: float) -> HandOver:
    """Return a hand-over that is signed for after *unsigned_h*."""
    giver, taker = hands
    return HandOver(giver, taker, given_h, given_h + unsigned_h, taker, _SEAL, _SEAL)


def exculpates(item: Item, now_h: float) -> Item:
    """Return the item, now that somebody has seen that it speaks for an accused."""
    return replace(item, exculpatory=True, found_h=now_h)


def disclosure_late_h(item: Item, state: str, now_h: float) -> float:
    """Return by how many hours a disclosure is late; negative where it is in time."""
    found_h = item.obtained_h if item.found_h is None else item.found_h
    return now_h - found_h - court(state).disclose_within_h


def ruled(item: Item, steps: Iterable[HandOver], state: str) -> Ruling:
    """Return the court's ruling on an item that went through these hands."""
    return admissible(handed_on(item, steps), state)

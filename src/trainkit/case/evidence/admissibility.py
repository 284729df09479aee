"""May a court of a State use an item? Intelligence is not evidence, and a gap costs the exhibit.

Sources:
    `reference/case.md` section 5: police-to-police answers usually cannot be used in court.
    The statutes and the rules of the courts are invented: `trainkit.case.law`, `rules.toml`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from trainkit.case.evidence.court import NO_BASIS, NO_ORDER, court, kinds, rank_asked
from trainkit.case.evidence.custody import custody_flaws
from trainkit.case.evidence.item import Item
from trainkit.case.law import Warrant
from trainkit.case.law.statutes import AUTHORITIES

Reason = Literal[
    "evidence",
    "intelligence",
    "not_transmitted",
    "no_basis",
    "no_warrant",
    "other_warrant",
    "no_authority",
    "outside_warrant",
    "custody",
]
REASONS: tuple[Reason, ...] = get_args(Reason)


@dataclass(frozen=True, slots=True)
class Ruling:
    """Whether a court may use an item.

    Attributes:
        admitted: Whether it may.
        reason: Why, as a word.
        text: Why, in a sentence.
    """

    admitted: bool
    reason: Reason
    text: str


_YES = Ruling(True, "evidence", "It was lawfully obtained, and its custody has no gap.")


def _no(reason: Reason, text: str) -> Ruling:
    return Ruling(False, reason, text)


def admissible(item: Item, state: str, register: str = "") -> Ruling:
    """Return whether the court of a State may use an item, and why.

    A State whose court asks for its own law too holds an item from abroad to both States' statutes.

    Args:
        item: The item, with its order and its custody.
        state: State of the court.
        register: Last hash of its chain as the register noted it: without it a chain that was cut
            off at its end, or written anew, is not seen.

    Returns:
        The first reason that costs the exhibit, or that it is evidence.

    Raises:
        TrainkitError: the State has no court here.
    """
    asks = court(state)
    if item.channel in kinds("intelligence_channels") or item.action in _by_nature():
        return _no("intelligence", "It is intelligence: it must come again by a judicial channel.")
    if item.side != state and item.channel not in kinds("judicial_channels"):
        return _no("not_transmitted", f"It was never transmitted to {state}: ask by letter.")
    refused = _ordered(item, item.side)
    if refused is None and asks.own_law_too and item.side != state:
        refused = _ordered(item, state)
    if refused is not None:
        return refused
    flaws = custody_flaws(item, register)
    return _no("custody", flaws[0].text) if flaws else _YES


def _by_nature() -> frozenset[str]:
    return kinds("intelligence_actions")


def _ordered(item: Item, side: str) -> Ruling | None:
    """Return why the order of an action does not carry an item by a State's law, or None."""
    rank, order = rank_asked(side, item.action, item.offence), item.warrant
    if rank == NO_BASIS:
        return _no("no_basis", f"No statute of {side} allows {item.action} for {item.offence}.")
    if rank == NO_ORDER:
        return None
    if order is None:
        return _no("no_warrant", f"{side} asks for an order of a {AUTHORITIES[rank]}.")
    if (other := _of_another(order, item)) is not None:
        return other
    if AUTHORITIES.index(order.authority) < rank:
        return _no("no_authority", f"In {side} a {AUTHORITIES[rank]} orders it.")
    return _when(item, order)


def _of_another(order: Warrant, item: Item) -> Ruling | None:
    """Return why an order is not one for this action, State and offence, or None."""
    basis = order.statute
    if order.action != item.action or basis.side != item.side:
        return _no("other_warrant", f"The order allows {order.action} in {basis.side}.")
    if basis.offences and item.offence not in basis.offences:
        told = f"The order rests on {basis.id}, which is not for {item.offence}."
        return _no("other_warrant", told)
    return None


def _when(item: Item, order: Warrant) -> Ruling | None:
    """Return why an order does not hold when an item is obtained; what the law allows ends it."""
    expires_h = min(order.expires_h, order.latest_h)
    if item.obtained_h >= expires_h:
        late_h = item.obtained_h - expires_h
        return _no("outside_warrant", f"The order had run out {late_h:.1f} h before.")
    if item.obtained_h < order.granted_h:
        return _no("outside_warrant", "The order was not yet given.")
    if order.granted_h < 0.0:
        return _no("outside_warrant", "The order is dated before the case was opened.")
    return None


def usable(
    items: Iterable[Item], fact: str, state: str, register: Mapping[str, str] | None = None
) -> tuple[Item, ...]:
    """Return the items by which a court of a State may hear of a fact.

    A police-to-police answer is never among them; the same fact may be, once it has come by letter.

    Args:
        items: Items of a case.
        fact: The fact.
        state: State of the court.
        register: Last hash of each chain as the register noted it, by item; see `admissible`.

    Raises:
        TrainkitError: the State has no court here.
    """
    noted = register or {}
    of_the_fact = (item for item in items if item.fact == fact)
    return tuple(
        one for one in of_the_fact if admissible(one, state, noted.get(one.id, "")).admitted
    )

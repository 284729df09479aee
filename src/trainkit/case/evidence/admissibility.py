"""May a court of a State use an item? Intelligence is not evidence, and a gap costs the exhibit.

Sources:
    `reference/case.md` section 5: police-to-police answers usually cannot be used in court.
    The rules themselves are invented, see `rules.toml`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from trainkit.case.evidence.court import Rules, kinds, rules
from trainkit.case.evidence.custody import custody_flaws
from trainkit.case.evidence.item import Item, Warrant

Reason = Literal[
    "evidence",
    "intelligence",
    "not_transmitted",
    "no_warrant",
    "other_warrant",
    "no_authority",
    "unconfirmed",
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


def admissible(item: Item, state: str) -> Ruling:
    """Return whether the court of a State may use an item, and why.

    A State whose court asks for its own law too holds an item from abroad to both tables.

    Raises:
        TrainkitError: the State has no court here.
    """
    court = rules(state)
    if item.channel in kinds("intelligence_channels") or item.action in kinds(
        "intelligence_actions"
    ):
        return _no("intelligence", "It is intelligence: it must come again by a judicial channel.")
    if item.side != state and item.channel not in kinds("judicial_channels"):
        return _no("not_transmitted", f"It was never transmitted to {state}: ask by letter.")
    tables = [rules(item.side)]
    if court.own_law_too and item.side != state:
        tables.append(court)
    for table in tables:
        refused = _ordered(item, table)
        if refused:
            return refused
    flaws = custody_flaws(item)
    return _no("custody", flaws[0].text) if flaws else _YES


_YES = Ruling(True, "evidence", "It was lawfully obtained, and its custody has no gap.")


def _no(reason: Reason, text: str) -> Ruling:
    return Ruling(False, reason, text)


def _ordered(item: Item, table: Rules) -> Ruling | None:
    """Return why the order of an action does not carry an item under a table, or None."""
    entitled = table.authority.get(item.action)
    if entitled is None:
        return None
    warrant = item.warrant
    if warrant is None:
        return _no("no_warrant", f"{table.side} asks for a warrant, and there is none.")
    if warrant.action != item.action:
        return _no("other_warrant", f"The warrant allows {warrant.action}, and not this.")
    return _by_whom(warrant, entitled, table) or _when(item, warrant)


def _by_whom(warrant: Warrant, entitled: frozenset[str], table: Rules) -> Ruling | None:
    if warrant.authority in entitled:
        return None
    if warrant.authority != "prosecutor" or not table.confirm_within_h:
        text = (
            f"In {table.side} {' or '.join(sorted(entitled))} orders it, not {warrant.authority}."
        )
        return _no("no_authority", text)
    latest_h = warrant.from_h + table.confirm_within_h
    if warrant.confirmed_h is None or warrant.confirmed_h > latest_h:
        text = f"In {table.side} a judge confirms within {table.confirm_within_h:g} h: nobody did."
        return _no("unconfirmed", text)
    return None


def _when(item: Item, warrant: Warrant) -> Ruling | None:
    if warrant.valid_at(item.obtained_h):
        return None
    if item.obtained_h > warrant.to_h:
        late_h = item.obtained_h - warrant.to_h
        return _no("outside_warrant", f"The warrant had expired {late_h:.1f} h before.")
    return _no("outside_warrant", "The warrant was not yet valid.")


def usable(items: Iterable[Item], fact: str, state: str) -> tuple[Item, ...]:
    """Return the items by which a court of a State may hear of a fact.

    A police-to-police answer is never among them; the same fact may be, once it has come by letter.
    """
    return tuple(item for item in items if item.fact == fact and admissible(item, state).admitted)

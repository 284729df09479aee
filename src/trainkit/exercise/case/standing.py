"""What stands at a pause, as a team's lines of the logbook tell: orders, requests, items, ties."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from trainkit.case.investigation.kinds import team_name
from trainkit.case.investigation.partner import ANSWER
from trainkit.case.investigation.run import DAY_H
from trainkit.exercise.case.known import InForce, Waited
from trainkit.kernel.logbook import Entry, Logbook

__all__ = ["InForce", "Waited", "in_force", "received", "reflecting", "shown_by", "waiting"]


def _own(book: Logbook, side: str) -> Iterator[Entry]:
    name = team_name(side)
    return (entry for entry in book if entry.subject == name)


def in_force(book: Logbook, side: str, now_h: float) -> Iterator[InForce]:
    """Yield the orders of a team that are granted and have not ended."""
    held: dict[tuple[Any, Any], float] = {}
    for entry in _own(book, side):
        place = entry.facts.get("action"), entry.facts.get("target")
        if entry.kind in {"order_granted", "order_renewed"}:
            held[place] = float(entry.facts.get("expires_h", float("inf")))
        elif entry.kind in {"order_expired", "order_expired_in_use"}:
            held.pop(place, None)
    for (action, target), ends_h in held.items():
        if now_h < ends_h < float("inf"):
            yield InForce(str(action), int(target), ends_h / DAY_H)


def waiting(book: Logbook, side: str) -> Iterator[Waited]:
    """Yield the requests of a team that nobody has answered yet, the oldest first."""
    sent: dict[Any, Waited] = {}
    for entry in _own(book, side):
        if entry.kind == "request_sent":
            target, channel = int(entry.facts["target"]), str(entry.facts["channel"])
            sent[entry.facts["request"]] = Waited(target, channel, entry.time_h / DAY_H)
        elif entry.kind == "request_answered":
            sent.pop(entry.facts["request"], None)
    yield from sent.values()


def received(book: Logbook, side: str) -> dict[int, list[Entry]]:
    """Return how a team had what it holds about each person, in the order in which it came."""
    found: dict[int, list[Entry]] = defaultdict(list)
    for entry in _own(book, side):
        if entry.kind == "item_obtained":
            found[int(entry.facts["target"])].append(entry)
    return found


def shown_by(book: Logbook, side: str) -> dict[frozenset[int], str]:
    """Return what showed each tie that came after the start: an action, or the partner."""
    found: dict[frozenset[int], str] = {}
    fresh: list[frozenset[int]] = []
    for entry in _own(book, side):
        if entry.kind == "tie_shown":
            pair = frozenset({int(entry.facts["actor"]), int(entry.facts["other"])})
            found[pair] = "partner"
            if int(entry.facts["item"]) != ANSWER:
                fresh.append(pair)
        elif entry.kind == "action_done":
            found.update(dict.fromkeys(fresh, str(entry.facts["action"])))
            fresh.clear()
    return found


def reflecting(book: Logbook) -> tuple[str, ...]:
    """Return those whose reflection period is under way, as the logbook names them."""
    begun: dict[str, None] = {}
    for entry in book:
        if entry.kind == "reflection_began":
            begun[entry.subject] = None
        elif entry.kind in {"reflection_ended", "reflection_cut"}:
            begun.pop(entry.subject, None)
    return tuple(begun)

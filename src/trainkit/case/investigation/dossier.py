"""The dossier of a run: every item with custody, order, basis and courts, and who knows what.

It is read of the logbook after the run; the truth beside it is the network that the run drew.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from trainkit.case.actors import Network
from trainkit.case.evidence.admissibility import admissible
from trainkit.case.evidence.item import Item
from trainkit.case.investigation.cast import cast
from trainkit.case.investigation.chain import as_evidence, passed_on
from trainkit.case.investigation.kinds import side_of, team_name
from trainkit.case.investigation.register import register
from trainkit.case.investigation.spec import InvestigationSpec
from trainkit.case.investigation.warrants import behind, granted, offence_at
from trainkit.kernel.logbook import Entry, Logbook
from trainkit.kernel.luck import Luck

_TAINTED = "It came while waiting with an arrest stood on no order."


@dataclass(frozen=True)
class Held:
    """An item of a run, as a dossier holds it.

    Attributes:
        item: The item as evidence, in the hands of the team that took it.
        target: Number of the actor whom it concerns.
        others: Numbers of those whom it shows to be tied to that actor.
        against: Whether it speaks against that actor.
        known: States whose team has it, with the hour and the channel by which it came.
        courts: States whose court may hear it.
        why: What each State's court says of it, by State.
        disclosed: Whether the defence sees it.
        grade: Of its source, such as ``B2``; empty where nobody is graded.
    """

    item: Item
    target: int
    others: tuple[int, ...]
    against: bool
    known: tuple[tuple[str, float, str], ...]
    courts: tuple[str, ...]
    why: Mapping[str, str]
    disclosed: bool
    grade: str


@dataclass(frozen=True)
class Dossier:
    """What is known of a case after a run, and the truth.

    Attributes:
        network: The truth: members and their ties.
        bystanders: Numbers of those with no part in it.
        known: Numbers of the people whom each State's team knows of.
        ties: Pairs that each State's team knows to be tied.
        held: The items, in the order in which they came.
    """

    network: Network
    bystanders: tuple[int, ...]
    known: Mapping[str, frozenset[int]]
    ties: Mapping[str, frozenset[tuple[int, int]]]
    held: tuple[Held, ...]


def dossier(book: Logbook, spec: InvestigationSpec, luck: Luck) -> Dossier:
    """Return the dossier of a run.

    Args:
        book: Its logbook.
        spec: What it was told, orders included.
        luck: Its luck.
    """
    network, bystanders = cast(spec, luck)
    sides = [team.side for team in spec.teams]
    return Dossier(
        network,
        bystanders,
        {side: _seen(book, side) for side in sides},
        {side: _tied(book, side) for side in sides},
        tuple(_held(book, spec)),
    )


def _seen(book: Logbook, side: str) -> frozenset[int]:
    return frozenset(int(one.facts["actor"]) for one in _of(book, "actor_shown", side))


def _tied(book: Logbook, side: str) -> frozenset[tuple[int, int]]:
    ends = (
        (int(one.facts["actor"]), int(one.facts["other"])) for one in _of(book, "tie_shown", side)
    )
    return frozenset((min(pair), max(pair)) for pair in ends)


def _of(book: Logbook, kind: str, side: str) -> list[Entry]:
    return [entry for entry in book.of(kind) if entry.subject == team_name(side)]


def _held(book: Logbook, spec: InvestigationSpec) -> Iterator[Held]:
    others = _others(book)
    taken: dict[int, list[Entry]] = defaultdict(list)
    for entry in book.of("item_obtained"):
        taken[int(entry.facts["item"])].append(entry)
    orders, names = granted(book), register(book)
    for number, entries in taken.items():
        first = entries[0]
        side, offence = _side(first), offence_at(spec, first.time_h)
        warrant = behind(orders, first, str(first.facts["action"]), offence)
        item = as_evidence(names[number], first, side, offence, warrant)
        yield _whole(item, entries, tuple(sorted(others[number])))


def _others(book: Logbook) -> Mapping[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for entry in book.of("tie_shown"):
        found[int(entry.facts["item"])].add(int(entry.facts["other"]))
    return found


def _whole(item: Item, entries: list[Entry], others: tuple[int, ...]) -> Held:
    first = entries[0].facts
    heard = [_side(entry) for entry in entries if entry.facts["evidence"]]
    versions = {item.side: item}
    versions |= {_side(one): passed_on(item, one, _side(one)) for one in entries[1:]}
    return Held(
        item=item,
        target=int(first["target"]),
        others=others,
        against=bool(first["against"]),
        known=tuple((_side(one), one.time_h, str(one.facts["channel"])) for one in entries),
        courts=tuple(dict.fromkeys(heard)),
        why={side: _says(one, side, heard) for side, one in versions.items()},
        disclosed=bool(first.get("disclosed", 1.0)),
        grade=str(first.get("grade", "")),
    )


def _says(item: Item, side: str, heard: list[str]) -> str:
    ruling = admissible(item, side)
    return _TAINTED if ruling.admitted and side not in heard else ruling.text


def _side(entry: Entry) -> str:
    return side_of(entry.subject)

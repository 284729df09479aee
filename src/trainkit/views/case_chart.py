"""The link chart of a case after its run: what each team knows beside the truth.

Members are drawn with the ties that items show. People with no part in it whom a team suspected are
named below the chart and not drawn: nothing ties them to what was done.
"""

from collections.abc import Iterable, Iterator

from trainkit.case.actors import SIDES, Network, Side
from trainkit.case.investigation.dossier import Dossier, Held
from trainkit.views.case_basis import basis_words, day
from trainkit.views.link_chart import Handover, LinkChart, Shown

_CHANNELS = {
    "own": "own work",
    "police": "a police answer",
    "assistance": "legal assistance",
    "joint_team": "the joint team",
}


def case_chart(found: Dossier, title: str = "The case after its run") -> LinkChart:
    """Return the link chart of a dossier, with the truth.

    Args:
        found: The dossier of a run.
        title: What it shows, in a few words.
    """
    members = frozenset(found.network.by_id)
    seen = tuple((side, found.known[side] & members) for side, _ in found.network.seen)
    network = Network(found.network.actors, found.network.ties, seen)
    return LinkChart(
        _known(network, found),
        tuple(_shown(held, members) for held in found.held),
        title,
        truth=found.network,
        tied=found.ties,
    )


def suspected_in_vain(found: Dossier) -> str:
    """Return a sentence on those with no part in it of whom a team knew."""
    return " ".join(_in_vain(found))


def _in_vain(found: Dossier) -> Iterator[str]:
    for side, people in found.known.items():
        innocent = sorted(people & frozenset(found.bystanders))
        if innocent:
            named = ", ".join(map(str, innocent))
            yield f"The {side} team knew of {len(innocent)} people with no part in it: {named}."


def _known(network: Network, found: Dossier) -> Network:
    """Return the network as far as the teams know it."""
    known = frozenset().union(*(people for _, people in network.seen))
    pairs = frozenset().union(*found.ties.values())
    return Network(
        tuple(actor for actor in network.actors if actor.id in known),
        tuple(tie for tie in network.ties if (tie.first, tie.second) in pairs),
        network.seen,
    )


def _shown(held: Held, members: frozenset[int]) -> Shown:
    item = held.item
    return Shown(
        id=item.id,
        kind=item.action,
        time_h=item.obtained_h,
        actors=tuple(one for one in (held.target, *held.others) if one in members),
        grade=held.grade,
        known_to=_sides(side for side, _, _ in held.known),
        basis=basis_words(item.basis, item.warrant),
        custody=tuple(
            Handover(float(one["taken_h"]), "" if one["line"] == 1 else one["giver"], one["taker"])
            for one in item.custody
        ),
        admissible=_sides(held.courts),
        words=" ".join(_words(held)),
    )


def _sides(names: Iterable[str]) -> tuple[Side, ...]:
    named = frozenset(names)
    return tuple(side for side in SIDES if side in named)


def _words(held: Held) -> Iterator[str]:
    speaks = "speaks against" if held.against else "speaks for"
    yield f"It {speaks} actor {held.target}."
    if held.others:
        yield f"It shows ties to {', '.join(map(str, held.others))}."
    for side, time_h, channel in held.known[1:]:
        yield f"{side} has it since day {day(time_h)} by {_CHANNELS[channel]}."
    for side, why in held.why.items():
        if side not in held.courts:
            yield f"{side}'s court: {why}"
    if not held.disclosed:
        yield "It was not disclosed."

"""Follow the money of a run: read of its logbook, entry by entry, where each lot went."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from trainkit.case import law
from trainkit.case.investigation.assets import Assets, Enquiry, Lot, Movement, Shared, State
from trainkit.case.investigation.enquiries import Answer, answer_of, enquiries
from trainkit.case.investigation.kinds import side_of
from trainkit.case.investigation.spec import InvestigationSpec
from trainkit.case.investigation.warrants import Granted, behind, granted, offence_at
from trainkit.errors import TrainkitError
from trainkit.kernel.logbook import Entry, Logbook

_LOOSE: frozenset[State] = frozenset({"traced", "released"})
"""States of what a freeze takes; a judgment takes the others."""


def follow(book: Logbook, spec: InvestigationSpec, until_h: float) -> Assets:
    """Return the money of a run.

    Args:
        book: Its logbook.
        spec: What it was told, orders included.
        until_h: When it ended, in hours.

    Raises:
        TrainkitError: the logbook reviews a freeze, traces money or takes it without what has to
            go before.
    """
    sent = dict(enquiries(book, spec))
    answers = {answer_of(one): sent[one.facts["enquiry"]] for one in book.of("enquiry_answered")}
    trail = _Trail(spec, granted(book), _courts(book), answers)
    for entry in book:
        if entry.kind in _STEPS:
            _STEPS[entry.kind](trail, entry)
    return Assets(
        sides=tuple(team.side for team in spec.teams),
        enquiries=tuple(sent.values()),
        lots=tuple(trail.lots),
        movements=tuple(move for move in trail.movements if move.lots),
        until_h=until_h,
        shared=tuple(trail.shared),
    )


def _courts(book: Logbook) -> Mapping[tuple[str, float], str]:
    """Return whose court gave a judgment, by who was judged and when."""
    return {(one.subject, one.time_h): str(one.facts["side"]) for one in book.of("trial_ended")}


def _side(entry: Entry) -> str:
    return side_of(entry.subject)


@dataclass
class _Trail:
    """Where each lot is by the entry that was read last.

    Attributes:
        spec: What the run was told.
        orders: What was granted in it.
        courts: Whose court gave each judgment.
        answers: The enquiry behind each answer.
        lots: Lots so far.
        state: State of each.
        known: States whose team knows of each.
        shared: What became known to another team so far.
        movements: Movements so far.
        open: Freezes with a review to come, by team and holder.
    """

    spec: InvestigationSpec
    orders: Granted
    courts: Mapping[tuple[str, float], str]
    answers: Mapping[Answer, Enquiry]
    lots: list[Lot] = field(default_factory=list)
    state: list[State] = field(default_factory=list)
    known: list[set[str]] = field(default_factory=list)
    shared: list[Shared] = field(default_factory=list)
    movements: list[Movement] = field(default_factory=list)
    open: dict[tuple[str, int], list[tuple[float, Movement]]] = field(default_factory=dict)

    def move(self, done: Movement) -> None:
        """Enter a movement."""
        for lot in done.lots:
            self.state[lot] = done.became
        self.movements.append(done)

    def news(self, entry: Entry) -> tuple[int, ...]:
        """Return the lots of a holder that only the other team knew until an entry."""
        side, target = _side(entry), int(entry.facts["target"])
        return tuple(
            place
            for place, (lot, known) in enumerate(zip(self.lots, self.known, strict=True))
            if lot.enquiry.target == target and side not in known
        )

    def held_by(self, target: int, *, loose: bool) -> tuple[int, ...]:
        """Return the lots of a holder that are loose, or those that are frozen."""
        return tuple(
            place
            for place, (lot, state) in enumerate(zip(self.lots, self.state, strict=True))
            if lot.enquiry.target == target
            and state != "confiscated"
            and (state in _LOOSE) is loose
        )


def _traced(trail: _Trail, entry: Entry) -> None:
    enquiry = trail.answers.get(answer_of(entry))
    if enquiry is None:
        raise _missing(entry, "no enquiry was answered then")
    trail.lots.append(Lot(enquiry, round(100 * float(entry.facts["crowns"]))))
    trail.state.append("traced")
    trail.known.append({enquiry.side})
    place = len(trail.lots) - 1
    target, basis = enquiry.target, enquiry.basis
    trail.move(Movement(entry.time_h, enquiry.side, "traced", target, (place,), basis))


def _told(trail: _Trail, entry: Entry) -> None:
    _learnt(trail, entry, trail.news(entry), str(entry.facts["channel"]))


def _found_again(trail: _Trail, entry: Entry) -> None:
    _learnt(trail, entry, trail.news(entry)[:1], "own")


def _learnt(trail: _Trail, entry: Entry, lots: tuple[int, ...], channel: str) -> None:
    side = _side(entry)
    if not lots:
        raise _missing(entry, "the other team had traced nothing that was news")
    for lot in lots:
        trail.known[lot].add(side)
    target = int(entry.facts["target"])
    trail.shared.append(Shared(entry.time_h, side, target, lots, channel))


def _frozen(trail: _Trail, entry: Entry) -> None:
    side, target = _side(entry), int(entry.facts["target"])
    offence = offence_at(trail.spec, entry.time_h)
    warrant = behind(trail.orders, entry, "freeze", offence)
    basis = law.statute(side, "freeze", offence).id
    lots = tuple(lot for lot in trail.held_by(target, loose=True) if side in trail.known[lot])
    cents = sum(trail.lots[lot].cents for lot in lots)
    if abs(cents - 100 * float(entry.facts["crowns"])) > len(lots):
        raise _missing(entry, f"the team knew of {cents / 100:,.2f} crowns to freeze")
    move = Movement(entry.time_h, side, "frozen", target, lots, basis, warrant)
    trail.move(replace(move, asked=bool(entry.facts["asked"])))
    trail.open.setdefault((side, target), []).append((float(entry.facts["crowns"]), move))


def _reviewed(trail: _Trail, entry: Entry) -> None:
    side, target = _side(entry), int(entry.facts["target"])
    freezes = trail.open.get((side, target), [])
    found = [one for one in freezes if one[0] == entry.facts["crowns"]]
    if not found:
        raise _missing(entry, "nothing of that amount was frozen before")
    freezes.remove(found[0])
    became: State = "kept" if entry.facts["held"] else "released"
    frozen = found[0][1]
    trail.move(
        Movement(entry.time_h, side, became, target, frozen.lots, frozen.basis, frozen.warrant)
    )


def _confiscated(trail: _Trail, entry: Entry) -> None:
    target = int(entry.facts["target"])
    court = trail.courts.get((entry.subject, entry.time_h))
    if court is None:
        raise _missing(entry, "no court gave a judgment then")
    lots = trail.held_by(target, loose=False)
    trail.move(Movement(entry.time_h, court, "confiscated", target, lots))


_STEPS: Mapping[str, Callable[[_Trail, Entry], None]] = {
    "assets_traced": _traced,
    "assets_shared": _told,
    "assets_found_again": _found_again,
    "assets_frozen": _frozen,
    "freeze_reviewed": _reviewed,
    "assets_confiscated": _confiscated,
}


def _missing(entry: Entry, why: str) -> TrainkitError:
    return TrainkitError(
        f"The logbook has '{entry.kind}' of {entry.subject} at hour {entry.time_h:g}, and {why}. "
        "Read the whole logbook of one run."
    )

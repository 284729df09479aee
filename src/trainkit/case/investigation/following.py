"""Follow the money of a run: read of its logbook, entry by entry, where each lot went."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from trainkit.case import law
from trainkit.case.investigation.assets import Assets, Enquiry, Lot, Movement, State
from trainkit.case.investigation.kinds import side_of
from trainkit.case.investigation.spec import InvestigationSpec
from trainkit.case.investigation.warrants import Granted, behind, granted, offence_at
from trainkit.errors import TrainkitError
from trainkit.kernel.logbook import Entry, Logbook

_LOOSE: frozenset[State] = frozenset({"traced", "released"})
"""States of what a freeze takes; a judgment takes the others."""
_ENQUIRY = "financial_enquiry"
_Answer = tuple[str, int, float]


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
    enquiries = dict(_enquiries(book, spec))
    answers = {_answer(one): enquiries[one.facts["enquiry"]] for one in book.of("enquiry_answered")}
    trail = _Trail(spec, granted(book), _courts(book), answers)
    for entry in book:
        if entry.kind in _STEPS:
            _STEPS[entry.kind](trail, entry)
    return Assets(
        sides=tuple(team.side for team in spec.teams),
        enquiries=tuple(enquiries.values()),
        lots=tuple(trail.lots),
        movements=tuple(move for move in trail.movements if move.lots),
        until_h=until_h,
    )


def _enquiries(book: Logbook, spec: InvestigationSpec) -> Iterator[tuple[float | str, Enquiry]]:
    answers = {entry.facts["enquiry"]: entry for entry in book.of("enquiry_answered")}
    items, sent = _items(book), Counter[str]()
    for entry in book.of("enquiry_sent"):
        sent[entry.subject] += 1
        asked = _sent(entry, sent[entry.subject], offence_at(spec, entry.time_h))
        number = entry.facts["enquiry"]
        answer, item = answers.get(number), items.get((asked.side, asked.target), "")
        yield number, _with(asked, answer, item) if answer else asked


def _sent(entry: Entry, place: int, offence: str) -> Enquiry:
    side, target = _side(entry), int(entry.facts["target"])
    basis = law.statute(side, _ENQUIRY, offence).id
    return Enquiry(side, place, target, entry.time_h, after_h=None, yielded=False, basis=basis)


def _with(asked: Enquiry, answer: Entry, item: str) -> Enquiry:
    after_h, yielded = float(answer.facts["after_h"]), answer.facts["yielded"] == 1.0
    return replace(asked, after_h=after_h, yielded=yielded, item=item)


def _items(book: Logbook) -> Mapping[tuple[str, int], str]:
    """Return the item that a team's enquiries on a person brought: the first answer to say it."""
    own = [one for one in book.of("item_obtained") if one.facts["channel"] == "own"]
    return {
        (_side(one), int(one.facts["target"])): f"{_side(one)} {int(one.facts['item'])}"
        for one in own
        if one.facts["action"] == _ENQUIRY
    }


def _answer(entry: Entry) -> _Answer:
    """Return what ties a trace to its enquiry: team, person and the moment of the answer."""
    return entry.subject, int(entry.facts["target"]), entry.time_h


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
        movements: Movements so far.
        open: Freezes with a review to come, by team and holder.
    """

    spec: InvestigationSpec
    orders: Granted
    courts: Mapping[tuple[str, float], str]
    answers: Mapping[_Answer, Enquiry]
    lots: list[Lot] = field(default_factory=list)
    state: list[State] = field(default_factory=list)
    movements: list[Movement] = field(default_factory=list)
    open: dict[tuple[str, int], list[tuple[float, Movement]]] = field(default_factory=dict)

    def move(self, done: Movement) -> None:
        """Enter a movement."""
        for lot in done.lots:
            self.state[lot] = done.became
        self.movements.append(done)

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
    enquiry = trail.answers.get(_answer(entry))
    if enquiry is None:
        raise _missing(entry, "no enquiry was answered then")
    trail.lots.append(Lot(enquiry, round(100 * float(entry.facts["crowns"]))))
    trail.state.append("traced")
    place = len(trail.lots) - 1
    target, basis = enquiry.target, enquiry.basis
    trail.move(Movement(entry.time_h, enquiry.side, "traced", target, (place,), basis))


def _frozen(trail: _Trail, entry: Entry) -> None:
    side, target = _side(entry), int(entry.facts["target"])
    offence = offence_at(trail.spec, entry.time_h)
    warrant = behind(trail.orders, entry, "freeze", offence)
    basis = law.statute(side, "freeze", offence).id
    lots = trail.held_by(target, loose=True)
    move = Movement(entry.time_h, side, "frozen", target, lots, basis, warrant)
    trail.move(move)
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
    "assets_frozen": _frozen,
    "freeze_reviewed": _reviewed,
    "assets_confiscated": _confiscated,
}


def _missing(entry: Entry, why: str) -> TrainkitError:
    return TrainkitError(
        f"The logbook has '{entry.kind}' of {entry.subject} at hour {entry.time_h:g}, and {why}. "
        "Read the whole logbook of one run."
    )

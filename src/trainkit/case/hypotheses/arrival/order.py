"""Which waiting lead is worked next."""

from collections.abc import Callable, Mapping

from trainkit.case.hypotheses.arrival.lead import Lead
from trainkit.case.hypotheses.arrival.spec import ArrivalSpec
from trainkit.case.hypotheses.arrival.weighing import Weighing

_INSTANT_H = 1e-9
Key = Callable[[Weighing, Lead], tuple[float, int]]


def taken_out(waiting: list[Lead], weighing: Weighing, ended: bool) -> Lead | None:
    """Take the lead that is worked now out of those that wait, or return None."""
    spec = weighing.spec
    wanted = [lead for lead in waiting if _is_wanted(spec, lead, ended)]
    if not wanted:
        return None
    key = _KEYS[spec.order]
    lead = min(wanted, key=lambda one: (not _comes_first(spec, one), *key(weighing, one)))
    waiting.remove(lead)
    return lead


def _comes_first(spec: ArrivalSpec, lead: Lead) -> bool:
    return lead.kind.urgent and spec.urgent != "in_turn"


def _is_wanted(spec: ArrivalSpec, lead: Lead, ended: bool) -> bool:
    if _comes_first(spec, lead):
        return True
    return not ended and lead.kind.rank > 0


def _by_bits(weighing: Weighing, lead: Lead) -> tuple[float, int]:
    return -weighing.bits(lead.place) / (lead.kind.work_h or _INSTANT_H), lead.number


def _leading_first(weighing: Weighing, lead: Lead) -> tuple[float, int]:
    """Order as one who looks for what the leading hypothesis expects."""
    names = [one.name for one in weighing.spec.hypotheses]
    return -lead.kind.chances[names.index(weighing.held.leading)], lead.number


_KEYS: Mapping[str, Key] = {
    "as_they_come": lambda _, lead: (0.0, lead.number),
    "by_rank": lambda _, lead: (float(lead.kind.rank), lead.number),
    "by_bits": _by_bits,
    "leading_first": _leading_first,
}

"""The orders of a run, read of its logbook: what an action rested on, whoever asks."""

from collections import defaultdict
from collections.abc import Mapping

from trainkit.case import law
from trainkit.case.investigation.kinds import side_of
from trainkit.case.investigation.orders import changed
from trainkit.case.investigation.spec import InvestigationSpec
from trainkit.kernel.logbook import Entry, Logbook

Place = tuple[str, str, int]
Granted = Mapping[Place, list[Entry]]


def offence_at(spec: InvestigationSpec, time_h: float) -> str:
    """Return the offence of the case at an hour, as orders have changed it."""
    plan = spec.plan
    for order in sorted(spec.orders, key=lambda one: one.time_h):
        if order.time_h <= time_h and order.order == "offence":
            plan = changed(plan, order)
    return plan.offence


def granted(book: Logbook) -> Granted:
    """Return what was granted and renewed, by team, action and target, in the order of time."""
    found: dict[Place, list[Entry]] = defaultdict(list)
    for entry in book:
        if entry.kind in {"order_granted", "order_renewed"}:
            facts = entry.facts
            found[entry.subject, str(facts["action"]), int(facts["target"])].append(entry)
    return found


def behind(orders: Granted, done: Entry, action: str, offence: str) -> law.Warrant | None:
    """Return the order that was in force last when something was done; None where none was given.

    Args:
        orders: What was granted in the run.
        done: The entry of what was done, with its team and its target.
        action: The action that it was.
        offence: Offence of the case at that hour.
    """
    target = int(done.facts["target"])
    given = orders.get((done.subject, action, target), ())
    before = [one for one in given if one.time_h <= done.time_h]
    first = [one for one in before if one.kind == "order_granted"]
    if not first:
        return None
    basis = law.statute(side_of(done.subject), action, offence)
    expires_h = float(before[-1].facts.get("expires_h", float("inf")))
    return law.Warrant(basis, action, target, basis.authority, (), first[-1].time_h, expires_h)

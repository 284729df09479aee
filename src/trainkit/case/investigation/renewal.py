"""An order in use: its renewal is asked for in time, on new grounds, as far as the statute goes.

Whoever plans no days for it watches no clock: the order ends, and what is brought in after its end
is no evidence.
"""

from dataclasses import dataclass

import simpy

from trainkit.case.investigation import authority
from trainkit.case.investigation.run import DAY_H, Run, Task, Waiting
from trainkit.case.law import Warrant


@dataclass
class Held:
    """An order as it stands.

    Attributes:
        warrant: The order, as it was renewed last.
        over: Whether it is needed no longer.
        turn: How many renewals have been asked for.
    """

    warrant: Warrant
    over: bool = False
    turn: int = 0


def hold(run: Run, task: Task, warrant: Warrant) -> Held:
    """Return an order in use; its clock is watched where law can renew it and the plan wants it."""
    held = Held(warrant)
    if warrant.statute.renewal_days is not None and run.plan.renewal_lead_days > 0.0:
        _watch(run, task, held)
    return held


def _watch(run: Run, task: Task, held: Held) -> None:
    """Begin a renewal in time, if the order is needed then; most are not, and cost one event."""

    def begin(_due: simpy.Event) -> None:
        if not held.over:
            run.env.process(_renew(run, task, held))

    lead_h = run.plan.renewal_lead_days * DAY_H
    due = run.env.timeout(max(held.warrant.expires_h - lead_h - run.env.now, 0.0))
    due.callbacks.append(begin)


def _renew(run: Run, task: Task, held: Held) -> Waiting:
    """Ask for a renewal, and for the next in its time as long as there is anything new."""
    held.turn += 1
    longer = yield from authority.renew(run, task, held.warrant, held.turn)
    if longer is not None:
        held.warrant = longer
        _watch(run, task, held)

"""The intercepted line of one run: its order, the requests to renew it, and the calls.

A renewal needs a ground that is new since the running order, and a judge who decides before it
ends. What ends is not renewed: a new order begins when a judge gives it, and what was said
meanwhile is lost, or was heard without an order. All orders together keep within the law's days.
"""

from collections.abc import Generator
from dataclasses import dataclass, replace
from typing import Any

import simpy

from trainkit.case.evidence.admissibility import admissible
from trainkit.case.evidence.clocks import DAY_H
from trainkit.case.evidence.item import Item
from trainkit.case.evidence.kinds import LINE
from trainkit.case.evidence.spec import ClockSpec
from trainkit.case.law import Warrant, granted, renewed
from trainkit.kernel.luck import Luck
from trainkit.kernel.writer import Writer

Waiting = Generator[simpy.Event, Any, None]


@dataclass
class Line:
    """An intercepted line: the order that runs or ran last, and how many grounds it names."""

    env: simpy.Environment
    spec: ClockSpec
    luck: Luck
    writer: Writer
    order: Warrant
    ground_h: float
    grounds: int = 1
    asked: int = 0

    @property
    def last_h(self) -> float:
        """The last hour that the law allows in all, or the end of interest."""
        cap = self.order.statute.cap_days
        days = self.spec.listen_days if cap is None else min(cap, self.spec.listen_days)
        return DAY_H * days


def listened(env: simpy.Environment, spec: ClockSpec, luck: Luck, writer: Writer) -> None:
    """Begin to listen, with a judge's first order."""
    order = _new(spec, 0.0, 0)
    first_h = luck.exponential("grounds", 0, 0, mean=DAY_H * spec.grounds_days)
    line = Line(env, spec, luck, writer, order, first_h)
    writer.write("order_given", LINE, to_h=order.expires_h)
    env.process(_renewals(line))
    env.process(_calls(line))


def _new(spec: ClockSpec, now_h: float, ground: int) -> Warrant:
    what = (spec.court, "interception", spec.offence)
    return granted(*what, target=0, authority="judge", grounds=(ground,), now_h=now_h)


def _calls(line: Line) -> Waiting:
    mean_h = DAY_H / line.spec.calls_per_day
    for index in range(10**9):
        yield line.env.timeout(line.luck.exponential("calls", 0, index, mean=mean_h))
        if line.env.now > DAY_H * line.spec.listen_days:
            return
        _call(line, index)


def _call(line: Line, index: int) -> None:
    now_h, side = line.env.now, line.spec.court
    if line.spec.stops_at_expiry and not line.order.in_force(now_h):
        line.writer.write("call_missed", LINE)
        return
    what = ("own", "interception", line.spec.offence, side, now_h, line.order.statute.id)
    ruling = admissible(Item(f"call {index}", "call", LINE, *what, warrant=line.order), side)
    facts = {"admitted": float(ruling.admitted), "reason": ruling.reason}
    line.writer.write("call_recorded", LINE, **facts)


def _renewals(line: Line) -> Waiting:
    before_h = DAY_H * line.spec.renew_before_days
    while line.order.expires_h < line.last_h:
        yield line.env.timeout(max(0.0, line.order.expires_h - before_h - line.env.now))
        given = False
        while not given and line.env.now < line.last_h:
            given = yield from _asked(line)
            if not given:
                yield line.env.timeout(DAY_H * line.spec.again_days)
        if not given:
            break
    yield line.env.timeout(max(0.0, line.order.expires_h - line.env.now))
    line.writer.write("order_ended", LINE)


def _asked(line: Line) -> Generator[simpy.Event, Any, bool]:
    """Ask once, wait for the judge, and return whether the line may be listened to again."""
    new = line.env.now >= line.ground_h
    line.writer.write("renewal_asked", LINE, new_grounds=float(new))
    told = {"median": DAY_H * line.spec.judge_days, "sigma": line.spec.judge_sigma}
    yield line.env.timeout(line.luck.lognormal("judge", 0, line.asked, **told))
    line.asked += 1
    if not new:
        line.writer.write("renewal_refused", LINE)
        return False
    if line.env.now < line.last_h:
        _given(line)
    return True


def _given(line: Line) -> None:
    """Renew the order, or begin another where it has ended, within the law's days in all."""
    now_h, grounds = line.env.now, (line.grounds,)
    if line.order.in_force(now_h):
        order, kind = renewed(line.order, now_h=now_h, grounds=grounds), "order_renewed"
    else:
        order, kind = _new(line.spec, now_h, line.grounds), "order_given"
    line.order = replace(order, expires_h=min(order.expires_h, line.last_h))
    line.writer.write(kind, LINE, to_h=line.order.expires_h)
    mean_h = DAY_H * line.spec.grounds_days
    line.ground_h = now_h + line.luck.exponential("grounds", 0, line.grounds, mean=mean_h)
    line.grounds += 1

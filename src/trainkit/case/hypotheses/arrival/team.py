"""The team at work: leads arrive and fade, analysts take them up by the plan, answers are weighed.

Nothing is measured here.
"""

from collections.abc import Generator
from contextlib import suppress
from typing import Any

import simpy

from trainkit.case.hypotheses.arrival.kinds import TEAM
from trainkit.case.hypotheses.arrival.lead import NEVER_H, Draws, Lead
from trainkit.case.hypotheses.arrival.order import taken_out
from trainkit.case.hypotheses.arrival.spec import ArrivalSpec
from trainkit.case.hypotheses.arrival.weighing import Weighing
from trainkit.kernel.luck import Luck
from trainkit.kernel.writer import Writer

Waiting = Generator[Any, Any, None]


def start(env: simpy.Environment, spec: ArrivalSpec, luck: Luck, writer: Writer) -> None:
    """Open the case: leads begin to arrive, analysts wait for them, an hour is set to close it."""
    team = Team(env, spec, luck, writer)
    for place, kind in enumerate(spec.leads):
        if kind.rate_per_h > 0.0:
            env.process(team.arrivals(place))
    for _ in range(spec.analysts):
        env.process(team.analyst())
    env.process(team.close())


class Team:
    """The processes of one case."""

    def __init__(
        self, env: simpy.Environment, spec: ArrivalSpec, luck: Luck, writer: Writer
    ) -> None:
        self.env, self.spec, self.pen = env, spec, writer
        self.draws = Draws(spec, luck)
        self.weighing = Weighing(spec, self.draws)
        self.waiting: list[Lead] = []
        self.in_hand: dict[Any, Lead] = {}
        self.bell = env.event()
        self.since_h: dict[Any, float] = {}
        self.came, self.worked_h, self.ended, self.closed = 0, 0.0, False, False

    def arrivals(self, place: int) -> Waiting:
        """Let leads of one kind arrive until the case is closed."""
        index = 0
        while True:
            yield self.env.timeout(self.draws.gap_h(place, index))
            if self.env.now >= self.spec.week_h:
                return
            self._arrive(self.draws.lead(self.came, place, index, self.env.now))
            index += 1

    def _arrive(self, lead: Lead) -> None:
        self.came += 1
        self._write("lead_arrived", lead, urgent=lead.kind.urgent, repeats=lead.repeats)
        self.waiting.append(lead)
        if lead.fades_at_h < NEVER_H:
            self.env.process(self._fade(lead))
        self._ring()
        if lead.kind.urgent and self.spec.urgent == "at_once":
            self._set_one_aside()

    def _ring(self) -> None:
        bell, self.bell = self.bell, self.env.event()
        bell.succeed()

    def _set_one_aside(self) -> None:
        """Take one analyst off an ordinary lead when all of them are at work."""
        if len(self.in_hand) < self.spec.analysts:
            return
        for analyst, lead in self.in_hand.items():
            if not lead.kind.urgent and analyst.is_alive:
                del self.in_hand[analyst]
                analyst.interrupt()
                return

    def _fade(self, lead: Lead) -> Waiting:
        yield self.env.timeout(lead.fades_at_h - self.env.now)
        if lead in self.waiting:
            self.waiting.remove(lead)
            self._write("lead_faded", lead, urgent=lead.kind.urgent)

    def analyst(self) -> Waiting:
        """Take up one lead after another, and wait where there is none."""
        while True:
            lead = taken_out(self.waiting, self.weighing, self.ended)
            if lead is None:
                yield self.bell
            else:
                yield from self._work(lead)

    def _work(self, lead: Lead) -> Waiting:
        """Work until the answer is there, the lead fades, or something urgent sets it aside."""
        me = self.env.active_process
        began_h = self.since_h[me] = self.env.now
        self.in_hand[me] = lead
        self._begin(lead)
        last_h = min(lead.left_h, lead.fades_at_h - began_h)
        with suppress(simpy.Interrupt):
            yield self.env.timeout(last_h)
        self.worked_h += self.env.now - self.since_h.pop(me)
        if self.closed:
            return
        if self.in_hand.pop(me, None) is lead:
            self._end(lead, last_h)
        else:
            self._lay_aside(lead, self.env.now - began_h)

    def _lay_aside(self, lead: Lead, worked_h: float) -> None:
        lead.left_h -= worked_h
        self._write("enquiry_set_aside", lead)
        self.waiting.append(lead)

    def _begin(self, lead: Lead) -> None:
        if lead.begun:
            self._write("enquiry_resumed", lead)
            return
        lead.begun = True
        waited_h = self.env.now - lead.came_h
        told = {"bits": self.weighing.bits(lead.place), "urgent": lead.kind.urgent}
        only = self.weighing.only_leading(lead.place)
        self._write("enquiry_began", lead, waited_h=waited_h, only_leading=only, **told)
        if self.spec.checks_origin and not lead.kind.urgent:
            known = self.weighing.known(lead)
            lead.left_h = self.spec.origin_h + (0.0 if known else lead.left_h)

    def _end(self, lead: Lead, worked_h: float) -> None:
        """Weigh the answer, unless the lead faded in hand or was a repetition that was seen."""
        if worked_h < lead.left_h:
            self._write("lead_faded", lead, urgent=lead.kind.urgent)
        elif self.spec.checks_origin and self.weighing.known(lead):
            self._write("repetition_found", lead)
        else:
            yes = self.weighing.weigh(lead)
            age_h = self.env.now - lead.came_h
            self._write("enquiry_answered", lead, answer="yes" if yes else "no", age_h=age_h)
            self._update()

    def _update(self) -> None:
        now = self.weighing
        self.pen.write("belief_updated", TEAM, on_truth=now.on_truth, loss=now.loss)
        belief = now.held.belief
        if self.ended or not now.tested or max(belief) < self.spec.stops_at:
            return
        self.ended = True
        leading = belief.index(max(belief))
        self.pen.write("enquiries_ended", TEAM, leading=leading, belief=max(belief))

    def close(self) -> Waiting:
        """Close the case at the end of the week, whatever still waits."""
        yield self.env.timeout(self.spec.week_h)
        for lead in self.waiting:
            waited_h = self.env.now - lead.came_h
            self._write("lead_left_waiting", lead, urgent=lead.kind.urgent, waited_h=waited_h)
        now = self.weighing
        told = {"on_truth": now.on_truth, "loss": now.loss, "worked_h": self._spent_h()}
        self.pen.write("case_closed", TEAM, expected_loss=now.expected_loss, **told)
        self.waiting.clear()
        self.closed = True

    def _spent_h(self) -> float:
        """Return the hours of work, those on leads in hand among them."""
        return self.worked_h + sum(self.env.now - since_h for since_h in self.since_h.values())

    def _write(self, kind: str, lead: Lead, **facts: Any) -> None:
        self.pen.write(kind, lead.kind.name, lead=lead.number, **facts)

"""The house in which people are heard: rooms, interviewers, interpreters, medics."""

from collections.abc import Generator
from contextlib import ExitStack
from typing import Any

import simpy

from trainkit.case.interview.account import DIRECT
from trainkit.case.interview.people import Met
from trainkit.case.interview.spec import DaySpec
from trainkit.kernel.resources import Resource
from trainkit.kernel.writer import Writer

ROOMS, INTERVIEWERS, MEDICS, TELEPHONE, FIRST_INTERPRETER = range(5)
"""Numbers of the resources in the logbook; interpreters of a language follow in their order."""


class House:
    """What a day is held with.

    Attributes:
        env: Its clock.
        spec: What it is told.
        rooms: The rooms.
        interviewers: Those who ask.
        medics: Those who look after the body.
    """

    def __init__(self, env: simpy.Environment, spec: DaySpec, writer: Writer) -> None:
        self.env, self.spec, self._writer = env, spec, writer
        self.rooms = Resource(env, writer, ROOMS, spec.rooms)
        self.interviewers = Resource(env, writer, INTERVIEWERS, spec.interviewers)
        self.medics = Resource(env, writer, MEDICS, spec.medics)
        self._telephone = Resource(env, writer, TELEPHONE, spec.telephone_lines)
        self._interpreters = {
            one.name: (one.from_h, Resource(env, writer, FIRST_INTERPRETER + place, one.people))
            for place, one in enumerate(spec.interpreters)
        }

    @property
    def now(self) -> float:
        """The hour of the day."""
        return float(self.env.now)

    def write(self, kind: str, who: Met, **facts: float | str) -> None:
        """Write what happened to somebody now."""
        self._writer.write(kind, who.name, **facts)

    def harm(self, who: Met, cause: str, units: float) -> None:
        """Write what a cause did to somebody, where it did anything."""
        if units > 0.0:
            self._writer.write("harmed", who.name, cause=cause, units=units)

    def channel(self, who: Met) -> str:
        """Return how somebody is interpreted; ``direct`` for whoever needs nobody."""
        return self.spec.interpreting if who.group.interpreter else DIRECT

    def seize(self, held: ExitStack, who: Met, channel: str) -> Generator[Any]:
        """Wait for an interpreter, then for somebody to ask, then for a room."""
        rank = self._rank(who)
        if channel == "telephone":
            yield from self._take(held, self._telephone, who, rank)
        elif channel == "in_room":
            from_h, interpreters = self._interpreters[who.group.interpreter]
            yield self.env.timeout(max(0.0, from_h - self.now))
            yield from self._take(held, interpreters, who, rank)
        yield from self._take(held, self.interviewers, who, rank)
        yield from self._take(held, self.rooms, who, rank)

    def _take(self, held: ExitStack, one: Resource, who: Met, rank: int) -> Generator[Any]:
        place = held.enter_context(one.request(who.name, rank))
        yield from place.wait()

    def _rank(self, who: Met) -> int:
        """Return the place in the order: children and the hurt, possible victims, the others."""
        if self.spec.order == "as_met":
            return 0
        if who.group.child or who.hurt:
            return 0
        return 1 if who.group.status == "possible_victim" else 2

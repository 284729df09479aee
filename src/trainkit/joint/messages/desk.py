"""A desk at which messages are written, translated and read, in an order of its own."""

import math
from collections.abc import Generator
from itertools import count
from typing import Any

import simpy

from trainkit.joint.messages.classes import CLASSES, DISTRESS
from trainkit.joint.messages.message import Message
from trainkit.joint.messages.spec import DeskSpec, Queue
from trainkit.kernel.writer import Writer

_CLASS_STEP = 1 << 40


class Desk:
    """Officers and translators of one desk.

    Attributes:
        spec: What it is.
    """

    def __init__(
        self, env: simpy.Environment, writer: Writer, spec: DeskSpec, queue: Queue
    ) -> None:
        """Open a desk.

        Args:
            env: Clock of the run.
            writer: Its pen.
            spec: What it is.
            queue: The order in which it takes messages up.
        """
        self.spec = spec
        self._env, self._writer, self._queue = env, writer, queue
        self._tickets = count()
        officers = simpy.PreemptiveResource(env, spec.officers)
        own = simpy.PreemptiveResource(env, spec.translators) if spec.translators else officers
        self._pools = {"officers": officers, "translators": own}

    def work(self, message: Message, job: str, time_h: float) -> Generator[simpy.Event, Any, None]:
        """Do a *job* of *time_h* hours; set aside for distress, it goes on with what is left."""
        if time_h <= 0.0:
            return
        pool, told = self._told(message, job)
        ticket = next(self._tickets)
        self._write("job_queued", told)
        left_h = yield from self._turn(pool, ticket, told, time_h)
        while left_h > 0.0:
            left_h = yield from self._turn(pool, ticket, told, left_h)
        self._write("job_done", told)

    def _told(self, message: Message, job: str) -> tuple[str, dict[str, float | str]]:
        """Return who does a job, and what the logbook says of it."""
        pool = "translators" if job == "translate" and self.spec.translators else "officers"
        name = message.stream.message_class
        number = float(message.number)
        return pool, {"message": number, "message_class": name, "job": job, "pool": pool}

    def _turn(
        self, pool: str, ticket: int, told: dict[str, float | str], left_h: float
    ) -> Generator[simpy.Event, Any, float]:
        """Wait for somebody and work; return what is left where distress came between."""
        number = CLASSES.index(str(told["message_class"]))
        first = number == DISTRESS and self._queue == "preemptive"
        began_h = math.inf
        with self._pools[pool].request(self._priority(number, ticket), preempt=first) as place:
            try:
                yield place
                began_h = self._env.now
                self._write("job_taken_up", told)
                yield self._env.timeout(left_h)
            except simpy.Interrupt:
                if math.isinf(began_h):  # called away before beginning
                    return left_h
                self._write("job_set_aside", told)
                return left_h - (self._env.now - began_h)
        return 0.0

    def _priority(self, number: int, ticket: int) -> int:
        """Return the place in the queue: within a class, who came first, set aside or not."""
        return ticket if self._queue == "first_come" else number * _CLASS_STEP + ticket

    def _write(self, kind: str, told: dict[str, float | str]) -> None:
        self._writer.write(kind, self.spec.name, **told)

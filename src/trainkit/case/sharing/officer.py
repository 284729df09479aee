"""The officers of a desk: one request each, in the order that the desk keeps."""

import math
from collections.abc import Generator
from dataclasses import dataclass
from itertools import count
from typing import Any

import simpy

from trainkit.case.sharing.spec import URGENCIES, Order
from trainkit.kernel.writer import Writer

Working = Generator[simpy.Event, Any, None]
RANK_STEP = 1 << 40
"""How far two ranks lie apart: further than there are tickets."""
LAST = len(URGENCIES)
"""Rank of what is done after everything else."""


@dataclass(frozen=True)
class Job:
    """One piece of work at a desk.

    Attributes:
        name: Name of the sort of need.
        number: Number of the need.
        urgency: How urgent it is.
        job: check, voice or confirm.
        rank: Place in the order of the desk; 0 is done first.
    """

    name: str
    number: int
    urgency: str
    job: str
    rank: int


class Officers:
    """Those who work at a desk."""

    def __init__(self, env: simpy.Environment, writer: Writer, officers: int, order: Order) -> None:
        """Open a desk.

        Args:
            env: Clock of the run.
            writer: Its pen.
            officers: How many there are.
            order: In which order they take requests up.
        """
        self._env, self._writer, self._order = env, writer, order
        self._places = simpy.PreemptiveResource(env, officers)
        self._tickets = count()

    def work(self, job: Job, time_h: float) -> Working:
        """Do a job of *time_h* hours; set aside for a life in danger, it goes on where it was."""
        ticket, left_h = next(self._tickets), time_h
        self._write("job_queued", job)
        while True:
            left_h = yield from self._turn(job, ticket, left_h)
            if left_h <= 0.0:
                break
        self._write("job_done", job)

    def _turn(self, job: Job, ticket: int, left_h: float) -> Generator[simpy.Event, Any, float]:
        """Wait for an officer and work; return what is left where another came between."""
        first = job.rank == 0 and self._order == "preemptive"
        began_h = math.inf
        place_in_order = ticket if self._order == "first_come" else job.rank * RANK_STEP + ticket
        with self._places.request(place_in_order, preempt=first) as place:
            try:
                yield place
                began_h = self._env.now
                self._write("job_taken_up", job)
                yield self._env.timeout(left_h)
            except simpy.Interrupt:
                if math.isinf(began_h):  # called away before beginning
                    return left_h
                self._write("job_set_aside", job)
                return left_h - (self._env.now - began_h)
        return 0.0

    def _write(self, kind: str, job: Job) -> None:
        self._writer.write(kind, job.name, request=job.number, urgency=job.urgency, job=job.job)

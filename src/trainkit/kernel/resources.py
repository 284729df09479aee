"""SimPy resources that write who asked, who was served, and who gave back.

Waiting times, queue lengths and use are read from the logbook afterwards; nothing is counted here.
"""

from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

import simpy

from trainkit.kernel.entry import Kind
from trainkit.kernel.writer import Writer

KINDS = (
    Kind("requested", ("resource", "priority")),
    Kind("seized", ("resource",)),
    Kind("released", ("resource",)),
    Kind("abandoned", ("resource",)),
)
"""The kinds of entry that a model with resources declares besides its own."""


class Resource:
    """A resource of limited capacity whose use stands in the logbook.

    Attributes:
        number: Its number in the entries' fact ``resource``.
        capacity: How many may use it at once.
    """

    def __init__(
        self, env: simpy.Environment, writer: Writer, number: int, capacity: int = 1
    ) -> None:
        self.number, self.capacity = number, capacity
        self._writer = writer
        self._places = simpy.PriorityResource(env, capacity)

    @contextmanager
    def request(self, subject: str, priority: int = 0) -> Generator[Any]:
        """Ask for a place for *subject*; 0 is served first, as distress is.

        Use it as ``with desk.request("boat-3") as place: yield from place.wait()``. Who leaves the
        block before a place was free has abandoned the queue.
        """
        self._writer.write("requested", subject, resource=self.number, priority=priority)
        with self._places.request(priority) as place:
            request = Place(self, subject, place)
            try:
                yield request
            finally:
                self._writer.write(request.ending, subject, resource=self.number)

    def seized(self, subject: str) -> None:
        """Write that *subject* holds a place now."""
        self._writer.write("seized", subject, resource=self.number)


class Place:
    """One request: wait for it with ``yield from place.wait()``."""

    def __init__(self, resource: Resource, subject: str, event: simpy.Event) -> None:
        self.ending = "abandoned"
        self._resource, self._subject, self._event = resource, subject, event

    def wait(self) -> Generator[Any]:
        """Wait until the place is free, and write that it is seized."""
        yield self._event
        self.ending = "released"
        self._resource.seized(self._subject)

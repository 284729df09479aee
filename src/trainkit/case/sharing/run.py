"""What the processes of one run share: needs, the desk, the pen, and what is not recorded yet."""

from collections.abc import Generator
from dataclasses import dataclass, field
from typing import Any

import simpy

from trainkit.case.sharing.asked import Sort
from trainkit.case.sharing.officer import Officers
from trainkit.case.sharing.spec import DeskSpec
from trainkit.case.sharing.times import Times
from trainkit.kernel.writer import Writer

Waiting = Generator[simpy.Event, Any, None]


@dataclass
class Need:
    """One need as a run holds it.

    Attributes:
        sort: What it is of.
        number: Its number; its luck is its own.
        arose_h: When it arose.
        answered: Whether it is answered.
    """

    sort: Sort
    number: int
    arose_h: float
    answered: bool = False


@dataclass(frozen=True)
class Run:
    """What the processes of one run share.

    Attributes:
        env: Its clock.
        spec: How the desk works.
        times: How long work takes in the luck of the replication.
        writer: Its pen.
        officers: Those who work at the desk.
        unrecorded: Needs whose record is made after the watch, with the hour of the disclosure.
    """

    env: simpy.Environment
    spec: DeskSpec
    times: Times
    writer: Writer
    officers: Officers
    unrecorded: list[tuple[Need, float]] = field(default_factory=list)

    def write(self, kind: str, need: Need, **facts: Any) -> None:
        """Write what happened to a need."""
        self.writer.write(kind, need.sort.spec.name, request=need.number, **facts)

"""The operation as SimPy processes: who waits for what. Nothing is measured here.

The weather, the light, every boat, unit, case, alert and message is a process that waits, lets its
moment happen (`moments`), and tells whom it has made wait anew. The compiled engine (`handlers`)
calls the same moments and differs in the waiting alone.
"""

import math
import sys
from collections import defaultdict
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

import simpy

from trainkit.errors import TrainkitError
from trainkit.joint.operation import fleet, moments, tables
from trainkit.joint.operation.records import ALARM, MESSAGE, Run
from trainkit.joint.operation.spec import OperationSpec
from trainkit.joint.operation.state import Alarm, Anew, Boat, Case, Message
from trainkit.joint.operation.world import Desk, Now
from trainkit.kernel.entry import entry_type
from trainkit.kernel.luck import Luck
from trainkit.kernel.writer import Writer

Waiting = Generator[simpy.Event, Any, None]
Row = TypeVar("Row")
_ONCE = {ALARM, MESSAGE}
_ANEW = 4096


class Table(Generic[Row]):
    """A table that grows as it is read: of boats, cases, messages, entries."""

    def __init__(self, make: Callable[[], Row]) -> None:
        self._make = make
        self.rows: list[Row] = []

    def __len__(self) -> int:
        return sys.maxsize

    def __getitem__(self, place: int) -> Row:
        while place >= len(self.rows):
            self.rows.append(self._make())
        return self.rows[place]


class Lives(defaultdict[int, float]):
    """When people die, by their place: a table without an end."""

    def __init__(self) -> None:
        super().__init__(lambda: math.inf)

    def __len__(self) -> int:
        return sys.maxsize


@dataclass(slots=True)
class Line:
    """An entry before it is in a logbook."""

    time_h: float = 0.0
    kind: int = 0
    subject: int = 0
    facts: list[float] = field(default_factory=list)


class Operation:
    """One run: its state, its processes and its pen.

    Attributes:
        env: SimPy environment, in hours.
        run: The state that the moments change.
    """

    def __init__(
        self, env: simpy.Environment, spec: OperationSpec, luck: Luck, writer: Writer
    ) -> None:
        self.env = env
        width = entry_type(writer.kinds)["facts"].shape[0]
        lines: Table[Line] = Table(lambda: Line(facts=[math.nan] * width))
        self.run = _state(spec, luck, lines)
        self._processes: dict[tuple[int, int], simpy.Process] = {}
        writer.read_from(lambda: lines.rows[: self.run.written])

    def follow_up(self, me: tuple[int, int] | None = None) -> None:
        """Let those wait anew of whom the moment told; *me* does so by itself."""
        state = self.run.nows[0]
        for place in range(state.queued):
            note = self.run.anew[place]
            if (note.what, note.who) != me:
                self._wait_anew(note.what, note.who)
        state.queued = 0
        if self.run.code:
            raise TrainkitError("More happens at one moment than an operation can hold.")

    def _wait_anew(self, what: int, who: int) -> None:
        process = self._processes.get((what, who))
        if process is None:
            process = self.env.process(_process(self, what, who))
            self._processes[what, who] = process
        else:
            process.interrupt()

    def wait(self, what: int, who: int) -> Waiting:
        """Wait as long as the state says, and begin again when told to."""
        while True:
            time_h = moments.wait_h(self.run, what, who)
            try:
                endless = math.isinf(time_h)
                yield self.env.event() if endless else self.env.timeout(time_h)
            except simpy.Interrupt:
                continue
            return


def start(env: simpy.Environment, spec: OperationSpec, luck: Luck, writer: Writer) -> Operation:
    """Set the stage, start the processes, and return the operation."""
    operation = Operation(env, spec, luck, writer)
    moments.begin(operation.run)
    operation.follow_up()
    return operation


def _process(operation: Operation, what: int, who: int) -> Waiting:
    """Wait and happen: an alert and a message once, the rest as long as the operation lasts."""
    while True:
        yield from operation.wait(what, who)
        moments.happen(operation.run, what, who, operation.env.now)
        operation.follow_up((what, who))
        if what in _ONCE:
            return


def _state(spec: OperationSpec, luck: Luck, lines: Table[Line]) -> Run:
    seas = tables.seas(spec)
    now = Now(n_seas=len(seas), slowest=min(sea.speed_factor for sea in seas))
    return Run(
        key0=luck.key[0],
        key1=luck.key[1],
        key2=luck.key[2],
        worlds=[tables.world(spec)],
        nows=[now],
        seas=seas,
        spells=tables.spells(spec),
        lands=tables.lands(spec),
        regions=tables.regions(spec),
        origins=tables.origins(spec),
        ports=tables.ports(spec),
        crafts=fleet.crafts(spec),
        units=fleet.units(spec),
        boats=Table(Boat),
        cases=Table(Case),
        active=defaultdict(int),
        deaths=Lives(),
        alarms=Table(Alarm),
        messages=Table(Message),
        desks=[Desk() for _ in range(3)],
        orders=tables.orders(spec),
        anew=[Anew() for _ in range(_ANEW)],
        entries=lines,
    )

"""One run under way in SimPy, which stops wherever it is told and goes on."""

from dataclasses import dataclass
from typing import Any

import simpy

from trainkit.exercise.led import Led
from trainkit.kernel.logbook import Logbook
from trainkit.kernel.luck import Luck
from trainkit.kernel.writer import Writer
from trainkit.scenarios import Scenario


@dataclass(frozen=True)
class Live:
    """A run under way.

    Attributes:
        env: SimPy environment, in hours.
        writer: The pen of the run.
        state: Its state, for what is known at a pause; never changed from outside.
    """

    env: simpy.Environment
    writer: Writer
    state: Any

    def to(self, time_h: float) -> None:
        """Go on until *time_h*; what happens at that very moment has not happened yet."""
        if time_h > self.env.now:
            self.env.run(until=time_h)

    @property
    def logbook(self) -> Logbook:
        """What has happened so far."""
        return self.writer.logbook()


def begun(led: Led, scenario: Scenario, seed: int, replication: int) -> Live:
    """Return the run of a scenario with its orders, at hour 0."""
    env = simpy.Environment()
    model, spec = scenario.model, scenario.parameters
    writer = Writer(env, model.kinds, model.subjects(spec))
    return Live(env, writer, led.start(env, spec, Luck(seed, replication), writer))

"""The network while the case runs: who is out, who takes over, what it can still do."""

import simpy

from trainkit.case.actors import Network
from trainkit.case.disruption import Ring
from trainkit.case.investigation.kinds import NETWORK
from trainkit.case.investigation.spec import RingSpec
from trainkit.kernel.luck import Luck
from trainkit.kernel.writer import Writer

DAY_H = 24.0


class Crew:
    """The members at large and the places that are filled again.

    Args:
        env: Clock of the run.
        writer: Its pen.
        network: The network at the start.
        spec: How it takes losses.
        luck: Luck of the run.
    """

    def __init__(
        self,
        env: simpy.Environment,
        writer: Writer,
        network: Network,
        spec: RingSpec,
        luck: Luck,
    ) -> None:
        self._env, self._writer, self._spec = env, writer, spec
        self._ring = Ring(network, spec.replacement, luck, spec.adaptation)
        self._changed = env.event()
        self.capacity = 1.0
        self.slowed_by = 0.0

    def remove(self, person: int) -> None:
        """Take somebody out."""
        self._ring.remove([person], self._env.now)
        self._change()

    def restore(self, person: int) -> None:
        """Let somebody come back."""
        self._ring.restore([person])
        self._change()

    def _change(self) -> None:
        self.capacity = self._ring.capacity()
        self._writer.write("capacity_changed", NETWORK, capacity=self.capacity)
        self._changed.succeed()
        self._changed = self._env.event()

    def recovery(self) -> "simpy.events.ProcessGenerator":
        """Fill places when they fall due; money that is frozen makes it take longer.

        `slowed_by` is the share of the usual delay that is added.
        """
        extra_h = self._spec.adaptation.delay_median_days * DAY_H
        while True:
            slowed_h = self.slowed_by * extra_h
            due_h = self._ring.next_h + slowed_h
            if due_h > self._env.now:
                yield self._changed | self._env.timeout(min(due_h - self._env.now, 30 * DAY_H))
            elif self._ring.recover(max(self._env.now - slowed_h, self._ring.next_h)):
                self._change()

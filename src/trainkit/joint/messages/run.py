"""What the processes of one run share: clock, pen, luck, desks, and who knows what."""

from collections.abc import Generator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import simpy

from trainkit.joint.messages.desk import Desk
from trainkit.joint.messages.message import Fact, Message
from trainkit.joint.messages.spec import ExchangeSpec
from trainkit.kernel.luck import Luck
from trainkit.kernel.philox import Key
from trainkit.kernel.writer import Writer

Waiting = Generator[simpy.Event, Any, None]


@dataclass
class Run:
    """One run.

    Attributes:
        env: Its clock.
        spec: What it was told.
        luck: Its luck.
        writer: Its pen.
        desks: Desks by name.
        known: Facts that have reached the recipient's desk, by number.
        arrived: Messages of which a copy has arrived, by number.
        answered: Messages whose sender knows that they arrived, by number.
        newest: The latest message of each traffic that has arrived.
        collected: Facts that wait for the next collection, by traffic.
    """

    env: simpy.Environment
    spec: ExchangeSpec
    luck: Luck
    writer: Writer
    desks: dict[str, Desk]
    known: set[int] = field(default_factory=set)
    arrived: set[int] = field(default_factory=set)
    answered: dict[int, simpy.Event] = field(default_factory=dict)
    newest: dict[str, int] = field(default_factory=dict)
    collected: dict[str, list[Fact]] = field(default_factory=dict)

    @cached_property
    def key(self) -> Key:
        """The key of its luck."""
        return self.luck.key

    def answer_to(self, message: Message) -> simpy.Event:
        """Return the event that the sender of a message knows of its arrival."""
        if message.number not in self.answered:
            self.answered[message.number] = self.env.event()
        return self.answered[message.number]

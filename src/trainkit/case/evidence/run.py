"""What the processes of one run share, and one exhibit on its way."""

from collections.abc import Generator
from dataclasses import dataclass, field
from typing import Any

import simpy

from trainkit.case.evidence.custody import HandOver
from trainkit.case.evidence.item import Item
from trainkit.case.evidence.spec import ClockSpec, ExhibitSpec
from trainkit.kernel.luck import Luck
from trainkit.kernel.resources import Resource
from trainkit.kernel.writer import Writer

Waiting = Generator[simpy.Event, Any, None]


@dataclass
class Run:
    """What the processes of one run share."""

    env: simpy.Environment
    spec: ClockSpec
    luck: Luck
    writer: Writer
    unit: Resource
    translators: Resource
    couriers: Resource
    officers: Resource
    seized: int = 0


@dataclass
class Exhibit:
    """One exhibit on its way: its number, what it is told, its luck, item and hand-overs."""

    number: int
    told: ExhibitSpec
    entity: int
    index: int
    item: Item
    legs: int = 0
    steps: list[HandOver] = field(default_factory=list)

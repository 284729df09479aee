"""The scene of a boarding: the boat and its people, what befalls them, and what is written.

Every person is in exactly one place: on the boat or in the water, on a unit, lost, or ashore.
"""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from trainkit.joint.enforcement.boarding.fate import Fate
from trainkit.joint.enforcement.boarding.kinds import BOAT, CUTTER, SHORE
from trainkit.joint.enforcement.boarding.spec import BoardingSpec
from trainkit.kernel.luck import Luck, many_normal, purpose
from trainkit.kernel.writer import Writer

_DURATIONS = "boarding duration"


@dataclass
class Scene:
    """One night.

    Attributes:
        env: SimPy environment, in hours.
        spec: What is told.
        luck: Luck of the night.
        pen: Writes the logbook.
        fate: What becomes of the boat if nobody comes.
        waiting: Numbers of the people who are on the boat or in the water.
        jackets: Whether they have lifejackets.
        swamped_h: When the boat was swamped; None while it floats.
        uncared: Hurt people on board of the cutter who wait for care, and since when (h).
        cared: Whether triage is done.
        aboard: People on board of the cutter.
        asked: Whether the flag State was asked.
        answer: What it said so far.
        left_h: When the cutter left the scene; None while it is there.
    """

    env: Any
    spec: BoardingSpec
    luck: Luck
    pen: Writer
    fate: Fate
    waiting: list[int] = field(default_factory=list)
    jackets: bool = False
    swamped_h: float | None = None
    uncared: tuple[int, float] = (0, 0.0)
    cared: bool = False
    aboard: int = 0
    asked: bool = False
    answer: str = "silence"
    left_h: float | None = None

    @property
    def now_h(self) -> float:
        """Hours after the sighting."""
        return float(self.env.now)

    def duration_h(self, act: str, number: int) -> float:
        """Return how long an act takes tonight, whenever it is done."""
        median_h = float(getattr(self.spec, f"{act}_h"))
        varied = self.luck.lognormal(_DURATIONS, number, median=1.0, sigma=self.spec.spread / 2.0)
        return median_h * varied

    def distance_nm(self) -> float:
        """Return how far the cutter is from the boat."""
        away_h = 0.0 if self.left_h is None else self.now_h - self.left_h
        return self.spec.keep_nm + away_h * self.spec.cutter_kn

    def swamp(self, cause: str) -> None:
        """Put those who wait into the water."""
        if self.swamped_h is None and self.waiting:
            self.swamped_h = self.now_h
            self.pen.write("boat_swamped", BOAT, persons=len(self.waiting), cause=cause)

    def come_alongside(self) -> None:
        """Go alongside a boat that floats: it may capsize, less often with lifejackets given."""
        spec = self.spec
        chance = spec.capsize_jackets if self.jackets else spec.capsize_bare
        if self.luck.uniform("boarding approach", 0) < chance:
            self.swamp("approach")

    @cached_property
    def _lasts(self) -> NDArray[np.float64]:
        """How long each person lasts in the water, as a multiple of the median."""
        everybody = np.arange(self.spec.persons)
        drawn = many_normal(self.luck.key, purpose("boarding survival"), everybody, 0)
        lasts: NDArray[np.float64] = np.exp(self.spec.spread * drawn)
        return lasts

    def _survives(self, person: int) -> bool:
        if self.swamped_h is None:
            return True
        spec = self.spec
        median_h = spec.water_jacket_h if self.jackets else spec.water_bare_h
        return bool(median_h * self._lasts[person] > self.now_h - self.swamped_h)

    def _since_h(self, alive: bool) -> float:
        """Return hours in distress of one person until now, or to the end of the night."""
        until_h = self.now_h if alive else max(self.now_h, self.spec.night_h)
        return max(0.0, until_h - self.fate.distress_h)

    def recover(self, unit: str, capacity: int) -> int:
        """Take up to *capacity* of those who wait on board; return how many live."""
        taken, self.waiting = self.waiting[:capacity], self.waiting[capacity:]
        alive = [person for person in taken if self._survives(person)]
        if alive:
            hours = len(alive) * self._since_h(alive=True)
            self.pen.write("persons_recovered", unit, persons=len(alive), hours=hours)
        self._lose(len(taken) - len(alive))
        return len(alive)

    def _lose(self, persons: int) -> None:
        if persons:
            hours = persons * self._since_h(alive=False)
            self.pen.write("persons_lost", BOAT, persons=persons, hours=hours)

    def close(self) -> None:
        """End the night: a boat that floats is ashore, whoever is in the water is lost."""
        persons, self.waiting = len(self.waiting), []
        if self.swamped_h is not None:
            self._lose(persons)
        elif persons:
            hours = persons * self._since_h(alive=True)
            self.pen.write("persons_landed", SHORE, persons=persons, hours=hours)
        self.care()

    @property
    def room(self) -> int:
        """How many more people the cutter can carry."""
        return max(0, self.spec.capacity - self.aboard)

    def take_in(self, alive: int) -> None:
        """Note how many people are on the cutter, and since when those who are hurt need care."""
        if not self.aboard:
            self.uncared = (min(self.spec.hurt, alive), self.now_h)
        self.aboard += alive

    def escort(self) -> None:
        """Bring a boat that was boarded by right to the shore, its people cared for on the way."""
        if self.waiting:
            self.take_in(self.recover(CUTTER, self.spec.persons))
            self.cared = True
            self.care()

    def care(self) -> None:
        """Care for those who are hurt."""
        hurt, since_h = self.uncared
        if hurt:
            hours = hurt * (self.now_h - since_h)
            self.pen.write("care_given", CUTTER, persons=hurt, hours=hours)
        self.uncared = (0, 0.0)

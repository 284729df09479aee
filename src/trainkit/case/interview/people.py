"""The people who were met: what is drawn of each of them, and what each has told so far.

Every draw is by the person's number, so that two plans for a day meet the same people.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from trainkit.case.interview.account import FREE_SHARE
from trainkit.case.interview.spec import DaySpec, GroupSpec
from trainkit.errors import TrainkitError, nearest
from trainkit.kernel.luck import Luck, many_exponential, purpose

_DETAILS, _ERRORS = purpose("interview details"), purpose("interview errors")
_EACH = 1000
"""Numbers that each person has for what is drawn of details and errors."""


@dataclass
class Met:
    """Somebody who was met, and what was told so far.

    Attributes:
        name: Name in the logbook.
        number: Number among all people.
        group: The group.
        luck: Luck of the day.
        free_sum: What questions have come to for details that are told freely.
        asked_sum: The same for details that have to be asked for.
        error_sum: The same for errors.
        told: Right details so far.
        erred: Errors so far.
    """

    name: str
    number: int
    group: GroupSpec
    luck: Luck
    free_sum: float = 0.0
    asked_sum: float = 0.0
    error_sum: float = 0.0
    told: int = field(default=0)
    erred: int = field(default=0)

    @cached_property
    def hurt(self) -> bool:
        """Whether the person is hurt or ill."""
        return self.luck.uniform("interview hurt", self.number) < self.group.injured

    def sensitivity(self, sigma: float) -> float:
        """Return how easily the person is distressed, median 1."""
        return self.luck.lognormal("interview distress", self.number, median=1.0, sigma=sigma)

    def wants(self, willing: float, telling: int) -> bool:
        """Return whether the person wants to speak now."""
        return self.luck.uniform("interview willing", self.number, telling) < willing

    def distress_threshold(self, telling: int, segment: int) -> float:
        """Return how much distress this stretch of an account may come to before it shows."""
        index = 1000 * telling + segment
        return self.luck.exponential("interview distress shows", self.number, index, mean=1.0)

    def tell(self, free: float, asked: float, errors: float) -> tuple[int, int]:
        """Add to what the questions have come to; return the new right details and errors."""
        self.free_sum, self.asked_sum = self.free_sum + free, self.asked_sum + asked
        self.error_sum += errors
        told, erred = self._told(), self._erred()
        new = told - self.told, erred - self.erred
        self.told, self.erred = told, erred
        return new

    @cached_property
    def _thresholds(self) -> NDArray[np.float64]:
        return self._drawn(_DETAILS, self.group.details)

    def _told(self) -> int:
        many = round(FREE_SHARE * self.group.details)
        free = self._thresholds[:many] < self.free_sum
        asked = self._thresholds[many:] < self.asked_sum
        return int(free.sum() + asked.sum())

    def _erred(self) -> int:
        most = min(_EACH, int(self.error_sum + 10.0 * math.sqrt(self.error_sum) + 20.0))
        return int(np.searchsorted(np.cumsum(self._drawn(_ERRORS, most)), self.error_sum))

    def _drawn(self, what: int, many: int) -> NDArray[np.float64]:
        numbers = np.arange(many) + _EACH * self.number
        return many_exponential(self.luck.key, what, numbers, 0, 1.0)


def subjects(spec: DaySpec) -> tuple[str, ...]:
    """Return everybody's name.

    Raises:
        TrainkitError: two groups have one name, or an interpreter is needed whom nobody has.
    """
    names = [group.name for group in spec.groups]
    for name in names:
        if not name or names.count(name) > 1:
            raise TrainkitError(
                f"{names.count(name)} groups of people are called '{name}'. Give each its own name."
            )
    _require_interpreters(spec)
    return tuple(name for group in spec.groups for name in _names(group))


def _require_interpreters(spec: DaySpec) -> None:
    known = [one.name for one in spec.interpreters]
    for group in spec.groups:
        if group.interpreter and group.interpreter not in known:
            raise TrainkitError(
                f"'{group.name}' need an interpreter of '{group.interpreter}' and none is there."
                f"{nearest(group.interpreter, known)} Add one, or say when one comes."
            )


def _names(group: GroupSpec) -> Iterator[str]:
    for place in range(group.people):
        yield f"{group.name} {place + 1}"


def people(spec: DaySpec, luck: Luck) -> Iterator[tuple[float, Met]]:
    """Yield everybody with the hour in which they are met."""
    number = 0
    for group in spec.groups:
        met_h = group.met_h
        for place, name in enumerate(_names(group)):
            if place:
                met_h += _between_h(spec, group, luck, number)
            yield met_h, Met(name, number, group, luck)
            number += 1


def _between_h(spec: DaySpec, group: GroupSpec, luck: Luck, number: int) -> float:
    if spec.arrivals == "fixed":
        return group.between_h
    return luck.exponential("interview people come", number, mean=group.between_h)

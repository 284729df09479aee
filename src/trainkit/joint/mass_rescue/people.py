"""The people: each is in exactly one state at any time, and lives or dies by a clock of its own.

A life in the water runs out at pace 1 with a lifejacket, faster without, slower on a swamped boat
and not at all on board. The injured have a second clock that care stops.
"""

import heapq
import math
from collections.abc import Callable
from typing import Any

from trainkit.joint.mass_rescue.drawn import care_logs, lives, ranks
from trainkit.joint.mass_rescue.spec import MassRescueSpec
from trainkit.kernel.philox import Key

ON_BOAT, ON_HULL, IN_WATER, ON_UNIT, LANDED, LOST = range(6)
STATES = ("on the boat", "on the swamped boat", "in the water", "on a unit", "landed", "lost")
IN_DISTRESS = (IN_WATER, ON_HULL, ON_BOAT)
"""States of distress, those in the water first."""
_UNTIL_CARE = -1


class People:
    """Everybody of one run.

    Attributes:
        state: State of each person.
        child: Whether each is a child.
        injured: Whether each is injured.
        jacket: Whether each wears a lifejacket.
        at: People in each state of distress, in the order in which they are taken.
        aboard: People on each unit.
    """

    def __init__(
        self, env: Any, spec: MassRescueSpec, key: Key, lost: Callable[[int, int], None]
    ) -> None:
        n = spec.persons
        self._env, self._spec, self._lost = env, spec, lost
        turns, needs, water, jackets = ranks(key, n)
        self.child = [rank < spec.children for rank in needs]
        self.injured = [spec.children <= rank < spec.children + spec.injured for rank in needs]
        self.jacket = [rank < spec.jackets_on for rank in jackets]
        self.state = [IN_WATER if rank < spec.in_water else ON_BOAT for rank in water]
        self._rank = self._turns(turns)
        everyone = sorted(range(n), key=self._rank.__getitem__)
        self.at = {s: [p for p in everyone if self.state[p] == s] for s in IN_DISTRESS}
        self.aboard: list[list[int]] = [[] for _ in spec.units]
        self._start_clocks(key)

    def _turns(self, drawn: list[int]) -> list[tuple[bool, int]]:
        """Return the turn of each person: by need first, where the plan says so."""
        if self._spec.triage == "as_they_come":
            return [(False, rank) for rank in drawn]
        needy = zip(self.child, self.injured, drawn, strict=True)
        return [(not (child or injured), rank) for child, injured, rank in needy]

    def _start_clocks(self, key: Key) -> None:
        spec, n = self._spec, self._spec.persons
        whole = lives(key, n, spec.water_c, spec.survival_law)
        frail = [child or hurt for child, hurt in zip(self.child, self.injured, strict=True)]
        self._left = [
            life * (spec.frailty if weak else 1.0) for life, weak in zip(whole, frail, strict=True)
        ]
        self._pace, self._since, self._version = [0.0] * n, [0.0] * n, [0] * n
        logs = care_logs(key, n)
        hurt = [person for person in range(n) if self.injured[person]]
        self._due = [(spec.care_median_h * math.exp(logs[p]), p, _UNTIL_CARE) for p in hurt]
        heapq.heapify(self._due)
        self._planned = math.inf
        for person in self.at[IN_WATER]:
            self._expose(person)
        self._plan()

    def _expose(self, person: int) -> None:
        """Let the clock of a person run at the pace of its state from now on."""
        now = self._env.now
        self._left[person] -= self._pace[person] * (now - self._since[person])
        pace = self._pace_of(person)
        self._pace[person], self._since[person] = pace, now
        self._version[person] += 1
        if pace > 0.0:
            due_h = now + max(0.0, self._left[person]) / pace
            heapq.heappush(self._due, (due_h, person, self._version[person]))

    def _pace_of(self, person: int) -> float:
        if self.state[person] == IN_WATER:
            return 1.0 if self.jacket[person] else self._spec.no_jacket_pace
        return self._spec.swamped_pace if self.state[person] == ON_HULL else 0.0

    def _plan(self) -> None:
        """Wake at the next death that is due."""
        while self._due and not self._runs(self._due[0]):
            heapq.heappop(self._due)
        if self._due and self._due[0][0] < self._planned:
            self._planned = self._due[0][0]
            wake = self._env.timeout(max(0.0, self._planned - self._env.now))
            wake.callbacks.append(self._wake)

    def _runs(self, due: tuple[float, int, int]) -> bool:
        _, person, version = due
        if self.state[person] in {LOST, LANDED}:
            return False
        return self.injured[person] if version == _UNTIL_CARE else version == self._version[person]

    def _wake(self, _event: Any) -> None:
        self._planned = math.inf
        while self._due and self._due[0][0] <= self._env.now:
            due = heapq.heappop(self._due)
            if self._runs(due):
                self._die(due[1])
        self._plan()

    def _die(self, person: int) -> None:
        state = self.state[person]
        if state == ON_UNIT:
            unit = next(u for u, there in enumerate(self.aboard) if person in there)
            self.aboard[unit].remove(person)
        else:
            self.at[state].remove(person)
        self.state[person] = LOST
        self._lost(person, state)

    def move(self, source: int, target: int) -> int:
        """Let everybody in one state of distress pass into another; return how many."""
        moved = self.at[source]
        self.at[source] = []
        for person in moved:
            self.state[person] = target
            self._expose(person)
        self.at[target] = sorted(self.at[target] + moved, key=self._rank.__getitem__)
        self._plan()
        return len(moved)

    def take(self, source: int, most: int, unit: int) -> list[int]:
        """Take the next people out of a state of distress on board a unit."""
        taken = self.at[source][:most]
        del self.at[source][:most]
        for person in taken:
            self.state[person] = ON_UNIT
            self._expose(person)
        self.aboard[unit] += taken
        return taken

    def hand_over(self, giver: int, taker: int, most: int) -> int:
        """Pass people from one unit to another; return how many."""
        passed = self.aboard[giver][:most]
        del self.aboard[giver][:most]
        self.aboard[taker] += passed
        return len(passed)

    def land(self, unit: int) -> int:
        """Land everybody of a unit; return how many."""
        landed, self.aboard[unit] = self.aboard[unit], []
        for person in landed:
            self.state[person] = LANDED
        return len(landed)

    def care_for(self, unit: int) -> int:
        """Stop the second clock of the injured on a unit; return for how many."""
        found = [person for person in self.aboard[unit] if self.injured[person]]
        for person in found:
            self.injured[person] = False
        return len(found)

    def give_jackets(self, most: int) -> int:
        """Put lifejackets on people on the boat who have none; return on how many."""
        bare = [person for person in self.at[ON_BOAT] if not self.jacket[person]][:most]
        for person in bare:
            self.jacket[person] = True
        return len(bare)

    def bare(self) -> bool:
        """Return whether anybody on the boat has no lifejacket."""
        return not all(self.jacket[person] for person in self.at[ON_BOAT])

    def counts(self) -> list[int]:
        """Return how many people are in each of `STATES`."""
        return [self.state.count(state) for state in range(len(STATES))]

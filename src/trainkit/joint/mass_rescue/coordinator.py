"""Who coordinates on scene: the first unit there, then the one best able to.

Best able is by training, then communications, then the time it can stay. Several units under a
coordinator without training or links work slower, since they come into each other's way; and for a
while after each change they are slower still, since the picture has to be passed on.

Sources:
    IAMSAR Manual, volume II: the first unit on scene acts as on-scene coordinator until relieved.
"""

from collections.abc import Sequence

from trainkit.joint.mass_rescue.spec import MassRescueSpec, UnitSpec

_LINKS = 2


def able(unit: UnitSpec) -> bool:
    """Return whether a unit has the training and the links to coordinate several others."""
    return unit.trained and unit.communications >= _LINKS


class Coordination:
    """Who coordinates in one run.

    Attributes:
        present: Numbers of the units on scene, in the order of their arrival.
        current: Number of the on-scene coordinator, or None.
    """

    def __init__(self, spec: MassRescueSpec) -> None:
        self._spec = spec
        self.present: list[int] = []
        self._leaves_h: dict[int, float] = {}
        self.current: int | None = None
        self._settled_h = 0.0

    def arrive(self, me: int, now_h: float) -> str:
        """Note that a unit is on scene; return why it is designated now, or nothing."""
        unit = self._spec.units[me]
        self.present.append(me)
        self._leaves_h[me] = now_h + unit.on_scene_h
        if len(self.present) == 1 and self._spec.first_coordinates:
            self.current = me
            return "first_on_scene"
        if not unit.takes_over:
            return ""
        self._change(me, now_h)
        return "takes_over"

    def leave(self, me: int, now_h: float) -> int | None:
        """Note that a unit leaves; return who relieves it as coordinator, if it was."""
        self.present.remove(me)
        if self.current != me:
            return None
        self.current = None
        if self.present:
            self._change(best(self._spec.units, self.present, self._leaves_h), now_h)
        return self.current

    def _change(self, me: int, now_h: float) -> None:
        self.current = me
        self._settled_h = now_h + self._spec.hand_over_h

    def pace(self, now_h: float) -> float:
        """Return how fast units work together, 1 at best."""
        if len(self.present) < 2:
            return 1.0
        if now_h < self._settled_h:
            return self._spec.hand_over_factor
        led = self.current is not None and able(self._spec.units[self.current])
        return 1.0 if led else self._spec.uncoordinated_factor


def best(units: Sequence[UnitSpec], present: Sequence[int], leaves_h: dict[int, float]) -> int:
    """Return the number of the unit on scene that is best able to coordinate."""
    return max(present, key=lambda me: (units[me].trained, units[me].communications, leaves_h[me]))

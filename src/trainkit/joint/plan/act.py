"""An act at sea, as a unit logs it or asks leave for it."""

from dataclasses import dataclass
from datetime import datetime

from trainkit.errors import TrainkitError, nearest, shown
from trainkit.joint.plan.kinds import KINDS, is_rescue


@dataclass(frozen=True)
class Act:
    """An act at sea.

    Attributes:
        kind: Its kind, one of `KINDS`.
        basis: The national or treaty basis that is named for it.
        joint: Whether the two sides do it jointly, under the plan.
        x_nm: Where, east of the reference point.
        y_nm: Where, north of the reference point.
        at: When, with its zone.
        by: Who does it, such as ``Alder`` or a third party; may be left open.

    Raises:
        TrainkitError: there is no such kind.
    """

    kind: str
    basis: str
    joint: bool
    x_nm: float
    y_nm: float
    at: datetime
    by: str = ""

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            hint = nearest(str(self.kind), KINDS) or f" There are {', '.join(KINDS)}."
            raise TrainkitError(f"There is no kind of act called {shown(self.kind)}.{hint}")

    @property
    def rescue(self) -> bool:
        """Whether it is an act of rescue."""
        return is_rescue(self.kind)

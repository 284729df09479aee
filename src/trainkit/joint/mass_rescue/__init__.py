"""Mass rescue: one overloaded boat, people in the water, and units that come one after another.

The first unit on scene coordinates until it is relieved; lifejackets come before the approach,
since an approach can turn the boat over; people are taken by need; units carry so many and not
more; heads are counted by several sources that disagree, and nobody stands down on a report that
is not verified.

Assumptions: everybody in the water stays in reach of the units; a unit works with one small craft
at a time; the injured get care at once on a unit with a medic, and on others when they were found
by triage and a medic is on scene. The forms of risk are ours: no published figures of capsizing on
approach are known to us, and scenarios say so.
"""

from trainkit.joint.mass_rescue.kinds import KINDS, subjects
from trainkit.joint.mass_rescue.metrics import METRICS
from trainkit.joint.mass_rescue.processes import start
from trainkit.joint.mass_rescue.redlines import RULES
from trainkit.joint.mass_rescue.spec import (
    MassRescueSpec,
    PlaceSpec,
    SourceSpec,
    UnitSpec,
    WeatherSpec,
)
from trainkit.model import Model

__all__ = ["MODEL", "MassRescueSpec", "PlaceSpec", "SourceSpec", "UnitSpec", "WeatherSpec"]

MODEL = Model(
    name="mass_rescue",
    title="Mass rescue of an overloaded boat",
    spec=MassRescueSpec,
    kinds=KINDS,
    subjects=subjects,
    start=start,
    metrics=METRICS,
    red_lines=RULES,
)

"""A boarding at sea: a boat with people, a cutter, and a flag State that may be asked.

The boat is sound, in distress or swamped; hours pass faster once the weather has worsened, and a
cutter that keeps close presses it. The cutter does its acts in an order, or drops them for a rescue
when a cue is seen or a call is heard. What it finds fades with time and stands only with a basis.
While others wait on the boat for the second unit, nobody boards for traces.
Rescue asks nobody: no act of it waits for an answer, a plan or a paper.

Assumptions: one boat; one second unit; durations vary by act and not by crew; people survive in the
water by a distribution, and no table ends a rescue; hours in distress of somebody who dies count to
the end of the night, so that a death never shortens them.

Sources:
    `trainkit.joint.enforcement.sources`: SOLAS, SAR Convention, Smuggling Protocol. All durations
    and chances are assumptions of the exercise.
"""

from trainkit.joint.enforcement.boarding.cutter import start
from trainkit.joint.enforcement.boarding.kinds import KINDS, subjects
from trainkit.joint.enforcement.boarding.metrics import METRICS
from trainkit.joint.enforcement.boarding.spec import ActSpec, BoardingSpec
from trainkit.joint.enforcement.redlines import of_logbook
from trainkit.model import Model

__all__ = ["MODEL", "ActSpec", "BoardingSpec"]

MODEL = Model(
    name="boarding",
    title="A boarding at sea, rescue first",
    spec=BoardingSpec,
    kinds=KINDS,
    subjects=subjects,
    start=start,
    metrics=METRICS,
    red_lines=(of_logbook,),
)

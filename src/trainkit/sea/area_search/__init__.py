"""Search of an area for one drifting object by units of two agencies.

Aircraft and vessels fly the legs of their patterns, which move with the drift, and see the object
by a lateral range curve; who finds it tells its own agency at once and the other after a delay; the
nearest unit that can recover people goes to them. Distress waits for nobody's permission.

Assumptions: the wind is steady; a patrol looks out on its legs and not in transit; the finder marks
the object with a datum buoy, so that a found object is not lost again; people may be alive however
long it takes, so no search ends because of a table.

Sources:
    Koopman (1946), see `detection`; Allen (2005), see `trainkit.sea.leeway`; IAMSAR Manual,
        volume II, for the patterns.
"""

from trainkit.model import Model
from trainkit.sea.area_search.kinds import KINDS, subjects
from trainkit.sea.area_search.metrics import METRICS
from trainkit.sea.area_search.processes import start
from trainkit.sea.area_search.spec import SearchSpec, UnitSpec

__all__ = ["MODEL", "SearchSpec", "UnitSpec"]

MODEL = Model(
    name="area_search",
    title="Search of an area by units of two agencies",
    spec=SearchSpec,
    kinds=KINDS,
    subjects=subjects,
    start=start,
    metrics=METRICS,
    twin="trainkit.sea.area_search.batch",
)

"""Two coast guards, a third rescue centre, and one sea: rescue first.

Boats leave an invented coast; things go wrong; alerts reach a rescue centre from any source, or
from none. The centre that is told acts until the responsible one accepts. Units of several agencies
patrol, are sent, search a datum that grows, hand lifejackets over, take people aboard and bring
them to a place of safety. What the partner is told, and how fast, is the commander's to decide.

Assumptions: the sea is a plane with straight coasts; people told to be on board are more or fewer;
a found boat is not lost again while a unit is by it; a search follows the best plan there is for
its effort (`effort`); a unit takes fuel where it disembarks; everything is synthetic.

Sources:
    Reg. (EU) 656/2014, Art. 9 (phases, cues, no call required); SAR Convention 1979, annex;
    IMO MSC.167(78); Koopman (1946); Stone (1975); Lewis and Shedler (1979).
"""

from trainkit.joint.operation.contradiction import contradictions
from trainkit.joint.operation.kinds import KINDS, subjects
from trainkit.joint.operation.metrics import METRICS
from trainkit.joint.operation.policy import POLICIES
from trainkit.joint.operation.processes import start
from trainkit.joint.operation.redlines import RULES
from trainkit.joint.operation.spec import OperationSpec, OrderSpec
from trainkit.joint.operation.unitspec import UnitSpec
from trainkit.model import Model

__all__ = ["MODEL", "OperationSpec", "OrderSpec", "UnitSpec"]


def _start(env: object, spec: OperationSpec, luck: object, writer: object) -> None:
    start(env, spec, luck, writer)  # type: ignore[arg-type]


MODEL = Model(
    name="joint_operation",
    title="Joint operation of two coast guards",
    spec=OperationSpec,
    kinds=KINDS,
    subjects=subjects,
    start=_start,
    metrics=METRICS,
    red_lines=RULES,
    twin="trainkit.joint.operation.batch",
    contradictions=contradictions,
    policies=POLICIES,
)

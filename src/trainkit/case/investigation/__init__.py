"""The investigation: two teams, one network, and the clocks of justice.

Two teams act on what they know, in the time that their staff has, on orders that prosecutors and
judges give; the network goes on meanwhile, loses people, and comes back. Arrests are means; the
numbers that count are the harm, the people protected, and what the network can still do months
later.

Assumptions: whoever is seen is seen with his or her role; teams take items of different actions as
independent given membership, though errors gather on bystanders who stand near; the same action on
the same person tells nothing twice; a court follows the admissible evidence alone.

Sources: `reference/case.md` sections 2, 4 and 5; the law of both States: `trainkit.case.law`.
"""

from typing import Any

from trainkit.case.investigation.kinds import KINDS, subjects
from trainkit.case.investigation.metrics import METRICS
from trainkit.case.investigation.policies import POLICIES
from trainkit.case.investigation.processes import start
from trainkit.case.investigation.redlines import RULES
from trainkit.case.investigation.sense import contradictions
from trainkit.case.investigation.spec import InvestigationSpec, OrderSpec, PlanSpec, TeamSpec
from trainkit.kernel.luck import Luck
from trainkit.kernel.writer import Writer
from trainkit.model import Model

__all__ = ["MODEL", "InvestigationSpec", "OrderSpec", "PlanSpec", "TeamSpec"]


def _start(env: Any, spec: InvestigationSpec, luck: Luck, writer: Writer) -> None:
    start(env, spec, luck, writer)


MODEL = Model(
    name="investigation",
    title="One network, two teams, and the clocks of justice",
    spec=InvestigationSpec,
    kinds=KINDS,
    subjects=subjects,
    start=_start,
    metrics=METRICS,
    red_lines=RULES,
    contradictions=contradictions,
    policies=POLICIES,
)

"""A network under arrests, and what months later is left of it.

Police of one State, or of two, map a network through those whom they know, arrest within a budget,
on one day or as people are found, and watch it come back. Harm goes on all the while, in proportion
to what the network can do; a danger to life that is learned of beforehand overrides waiting.

Assumptions: whoever is arrested stays out; an arrest that fails drives somebody out of sight; a
stand-in is found by the rule of `trainkit.case.disruption.adaptation`. Courts, warrants and
evidence are left out: they are the model of `trainkit.case.investigation`.

Sources:
    `reference/case.md` section 2, for networks and their adaptation; every number of a plan is an
    assumption of the scenario.
"""

from trainkit.case.disruption.kinds import KINDS, subjects
from trainkit.case.disruption.metrics import METRICS
from trainkit.case.disruption.policies import POLICIES
from trainkit.case.disruption.processes import start
from trainkit.case.disruption.redlines import RULES
from trainkit.case.disruption.spec import DisruptionSpec, contradictions
from trainkit.model import Model

MODEL = Model(
    name="network_disruption",
    title="Disruption and recovery of a network",
    spec=DisruptionSpec,
    kinds=KINDS,
    subjects=subjects,
    start=start,
    metrics=METRICS,
    red_lines=RULES,
    contradictions=contradictions,
    policies=POLICIES,
)

"""The model `evidence_clock`: exhibits move through sites while deadlines run.

A team seizes; somebody carries, with two signatures a leg; the team's own unit examines in the
order of ranks and finishes what it has in hand, or the State's laboratory does after its backlog;
a translator translates; the court's registry files, and the court rules on the item that has come
of it. Meanwhile a line is listened to for as long as an order runs.

Assumptions: nobody falls ill; a laboratory returns what it was given; whoever carries goes from
site to site and is free at the other end; what the State's laboratory does with other cases is in
the spread of its days; seals never break.

Sources:
    `reference/case.md` sections 4 and 5; laws of the two States invented, see `rules.toml`.
"""

from trainkit.case.evidence.kinds import KINDS, contradictions, subjects
from trainkit.case.evidence.metrics import METRICS
from trainkit.case.evidence.processes import start
from trainkit.case.evidence.redlines import RULES
from trainkit.case.evidence.spec import ClockSpec
from trainkit.model import Model

MODEL = Model(
    name="evidence_clock",
    title="Exhibits on their way to a court, and the clocks that run",
    spec=ClockSpec,
    kinds=KINDS,
    subjects=subjects,
    start=start,
    metrics=METRICS,
    red_lines=RULES,
    contradictions=contradictions,
)

"""The case of C3: one register, drawn anew for each trainee and as hard for all."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from trainkit.kernel.luck import Luck
from trainkit.lessons.c3.chains import Chain, draw_chains
from trainkit.lessons.c3.clocks import Clocks, draw_clocks
from trainkit.lessons.c3.drawing import shuffled, whole
from trainkit.lessons.c3.findings import Finding, draw_findings
from trainkit.lessons.c3.papers import Paper, draw_papers
from trainkit.lessons.c3.plan import Hearings

BOOK_DAYS, TELEPHONE_DAYS = 30, 90
DUE_DAYS = (50, 70, 95, 330)
"""Days by which four exhibits are due; which is due when differs between trainees."""
_LEAST_WRONG = 3


@dataclass(frozen=True)
class Situation:
    """What one trainee sees.

    Attributes:
        seed: Visible luck of this trainee.
        papers: Six lines of the register.
        chains: Custody of four exhibits.
        clocks: The register of deadlines.
        findings: Five findings of the laboratory.
        hearings: By which day each exhibit is due.
    """

    seed: int
    papers: tuple[Paper, ...]
    chains: tuple[Chain, ...]
    clocks: Clocks
    findings: tuple[Finding, ...]
    hearings: Hearings


@lru_cache(maxsize=512)
def situation(luck: Luck) -> Situation:
    """Return the case of a trainee."""
    plotter, *others = _due(luck)
    due = (TELEPHONE_DAYS, plotter, BOOK_DAYS, *others)
    return Situation(
        seed=luck.seed,
        papers=draw_papers(luck),
        chains=draw_chains(luck),
        clocks=draw_clocks(luck),
        findings=draw_findings(luck),
        hearings=Hearings(whole(luck, "persons", 4, 9), due),
    )


def _due(luck: Luck) -> tuple[int, ...]:
    """Return four days in an order of chance, of which at least half the pairs are the wrong way.

    What lies on top of the table is then due first in nobody's case: as hard for all.
    """
    days = shuffled(luck, "hearings", DUE_DAYS)
    wrong = sum(one > other for one, other in combinations(days, 2))
    return days if wrong >= _LEAST_WRONG else days[::-1]

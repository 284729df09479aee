"""What somebody can be charged with: the offence of the plan, or what is left of it unproved.

Smuggling is done for a benefit. Where nothing that a court may hear shows one, only facilitation
is left, which Alder punishes and Borea does not: no surrender for it, and no judgment in Borea.
"""

from trainkit.case import law
from trainkit.case.investigation.run import Run
from trainkit.case.investigation.team import Team

UNPAID = "facilitation"
SHOWS_BENEFIT = frozenset(
    {
        "records",
        "witness_interview",
        "search",
        "digital_forensics",
        "controlled_delivery",
        "testimony",
    }
)
"""Actions whose items speak of a benefit, not only of contact: an assumption."""


def proved(run: Run, team: Team, person: int) -> str:
    """Return the offence that a team can charge somebody with now, on what a court may hear."""
    name = run.plan.offence
    if not law.offence(name).needs_benefit:
        return name
    items = team.items.get(person, ())
    shown = any(i.admissible and i.weight > 0.0 and i.action in SHOWS_BENEFIT for i in items)
    return name if shown else UNPAID

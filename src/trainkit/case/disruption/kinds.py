"""What the logbook of a disruption says."""

from trainkit.case.disruption.spec import DisruptionSpec
from trainkit.case.disruption.work import KINDS as WORK
from trainkit.kernel.logbook import Kind

WORKS = (*WORK, "other")
TEAMS = ("Alder team", "Borea team")
_WORK = {"work": WORKS}

KINDS = (
    Kind("case_opened", ("known", "harm_per_week", "danger_harm")),
    Kind("teams_joined", ("known",)),
    Kind("actor_found", ("actor", "work"), _WORK),
    Kind("danger_learned"),
    Kind("danger_averted"),
    Kind("danger_left"),
    Kind("arrests_began", ("known", "units")),
    Kind("actor_arrested", ("actor", "work", "units", "signs_of_coercion"), _WORK),
    Kind("actor_escaped", ("actor", "work", "units"), _WORK),
    Kind("possible_victim_referred", ("actor",)),
    Kind("post_taken_over", ("actor", "work"), _WORK),
    Kind("capacity_changed", ("capacity",)),
    Kind("harm_done"),
    Kind("case_closed", ("units_left",)),
)


def subjects(_spec: DisruptionSpec) -> tuple[str, ...]:
    """Return who acts: the two teams and the network."""
    return (*TEAMS, "network")

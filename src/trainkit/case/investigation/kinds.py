"""What the logbook of an investigation can say, and about whom."""

from trainkit.case.actors import ROLES, SIDES
from trainkit.case.hypotheses.grading import CREDIBILITY, RELIABILITY
from trainkit.case.investigation import desk
from trainkit.case.investigation.plan import CHANNELS, ORDER_NAMES
from trainkit.case.investigation.spec import STAFF, InvestigationSpec
from trainkit.case.law import ACTIONS, offences
from trainkit.case.sharing import kinds as sharing
from trainkit.case.victims import rules
from trainkit.case.victims.reflection import GROUNDS
from trainkit.errors import TrainkitError
from trainkit.kernel.logbook import Kind

RANKS = ("boss", "executive", "aide", "bystander")
REFUSED = ("no_grounds", "no_basis", "no_target")
RESULTS = ("convicted", "acquitted", "barred", "no_offence")
OFFENCES = tuple(known.name for known in offences())
INSTEAD_OF = ("no_request", "refusal")
BRANCH_ENDS = ("unfounded", "term", "handed_over")
NETWORK, RESCUE = "network", "rescue centre"
PERSONS = 400
"""So many exploited people have a line of their own; more do not occur within the bounds."""
GRADES = tuple(letter + figure for letter in RELIABILITY for figure in CREDIBILITY)

_OF_SHARING = frozenset({"record_made", "record_back_dated", "personal_data_disclosed"})
_ACTION = {"action": tuple(ACTIONS)}

KINDS = (
    Kind("action_refused", ("action", "target", "reason"), {**_ACTION, "reason": REFUSED}),
    Kind("order_asked", ("action", "target"), _ACTION),
    Kind("order_granted", ("action", "target", "expires_h"), _ACTION),
    Kind("order_renewed", ("action", "target", "expires_h"), _ACTION),
    Kind("order_expired", ("action", "target"), _ACTION),
    Kind("order_expired_in_use", ("action", "target"), _ACTION),
    Kind("action_done", ("action", "target", "item", "ties"), _ACTION),
    Kind(
        "item_obtained",
        (
            *("item", "action", "target", "against", "weight", "evidence"),
            *("gap", "in_force", "channel", "disclosed", "grade"),
        ),
        {"action": (*ACTIONS, "testimony"), "channel": ("own", *CHANNELS), "grade": GRADES},
    ),
    Kind("custody_broken", ("item",)),
    Kind("tie_shown", ("item", "actor", "other")),
    Kind("actor_shown", ("actor", "rank"), {"rank": RANKS}),
    Kind("alarm_raised", ("cause",), {"cause": ("noticed", "collision", "arrest", "rescue")}),
    Kind("board_warned", ("action", "target"), _ACTION),
    Kind("work_duplicated", ("action", "target", "work_h"), _ACTION),
    Kind("teams_collided", ("action", "target"), _ACTION),
    Kind("source_burned", ("target",)),
    Kind("request_sent", ("request", "target", "channel"), {"channel": CHANNELS}),
    Kind("request_answered", ("request", "target", "channel", "items"), {"channel": CHANNELS}),
    Kind("joint_team_began", ("asked_days",)),
    Kind("hypothesis_tested", ("bits", "suspected", "tells", "confirms")),
    Kind("enquiry_sent", ("enquiry", "target")),
    Kind("enquiry_answered", ("enquiry", "target", "after_h", "yielded")),
    Kind("branch_opened", ("target", "indicators", "due_h")),
    Kind("branch_closed", ("target", "reason", "after_h", "founded"), {"reason": BRANCH_ENDS}),
    Kind("assets_traced", ("target", "crowns")),
    Kind("assets_found_again", ("target", "crowns")),
    Kind("assets_shared", ("target", "crowns", "channel"), {"channel": CHANNELS}),
    Kind("freeze_requested", ("target", "crowns", "channel"), {"channel": CHANNELS}),
    Kind("assets_frozen", ("target", "crowns", "asked")),
    Kind("freeze_reviewed", ("target", "crowns", "held")),
    Kind("assets_confiscated", ("target", "crowns")),
    Kind("arrest_deferred", ("target", "expires_h")),
    Kind("deferral_reported"),
    Kind("deferral_ended", ("reason",), {"reason": ("arrest", "danger", "expired")}),
    Kind("waited_without_order"),
    Kind("wave_began", ("wave",)),
    Kind("person_arrested", ("rank", "role", "member"), {"rank": RANKS, "role": ROLES}),
    Kind("provisional_arrest_ended", ("held_days", "request_came")),
    Kind("surrender_decided", ("granted", "offence", "dual"), {"offence": OFFENCES}),
    Kind("person_expelled", ("instead_of",), {"instead_of": INSTEAD_OF}),
    Kind("file_passed_on", ("target",)),
    Kind("person_released", ("member",)),
    Kind(
        "trial_ended",
        (
            *("result", "member", "rank", "offence", "side", "items", "admissible"),
            *("sufficient", "speciality", "dual"),
        ),
        {"result": RESULTS, "rank": RANKS, "offence": OFFENCES, "side": SIDES},
    ),
    Kind("capacity_changed", ("capacity",)),
    Kind("departure", ("persons", "danger")),
    Kind("danger_known", ("persons",)),
    Kind("rescue_told"),
    Kind("danger_held"),
    Kind("person_lost", ("persons",)),
    Kind("exploitation_began"),
    Kind("exploitation_ended", ("days", "found")),
    Kind("signs_weighed", ("victim", "presumed", "look")),
    Kind("reflection_cut", ("ground",), {"ground": GROUNDS}),
    Kind("decision_void"),
    Kind("testimony_given"),
    Kind("testimony_withdrawn"),
    Kind("order_given", ("order", "amount"), {"order": ORDER_NAMES}),
    *(kind for kind in sharing.KINDS if kind.name in _OF_SHARING),
    *rules.KINDS,
    desk.KIND,
)


def actor_name(number: int) -> str:
    """Return the subject of an actor or bystander."""
    return f"actor {number}"


def person_name(number: int) -> str:
    """Return the subject of an exploited person."""
    return f"person {number}"


_TEAM = " team"


def team_name(side: str) -> str:
    """Return the subject of a State's team."""
    return f"{side}{_TEAM}"


def side_of(team: str) -> str:
    """Return the State of a team, by its subject."""
    return team.removesuffix(_TEAM)


def pool_number(team: int, staff: str) -> int:
    """Return the number of a team's staff in the fact ``resource``."""
    return team * len(STAFF) + STAFF.index(staff)


def subjects(spec: InvestigationSpec) -> tuple[str, ...]:
    """Return who acts: the network, the rescue centre, the teams, its actors, and people.

    Raises:
        TrainkitError: there are not two teams of two States.
    """
    sides = [team.side for team in spec.teams]
    if sorted(sides) != ["Alder", "Borea"]:
        raise TrainkitError(
            f"The case has teams of {', '.join(sides) or 'nobody'}. Give one of Alder and one of "
            "Borea: one network, two countries."
        )
    everybody = spec.network.n_actors + spec.ring.bystanders
    return (
        *(NETWORK, RESCUE),
        *(team_name(side) for side in sides),
        *(actor_name(number) for number in range(1, everybody + 1)),
        *(person_name(number) for number in range(PERSONS)),
    )

"""What the logbook of a boarding says."""

from trainkit.joint.enforcement.boarding.spec import ACTS, ANSWERS, BoardingSpec
from trainkit.kernel.logbook import Kind

CUTTER, HELPER, BOAT, FLAG, SHORE = "Alder Kite", "Borea Tern", "boat", "flag State", "shore"
_ACT = {"act": ACTS}
BASES = ("none", "flag_consent")
CAUSES = ("weather", "approach")

KINDS = (
    Kind("boat_sighted", ("persons", "hurt")),
    Kind("sign_shown"),
    Kind("boat_in_distress"),
    Kind("distress_known"),
    Kind("boat_swamped", ("persons", "cause"), {"cause": CAUSES}),
    Kind("act_began", ("act", "basis"), {**_ACT, "basis": BASES}),
    Kind("act_ended", ("act", "items"), _ACT),
    Kind("act_dropped", ("act",), _ACT),
    Kind("flag_answered", ("answer",), {"answer": ANSWERS}),
    Kind("boarding_forgone", ("answer",), {"answer": ANSWERS}),
    Kind("scene_left"),
    Kind("persons_recovered", ("persons", "hours")),
    Kind("persons_lost", ("persons", "hours")),
    Kind("persons_landed", ("persons", "hours")),
    Kind("care_given", ("persons", "hours")),
)


def subjects(_spec: BoardingSpec) -> tuple[str, ...]:
    """Return who acts: two units, the boat, its flag State and the shore."""
    return (CUTTER, HELPER, BOAT, FLAG, SHORE)

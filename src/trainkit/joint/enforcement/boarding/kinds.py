"""What the logbook of a boarding says."""

from trainkit.errors import TrainkitError
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


def subjects(spec: BoardingSpec) -> tuple[str, ...]:
    """Return who acts: two units, the boat, its flag State and the shore.

    Raises:
        TrainkitError: the parameters contradict each other.
    """
    _require(bool(spec.acts), "acts", "holds no act", "give at least one table [[parameters.acts]]")
    said = spec.granted + spec.refused
    _require(said <= 1.0 + 1e-9, "granted + refused", f"is {said:g}", "let them sum to 1 at most")
    told = f"is {spec.hurt}, of {spec.persons} persons"
    _require(spec.hurt <= spec.persons, "hurt", told, "let it be no more than persons")
    return (CUTTER, HELPER, BOAT, FLAG, SHORE)


def _require(holds: bool, name: str, found: str, do: str) -> None:
    if not holds:
        raise TrainkitError(f"A boarding cannot begin: {name} {found}; {do}.")

"""What the logbook of a team that weighs hypotheses says."""

from collections import Counter
from collections.abc import Iterator

from trainkit.case.hypotheses.arrival.spec import ArrivalSpec
from trainkit.case.hypotheses.belief import Hypotheses
from trainkit.errors import TrainkitError
from trainkit.guard import require_lawful_features
from trainkit.kernel.logbook import Kind

TEAM = "team"
_ANSWER = {"answer": ("no", "yes")}

KINDS = (
    Kind("lead_arrived", ("lead", "urgent", "repeats")),
    Kind("lead_faded", ("lead", "urgent")),
    Kind("enquiry_began", ("lead", "urgent", "waited_h", "bits", "only_leading")),
    Kind("enquiry_set_aside", ("lead",)),
    Kind("enquiry_resumed", ("lead",)),
    Kind("repetition_found", ("lead",)),
    Kind("enquiry_answered", ("lead", "answer", "age_h"), _ANSWER),
    Kind("belief_updated", ("on_truth", "loss")),
    Kind("enquiries_ended", ("leading", "belief")),
    Kind("lead_left_waiting", ("lead", "urgent", "waited_h")),
    Kind("case_closed", ("on_truth", "loss", "expected_loss", "worked_h")),
)


def subjects(spec: ArrivalSpec) -> tuple[str, ...]:
    """Return who acts: the team and each kind of lead, by its name.

    Raises:
        TrainkitError: hypotheses are not exclusive, chances are missing, or a kind of lead rests on
            a protected characteristic.
    """
    Hypotheses(_priors(spec))
    names = [one.name for one in spec.leads]
    if not names:
        raise TrainkitError("There is no kind of lead: give at least one [[parameters.leads]].")
    twice = [name for name, n in Counter([TEAM, *names]).items() if n > 1]
    if twice:
        raise TrainkitError(f"Two have the name '{twice[0]}'. Give each kind of lead its own.")
    for one in spec.leads:
        require_lawful_features((one.name,), "a kind of lead", "suspicion")
        _require_chances(one.name, one.chances, len(spec.hypotheses))
    return (TEAM, *names)


def contradictions(spec: ArrivalSpec) -> Iterator[str]:
    """Yield what is wrong with hypotheses and leads together, in a sentence."""
    try:
        subjects(spec)
    except TrainkitError as error:
        yield str(error)


def _priors(spec: ArrivalSpec) -> dict[str, float]:
    names = [one.name for one in spec.hypotheses]
    twice = [name for name, n in Counter(names).items() if n > 1]
    if twice:
        raise TrainkitError(f"The hypothesis '{twice[0]}' stands there twice; take one out.")
    return {one.name: one.prior for one in spec.hypotheses}


def _require_chances(name: str, chances: tuple[float, ...], wanted: int) -> None:
    if len(chances) != wanted:
        raise TrainkitError(
            f"'{name}' gives {len(chances)} chances for {wanted} hypotheses. Give one for each."
        )
    for chance in chances:
        if not 0.0 <= chance <= 1.0:
            raise TrainkitError(f"'{name}' gives the chance {chance:g}. A chance is from 0 to 1.")

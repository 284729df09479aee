"""What the logbook of an evidence clock says."""

from collections.abc import Iterator

from trainkit.case.evidence.admissibility import REASONS
from trainkit.case.evidence.spec import ClockSpec
from trainkit.errors import TrainkitError
from trainkit.kernel import resources
from trainkit.kernel.logbook import Kind

LINE = "intercepted line"
UNIT, TRANSLATORS, COURIERS, OFFICERS = range(4)
"""Numbers of the resources."""
_REASON = {"reason": REASONS}

KINDS = (
    *resources.KINDS,
    Kind("exhibit_seized", ("exhibit", "persons", "deadline_h")),
    Kind("exhibit_handed_over", ("exhibit", "line", "unsigned_h")),
    Kind("examination_began", ("exhibit", "waited_h", "persons")),
    Kind("left_to_the_state", ("exhibit",)),
    Kind("examination_ended", ("exhibit", "exculpatory")),
    Kind("translation_ended", ("exhibit",)),
    Kind("people_traced", ("exhibit", "persons", "age_h")),
    Kind("exculpatory_disclosed", ("exhibit", "late_h")),
    Kind("exhibit_filed", ("exhibit", "late_h")),
    Kind("deadline_missed", ("exhibit",)),
    Kind("court_ruled", ("exhibit", "admitted", "reason"), _REASON),
    Kind("order_given", ("to_h",)),
    Kind("renewal_asked", ("new_grounds",)),
    Kind("renewal_refused"),
    Kind("order_renewed", ("to_h",)),
    Kind("order_ended"),
    Kind("call_recorded", ("admitted", "reason"), _REASON),
    Kind("call_missed"),
)
_MOST_EXHIBITS = 100_000


def subjects(spec: ClockSpec) -> tuple[str, ...]:
    """Return who acts: each exhibit by its name, and the intercepted line.

    Raises:
        TrainkitError: two exhibits have one name.
    """
    names = [one.name for one in spec.exhibits]
    twice = [name for name in names if names.count(name) > 1]
    if twice:
        raise TrainkitError(
            f"Two exhibits are called '{twice[0]}'. Give each its own name: custody is read by it."
        )
    return (*names, LINE)


def contradictions(spec: ClockSpec) -> Iterator[str]:
    """Yield, in sentences, which orders could never have been in force, and flows too large.

    Raises:
        TrainkitError: two exhibits have one name.
    """
    subjects(spec)
    for told in spec.exhibits:
        if told.order_to_days < told.order_from_days:
            yield (
                f"The order behind '{told.name}' begins on day {told.order_from_days:g} and ends "
                f"on day {told.order_to_days:g}, before it. Correct one of the two."
            )
        days = max(spec.arrivals_days - told.seized_days, 0.0)
        if (expected := told.rate_per_day * days) > _MOST_EXHIBITS:
            yield (
                f"'{told.name}' makes about {expected:,.0f} exhibits in {days:g} days, and a run "
                f"holds {_MOST_EXHIBITS:,}. Lower its rate_per_day, or arrivals_days."
            )

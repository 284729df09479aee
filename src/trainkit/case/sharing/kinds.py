"""What the logbook of a sharing desk says."""

from collections.abc import Iterator

from trainkit.case.sharing.asked import sorts
from trainkit.case.sharing.spec import URGENCIES, DeskSpec
from trainkit.kernel.logbook import Kind

JOBS = ("check", "voice", "confirm")
NAMED = ("named", "none")
_URGENCY = {"urgency": URGENCIES}
_JOB = {**_URGENCY, "job": JOBS}
_WORK = ("request", "urgency", "job")

KINDS = (
    Kind("need_arose", ("request", "urgency", "lawful"), _URGENCY),
    Kind(
        "request_received", ("request", "urgency", "attempt", "basis"), {**_URGENCY, "basis": NAMED}
    ),
    Kind("job_queued", _WORK, _JOB),
    Kind("job_taken_up", _WORK, _JOB),
    Kind("job_set_aside", _WORK, _JOB),
    Kind("job_done", _WORK, _JOB),
    Kind("request_refused", ("request", "urgency", "comes_again"), _URGENCY),
    Kind("record_made", ("request", "late")),
    Kind("record_back_dated", ("request", "by_h")),
    Kind(
        "personal_data_disclosed",
        ("request", "basis", "entitled", "fitting", "recorded", "oral", "sent", "needed_sent"),
        {"basis": NAMED},
    ),
    Kind("need_answered", ("request", "urgency", "age_h", "in_time"), _URGENCY),
    Kind("deadline_passed", ("request", "urgency", "deadline_h"), _URGENCY),
    Kind("confirmed_in_writing", ("request", "age_h", "in_time")),
)


def subjects(spec: DeskSpec) -> tuple[str, ...]:
    """Return who acts: each sort of need, by its name.

    Raises:
        TrainkitError: the requests are none, see `asked.sorts`.
    """
    return tuple(sorts(spec))


def contradictions(spec: DeskSpec) -> Iterator[str]:
    """Look at the requests when a case is loaded, and not only when it is run.

    Raises:
        TrainkitError: the requests are none, see `asked.sorts`.
    """
    sorts(spec)
    yield from ()

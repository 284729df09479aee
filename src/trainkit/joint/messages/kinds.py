"""What the logbook of a message exchange says."""

from trainkit.joint.messages.classes import CLASSES
from trainkit.joint.messages.header import require_sendable
from trainkit.joint.messages.spec import BASES, ExchangeSpec
from trainkit.kernel.logbook import Kind

JOBS = ("compose", "translate", "read", "repeat", "voice")
POOLS = ("officers", "translators")
PATTERNS = ("push", "subscribe", "pull", "feedback")
_CLASS = {"message_class": CLASSES}
_JOB = {**_CLASS, "job": JOBS, "pool": POOLS}
_WORK = ("message", "message_class", "job", "pool")

KINDS = (
    Kind("fact_known", ("fact", "message_class", "wanted"), _CLASS),
    Kind("job_queued", _WORK, _JOB),
    Kind("job_taken_up", _WORK, _JOB),
    Kind("job_set_aside", _WORK, _JOB),
    Kind("job_done", _WORK, _JOB),
    Kind(
        "message_ready",
        ("message", "message_class", "pattern", "fields_sent", "fields_needed"),
        {**_CLASS, "pattern": PATTERNS},
    ),
    Kind("disclosure_recorded", ("message",)),
    Kind(
        "personal_data_shared",
        ("message", "basis", "recipient_may_hold", "recorded"),
        {"basis": BASES},
    ),
    Kind("message_sent", ("message", "message_class", "attempt"), _CLASS),
    Kind("transmission_lost", ("message", "attempt")),
    Kind("message_arrived", ("message", "message_class", "attempt", "overtaken"), _CLASS),
    Kind("repeat_arrived", ("message", "attempt")),
    Kind("acknowledged", ("message", "attempt")),
    Kind("told_by_voice", ("message",)),
    Kind("message_read", ("message", "message_class", "pattern"), {**_CLASS, "pattern": PATTERNS}),
    Kind(
        "fact_at_desk",
        ("fact", "message_class", "age_h", "asked_again", "wanted", "in_time"),
        _CLASS,
    ),
    Kind("deadline_passed", ("fact", "message_class", "deadline_h"), _CLASS),
    Kind("link_failed"),
    Kind("link_restored"),
)


def subjects(spec: ExchangeSpec) -> tuple[str, ...]:
    """Return who acts: each desk and each sort of traffic, by its name.

    Raises:
        TrainkitError: the exchange could not be sent, see `header.require_sendable`.
    """
    require_sendable(spec)
    return (*(desk.name for desk in spec.desks), *(f"{one.name}" for one in spec.traffic))

"""What the logbook of a day of interviews says."""

from trainkit.case.interview.account import DIRECT
from trainkit.case.interview.harm import CAUSES
from trainkit.case.interview.spec import INTERPRETING
from trainkit.case.interview.status import SETTINGS, STATUSES
from trainkit.kernel.entry import Kind
from trainkit.kernel.resources import KINDS as OF_RESOURCES

CHANNELS = (DIRECT, *INTERPRETING)
ANSWERS = ("go_on", "pause", "stop")

KINDS = (
    *OF_RESOURCES,
    Kind("person_met", ("status", "child", "hurt"), {"status": STATUSES}),
    Kind("injury_seen"),
    Kind("medical_seen", ("waited_h",)),
    Kind("rest_began"),
    Kind("rights_explained", ("telling", "hours", "waited_h", "understood")),
    Kind("declined", ("telling",)),
    Kind("not_heard", ("telling",)),
    Kind(
        "account_began",
        ("telling", "status", "setting", "channel", "tired", "rapport"),
        {"status": STATUSES, "setting": SETTINGS, "channel": CHANNELS},
    ),
    Kind("pause_taken", ("telling",)),
    Kind("distress_shown", ("telling", "answer"), {"answer": ANSWERS}),
    Kind("account_ended", ("telling", "hours", "correct", "errors")),
    Kind("harmed", ("cause", "units"), {"cause": CAUSES}),
    Kind("referred", ("hours",)),
)

"""The night of the plan: a boat in distress, a version that only one side has approved, a log."""

from dataclasses import dataclass

from trainkit.kernel.luck import Luck
from trainkit.lessons.a1.drawing import one, whole

PLACES = {
    "own": "Your patrol boat is in Alder's own waters.",
    "high": "Your patrol boat is on the high seas, in the area of the plan.",
    "theirs": "Your patrol boat is in the territorial sea of Borea, where Alder has no law of its "
    "own to stand on.",
}
CALLS = {
    "outside": "An open boat with {aboard} people takes in water, four miles outside the area.",
    "theirs": "An open boat with {aboard} people takes in water, in waters where RCC Borea "
    "coordinates. You are the nearest.",
    "cyra": "An open boat with {aboard} people takes in water, west of the line up to which Cyra's "
    "letter reaches, and RCC Cyra has the only radar picture of it.",
}
LOGS = {
    "time": "Yesterday's patrol began {early} minutes before the second approval. The commander "
    "asks you to move its time in the log behind the approval.",
    "entry": "Yesterday's patrol began {early} minutes before the second approval. The commander "
    "asks you to take the entry out, since nothing came of it.",
    "approval": "Yesterday's patrol began {early} minutes before the second approval. The "
    "commander asks you to date the approval back, since both had agreed by voice.",
}


@dataclass(frozen=True)
class Night:
    """The night of a trainee.

    Attributes:
        place: Where the patrol boat is, by name.
        call: Circumstances of the call for help, by name.
        log: What the commander asks about the log, by name.
        aboard: People in the open boat.
        early: Minutes by which yesterday's patrol came too soon.
    """

    place: str
    call: str
    log: str
    aboard: int
    early: int


def draw_night(luck: Luck) -> Night:
    """Return the night of a trainee's own variant."""
    return Night(
        place=one(luck, "e5 boat", tuple(PLACES)),
        call=one(luck, "e5 call", tuple(CALLS)),
        log=one(luck, "e5 log", tuple(LOGS)),
        aboard=whole(luck, "e5 aboard", 7, 14),
        early=whole(luck, "e5 early", 6, 19),
    )

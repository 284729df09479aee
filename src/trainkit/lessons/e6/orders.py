"""What comes in during the three watches, the answers to it, and the red lines that they cross.

Each answer is played as a few entries of a logbook, and the rules read that logbook.
"""

from trainkit.kernel.logbook import Kind, Logbook
from trainkit.kernel.writer import Writer
from trainkit.redlines import Breach, breaches, delayed, forbidden, without

WATCHES = (1, 2, 3)
_WHO = ("Alder Lanner", "the joint watch", "Borea Tern")
_KINDS = (
    Kind("alert_given"),
    Kind("boarding_went_on"),
    Kind("alert_answered"),
    Kind("basis_recorded"),
    Kind("personal_data_sent"),
    Kind("numbers_sent"),
    Kind("joint_act_outside"),
)
_RULES = (
    delayed(
        "R1", "alert_given", "alert_answered", ("boarding_went_on",),
        "A boarding was finished while people waited for the unit",
    ),
    without(
        "R5", "personal_data_sent", "basis_recorded",
        "Names of people who were rescued were sent without case, basis or log",
    ),
    forbidden("R4", "joint_act_outside", "A joint act took place outside the plan's area"),
)  # fmt: skip
RIGHT = {1: "answer", 2: "numbers", 3: "within"}
"""The expected answer of each watch's event."""
WRONG = {1: "finish", 2: "list", 3: "go"}
"""The answer that crosses a red line."""
_PLAYED: dict[tuple[int, str], tuple[str, ...]] = {
    (1, "answer"): ("alert_given", "alert_answered"),
    (1, "finish"): ("alert_given", "boarding_went_on", "alert_answered"),
    (2, "numbers"): ("basis_recorded", "numbers_sent"),
    (2, "list"): ("personal_data_sent",),
    (3, "go"): ("joint_act_outside",),
}


def answered(watch: int, choice: str) -> Logbook:
    """Return the logbook of what an answer leads to; an answer that waits leads to nothing."""
    pen = Writer(_Clock(), _KINDS, _WHO)
    for kind in _PLAYED.get((watch, choice), ()):
        pen.write(kind, _WHO[watch - 1])
    return pen.logbook()


class _Clock:
    now = 0.0


def crossed(watch: int, choice: str) -> tuple[Breach, ...]:
    """Return the red lines that an answer crosses."""
    return breaches(_RULES, answered(watch, choice))

"""The tasks of E3, declared once: fields, points, slips and hints."""

from trainkit.lessons.e3 import moments, slips, vessels
from trainkit.lessons.e3.boarding_log import NAMES, REQUIREMENTS
from trainkit.lessons.e3.nights import PLACES
from trainkit.lessons.field import Choice, Number
from trainkit.lessons.worded import decided, written

ACTS = (
    ("report", "report to RCC Alder"),
    ("jackets", "hand over lifejackets from the small boat"),
    ("take_off", "take the people on board of Kite"),
    ("triage", "look after them: who is hurt, who needs protection"),
    ("observe", "photograph and log the boat from outside"),
    ("ask", "ask the States that may know the boat"),
    ("board", "send the team on board for traces"),
    ("question", "hear, with an interpreter, who wants to speak"),
    ("nothing", "nothing more"),
)
_ORDINALS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth")


_GATES = tuple(
    Choice(f"vessel_{number}", f"Vessel {number}", vessels.OPTIONS)
    for number in range(1, len(vessels.KINDS) + 1)
)
_ORDER = tuple(Choice(place, word, ACTS) for place, word in zip(PLACES, _ORDINALS, strict=True))
_WAIT = (
    Choice(
        "ask",
        "The flag State is asked",
        (
            ("now", "at once"),
            ("after", "after the boat was photographed and logged"),
            ("never", "not at all"),
        ),
    ),
    Number("keep_nm", "Kite keeps off by", "NM", 0.5, 12.0),
    Choice(
        "cue",
        "Kite drops everything and rescues",
        (
            ("sign", "at the first cue that the boat is not fit for the sea"),
            ("distress", "when she no longer makes way and takes in water"),
            ("call", "when somebody calls for help, or people are in the water"),
        ),
    ),
    Choice(
        "silence",
        "If the flag State says no or nothing for three hours",
        (
            ("keep_watch", "Kite does not board, stays and watches"),
            ("board", "Kite boards all the same"),
            ("leave", "Kite leaves for its next task"),
        ),
    ),
)
_FORCE = tuple(
    Choice(f"moment_{number}", f"Moment {number}", moments.OPTIONS)
    for number in range(1, len(moments.KINDS) + 2)
)
_NAMED = tuple((name, name) for name in NAMES)
_RECORD = (
    Choice("breach", "The use that does not meet a requirement of force", _NAMED),
    Choice("requirement", "The requirement", REQUIREMENTS),
    Number("warned_min", "From the first warning to the first use of hands", "min", 0.0, 120.0),
    Number("due_h", "The last use is to be reported by (hours of the day, UTC)", "h", 0.0, 36.0),
    Choice("late", "The use that was reported too late", _NAMED),
)
_REPORT = written("e3_report", 50, "E3.5", "use_of_force")

TASKS = (
    decided("e3_gates", 12, "E3.1", _GATES, slips.GATES),
    decided("e3_order", 12, "E3.2", _ORDER, slips.ORDER),
    decided("e3_wait", 10, "E3.3", _WAIT, slips.WAIT),
    decided("e3_force", 8, "E3.4", _FORCE, slips.FORCE),
    decided("e3_record", 8, "E3.4", _RECORD, slips.RECORD),
    _REPORT,
)

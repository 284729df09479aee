"""The tasks of C5, declared once: fields, points, slips and hints."""

from trainkit.lessons.c5 import slips
from trainkit.lessons.c5.notice import FACTS
from trainkit.lessons.c5.plan import DAYS, HOURS, PHASE_DAYS, PHASES, TOTAL_H
from trainkit.lessons.c5.week import LETTERS
from trainkit.lessons.field import Allocation, Choice, Field, Number
from trainkit.lessons.worded import decided, written

_CLASHES = (
    ("collision", "Collision"),
    ("duplicate", "Done twice"),
    ("neither", "Neither"),
)
_WEEK: tuple[Field, ...] = (
    *(Choice(f"person_{one.lower()}", f"Person {one}", _CLASHES) for one in LETTERS),
    Number("collisions", "Collisions on the board", "collisions", 0, 8, whole=True),
    Number("twice_h", "Hours of work that are done twice", "h", 0, 400, whole=True),
    Number("begin_h", "The act named below the board: earliest beginning", "h", 0, 200, whole=True),
)
_DOES = (
    ("act", "Act now, and tell Borea at once"),
    ("refer", "Protect and refer, and tell Borea"),
    ("hold", "Hold yours, and call Borea"),
    ("go_on", "Go on as planned"),
)
_MOMENTS = tuple(Choice(f"moment_{n}", f"Moment {n}", _DOES) for n in range(1, 9))
_SEND = (("send", "Send"), ("leave", "Leave out"))
_NOTICE: tuple[Field, ...] = (
    *(Choice(name, told.format(number="and its number"), _SEND) for name, told in FACTS.items()),
    Choice(
        "recipient",
        "Recipient",
        (
            ("liaison", "The liaison desk of Borea's team, as named on the board"),
            ("all_police", "All police of Borea"),
            ("cyra", "Cyra's liaison officer, who knows both"),
            ("press", "Both press offices"),
        ),
    ),
    Choice(
        "basis",
        "Basis",
        (
            ("agreement", "The agreement on police cooperation of 2012, in writing, in this case"),
            ("sar_convention", "SAR Convention: rescue"),
            ("wish", "The wish to cooperate more, point 8"),
            ("none", "None is needed between colleagues"),
        ),
    ),
    Choice(
        "retention",
        "Kept by the recipient",
        (
            ("case", "Until the case is closed, then deleted"),
            ("month", "A month, whatever happens"),
            ("open", "As long as it may be of use"),
        ),
    ),
    Choice("recorded", "Entry in both logs", (("yes", "Yes"), ("no", "No"))),
)
_CHANCE = (
    Number("met", "People taken up by both, in a week, on average", "people", 0, 50),
    Number("lost_h", "Hours of work done twice in 20 weeks", "h", 0, 20000),
    Number("entries_h", "Hours of both teams for the board in 20 weeks", "h", 0, 20000),
    Number("ask_day", "The joint team is asked for at the latest on", "day", 0, DAYS, whole=True),
)
_ON = (("on", "In use"), ("off", "Not in use"))
_PLAN: tuple[Field, ...] = (
    *(
        Choice(f"board_{n + 1}", f"Board, day {n * PHASE_DAYS} to {(n + 1) * PHASE_DAYS}", _ON)
        for n in range(PHASES)
    ),
    Choice(
        "channel",
        "How the teams speak",
        (
            ("police", "From police to police: intelligence"),
            ("assistance", "By legal assistance: evidence, after months"),
            ("joint_team", "In a joint team: evidence, once it is set up"),
        ),
    ),
    Number("joint_day", "A joint team is asked for on", "day", 0, DAYS, whole=True),
    Allocation("hours", "Hours a week, in each team", "h", tuple(HOURS), TOTAL_H, 10),
    Number("arrest_day", "The arrests are made on", "day", 1, DAYS, whole=True),
    Choice(
        "together",
        "On that day",
        (("yes", "Both States at once"), ("no", "Alder first; Borea on request")),
    ),
    Choice(
        "on_danger",
        "A boat is in danger",
        (("pass_on", "The rescue centre is told at once"), ("hold", "It is held for the case")),
    ),
    Choice(
        "screening",
        "Signs that somebody was coerced",
        (("first", "Looked for before a charge"), ("after_charge", "Looked for after the charge")),
    ),
)
_PROPOSAL = written("c5_proposal", 40, "C5.5", "legal_reasoning")

TASKS = (
    decided("c5_week", 16, "C5.1", _WEEK, slips.WEEK),
    decided("c5_moments", 8, "C5.2", _MOMENTS, slips.MOMENTS),
    decided("c5_notice", 10, "C5.3", _NOTICE, slips.NOTICE),
    decided("c5_chance", 6, "C5.4", _CHANCE, slips.CHANCE),
    decided("c5_plan", 20, "C5.4", _PLAN, slips.PLAN),
    _PROPOSAL,
)

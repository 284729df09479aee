"""The tasks of C4, declared once: fields, points, slips and hints."""

from trainkit.lessons.c4 import slips
from trainkit.lessons.c4.day import QUESTIONS, STYLES
from trainkit.lessons.field import Allocation, Choice, Field, Number
from trainkit.lessons.worded import decided, written

_MANY = {"person": 4, "moment": 6, "say": 8, "question": 8}


def _each(name: str, label: str, options: tuple[tuple[str, str], ...]) -> tuple[Field, ...]:
    places = range(1, _MANY[name] + 1)
    return tuple(Choice(f"{name}_{n}", f"{label} {n}", options) for n in places)


_SETTINGS = (
    ("first_contact", "First contact, to protect"),
    ("witness_interview", "Interview of a witness"),
    ("suspect_interview", "Interview of a suspect, with a suspect's rights"),
)
_ACTS = (
    ("safety", "See to the danger now"),
    ("doctor", "Fetch the doctor"),
    ("stop", "End it for now"),
    ("adapt", "Fetch a guardian and a trained interviewer"),
    ("pause", "Pause, and ask whether to go on"),
    ("go_on", "Go on listening"),
)
_SAY = (("say", "Say it"), ("leave", "Do not say it"))
_TYPES = (
    ("open", "Open"),
    ("probing", "Probing"),
    ("closed", "Closed"),
    ("leading", "Leading"),
    ("multiple", "Multiple"),
    ("forced_choice", "Forced choice"),
    ("opinion", "Opinion or statement"),
)
_RIGHTS = (
    *_each("say", "Sentence", _SAY),
    Choice(
        "interpreter",
        "Who interprets",
        (
            ("companion", "The cousin who came along"),
            ("wait", "Wait for one who belongs to nobody here"),
            ("none", "Nobody is needed"),
        ),
    ),
    Choice(
        "asks",
        "Who asks, a woman or a man",
        (
            ("choice", "The person is asked, and may change it"),
            ("assigned", "You decide it by what the person is"),
            ("free", "Whoever is free"),
        ),
    ),
)
_DAY = (
    Choice(
        "medical",
        "Who is hurt sees the doctor",
        (("before", "Before any question"), ("after", "After the account")),
    ),
    Number("rest_h", "Food and rest for each before being asked", "h", 0, 10),
    Number("explain_min", "Welcome, rights and choice", "min", 0, 90, whole=True),
    Number("account_min", "Account in one telling", "min", 15, 180, whole=True),
    Number("pause_min", "A pause after every", "min", 10, 180, whole=True),
    Allocation("questions", "Ten questions, by their form", "questions", STYLES, QUESTIONS, 1),
    Choice(
        "tellings",
        "Each person tells it",
        (
            ("once", "Once, on one record for all who need it"),
            ("twice", "Twice: at first contact and to the investigator"),
            ("thrice", "To each of three offices"),
        ),
    ),
    Choice(
        "interpreting",
        "Interpreters",
        (
            ("in_room", "In the room, and who has to wait rests"),
            ("telephone", "By telephone"),
            ("companion", "People who came along"),
            ("none", "None; simple words and signs"),
        ),
    ),
    Choice(
        "on_distress",
        "When distress shows",
        (
            ("go_on", "Go on, gently"),
            ("pause", "Pause, and ask whether to go on"),
            ("stop", "End it for today"),
        ),
    ),
)
_PLAN = written("c4_interview", 60, "C4.5", "interview_plan")

TASKS = (
    decided("c4_status", 4, "C4.2", _each("person", "Person", _SETTINGS), slips.STATUS),
    decided("c4_signs", 7, "C4.3", _each("moment", "Moment", _ACTS), slips.SIGNS),
    decided("c4_rights", 7, "C4.2", _RIGHTS, slips.RIGHTS),
    decided("c4_questions", 8, "C4.1", _each("question", "Question", _TYPES), slips.QUESTIONS),
    decided("c4_day", 14, "C4.4", _DAY, slips.DAY),
    _PLAN,
)

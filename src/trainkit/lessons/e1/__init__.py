"""E1 Alert to distress: phases, datum and search effort.

A watch officer declares phases, finds a datum, shares out search effort, reads the log of an empty
search and plans the next. What counts is how many people are recovered alive on average.
"""

from trainkit.lessons.e1.case import situation, told
from trainkit.lessons.e1.reveals import reveal
from trainkit.lessons.e1.tasks import TASKS
from trainkit.lessons.task import Lesson

LESSON = Lesson(
    id="E1",
    course="e_coast_guards",
    title="Alert to distress: phases, datum and search effort",
    minutes=150,
    outcomes={
        "E1.1": "declare the phase from its cues, and say what it costs elsewhere",
        "E1.2": "compute a datum from leeway and current, with its error",
        "E1.3": "share out search effort by what the next hour adds",
        "E1.4": "read coverage and probability of detection from a log",
        "E1.5": "report what is known, since when, and what is not known",
    },
    tasks=TASKS,
    situation=situation,
    reveal=reveal,
    brief=told,
)

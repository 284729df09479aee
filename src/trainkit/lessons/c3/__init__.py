"""C3 Evidence clock: custody, disclosure, deadlines.

A detective who keeps the exhibits of a case tells evidence from intelligence in two courts, reads
chains of custody, counts deadlines, flags what speaks for the accused, and decides what goes to the
laboratory first, who carries it, and when a renewal is asked for. People in danger come first.
"""

from trainkit.lessons.c3.case import situation
from trainkit.lessons.c3.reveals import reveal
from trainkit.lessons.c3.tasks import TASKS
from trainkit.lessons.c3.told import told
from trainkit.lessons.task import Lesson

LESSON = Lesson(
    id="C3",
    course="c_investigation",
    title="Evidence clock: custody, disclosure, deadlines",
    minutes=120,
    outcomes={
        "C3.1": "tell evidence from intelligence before the courts of two States",
        "C3.2": "track a chain of custody and locate what is wrong with it",
        "C3.3": "count the deadlines of orders, arrests, suspensions and disclosure",
        "C3.4": "detect what speaks for the accused and disclose it with what must be protected",
        "C3.5": "order the way of exhibits to a court, people in danger first",
        "C3.6": "write a note on an exhibit that a court can rely on",
    },
    tasks=TASKS,
    situation=situation,
    reveal=reveal,
    brief=told,
)

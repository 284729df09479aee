"""A4 Lawful sharing and the decision log.

An officer at the gate of a team answers seven requests for personal data, chooses what leaves a
file, audits four decision logs, sets a policy for the desk, and writes a log of an evening. What
counts first is how soon a life in danger has its answer.
"""

from trainkit.lessons.a4.case import situation
from trainkit.lessons.a4.reveals import reveal
from trainkit.lessons.a4.tasks import TASKS
from trainkit.lessons.a4.told import told
from trainkit.lessons.task import Lesson

LESSON = Lesson(
    id="A4",
    course="a_foundations",
    title="Lawful sharing and the decision log",
    minutes=90,
    outcomes={
        "A4.1": "apply a legal-basis gate to requests for personal data",
        "A4.2": "choose the fewest fields that serve a purpose, and calculate how few they are",
        "A4.3": "audit a chained log: what was done to it, and where",
        "A4.4": "evaluate how a desk works: life first, then lawful, then in time",
        "A4.5": "document decisions so that another can judge them",
    },
    tasks=TASKS,
    situation=situation,
    reveal=reveal,
    brief=told,
)

"""E4 The message desk: compose, prioritise, share.

A liaison officer sorts facts into classes, composes a distress message, answers a request for
personal data, sets a protocol for a watch with an outage, and audits a night. What counts first is
how many minutes pass until the desk that can help knows.
"""

from trainkit.lessons.e4.case import situation
from trainkit.lessons.e4.reveals import reveal
from trainkit.lessons.e4.tasks import TASKS
from trainkit.lessons.e4.told import told
from trainkit.lessons.task import Lesson

LESSON = Lesson(
    id="E4",
    course="e_coast_guards",
    title="The message desk: compose, prioritise, share",
    minutes=120,
    outcomes={
        "E4.1": "prioritise rescue over other traffic, by class and by protocol",
        "E4.2": "compose a minimal message to the desk that is responsible",
        "E4.3": "answer a request for personal data by purpose, basis, recipient and record",
        "E4.4": "audit an exchange for speed, order, data and records",
        "E4.5": "agree a liaison protocol in one page",
    },
    tasks=TASKS,
    situation=situation,
    reveal=reveal,
    brief=told,
)

"""E6 The joint night: lead two coast guards, then review.

The trainee leads a joint watch that pauses three times for orders, answers what is put to it, reads
the log of another night, finds what lay outside the plan, and reviews. What counts is hours of
people in distress, and nothing that was intercepted.
"""

from trainkit.lessons.e6.case import told
from trainkit.lessons.e6.drawing import situation
from trainkit.lessons.e6.reveals import reveal
from trainkit.lessons.e6.tasks import TASKS
from trainkit.lessons.task import Lesson

LESSON = Lesson(
    id="E6",
    course="e_coast_guards",
    title="The joint night: lead, then review",
    minutes=180,
    outcomes={
        "E6.1": "lead a joint watch: place units, share, and send in time",
        "E6.2": "read measures of a night from its log",
        "E6.3": "find what lay outside the plan, and what never needs one",
        "E6.4": "match what was done with what was expected, whatever the clock",
        "E6.5": "review a night by its log, and write down what is kept and changed",
    },
    tasks=TASKS,
    situation=situation,
    reveal=reveal,
    brief=told,
)

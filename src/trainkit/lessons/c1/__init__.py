"""C1 From information to case: hypotheses and plan.

An analyst turns statements into rival hypotheses, weighs items by what they tell apart, updates in
an order that does not matter, chooses enquiries for a week in which leads fade, and says when to
stop. What counts first is how long a sign of danger or of a victim waits.
"""

from trainkit.lessons.c1.case import situation
from trainkit.lessons.c1.reveals import reveal
from trainkit.lessons.c1.tasks import TASKS
from trainkit.lessons.c1.told import told
from trainkit.lessons.task import Lesson

LESSON = Lesson(
    id="C1",
    course="c_investigation",
    title="From information to case: hypotheses and plan",
    minutes=120,
    outcomes={
        "C1.1": "formulate hypotheses that shut one another out and rest on nobody's origin",
        "C1.2": "weigh items by what they tell apart, and a source once",
        "C1.3": "choose enquiries under a budget, with danger and victims before them",
        "C1.4": "say when the next enquiry is not worth its hours",
        "C1.5": "write an investigation plan that could prove the first idea wrong",
    },
    tasks=TASKS,
    situation=situation,
    reveal=reveal,
    brief=told,
)

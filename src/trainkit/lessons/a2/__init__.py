"""A2, rescue, refuge and non-refoulement at sea: who owes help, and what it overrides."""

from trainkit.lessons.a2.case import situation, told
from trainkit.lessons.a2.reveals import reveal
from trainkit.lessons.a2.tasks import TASKS
from trainkit.lessons.task import Lesson

LESSON = Lesson(
    id="A2",
    course="a_foundations",
    title="Rescue, refuge and non-refoulement at sea",
    minutes=120,
    outcomes={
        "A2.1": "apply the sources of the duty to rescue to a State outside one of the treaties",
        "A2.2": "evaluate whether a duty to rescue is triggered, and what is due from whom",
        "A2.3": "apply the tests of a place of safety to what is told of a place",
        "A2.4": "evaluate which of two duties gives way, and answer an order that has it wrong",
        "A2.5": "evaluate the best argument against a duty, and where the duty ends",
    },
    tasks=TASKS,
    situation=situation,
    reveal=reveal,
    brief=told,
)

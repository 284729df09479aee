"""A1, the sixteen points: verbs, dates and validity."""

from trainkit.lessons.a1.case import situation, told
from trainkit.lessons.a1.reveals import reveal
from trainkit.lessons.a1.tasks import TASKS
from trainkit.lessons.task import Lesson

LESSON = Lesson(
    id="A1",
    course="a_foundations",
    title="The sixteen points: verbs, dates and validity",
    minutes=75,
    outcomes={
        "A1.1": "calculate from which instant the paper is in operation, on two clocks",
        "A1.2": "decide on which basis an act stands, before and after that instant",
        "A1.3": "classify how far each clause binds, and refuse a sentence that binds further",
        "A1.4": "explain to a commander what the paper does not give",
        "A1.5": "find the notebook in which a point is practised",
    },
    tasks=TASKS,
    situation=situation,
    reveal=reveal,
    brief=told,
)

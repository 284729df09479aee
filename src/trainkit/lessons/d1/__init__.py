"""D1, following value: the way of a sum, alerts and their worth, and where there is no signal."""

from trainkit.lessons.d1.case import situation, told
from trainkit.lessons.d1.reveals import reveal
from trainkit.lessons.d1.tasks import TASKS
from trainkit.lessons.task import Lesson

LESSON = Lesson(
    id="D1",
    course="d_money",
    title="Following value",
    minutes=120,
    outcomes={
        "D1.1": "trace a sum through accounts, and say what was kept on the way",
        "D1.2": "compute what an alert is worth at a base rate, and set a rule by it",
        "D1.3": "flag what shows a signal, and write no signal where there is none",
        "D1.4": "trace value that moves with no payment, and its settlement",
        "D1.5": "keep proceeds and the financing of terrorism apart, in grounds and in clocks",
        "D1.6": "hold money in time, on a reason that stands before a judge",
        "D1.7": "write a short financial profile that parts facts from inferences",
    },
    tasks=TASKS,
    situation=situation,
    reveal=reveal,
    brief=told,
)

"""A3, smuggling or trafficking: who is a victim, who was smuggled, and who is a suspect."""

from trainkit.lessons.a3.case import situation, told
from trainkit.lessons.a3.reveals import reveal
from trainkit.lessons.a3.tasks import TASKS
from trainkit.lessons.task import Lesson

LESSON = Lesson(
    id="A3",
    course="a_foundations",
    title="Smuggling or trafficking: victims, smuggled migrants, suspects",
    minutes=120,
    outcomes={
        "A3.1": "distinguish smuggling, trafficking, both and neither by their elements",
        "A3.2": "distinguish what two laws punish, and see where a request between them fails",
        "A3.3": "judge who is presumed a victim, so that few are missed and not all are labelled",
        "A3.4": "judge what is due to a person by what is visible, and for how long",
        "A3.5": "write a referral that others can act on, without questioning again",
    },
    tasks=TASKS,
    situation=situation,
    reveal=reveal,
    brief=told,
)

"""C4 First contact and interviewing.

An officer in the house where people are heard after a landing: in which capacity each is met,
which signs stop an interview, what is said before the first question, of which type a question is,
and how a day is held that costs people little and hears what they can tell.
"""

from trainkit.lessons.c4.case import situation
from trainkit.lessons.c4.reveals import reveal
from trainkit.lessons.c4.tasks import TASKS
from trainkit.lessons.c4.told import told
from trainkit.lessons.task import Lesson

LESSON = Lesson(
    id="C4",
    course="c_investigation",
    title="First contact and interviewing",
    minutes=120,
    outcomes={
        "C4.1": "type questions by their form, and hear one's own",
        "C4.2": "keep capacities apart, and explain rights that can be understood",
        "C4.3": "adapt or stop an interview by the gravest sign",
        "C4.4": "plan a day of interviews that costs people little and hears them well",
        "C4.5": "plan one interview by its five phases, trauma-informed",
    },
    tasks=TASKS,
    situation=situation,
    reveal=reveal,
    brief=told,
)

"""E3 Boarding: rescue, flag, force.

An officer of a cutter decides at the gates before a boarding, orders the acts about a boat in
distress, waits for a flag State, judges moments of force and reads the record of a boarding.
"""

from trainkit.lessons.e3.case import situation, told
from trainkit.lessons.e3.reveals import reveal
from trainkit.lessons.e3.tasks import TASKS
from trainkit.lessons.task import Lesson

LESSON = Lesson(
    id="E3",
    course="e_coast_guards",
    title="Boarding: rescue, flag, force",
    minutes=120,
    outcomes={
        "E3.1": "order what the gates of rescue, flag and plan allow, and name the basis",
        "E3.2": "order the acts about a boat in distress, so that evidence delays nobody's rescue",
        "E3.3": "wait for a flag State without waiting with a rescue",
        "E3.4": "judge force by necessity, proportionality, warning and precaution, from a record",
        "E3.5": "justify a use of force in a report that hides no fault",
    },
    tasks=TASKS,
    situation=situation,
    reveal=reveal,
    brief=told,
)

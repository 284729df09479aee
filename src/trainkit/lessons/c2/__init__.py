"""C2 Network disruption lab: read a network, curves of recovery, and a plan under a budget.

An investigator reads who lies on the ways of a small network, sorts what such a picture supports,
reads how three plans wore off, and sets a plan for a network of two coasts. What counts first is
the harm that the network does to people while the plan runs; arrests count nothing.
"""

from trainkit.lessons.c2.case import situation
from trainkit.lessons.c2.reveals import reveal
from trainkit.lessons.c2.tasks import TASKS
from trainkit.lessons.c2.told import told
from trainkit.lessons.task import Lesson

LESSON = Lesson(
    id="C2",
    course="c_investigation",
    title="Network disruption lab",
    minutes=150,
    outcomes={
        "C2.1": "compute who lies on the ways of a network, and what is left without them",
        "C2.2": "say what a picture of a network supports and what it does not",
        "C2.3": "compare plans by disruption and recovery, and not by the day of the arrests",
        "C2.4": "choose a plan under a budget that spares people harm over months",
        "C2.5": "justify a strategy with a statement of the harm that it accepts",
    },
    tasks=TASKS,
    situation=situation,
    reveal=reveal,
    brief=told,
)

"""E2 Mass rescue: many people, few hulls.

An overloaded boat, six units that come one after another, a sea that rises. The trainee says who
coordinates, how the boat is approached, how many people each hull takes, who flies first, how many
are accounted for and where they are landed. What counts is people alive and hours in distress.
"""

from trainkit.lessons.e2.case import told
from trainkit.lessons.e2.drawing import situation
from trainkit.lessons.e2.reveals import reveal
from trainkit.lessons.e2.tasks import TASKS
from trainkit.lessons.task import Lesson

LESSON = Lesson(
    id="E2",
    course="e_coast_guards",
    title="Mass rescue: many people, few hulls",
    minutes=150,
    outcomes={
        "E2.1": "designate an on-scene coordinator, and change it when a change is worth its price",
        "E2.2": "order an approach that does not turn the boat over",
        "E2.3": "share out people over hulls that stay safe in the sea to come",
        "E2.4": "place people by need, whatever their noise or their name",
        "E2.5": "account for all, and land them where rescue ends",
        "E2.6": "keep an on-scene log that another can take over",
    },
    tasks=TASKS,
    situation=situation,
    reveal=reveal,
    brief=told,
)

"""E5, the operation plan: five elements, two approvals, one version."""

from trainkit.lessons.e5.case import situation, told
from trainkit.lessons.e5.reveals import reveal
from trainkit.lessons.e5.tasks import TASKS
from trainkit.lessons.task import Lesson

LESSON = Lesson(
    id="E5",
    course="e_coast_guards",
    title="Operation plan: five elements, two approvals, one version",
    minutes=150,
    outcomes={
        "E5.1": "draft the elements of a plan so that two readers do one thing",
        "E5.2": "detect what lies outside a plan, and what needs none",
        "E5.3": "say which edits void the approvals, and who must approve again",
        "E5.4": "let a third party join within its caveats",
        "E5.5": "give orders when a plan does not hold, rescue first",
    },
    tasks=TASKS,
    situation=situation,
    reveal=reveal,
    brief=told,
)

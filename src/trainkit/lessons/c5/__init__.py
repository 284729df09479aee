"""C5 Two teams, one network: the deconfliction board.

An investigator reads the week of two teams and says where they collide and what is done twice,
decides who gives way, writes a notice that holds enough and no more, and sets five months for both.
What counts first is who dies and who stays exploited while the teams work; arrests count nothing.
"""

from trainkit.lessons.c5.case import situation
from trainkit.lessons.c5.reveals import reveal
from trainkit.lessons.c5.tasks import TASKS
from trainkit.lessons.c5.told import told
from trainkit.lessons.task import Lesson

LESSON = Lesson(
    id="C5",
    course="c_investigation",
    title="Two teams, one network: the deconfliction board",
    minutes=150,
    outcomes={
        "C5.1": "deconflict the week of two teams: collisions, double work, and what is neither",
        "C5.2": "say who gives way, with people in danger and possible victims before the case",
        "C5.3": "compose a notice to the partner that holds what it needs and nothing else",
        "C5.4": "coordinate two teams over months by board, channel, hours and one day",
        "C5.5": "propose a joint team with its basis, its limits and its end",
    },
    tasks=TASKS,
    situation=situation,
    reveal=reveal,
    brief=told,
)

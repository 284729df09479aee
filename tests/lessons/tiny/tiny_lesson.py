"""A lesson small enough to see through: which boat, how fast, how many hours where, and a memo."""

from dataclasses import dataclass

from trainkit.lessons.field import Allocation, Choice, Number
from trainkit.lessons.task import Lesson, Reveal, Slip, Task


@dataclass(frozen=True)
class Situation:
    distance_nm: float
    time_h: float


def situation(luck):
    return Situation(
        distance_nm=round(10 + 20 * luck.uniform("distance", 0), 1),
        time_h=round(1 + luck.uniform("time", 0), 1),
    )


def reveal(situation, task_id, answer):
    text = f"With {answer} you cover {situation.distance_nm} NM in {situation.time_h} h."
    return Reveal(text, {"yours": (1.0, 2.0), "baseline": (2.0, 3.0)}, "time (h)")


def looks_like_kilometres(situation, answer):
    needed = situation.distance_nm / situation.time_h
    return abs(answer["speed_kn"] - needed * 1.852) < 0.5


BOATS = (("rhib", "Inflatable"), ("cutter", "Cutter <40 m>"), ("launch", "Launch"))
SPEED = Task(
    id="t1_speed",
    title="Speed",
    question="How fast do you go?",
    points=30,
    fields=(
        Number("speed_kn", "Speed", "kn", 0, 80),
        Choice("boat", "Boat", BOATS),
    ),
    hints=("Look at the distance.", "Speed is distance by time.", "20 NM in 2 h are 10 kn."),
    slips=(Slip("kilometres", looks_like_kilometres, "It looks like kilometres an hour."),),
    outcomes=("T1.1",),
)
HOURS = Task(
    id="t1_hours",
    title="Hours",
    question="Where do the hours go?",
    points=40,
    fields=(Allocation("hours", "Hours", "h", ("A", "B"), 10, 0.5),),
    outcomes=("T1.1",),
)
MEMO = Task(
    id="t1_memo",
    title="Memo",
    question="Write what you told the next watch.",
    points=30,
    manual=True,
    rubric="decision_log",
)
LESSON = Lesson(
    id="T1",
    course="t",
    title="A tiny lesson",
    minutes=10,
    outcomes={"T1.1": "decide a speed"},
    tasks=(SPEED, HOURS, MEMO),
    situation=situation,
    reveal=reveal,
)

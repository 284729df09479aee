"""Scoring of the tiny lesson: exact, so that a test can say what each answer earns."""

from trainkit.lessons.score import Criterion, RedLine, Score


def speed(situation, answer, luck):
    needed = situation.distance_nm / situation.time_h
    reached = 1.0 if abs(answer["speed_kn"] - needed) < 0.5 else 0.0
    breach = RedLine("R1", 3, "Boarded before the rescue.") if answer["boat"] == "cutter" else None
    return Score(
        (
            Criterion("in time", reached, 20, "The raft is reached.", life=True),
            Criterion(
                "the right boat",
                1.0 if answer["boat"] == "rhib" else 0.5,
                10,
                f"Drawn: {luck.uniform('hidden', 0):.3f}",
            ),
        ),
        (breach,) if breach else (),
        "They were found after 2 hours.",
    )


def hours(situation, answer, luck):
    if answer["hours"]["B"] == 7:
        raise ZeroDivisionError("our fault")
    share = answer["hours"]["A"] / 10
    return Score((Criterion("hours in A", share, 40, "A is where they are."),), (), "Half a day.")


SCORING = {"t1_speed": speed, "t1_hours": hours}


def reference(situation):
    return {
        "t1_speed": {"speed_kn": situation.distance_nm / situation.time_h, "boat": "rhib"},
        "t1_hours": {"hours": {"A": 10, "B": 0}},
    }


def baseline(situation):
    return {"t1_speed": {"speed_kn": 0, "boat": "rhib"}, "t1_hours": {"hours": {"A": 0, "B": 10}}}

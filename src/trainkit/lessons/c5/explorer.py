"""What a reader may move before deciding: chance meetings of two teams, and when a channel pays.

Nobody's own case is in them, and nothing is graded.
"""

import math
from typing import Any

from trainkit.views.live import Shown, Slider, sliders

_SIGMA, _JOINT_DAYS, _ASSISTANCE_DAYS = 0.5, 3.0, 330.0


def meetings() -> None:
    """Show sliders of people and acts, and how often two teams meet without a board."""
    controls = (
        Slider("people", "People whom both teams know", "", 5, 60, 1, value=30),
        Slider("alder", "Of these under Alder's hands this week", "", 1, 20, 1, value=6),
        Slider("borea", "Of these under Borea's hands this week", "", 1, 20, 1, value=6),
        Slider("alike", "Chosen alike, because both see the same", "%", 0, 100, 10, value=0),
    )
    sliders(controls, met, "Two teams, one list of people, no board")


def met(values: dict[str, Any]) -> Shown:
    """Return how many people both teams take up, and the chance that it is nobody.

    Of Alder's people a share is chosen by Borea too, since both look at the same picture; the rest
    of Borea's is chosen by chance, so that the number of meetings is hypergeometric.
    """
    people = int(values["people"])
    alder, borea = (min(people, int(values[team])) for team in ("alder", "borea"))
    alike = round(min(alder, borea) * values["alike"] / 100.0)
    mean = expected(people, alder, borea, alike)
    return Shown(
        f"On average {mean:.1f} people are taken up by both. In "
        f"{100 * nobody(people, alder, borea, alike):.0f} of 100 such weeks it is nobody. In 20 "
        f"weeks there are {20 * mean:.0f} meetings."
    )


def expected(people: int, alder: int, borea: int, alike: int) -> float:
    """Return the mean number of people whom both take up.

    Examples:
        >>> expected(30, 6, 5, 0)
        1.0
    """
    left = people - alike
    return alike + ((alder - alike) * (borea - alike) / left if left else 0.0)


def nobody(people: int, alder: int, borea: int, alike: int) -> float:
    """Return the chance that nobody is taken up by both.

    Examples:
        >>> nobody(4, 2, 2, 0) == 1 / 6
        True
    """
    if alike:
        return 0.0
    return math.comb(people - alder, borea) / math.comb(people, borea)


def channels() -> None:
    """Show sliders of requests and days, and what the partner has answered by the arrests."""
    controls = (
        Slider("requests", "Requests a week", "", 1, 10, 1, value=3),
        Slider("day", "Day of arrests", "", 10, 365, 5, value=90),
        Slider("police", "An answer from police to police takes", "days", 5, 60, 5, value=20),
        Slider("setup", "A joint team takes to be set up", "days", 10, 120, 5, value=45),
        Slider("asked", "It is asked for on day", "", 0, 200, 5, value=0),
    )
    sliders(controls, answered, "What is answered by the day of arrests")


def answered(values: dict[str, Any]) -> Shown:
    """Return the answers by three channels until a day, and what they are worth."""
    day, rate = float(values["day"]), values["requests"] / 7.0
    ready = float(values["asked"]) + float(values["setup"])
    police, assistance, joint = (
        rate * answers(day, begins, median)
        for begins, median in (
            *((0.0, float(values["police"])), (0.0, _ASSISTANCE_DAYS)),
            *((ready, _JOINT_DAYS),),
        )
    )
    return Shown(
        f"By day {day:.0f} police to police has answered {police:.0f} requests: intelligence, "
        f"which no court hears. Legal assistance has answered {assistance:.0f}, and the joint "
        f"team {joint:.0f}, both as evidence. The joint team works from day {ready:.0f}."
    )


def answers(day: float, begins: float, median: float) -> float:
    """Return the days' worth of requests that are answered by a day, for lognormal answer times.

    Requests come evenly from *begins* on; the integral of the share answered is summed day by day
    in steps of a tenth.
    """
    steps = max(0, round(10 * (day - begins)))
    return sum(_share(0.1 * (step + 0.5), median) for step in range(steps)) / 10.0


def _share(waited: float, median: float) -> float:
    return 0.5 * (1.0 + math.erf(math.log(waited / median) / (_SIGMA * math.sqrt(2.0))))

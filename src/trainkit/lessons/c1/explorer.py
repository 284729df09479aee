"""What a reader may move before deciding: reports that repeat one another, and leads that fade.

Both answer with formulas; nobody's own case is in them, and nothing is graded.
"""

from typing import Any

from trainkit.case.hypotheses.arrival.formulas import share_answered, worked_in_time
from trainkit.views.live import Shown, Slider, sliders


def sources() -> None:
    """Show sliders of reports and of those that repeat one, and the belief with both counts."""
    controls = (
        Slider("prior", "Belief before, of 100", "", 5, 95, 5, value=30),
        Slider("right", "Said where it is so, of 100", "", 5, 95, 5, value=60),
        Slider("wrong", "Said where it is not, of 100", "", 5, 95, 5, value=20),
        Slider("reports", "Reports that say so", "", 1, 6, 1, value=3),
        Slider("sources", "Persons behind them", "", 1, 6, 1, value=1),
    )
    sliders(controls, weighed, "Reports, and the persons behind them")


def weighed(values: dict[str, Any]) -> Shown:
    """Return the belief when every report counts, and when every person counts once."""
    persons = min(values["sources"], values["reports"])
    ratio = values["right"] / values["wrong"]
    odds = values["prior"] / (100.0 - values["prior"])
    loose, careful = (
        100.0 * odds * ratio**n / (1.0 + odds * ratio**n) for n in (values["reports"], persons)
    )
    return Shown(
        f"Each report multiplies the odds by {ratio:.2f}. Counted as {values['reports']} sources "
        f"the belief is {loose:.0f} %. {_behind(persons)} behind them: it is "
        f"{careful:.0f} %. The difference of {abs(loose - careful):.0f} was made by nobody's eyes."
    )


def _behind(persons: int) -> str:
    return "There is 1 person" if persons == 1 else f"There are {persons} persons"


def fading() -> None:
    """Show sliders of leads, hours and fading, and how many are worked in time."""
    controls = (
        Slider("a_week", "Leads in a week of 40 hours", "", 2, 40, 2, value=20),
        Slider("work_h", "Hours of work on one", "h", 1, 10, 1, value=4),
        Slider("fades_h", "Hours until it fades, mean", "h", 2, 60, 2, value=12),
        Slider("analysts", "Analysts", "", 1, 4, 1, value=2),
    )
    sliders(controls, faded, "Leads that fade")


def faded(values: dict[str, Any]) -> Shown:
    """Return the share of leads worked in time, with this team and with one that is never busy."""
    work, fades = float(values["work_h"]), float(values["fades_h"])
    share = share_answered(values["a_week"] / 40.0, work, fades, values["analysts"])
    most = worked_in_time(work, fades)
    return Shown(
        f"Of 100 leads {100 * share:.0f} are worked before they fade. With an analyst always free "
        f"it would be {100 * most:.0f}: {fades:.0f} over {fades:.0f} and {work:.0f} hours. The "
        f"other {100 * (most - share):.0f} are lost because something else was in hand."
    )

"""What a reader may move before deciding: a laboratory with a queue, and the hour of a request.

Both answer with formulas and not with a run; nobody's own case is in them, and nothing is graded.

Sources:
    Erlang's formula C and Cobham's formula, see `trainkit.case.evidence.laboratory`.
"""

import math
from typing import Any

import numpy as np

from trainkit.case.evidence.laboratory import waits_by_rank
from trainkit.views.live import Shown, Slider, sliders

_MONTH_DAYS, _SPREAD = 30.0, math.sqrt(math.expm1(0.5**2))
_SIGMA, _TERM_DAYS = 0.6, 15.0
_EVENLY = (np.arange(1000) + 0.5) / 1000.0


def laboratory() -> None:
    """Show sliders of a laboratory, and the wait of urgent and of other exhibits."""
    controls = (
        Slider("urgent", "Urgent exhibits in a month", "", 0.1, 1.0, 0.1, value=0.4),
        Slider("others", "Other exhibits in a month", "", 0.1, 2.0, 0.1, value=1.2),
        Slider("days", "Days for one examination", "d", 2, 30, 1, value=16),
    )
    sliders(controls, queued, "One examiner: how long an exhibit waits")


def queued(values: dict[str, Any]) -> Shown:
    """Return the mean wait of two ranks at one examiner, by Cobham's formula."""
    rates = [values["urgent"] / _MONTH_DAYS, values["others"] / _MONTH_DAYS]
    days = float(values["days"])
    load = sum(rates) * days
    if load >= 1.0:
        return Shown(
            f"The examiner is given {100 * load:.0f} % of the work that one can do. The backlog "
            "grows for as long as this goes on, whatever comes first."
        )
    first, last = waits_by_rank(rates, [days, days], [_SPREAD, _SPREAD])
    return Shown(
        f"The examiner is busy {100 * load:.0f} % of the time. An urgent exhibit waits "
        f"{first:.0f} days on average before it is taken up, since what is in hand is finished; "
        f"another waits {last:.0f}."
    )


def request() -> None:
    """Show sliders of a request for renewal, and the chance that it comes in time."""
    controls = (
        Slider("before", "Days before the order ends", "d", 0, 14, 1, value=10),
        Slider("ground", "Days until a new ground, mean", "d", 1, 10, 1, value=6),
        Slider("judge", "Days of the judge, mostly", "d", 1, 6, 1, value=3),
    )
    sliders(controls, asked, "An order of fifteen days: when to ask for a renewal")


def asked(values: dict[str, Any]) -> Shown:
    """Return the chance of a new ground by the request, and of a decision before the end."""
    before = float(values["before"])
    ground = -math.expm1(-(_TERM_DAYS - before) / values["ground"])
    decided = _by(before, float(values["judge"]))
    return Shown(
        f"In {100 * ground:.0f} of 100 cases there is a new ground when you ask. In "
        f"{100 * decided:.0f} of 100 the judge decides before the order ends. Both hold in "
        f"{100 * ground * decided:.0f} of 100.",
        samples=-values["ground"] * np.log1p(-_EVENLY),
        label="Days until a new ground, of 1,000 orders",
    )


def _by(days: float, median: float) -> float:
    """Return the share of decisions within *days*."""
    if days <= 0.0:
        return 0.0
    return 0.5 * (1.0 + math.erf(math.log(days / median) / _SIGMA / math.sqrt(2.0)))

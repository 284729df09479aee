"""What a reader may move before deciding: who is taken out of a network, and how posts come back.

Nobody's own case is in them, and nothing is graded.
"""

import math
from functools import cache
from typing import Any

from trainkit.case.measures import removal_curve
from trainkit.case.network import NetworkSpec, generate
from trainkit.kernel.luck import Luck
from trainkit.views.live import Shown, Slider, sliders

_SHOWN = 1946
_MOST = 20
_NOBODY = " Nobody is left who knows the work, so posts stay empty longer."
_MEDIAN_DAYS, _SIGMA, _LOST, _SKILL, _SPARE = 60.0, 0.5, 2.5, 0.5, 0.2


def removal() -> None:
    """Show a slider of actors taken out, and the largest part that is left, by three orders."""
    control = Slider("gone", "Actors taken out of sixty", "", 0, _MOST, 1, value=3)
    sliders((control,), removed, "A network of sixty loses actors")


@cache
def _curves() -> dict[str, Any]:
    pairs = generate(NetworkSpec(), Luck(_SHOWN)).pairs
    curves = {by: removal_curve(pairs, by=by, steps=_MOST) for by in ("betweenness", "degree")}
    random = [removal_curve(pairs, by="random", steps=_MOST, seed=seed) for seed in range(40)]
    return {**curves, "random": sum(random) / len(random)}


def removed(values: dict[str, Any]) -> Shown:
    """Return the largest part that is left after so many are gone."""
    gone = int(values["gone"])
    ways, ties, anybody = (100 * _curves()[by][gone] for by in ("betweenness", "degree", "random"))
    return Shown(
        f"{gone} of 60 are gone. If those on most ways went, the largest part that hangs "
        f"together holds {ways:.0f} % of the network; if those with most ties went, {ties:.0f} %; "
        f"if anybody went, {anybody:.0f} % on average. Even a large part is no working network if "
        "a kind of work is missing in it, and this picture says nothing of who comes back."
    )


def recovery() -> None:
    """Show sliders of posts and arrests in one kind of work, and how far it comes back."""
    controls = (
        Slider("posts", "Posts of this kind of work", "", 2, 20, 1, value=4),
        Slider("gone", "Of these arrested on one day", "", 1, 20, 1, value=3),
        Slider("days", "Days after", "days", 0, 365, 5, value=90),
    )
    sliders(controls, recovered, "One kind of work loses people and fills posts again")


def recovered(values: dict[str, Any]) -> Shown:
    """Return the mean work that is done after some days, by the formula of the lognormal delay."""
    posts = int(values["posts"])
    gone = min(int(values["gone"]), posts)
    days = float(values["days"])
    median = _MEDIAN_DAYS * (_LOST if gone == posts else 1.0)
    back = _filled(days, median)
    work = (posts - gone + _SKILL * gone * back) / ((1.0 - _SPARE) * posts)
    nobody = _NOBODY if gone == posts else ""
    return Shown(
        f"{gone} of {posts} posts were emptied.{nobody} After {days:.0f} days "
        f"{100 * back:.0f} in 100 of them are filled, by people who do half. This kind of work "
        f"lets the network do {100 * min(1.0, work):.0f} % of what it could."
    )


def _filled(days: float, median: float) -> float:
    if days <= 0.0:
        return 0.0
    return 0.5 * (1.0 + math.erf(math.log(days / median) / (_SIGMA * math.sqrt(2.0))))

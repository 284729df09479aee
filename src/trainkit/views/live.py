"""Live views: sliders whose values are computed with at once, shown as text, bars and a chart.

Examples:
    >>> def drift(values):
    ...     return Shown(f"In 3 h the raft drifts {0.12 * values['wind_kn']:.1f} NM.")
    >>> wind = Slider("wind_kn", "Wind", "kn", 0, 40, 1, value=15)
    >>> sliders((wind,), drift, "Wind and drift")
    Wind and drift. Set now: Wind 15 kn.
    In 3 h the raft drifts 1.8 NM.
"""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from trainkit.errors import TrainkitError, nearest
from trainkit.views import distribution, extent, feature, front
from trainkit.views.pick import Control, Pick, Setting
from trainkit.views.slider import Slider

__all__ = ["Live", "Pick", "Setting", "Shown", "Slider", "show", "sliders", "widget"]


@dataclass(frozen=True)
class Shown:
    """What is shown for one setting of the sliders.

    Attributes:
        text: Sentences with the numbers; read aloud by a screen reader when they change.
        samples: Values of a distribution, shape (n,), nan where a run has none; None for no bars.
        label: What the samples measure, with the unit.
        points: Places (x_nm, y_nm) of a cloud on the chart, shape (n,) each; None for none.
        marks: Marks, areas and grids on the chart; a chart is drawn where there are any, or points.
        before: Values of the distribution at the setting before, drawn below; None for none.
        more: Whether asking again for the same setting gives more of the samples.
    """

    text: str
    samples: ArrayLike | None = None
    label: str = ""
    points: tuple[ArrayLike, ArrayLike] | None = None
    marks: tuple[feature.Feature, ...] = ()
    before: ArrayLike | None = None
    more: bool = False


Compute = Callable[[dict[str, Any]], Shown]


class Live:
    """Controls and what is computed from them; axes widen and never shrink while one moves."""

    def __init__(self, controls: Sequence[Control], compute: Compute, label: str) -> None:
        """Keep the sliders.

        Raises:
            TrainkitError: there is no slider, or two have one name.
        """
        names = [control.name for control in controls]
        if not names or len(set(names)) < len(names):
            raise TrainkitError(f"'{label}' needs sliders, each with a name of its own.")
        self.controls, self.label, self._compute = tuple(controls), label, compute
        self._span: tuple[float, float] | None = None
        self._sea: extent.Bounds | None = None

    def setting(self, values: Setting) -> dict[str, Any]:
        """Return a value for each slider: that of *values*, or where it begins.

        Raises:
            TrainkitError: there is no such slider, or a value is out of its bounds.
        """
        names = [control.name for control in self.controls]
        for name in values:
            if name not in names:
                raise TrainkitError(f"There is no slider '{name}'.{nearest(name, names)}")
        return {c.name: c.at(values.get(c.name, c.start)) for c in self.controls}

    def state(self, values: Setting) -> tuple[dict[str, Any], bytes]:
        """Return what the browser draws for *values*, and the points as pairs of 32-bit numbers.

        What a user can mend stands in the text, so that a slider never falls silent.
        """
        try:
            found = self._compute(self.setting(values))
            return self._state(found)
        except TrainkitError as error:
            return {"text": str(error), "bars": None, "sea": None, "more": False}, b""

    def _state(self, found: Shown) -> tuple[dict[str, Any], bytes]:
        sea, points = self._chart(found)
        told = {"text": found.text, "bars": self._bars(found), "more": found.more}
        return {**told, "sea": sea}, points

    def _bars(self, found: Shown) -> dict[str, Any] | None:
        if found.samples is None:
            return None
        drawn = {"": found.samples}
        if found.before is not None:
            drawn = {"these values": found.samples, "the setting before": found.before}
        values = np.concatenate([distribution.present(one)[0] for one in drawn.values()])
        if len(values):
            low, high = self._span or (values[0], values[0])
            self._span = float(min(low, values.min())), float(max(high, values.max()))
        return distribution.drawn(distribution.distributions(drawn, found.label, self._span))

    def _chart(self, found: Shown) -> tuple[dict[str, Any] | None, bytes]:
        if found.points is None and not found.marks:
            return None, b""
        cloud = extent.coordinates(*(found.points or ((), ())))
        seen = np.vstack([cloud, np.reshape(feature.places(found.marks), (-1, 2))])
        self._sea = extent.bounds(seen, self._sea)
        caption = " ".join(_cloud_words(cloud)) or "Sea chart, north up."
        told = {"caption": caption, "details": feature.words(found.marks)}
        state = {"bounds": self._sea, **told, **feature.drawn(found.marks)}
        return state, np.ascontiguousarray(cloud, dtype="<f4").tobytes()

    def words(self, values: Setting) -> str:
        """Return in words what the picture shows for *values*, with all samples that there are."""
        setting = self.setting(values)
        found = self._compute(setting)
        while found.more:
            found = self._compute(setting)
        told = ", ".join(c.words(setting[c.name]) for c in self.controls)
        state, _ = self._state(found)
        captions = [state[part]["caption"] for part in ("bars", "sea") if state[part]]
        details = feature.words(found.marks)
        return "\n".join([f"{self.label}. Set now: {told}.", found.text, *captions, *details])


def _cloud_words(cloud: np.ndarray) -> list[str]:
    if len(cloud) == 0:
        return []
    middle = feature.place(*cloud.mean(axis=0))
    half_nm = float(np.median(np.hypot(*(cloud - cloud.mean(axis=0)).T)))
    return [f"{len(cloud):,} points about {middle}; half of them within {half_nm:.1f} NM of there."]


def sliders(
    controls: Sequence[Control],
    compute: Compute,
    label: str,
    at: Setting | None = None,
) -> None:
    """Show sliders and what is computed from them; in words where there are no widgets.

    Args:
        controls: The sliders, and lists of words.
        compute: What is shown for a dictionary of values by name; a pure function.
        label: What it is about, in a few words.
        at: Values to begin with, for some of the sliders.

    Raises:
        TrainkitError: a control or a value is not as it must be.
    """
    show(Live(controls, compute, label), at or {})


def show(live: Live, at: Setting) -> None:
    """Show a live view that begins *at* some values; in words where there are no widgets."""
    values = live.setting(at)
    words = live.words(values)
    if front.has_widgets():
        front.show(widget(live, values), words)
    else:
        print(words)


def widget(live: Live, values: Setting) -> Any:
    """Return the widget of sliders that stand at *values*."""
    from trainkit.views.widgets import LiveWidget

    shown, points = live.state(values)
    asked: dict[str, Any] = {"serial": 0, "values": dict(values)}
    made = LiveWidget(
        controls=described(live), asked=asked, shown={"serial": 0, **shown}, points=points
    )

    def answer(change: Any) -> None:
        with made.hold_sync():
            found, made.points = live.state(change["new"].get("values", {}))
            made.shown = {"serial": change["new"].get("serial"), **found}

    made.observe(answer, "asked")
    return made


def described(live: Live) -> dict[str, Any]:
    """Return the sliders as the browser needs them: JSON values only."""
    return {"label": live.label, "sliders": [_row(one) for one in live.controls]}


def _row(one: Control) -> dict[str, Any]:
    decimals = {"decimals": one.decimals} if isinstance(one, Slider) else {}
    return {**asdict(one), "value": one.start, **decimals}

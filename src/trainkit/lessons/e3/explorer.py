"""What a reader may move before deciding: hours waited, weather and distance, to what became of it.

The boats here are an example; nobody's own case is in it, and nothing is graded.
"""

from typing import Any

from trainkit.joint.enforcement.boarding.fate import pressed
from trainkit.views.live import Shown, Slider, sliders

_SOUND_H, _AFLOAT_H, _SPREAD = 4.0, 2.0, 0.4
_FACTOR, _PRESSED_NM, _SPEED_KN = 2.0, 0.3, 15.0
_STEPS = 400


def waiting() -> None:
    """Show sliders of hours, weather and distance, and what has become of a hundred boats."""
    controls = (
        Slider("waited_h", "You have waited", "h", 0, 12, 1, value=4),
        Slider("worsens_h", "The weather worsens after", "h", 0, 12, 1, value=6),
        Slider("keep_nm", "Distance you keep", "NM", 0.5, 8.0, 0.5, value=2.0),
    )
    sliders(controls, waited, "A hundred boats that nobody helps, and a cutter that waits")


def waited(values: dict[str, Any]) -> Shown:
    """Return what has become of a hundred boats after hours of waiting."""
    keep_nm = float(values["keep_nm"])
    distressed, swamped = shares(float(values["waited_h"]), float(values["worsens_h"]), keep_nm)
    minutes = 60.0 * keep_nm / _SPEED_KN
    return Shown(
        f"After {values['waited_h']} h, {100 * (1 - distressed):.0f} of 100 boats are sound, "
        f"{100 * (distressed - swamped):.0f} are in distress and {100 * swamped:.0f} are swamped. "
        f"From {keep_nm:g} NM you are alongside after {minutes:.0f} minutes. Nobody has called."
    )


def shares(waited_h: float, worsens_h: float, keep_nm: float) -> tuple[float, float]:
    """Return the share of boats in distress or worse, and that of swamped ones.

    Args:
        waited_h: Hours since the sighting.
        worsens_h: When the weather worsens.
        keep_nm: Distance that the cutter keeps.
    """
    import numpy as np
    from scipy.special import ndtri

    drawn = np.exp(_SPREAD * ndtri((np.arange(_STEPS) + 0.5) / _STEPS))
    sound_h = _SOUND_H * pressed(keep_nm, _PRESSED_NM) * drawn
    afloat_h = _AFLOAT_H * drawn
    used_h = waited_h + max(0.0, waited_h - worsens_h) * (_FACTOR - 1.0)
    both = sound_h[:, None] + afloat_h[None, :]
    return float((sound_h <= used_h).mean()), float((both <= used_h).mean())

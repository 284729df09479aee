"""What becomes of the boat if nobody comes: the times of its cues, drawn once for a night.

A boat has hours in calm weather. Once the weather has worsened, they pass *rough_factor* times as
fast, so that H calm hours end at H when the weather holds, and at w + (H - w) / f when it worsens
at w before that. A cutter that keeps close presses the boat: its hours until distress shrink by
d / (d + p) at distance d, which is a half at d = p.
"""

import math
from dataclasses import dataclass

from trainkit.joint.enforcement.boarding.spec import BoardingSpec
from trainkit.kernel.luck import Luck


@dataclass(frozen=True)
class Fate:
    """The times of a boat, in hours after the sighting.

    Attributes:
        sign_h: When the first cue can be seen.
        distress_h: When the boat is in distress.
        swamped_h: When it is swamped, if people are still on board.
        call_h: When a call for help is heard.
    """

    sign_h: float
    distress_h: float
    swamped_h: float
    call_h: float


def passed_h(calm_h: float, worsens_h: float, rough_factor: float) -> float:
    """Return when *calm_h* hours of calm weather are used up.

    Examples:
        >>> passed_h(1.0, worsens_h=2.0, rough_factor=3.0)
        1.0
        >>> passed_h(5.0, worsens_h=2.0, rough_factor=3.0)
        3.0
    """
    return min(calm_h, worsens_h) + max(0.0, calm_h - worsens_h) / rough_factor


def pressed(keep_nm: float, pressed_nm: float) -> float:
    """Return the part of a boat's hours that a cutter at *keep_nm* leaves it.

    Examples:
        >>> pressed(0.5, pressed_nm=0.5)
        0.5
    """
    return keep_nm / (keep_nm + pressed_nm)


def draw_fate(spec: BoardingSpec, luck: Luck) -> Fate:
    """Return the fate of the boat of one night."""

    def lasting(name: str, median_h: float) -> float:
        return luck.lognormal(name, 0, median=median_h, sigma=spec.spread) if median_h else 0.0

    sound_h = lasting("boarding sound", spec.sound_h) * pressed(spec.keep_nm, spec.pressed_nm)
    afloat_h = lasting("boarding afloat", spec.afloat_h)
    calm_h = (spec.sign_share * sound_h, sound_h, sound_h + afloat_h)
    sign_h, distress_h, swamped_h = (
        passed_h(one, spec.worsens_h, spec.rough_factor) for one in calm_h
    )
    lag_h = lasting("boarding call", spec.call_lag_h)
    return Fate(sign_h, distress_h, swamped_h, distress_h + lag_h)


def known_h(spec: BoardingSpec, fate: Fate, left_h: float = math.inf) -> float:
    """Return when the cutter must drop everything and rescue; inf where its order says when.

    Beyond the distance of sight, and once it has left, only a call tells it.

    Args:
        spec: The boarding.
        fate: What becomes of the boat.
        left_h: When the cutter left the scene, in hours after the sighting.
    """
    if spec.rescue_at == "as_ordered":
        return math.inf
    seen = {
        "sign": fate.sign_h,
        "distress": fate.distress_h,
        "call": min(fate.call_h, fate.swamped_h),
    }[spec.rescue_at]
    return seen if spec.keep_nm <= spec.sight_nm and seen < left_h else fate.call_h

"""The flag State that is asked: it says yes, says no, or stays silent."""

from collections.abc import Generator
from typing import Any

from trainkit.joint.enforcement.boarding.kinds import FLAG
from trainkit.joint.enforcement.boarding.scene import Scene


def flag_state(scene: Scene, answered: Any) -> Generator[Any, Any, None]:
    """Answer after a while, if at all, and let *answered* happen."""
    luck, spec = scene.luck, scene.spec
    says = luck.uniform("boarding answer", 0)
    if says >= spec.granted + spec.refused:
        return
    lag_h = luck.lognormal("boarding answer lag", 0, median=spec.answer_h, sigma=spec.spread)
    yield scene.env.timeout(lag_h)
    scene.answer = "granted" if says < spec.granted else "refused"
    scene.pen.write("flag_answered", FLAG, answer=scene.answer)
    answered.succeed()

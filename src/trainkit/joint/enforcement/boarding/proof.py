"""What an act finds that stands in court: traces fade, and what had no basis does not count.

Two traces are seen from outside, three are found on board, two things are told. A trace lasts an
exponential time; what is inside goes down with the boat. A boarding without a basis finds nothing
that stands. What people tell stands when they were cared for first, and are safe.
"""

from trainkit.joint.enforcement.boarding.scene import Scene

TRACES = {"observe": 2, "board": 3, "question": 2}
"""How many things each act may find."""
_FIRST = {"observe": 0, "board": 2, "question": 5}
_MEMORY = 4.0
"""How much longer what is remembered lasts than what is on the boat: an assumption."""


def found(scene: Scene, act: str) -> int:
    """Return how many things an act finds that stand, as it ends now."""
    if act not in TRACES or not _may_stand(scene, act):
        return 0
    mean_h = scene.spec.evidence_h * (_MEMORY if act == "question" else 1.0)
    lasting = range(_FIRST[act], _FIRST[act] + TRACES[act])
    return sum(_lasts_h(scene, trace, mean_h) > scene.now_h for trace in lasting)


def _lasts_h(scene: Scene, trace: int, mean_h: float) -> float:
    return scene.luck.exponential("boarding trace", trace, mean=mean_h)


def _may_stand(scene: Scene, act: str) -> bool:
    if act == "question":
        return scene.cared
    if act == "observe":
        return scene.spec.keep_nm <= scene.spec.sight_nm
    return scene.answer == "granted" and scene.swamped_h is None

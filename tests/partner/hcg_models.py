"""A partner's model: random search, whose probability of detection is Koopman's formula."""

import math
from typing import Literal

from trainkit.kernel.logbook import Kind
from trainkit.kernel.luck import exponential, purpose
from trainkit.model import Metric, Model, Spec, lever, uncertainty

DETECTION = purpose("detection")


class UnitSpec(Spec):
    name: str = uncertainty()
    """Name of the unit."""
    speed_kn: float = lever(unit="kn", low=5.0, high=40.0, step=1.0)
    """Search speed."""


class SearchSpec(Spec):
    units: tuple[UnitSpec, ...] = lever()
    """Searching units."""
    sweep_width_nm: float = uncertainty(2.0, unit="NM", low=0.1, high=20.0)
    """Sweep width."""
    area_nm2: float = uncertainty(400.0, unit="NM2", low=1.0, high=10_000.0)
    """Area of the box."""
    law: Literal["random", "certain"] = lever("random")
    """Law of detection."""
    n_rafts: int = uncertainty(1, low=1, high=9)
    """Rafts in the box."""


def detection_probability(spec, time_h):
    return -math.expm1(-rate(spec) * time_h)


def rate(spec):
    return spec.sweep_width_nm * sum(unit.speed_kn for unit in spec.units) / spec.area_nm2


def found_at_h(key, spec):
    if spec.law == "certain":
        return 1.0 / rate(spec)
    return exponential(key, DETECTION, 0, 0, 1.0 / rate(spec))


def start(env, spec, luck, writer):
    def patrol():
        writer.write("search_began", "patrol")
        yield env.timeout(found_at_h(luck.key, spec))
        writer.write("raft_detected", "patrol", rafts=spec.n_rafts)

    env.process(patrol())


MODEL = Model(
    name="random_search",
    title="Random search of a box",
    spec=SearchSpec,
    kinds=(Kind("search_began"), Kind("raft_detected", ("rafts",))),
    subjects=lambda spec: ("patrol",),
    start=start,
    metrics=(
        Metric(
            "detected",
            "Detected by the end",
            lambda books: books.count("raft_detected"),
            "more",
            proportion=True,
        ),
        Metric(
            "time_to_detection_h",
            "Time to detection (h)",
            lambda books: books.first_time_h("raft_detected"),
            "less",
        ),
    ),
    twin="hcg_twin",
)

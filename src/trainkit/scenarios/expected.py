"""What a scenario's maker expects of it: bounds on the means of its metrics, beside the file."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from trainkit.errors import TrainkitError, nearest, shown
from trainkit.scenarios.document import read_toml, require_keys
from trainkit.scenarios.scenario import Scenario


@dataclass(frozen=True)
class Expected:
    """Bounds on means, over a number of replications.

    Attributes:
        replications: How many are run to compare.
        bounds: Lowest and highest mean, by metric.
    """

    replications: int
    bounds: Mapping[str, tuple[float, float]]


def expected(scenario: Scenario) -> Expected | None:
    """Return what ``expected.toml`` beside a scenario says, or None where there is none.

    The file holds ``replications = 200`` and a table ``[metrics.NAME]`` with ``low`` and ``high``.

    Raises:
        TrainkitError: the file is not as it must be.
    """
    path = scenario.folder / "expected.toml" if scenario.folder else None
    if path is None or not path.is_file():
        return None
    document = read_toml(path)
    require_keys(document, ("replications", "metrics"), (), str(path))
    bounds = {
        name: _bounds(name, table, scenario, str(path))
        for name, table in _table(document["metrics"], "metrics", str(path)).items()
    }
    return Expected(_replications(document["replications"], str(path)), bounds)


def _table(value: Any, key: str, where: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise TrainkitError(f"{where}: '{key}' must be a table, such as [metrics.detected].")
    return value


def _replications(value: Any, where: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 2 <= value <= 100_000:
        raise TrainkitError(
            f"{where}: replications = {shown(value)} is refused: a whole number from 2 to 100,000."
        )
    return value


def _bounds(name: str, value: Any, scenario: Scenario, where: str) -> tuple[float, float]:
    known = [metric.name for metric in scenario.model.metrics]
    if name not in known:
        raise TrainkitError(f"{where}: the model has no metric '{name}'.{nearest(name, known)}")
    table = _table(value, f"metrics.{name}", where)
    require_keys(table, ("low", "high"), (), f"{where}: metrics.{name}")
    if not all(_number(table[key]) for key in ("low", "high")) or table["low"] > table["high"]:
        raise TrainkitError(f"{where}: metrics.{name} needs two numbers, low at most high.")
    return float(table["low"]), float(table["high"])


def _number(value: Any) -> bool:
    kind = isinstance(value, int | float) and not isinstance(value, bool)
    return kind and abs(value) <= 1e300 and not math.isnan(value)

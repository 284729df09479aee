"""A model as it declares itself: what it needs, how it starts, and what is read of its runs."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from trainkit.kernel.logbook import Kind, Logbooks
from trainkit.kernel.luck import Luck
from trainkit.model.spec import Spec
from trainkit.redlines import Rule


@dataclass(frozen=True)
class Metric:
    """A number of a run, declared with how it is read.

    Attributes:
        name: Its name in results, units last.
        label: What a reader sees, with the unit.
        read: Pure function of the logbooks, giving one number a replication, shape (n,);
            nan where the number does not exist.
        better: Whether more of it is better, less, or neither.
        proportion: Whether it is 0 or 1 in each replication, so that its mean is a proportion.
    """

    name: str
    label: str
    read: Callable[[Logbooks], NDArray[np.float64]]
    better: Literal["more", "less", "neither"] = "neither"
    proportion: bool = False


@dataclass(frozen=True)
class Model:
    """A model: what it needs, how it starts, what it writes and what is read of it.

    Attributes:
        name: Its name in scenario files.
        title: What it is, for readers.
        spec: The declared parameters.
        kinds: Kinds of entry that it writes.
        subjects: The names of who acts, from the parameters.
        start: Starts the processes: ``start(env, spec, luck, writer)``.
        metrics: What is read of its logbooks.
        red_lines: Rules whose breach caps a mark; functions of a logbook.
        twin: Dotted name of the module of its compiled engine, which offers
            ``simulate(spec, seed, first, n, horizon_h) -> Logbooks``; None where SimPy is enough.
        contradictions: Yields, in sentences, what parameters that are each allowed may not be
            together, such as a unit that is faster than its hull.
        policies: What may be compared with a scenario, by name: each gives, of the parameters, the
            values that it changes, by dotted names.
    """

    name: str
    title: str
    spec: type[Spec]
    kinds: tuple[Kind, ...]
    subjects: Callable[[Any], tuple[str, ...]]
    start: Callable[[Any, Any, Luck, Any], None]
    metrics: tuple[Metric, ...]
    red_lines: Sequence[Rule] = ()
    twin: str | None = None
    contradictions: Callable[[Any], Iterator[str]] | None = None
    policies: Mapping[str, Callable[[Any], dict[str, Any]]] = field(default_factory=dict)

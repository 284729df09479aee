"""How a model declares itself: parameters, metrics, and how it starts.

A parameter is declared once, beside the process that uses it: its role, unit, bounds and meaning.
Validation, sliders, axis labels, columns and checks read the declaration.

    class SearchSpec(Spec):
        speed_kn: float = lever(18.0, unit="kn", low=5.0, high=40.0, step=1.0)
        '''Patrol vessel speed.'''
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field
from pydantic.fields import FieldInfo

from trainkit.kernel.logbook import Kind, Logbooks
from trainkit.kernel.luck import Luck
from trainkit.meanings import meaning
from trainkit.redlines import Rule

Role = Literal["lever", "uncertainty"]


class Spec(BaseModel):
    """The parameters of a model: frozen, complete, and nothing besides."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", use_attribute_docstrings=True, allow_inf_nan=False, strict=True
    )


def lever(
    default: Any = ...,
    *,
    unit: str = "",
    low: float | None = None,
    high: float | None = None,
    step: float | None = None,
) -> Any:
    """Declare a parameter that the commander sets, with its *unit* and bounds."""
    return _declare("lever", default, unit, low, high, step)


def uncertainty(
    default: Any = ...,
    *,
    unit: str = "",
    low: float | None = None,
    high: float | None = None,
    step: float | None = None,
) -> Any:
    """Declare a parameter that the world sets, with its *unit* and bounds."""
    return _declare("uncertainty", default, unit, low, high, step)


def _declare(
    role: Role, default: Any, unit: str, low: float | None, high: float | None, step: float | None
) -> Any:
    told: dict[str, Any] = {"role": role, "unit": unit, "step": step}
    return Field(default, ge=low, le=high, json_schema_extra=told)


@dataclass(frozen=True)
class Declaration:
    """What is declared of one parameter.

    Attributes:
        name: Dotted name, such as ``units.0.search_speed_kn``.
        role: lever (the commander sets it) or uncertainty (the world sets it).
        unit: Unit, empty for probabilities, counts and words.
        low: Least value, or None.
        high: Greatest value, or None.
        step: Step of a slider, or None.
        choices: The words that it may be, or nothing.
        meaning: What it is, in a sentence.
        value: The default of a type, the value of an instance; None where it must be given.
    """

    name: str
    role: Role
    unit: str
    low: float | None
    high: float | None
    step: float | None
    choices: tuple[str, ...]
    meaning: str
    value: Any

    @property
    def label(self) -> str:
        """The meaning with its unit, for sliders, axes and columns."""
        text = self.meaning.rstrip(".") or self.name
        return f"{text} ({self.unit})" if self.unit else text


def declarations(spec: Spec | type[Spec]) -> list[Declaration]:
    """Return the declarations of a spec, nested ones with dotted names, in order.

    A type gives one row ``units.*.speed_kn`` for an array of tables, an instance one a member.
    """
    return list(_rows(spec, ""))


def _rows(spec: Spec | type[Spec], prefix: str) -> Iterator[Declaration]:
    instance = spec if isinstance(spec, Spec) else None
    kind = type(spec) if isinstance(spec, Spec) else spec
    for name, info in kind.model_fields.items():
        value = getattr(instance, name) if instance is not None else None
        nested = list(_nested(info, value, f"{prefix}{name}"))
        if nested:
            yield from nested
        else:
            sentence = info.description or meaning(kind, name)
            given = value if instance is not None else ...
            yield _declaration(f"{prefix}{name}", info, given, sentence)


def _nested(info: FieldInfo, value: Any, name: str) -> Iterator[Declaration]:
    if isinstance(value, Spec):
        yield from _rows(value, f"{name}.")
    elif isinstance(value, tuple) and value and isinstance(value[0], Spec):
        for place, member in enumerate(value):
            yield from _rows(member, f"{name}.{place}.")
    elif value is None:
        for many, member_type in _spec_types(info.annotation):
            yield from _rows(member_type, f"{name}.*." if many else f"{name}.")


def _spec_types(annotation: Any) -> Iterator[tuple[bool, type[Spec]]]:
    """Yield the specs within an annotation, and whether there are many of each."""
    if isinstance(annotation, type) and issubclass(annotation, Spec):
        yield False, annotation
    elif get_origin(annotation) is tuple:
        yield from ((True, found) for _, found in _spec_types(get_args(annotation)[0]))


def _declaration(name: str, info: FieldInfo, value: Any, sentence: str) -> Declaration:
    told: dict[str, Any] = (
        info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
    )
    default = None if info.is_required() else info.default
    return Declaration(
        name=name,
        role=told.get("role", "uncertainty"),
        unit=told.get("unit", ""),
        low=_bound(info, "ge"),
        high=_bound(info, "le"),
        step=told.get("step"),
        choices=_choices(info.annotation),
        meaning=sentence,
        value=default if value is ... else value,
    )


def _bound(info: FieldInfo, side: str) -> float | None:
    return next((getattr(m, side) for m in info.metadata if hasattr(m, side)), None)


def _choices(annotation: Any) -> tuple[str, ...]:
    if get_origin(annotation) is Literal:
        return tuple(str(word) for word in get_args(annotation))
    if get_origin(annotation) in {Union, UnionType}:
        return tuple(word for part in get_args(annotation) for word in _choices(part))
    return ()


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

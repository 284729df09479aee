"""What is declared of a parameter: read from a spec, with dotted names for what is nested."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from trainkit.meanings import meaning
from trainkit.model.spec import Role, Spec


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

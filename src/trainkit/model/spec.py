"""The parameters of a model: declared, frozen, and refused in a sentence wherever they are made."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self, TypeVar, cast

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from trainkit.errors import TrainkitError, nearest, shown

Role = Literal["lever", "uncertainty"]


class Spec(BaseModel):
    """The parameters of a model: frozen, complete, and nothing besides.

    Made from a call, by `model_validate` or as a changed copy, what is refused is told in a
    sentence: the name, what was found, what it must be, and the known name most like it.
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", use_attribute_docstrings=True, allow_inf_nan=False, strict=True
    )

    def __init__(self, /, **values: Any) -> None:
        """Take the declared parameters by name.

        Raises:
            TrainkitError: a name is unknown or missing, or a value is refused.
        """
        try:
            super().__init__(**values)
        except ValidationError as error:
            raise _refused(error, type(self)) from None

    # A nested table is then read by pydantic itself, and its flaws keep the whole dotted name.
    __init__.__pydantic_base_init__ = True  # type: ignore[attr-defined]

    @classmethod
    def model_validate(
        cls,
        obj: Any,
        *,
        strict: bool | None = None,
        extra: Literal["allow", "ignore", "forbid"] | None = None,
        from_attributes: bool | None = None,
        context: Any | None = None,
        by_alias: bool | None = None,
        by_name: bool | None = None,
    ) -> Self:
        """Return the spec of a table, as pydantic does with these options.

        Raises:
            TrainkitError: a name is unknown or missing, or a value is refused.
        """
        try:
            return super().model_validate(
                obj,
                strict=strict,
                extra=extra,
                from_attributes=from_attributes,
                context=context,
                by_alias=by_alias,
                by_name=by_name,
            )
        except ValidationError as error:
            raise _refused(error, cls) from None

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Return a copy with other values, which are checked as those of a new spec are.

        Args:
            update: New values by name.
            deep: Whether what a value holds is copied too.

        Raises:
            TrainkitError: a name is unknown, or a value is refused.
        """
        held = super().model_copy(deep=deep) if deep or not update else self
        return self.model_validate({**held.__dict__, **update}) if update else held

    if not TYPE_CHECKING:  # a checker of types goes on refusing the assignment

        def __setattr__(self, name: str, value: Any) -> None:
            try:
                super().__setattr__(name, value)
            except ValidationError:
                raise _unset(self, name, value) from None


S = TypeVar("S", bound=Spec)


def parsed(kind: type[S], content: Mapping[str, Any], where: str, under: str) -> S:
    """Return the spec that a table of a file describes.

    Args:
        kind: The declared parameters.
        content: The table.
        where: The file, for messages.
        under: The table's name, which goes before the name of what is refused.

    Raises:
        TrainkitError: a name is unknown or missing, or a value is refused.
    """
    try:
        return cast("S", kind.__pydantic_validator__.validate_python(content))
    except ValidationError as error:
        raise _refused(error, kind, where, under) from None


def _refused(
    error: ValidationError, kind: type[Spec], where: str = "", under: str = ""
) -> TrainkitError:
    from trainkit.model.refusal import refusal  # it reads declarations, and they are made of specs

    return refusal(error.errors(include_url=False), kind, where or kind.__name__, under)


def _unset(spec: Spec, name: str, value: Any) -> TrainkitError:
    kind = type(spec).__name__
    if name not in type(spec).model_fields:
        return TrainkitError(
            f"{kind}: there is no {name!r}.{nearest(name, type(spec).model_fields)}"
        )
    return TrainkitError(
        f"{kind}: {name} = {shown(value)} cannot be set, since a spec never changes. Make another "
        f"one: spec.model_copy(update={{{name!r}: {shown(value)}}})."
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

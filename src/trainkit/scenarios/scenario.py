"""A scenario: values for a model's declared parameters, frozen and checked."""

import hashlib
import sys
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from importlib import import_module
from pathlib import Path
from typing import Any

from trainkit import guard
from trainkit.errors import TrainkitError
from trainkit.kernel.chain import canonical
from trainkit.model import Model, Spec, declarations, parsed
from trainkit.scenarios import document as documents
from trainkit.scenarios.nested import flat, frozen, replaced

_UNSET = object()


@dataclass(frozen=True, eq=False, repr=False)
class Scenario:
    """Values for a model's parameters; two are equal when they simulate the same.

    Attributes:
        name: ``publisher/id``, or the id of a file read by its path.
        title: What it is, for readers.
        model: The model that it is of.
        horizon_h: Simulated time in hours.
        seed: Seed that its experiments begin with.
        parameters: The values, as the model declares them.
        provenance: Source or assumption, by dotted name.
        content_note: What a trainee may wish to know before, or nothing.
        folder: Where its file lies; None when it was made in memory.
    """

    name: str
    title: str
    model: Model
    horizon_h: float
    seed: int
    parameters: Any
    provenance: Mapping[str, str]
    content_note: str = ""
    folder: Path | None = None

    def vary(self, name: str | Mapping[str, Any], value: Any = _UNSET) -> "Scenario":
        """Return the scenario with other values, checked as a file would be.

        Args:
            name: Dotted name of a parameter (``units.0.speed_kn``), or ``horizon_h``, or values by
                such names.
            value: The value, when one name is given.

        Raises:
            TrainkitError: a name is unknown, or a value is refused.

        Examples:
            ``load("trainkit/two-agency-search").vary("units.0.search_speed_kn", 20.0)``
        """
        values = dict(_values(name, value))
        horizon_h = documents.horizon_h(values.pop("horizon_h", self.horizon_h), self.name)
        guard.require_lawful_features(map(str, values), self.name)
        content = frozen(self.parameters)
        for key, new in values.items():
            content = replaced(content, key, frozen(new), self.name)
        parameters = _parameters(self.model, content, self.name)
        return replace(self, horizon_h=horizon_h, parameters=parameters)

    @property
    def fingerprint(self) -> str:
        """SHA-256 of all that decides what a run gives, but for the seed of the experiment."""
        content = {
            "model": self.model.name,
            "horizon_h": self.horizon_h,
            "parameters": self.parameters.model_dump(mode="json"),
        }
        return hashlib.sha256(canonical(content).encode()).hexdigest()

    @property
    def briefing(self) -> str:
        """The briefing that lies beside the file, or nothing."""
        path = self.folder / "briefing.md" if self.folder else None
        return documents.read_text(path) if path and path.is_file() else ""

    def __repr__(self) -> str:
        return f"<Scenario {self.name}: {self.model.name}, {self.horizon_h:g} h, seed {self.seed}>"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Scenario) and self._identity() == other._identity()

    def __hash__(self) -> int:
        return hash(self._identity())

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel to another process with the model by its address, not by its functions."""
        values = [getattr(self, field.name) for field in fields(self)]
        values[2] = _Address.of(self.model) or self.model
        return _unpacked, (*values,)

    def _identity(self) -> tuple[str, int, str]:
        return self.name, self.seed, self.fingerprint


@dataclass(frozen=True)
class _Address:
    """Where a model is declared: a module and a name in it."""

    module: str
    name: str

    @classmethod
    def of(cls, model: Model) -> "_Address | None":
        home = sys.modules.get(model.start.__module__)
        names = [name for name, value in vars(home).items() if value is model] if home else []
        return cls(model.start.__module__, names[0]) if names else None


def _unpacked(name: str, title: str, model: Model | _Address, *rest: Any) -> Scenario:
    found = model if isinstance(model, Model) else getattr(import_module(model.module), model.name)
    return Scenario(name, title, found, *rest)


def _values(name: str | Mapping[str, Any], value: Any) -> Mapping[str, Any]:
    if isinstance(name, Mapping) == (value is _UNSET):
        return name if isinstance(name, Mapping) else {name: value}
    raise TrainkitError(
        "vary takes a name and a value, or one dictionary of values by name: "
        "vary('speed_kn', 20.0) or vary({'speed_kn': 20.0, 'sweep_width_nm': 2.0})."
    )


def scenario(
    document: Mapping[str, Any], model: Model, name: str, where: str, folder: Path | None = None
) -> Scenario:
    """Return the scenario that a read *document* describes.

    Args:
        document: What the TOML file holds.
        model: The model that it names.
        name: Name to be known by.
        where: The file, for messages.
        folder: Where the file lies.

    Raises:
        TrainkitError: the first thing that is not as it must be.
    """
    head = documents.head(document, where)
    parameters = _parameters(model, frozen(_table(document, "parameters", where)), where)
    provenance = flat(_table(document, "provenance", where))
    names = [row.name for row in declarations(parameters)]
    guard.require_provenance(names, provenance, where)
    guard.require_invented(document, where)
    note = head.content_note
    values = (head.title, model, head.horizon_h, head.seed, parameters, provenance, note, folder)
    return Scenario(name, *values)


def _table(document: Mapping[str, Any], key: str, where: str) -> Mapping[str, Any]:
    table = document[key]
    if not isinstance(table, Mapping):
        raise TrainkitError(
            f"{where}: '{key}' must be a table: write [{key}] on a line of its own."
        )
    return table


def _parameters(model: Model, content: Mapping[str, Any], where: str) -> Spec:
    parameters = parsed(model.spec, content, where, "parameters")
    guard.require_lawful_features([row.name for row in declarations(parameters)], where)
    guard.require_invented(parameters.model_dump(), where)
    _require_consistent(model, parameters, where)
    return parameters


def _require_consistent(model: Model, parameters: Spec, where: str) -> None:
    try:
        found = next(model.contradictions(parameters), None) if model.contradictions else None
    except TrainkitError as error:
        raise TrainkitError(f"{where}: {error}") from None
    if found is not None:
        raise TrainkitError(f"{where}: {found}")

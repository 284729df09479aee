"""What differs between two versions of a plan, by key; what means the same is no change."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from trainkit.joint.plan.canonical import canonical
from trainkit.joint.plan.plan import Plan

_NOTHING = object()


@dataclass(frozen=True)
class Change:
    """A key whose meaning differs.

    Attributes:
        key: Dotted name.
        old: Its canonical text in the first version; empty where it is not there.
        new: Its canonical text in the second version; empty where it is not there.
    """

    key: str
    old: str
    new: str


def changes(old: Plan, new: Plan) -> tuple[Change, ...]:
    """Return what differs, in the order of the keys; nothing where the hash is the same."""
    return tuple(_changes(old.content, new.content, ""))


def _changes(old: Any, new: Any, key: str) -> Iterator[Change]:
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for name in sorted({*old, *new}):
            yield from _changes(
                old.get(name, _NOTHING), new.get(name, _NOTHING), f"{key}.{name}".strip(".")
            )
    elif _tables(old) and _tables(new) and len(old) == len(new):
        for place, (one, other) in enumerate(zip(old, new, strict=True)):
            yield from _changes(one, other, f"{key}.{place}")
    elif _told(old) != _told(new):
        yield Change(key, _told(old), _told(new))


def _tables(value: Any) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(one, Mapping) for one in value)


def _told(value: Any) -> str:
    return "" if value is _NOTHING else canonical(value)

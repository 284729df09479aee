"""An operation plan: what it holds, its hash, who has approved it, and what it allows."""

import tomllib
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import cached_property
from pathlib import Path
from typing import Any

from trainkit.errors import TrainkitError, shown
from trainkit.joint.plan.act import Act
from trainkit.joint.plan.approval import Approval, approval_in
from trainkit.joint.plan.area import inside
from trainkit.joint.plan.canonical import canonical, digest_of
from trainkit.joint.plan.content import first_instant, require_plan
from trainkit.joint.plan.covering import covered, gate
from trainkit.joint.plan.finding import Finding
from trainkit.joint.plan.standing import approved, valid
from trainkit.joint.plan.zones import zone_of

_LARGEST_BYTES = 1_000_000


@dataclass(frozen=True)
class Plan:
    """A plan of two sides for one joint operation.

    Attributes:
        content: What the plan says, by key; without approvals.
        approvals: All that were given, of this version or of others.
        where: The file, for messages.
    """

    content: Mapping[str, Any]
    approvals: tuple[Approval, ...] = ()
    where: str = "the plan"

    @classmethod
    def read(cls, path: Path | str) -> "Plan":
        """Return the plan in a file.

        Raises:
            TrainkitError: it cannot be read, or is no whole plan; it names the key.
        """
        file = Path(path)
        try:
            found = file.read_bytes()
        except OSError as error:
            raise TrainkitError(
                f"The plan {file} cannot be read: {error.strerror}. `trainkit plan new {file.name} "
                "--side NAME=KEY --side NAME=KEY` makes one."
            ) from error
        return cls.parsed(found, file.name)

    @classmethod
    def parsed(cls, text: bytes, where: str) -> "Plan":
        """Return the plan in the bytes of a file.

        Raises:
            TrainkitError: it is no TOML, or no whole plan.
        """
        if len(text) > _LARGEST_BYTES:
            raise TrainkitError(f"{where} is larger than a plan can be ({_LARGEST_BYTES} bytes).")
        try:
            return cls.of(tomllib.loads(text.decode("utf-8-sig")), where)
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
            raise TrainkitError(
                f"{where} cannot be read as TOML in UTF-8: {error}. Mend that line; what you wrote "
                "is still there."
            ) from error

    @classmethod
    def of(cls, record: Mapping[str, Any], where: str = "the plan") -> "Plan":
        """Return the plan in a record, as its file holds it.

        Raises:
            TrainkitError: it is no whole plan.
        """
        rows = record.get("approvals", [])
        content = deepcopy({key: record[key] for key in record if key != "approvals"})
        require_plan(content, where)
        if not isinstance(rows, list | tuple):
            raise TrainkitError(f"{where}.approvals = {shown(rows)} does not fit: write a list.")
        given = [approval_in(row, f"{where}.approvals.{n}") for n, row in enumerate(rows)]
        return cls(content, tuple(given), where)

    @cached_property
    def canonical(self) -> str:
        """The canonical text, of which both sides approve the hash."""
        return canonical(self.content, self.where)

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the canonical text, in hexadecimal figures."""
        return digest_of(self.content, self.where)

    @property
    def sides(self) -> Mapping[str, Any]:
        """The two sides, by name."""
        found: Mapping[str, Any] = self.content["sides"]
        return found

    @property
    def start(self) -> datetime:
        """When its own window begins."""
        found: datetime = self.content["duration"]["start"]
        return found

    @property
    def end(self) -> datetime:
        """When its own window has ended."""
        found: datetime = self.content["duration"]["end"]
        return found

    @cached_property
    def in_operation_from(self) -> datetime:
        """When the paper comes into operation, on the clock of its host."""
        return first_instant(self.content, self.where)

    def zone(self, side: str) -> tzinfo:
        """Return the clock of a side."""
        return zone_of(self.sides[side]["zone"], f"{self.where}.sides.{side}.zone")

    @cached_property
    def approved(self) -> Finding:
        """Whether both sides have approved this version, each with its own key."""
        return approved(self)

    def valid_at(self, moment: datetime) -> Finding:
        """Return whether the plan can be acted on at an instant.

        Args:
            moment: An instant, with its zone.
        """
        return valid(self, moment)

    def covers(self, act: Act) -> Finding:
        """Return whether a joint act lies within the plan: kind, side, time, place and caveats."""
        return covered(self, act)

    def allows(self, act: Act) -> Finding:
        """Return whether an act may be done; an act of rescue always may."""
        return gate(self, act)

    def inside(self, x_nm: float, y_nm: float) -> bool:
        """Return whether a place lies in the execution area or on its border."""
        return inside(self.content["area"]["corners_nm"], x_nm, y_nm, f"{self.where}.area")

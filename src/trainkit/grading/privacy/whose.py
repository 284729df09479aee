"""Whose a file is by its path, in a folder or a ZIP: the person's, another trainee's, nobody's."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Literal

from trainkit.grading.exporting.pseudonyms import same_id
from trainkit.grading.naming import owner_of
from trainkit.grading.privacy.person import Person

Owner = Literal["own", "other", ""]


@dataclass(frozen=True)
class Sought:
    """A person in an academy.

    Attributes:
        person: By what the person is found.
        trainees: Ids of the other trainees, as they are compared.
        plain: Names of folders and notebooks, which are nobody's even where an id is spelled so.
    """

    person: Person
    trainees: frozenset[str]
    plain: frozenset[str]

    def owner(self, parts: Sequence[str]) -> Owner:
        """Return whose a path is: the first name in it that is a trainee's decides."""
        named = (part for part in parts if part.lower() not in self.plain)
        return next((owner for part in named if (owner := self._of(part))), "")

    def _of(self, name: str) -> Owner:
        ids = {same_id(owner_of(one)) for one in (name, PurePath(name).stem)}
        if self.person.id in ids or self.person.in_text(name):
            return "own"
        return "other" if ids & self.trainees else ""

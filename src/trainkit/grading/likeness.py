"""A likeness of submissions: a fact for the instructor, which changes no mark."""

from dataclasses import dataclass
from typing import Literal

NO_PROOF = "It is a fact to ask about and no proof."


@dataclass(frozen=True)
class Likeness:
    """Something that submissions have in common.

    Attributes:
        trainees: Whose submissions, as their folders spell them.
        kind: decisions; text; times; owner.
        tasks: Ids of the tasks in which the decisions or texts are the same.
        sentence: The fact, for the instructor.
    """

    trainees: tuple[str, ...]
    kind: Literal["decisions", "text", "times", "owner"]
    tasks: tuple[str, ...]
    sentence: str

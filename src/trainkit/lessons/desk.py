"""The notebook that is open in this process, and what waits for its Start or for a commit."""

from collections.abc import Callable
from dataclasses import dataclass, field

from trainkit.lessons.session import Session

Shows = list[Callable[[], None]]


@dataclass
class Desk:
    """The open notebook: one in one process.

    Attributes:
        session: Whose notebook it is; None before Start.
        starting: What shows itself once somebody has started.
        committing: What shows itself once a task is committed, by its id.
        overlays: What an academy changes in a notebook, as JSON, by the notebook's id.
    """

    session: Session | None = None
    starting: Shows = field(default_factory=list)
    committing: dict[str, Shows] = field(default_factory=dict)
    overlays: dict[str, str] = field(default_factory=dict)

    def clear(self) -> None:
        """Forget who was here: a notebook begins."""
        self.session, self.starting, self.committing = None, [], {}


DESK = Desk()

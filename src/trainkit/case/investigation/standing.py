"""What has been decided about people so far: who was looked at, who reflects, who was let go."""

from dataclasses import dataclass, field

import simpy

from trainkit.case.victims.reflection import Reflection


@dataclass
class Standing:
    """Decisions about people, as far as they have come.

    Attributes:
        met: Those whose signs were looked for, by their names in the logbook.
        reflections: Reflection periods, each with the event that cuts it short, by name.
        let_go: Numbers of those whom a prosecutor did not charge after an arrest.
        branched: Numbers of those on whom the branch of terrorist financing was opened.
    """

    met: set[str] = field(default_factory=set)
    reflections: dict[str, tuple[Reflection, simpy.Event]] = field(default_factory=dict)
    let_go: set[int] = field(default_factory=set)
    branched: set[int] = field(default_factory=set)

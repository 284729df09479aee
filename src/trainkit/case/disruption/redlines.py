"""Red lines of a disruption, as functions of its logbook.

Who waits on while people are in danger, to arrest more of a network later, delays rescue for
enforcement (R1). Who arrests a skipper that shows signs of coercion treats a possible victim as a
suspect (R2); what counts is what could be seen when it was decided.
"""

from trainkit.kernel.logbook import Logbook
from trainkit.redlines import Breach, Rule, forbidden


def possible_victim_arrested(logbook: Logbook) -> list[Breach]:
    """Return the red line R2 for each arrest of one who showed signs of coercion."""
    return [
        Breach.shown_by(
            entry,
            "R2",
            f"Skipper {entry.facts['actor']:.0f} showed signs of coercion and was arrested",
        )
        for entry in logbook.of("actor_arrested")
        if entry.facts["signs_of_coercion"] == 1.0
    ]


RULES: tuple[Rule, ...] = (
    forbidden("R1", "danger_left", "People were in danger, and the plan waited on"),
    possible_victim_arrested,
)

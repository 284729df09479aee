"""The red line R1 of a mass rescue, read on the logbook that the reader regenerated.

A unit that knows of people in distress secures evidence before it takes anybody, or a unit in port
screens people before it lands them: rescue and disembarkation are delayed for enforcement.
"""

from trainkit.redlines import Rule, delayed

RULES: tuple[Rule, ...] = (
    delayed(
        "R1",
        "distress_known",
        "recovery_began",
        ("securing_began",),
        "A unit secured evidence while people were known to be in distress",
    ),
    delayed(
        "R1",
        "port_reached",
        "persons_landed",
        ("screening_began",),
        "People were screened on board before they were landed",
    ),
)

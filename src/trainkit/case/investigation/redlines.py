"""Red lines of an investigation, read off its logbook.

R1: a danger to life that was held back. R2: a presumed victim, the coerced skipper included,
charged or detained. R5: data of people told without a basis or a record. R7: an expulsion in place
of a surrender. R8: a record with an hour that it was not made at.
"""

from trainkit.case.sharing import redlines as sharing
from trainkit.case.victims import rules
from trainkit.redlines import Rule, forbidden

RULES: tuple[Rule, ...] = (
    forbidden("R1", "danger_held", "A danger to life was held back for the case"),
    forbidden("R7", "person_expelled", "Somebody was expelled in place of a surrender"),
    *rules.RULES,
    *sharing.RULES,
)

READ = frozenset(
    {
        *("danger_held", "person_expelled", "personal_data_disclosed", "record_back_dated"),
        *(kind.name for kind in rules.KINDS),
    }
)
"""Kinds of entry that these rules read."""

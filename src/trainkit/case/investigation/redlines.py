"""Red lines of an investigation, read off its logbook.

R1: a danger to life that was held back. R2: a presumed victim, the coerced skipper included,
charged or detained. What is shared without a basis (R5) is a matter of `trainkit.case.sharing`;
nobody is expelled here in place of a surrender (R7).
"""

from trainkit.case.victims import rules
from trainkit.redlines import Rule, forbidden

RULES: tuple[Rule, ...] = (
    forbidden("R1", "danger_held", "A danger to life was held back for the case"),
    *rules.RULES,
)

READ = frozenset({"danger_held", *(kind.name for kind in rules.KINDS)})
"""Kinds of entry that these rules read."""

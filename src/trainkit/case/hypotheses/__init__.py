"""Rival hypotheses: what is held to be so, what would tell it apart, and when to stop asking.

`Hypotheses` holds exclusive explanations of a case and is updated by Bayes' rule. `networks` are
small discrete networks for reports that depend on one another, answered by elimination and, as the
witness, by enumeration. `matrix` shows which items tell explanations apart, `seeking` which
enquiries could not have, and `stopping` when the next one is not worth its cost.

Sources:
    Good (1985). *Weight of evidence: a brief survey*, for odds and their factors.
    Heuer (1999). *Psychology of Intelligence Analysis*, chapter 8, for competing hypotheses.
    Groenendaal, Helsloot (2014), for teams that look for what confirms their first idea.
"""

from trainkit.case.hypotheses.belief import Hypotheses, require_exclusive
from trainkit.case.hypotheses.items import Enquiry, Item, looked_for

__all__ = ["Enquiry", "Hypotheses", "Item", "looked_for", "require_exclusive"]

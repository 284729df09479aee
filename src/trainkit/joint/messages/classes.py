"""Classes of message, in the order in which a desk takes them up.

A distress message goes before everything. The names follow the services of the common information
sharing environment at sea; the order is ours, from the rule that rescue comes first.

Sources:
    CISE service model: MaritimeSafetyIncidentService, IrregularMigrationIncidentService,
    RiskService; `reference/sea.md` section 7.
"""

from trainkit.errors import TrainkitError, nearest

DISTRESS, SAFETY, INCIDENT, RISK = range(4)
"""People in danger; danger to navigation or health; irregular-migration incident; risk picture."""

CLASSES = ("distress", "safety", "incident", "risk")
"""Name of each class, at its number."""


def class_number(name: str) -> int:
    """Return the number of the class called *name*: the lower, the sooner it is taken up.

    Raises:
        TrainkitError: no class has that name.

    Examples:
        >>> class_number("distress") < class_number("risk")
        True
    """
    if name not in CLASSES:
        known = ", ".join(CLASSES)
        raise TrainkitError(f"A message is of class {known}, not '{name}'.{nearest(name, CLASSES)}")
    return CLASSES.index(name)

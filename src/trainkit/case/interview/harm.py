"""What an interview does to the person, in units of harm that the exercise has set.

A unit is no measurement: it orders what is worse and what is less bad, and a test holds the order.
The harm of retelling is the first that guidance names, and the one that a plan can best avoid.

Sources:
    WHO (2003): do no harm. Boegner, Herlihy, Brewin (2007): shame and dissociation in interviews.
    La Rooy, Lamb, Pipe (2008): each time painful memories are revisited may distress. The sizes
    are assumptions.
"""

CAUSES = (
    "asked_unwell",
    "asked_tired",
    "retold",
    "distress",
    "distress_passed_over",
    "not_explained",
    "not_understood",
    "companion_heard",
    "led",
    "waited_hurt",
    "child_waited",
    "interrogated",
)
UNITS = {
    "asked_unwell": 4.0,
    "asked_tired": 4.0,
    "retold": 1.5,
    "distress": 0.3,
    "distress_passed_over": 1.0,
    "not_explained": 1.0,
    "not_understood": 2.0,
    "companion_heard": 4.0,
    "led": 1.0,
    "waited_hurt": 1.0,
    "child_waited": 0.15,
    "interrogated": 4.0,
}
"""Units of each cause: once, or for an hour where it lasts (asked_tired, led, the waits)."""
EXPLAINED_H = 0.2
"""Below this time of explaining, not all was explained."""

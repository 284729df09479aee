"""A case of five actors that is small enough to be worked out by hand.

Alder saw 1 and 2 from the start, Borea saw 3. Item I1 shows Alder the tie of 2 and 3, item I2 shows
Borea that of 3 and 4, both have I3 about 2 alone, and nobody has I4, the only one about 5.
"""

from trainkit.case.actors import Actor, Network, Tie
from trainkit.views.link_chart import Handover, Shown

ACTORS = (
    Actor(1, "organiser", "boss", "recruitment", "Alder"),
    Actor(2, "transporter", "aide", "transport", "Alder"),
    Actor(3, "financier", "executive", "services", "Borea"),
    Actor(4, "skipper", "aide", "transport", "Borea", coerced=True),
    Actor(5, "corrupt_contact", "aide", "services", "Borea"),
)
TIES = (
    Tie(1, 2, "contact"),
    Tie(1, 2, "money", 0.5),
    Tie(2, 3, "money", 0.25),
    Tie(3, 4, "trust"),
    Tie(4, 5, "kin"),
)
SEEN = (("Alder", frozenset({1, 2})), ("Borea", frozenset({3})))
NETWORK = Network(ACTORS, TIES, SEEN)

WHOLE = (Handover(75.0, "", "officer 4"), Handover(80.0, "officer 4", "laboratory"))
BROKEN = (Handover(241.0, "", "officer 9"), Handover(250.0, "courier", "laboratory"))
ITEMS = (
    Shown(
        "I1", "interception", 74.0, (2, 3), "B2", ("Alder",), "warrant of a judge", WHOLE,
        ("Alder",), "They speak of a payment.",
    ),
    Shown("I2", "source_report", 240.0, (3, 4), "E4", ("Borea",), "", BROKEN, ()),
    Shown("I3", "record", 480.0, (2,), "A1", ("Alder", "Borea"), "request", (), ("Alder", "Borea")),
    Shown("I4", "surveillance", 600.0, (4, 5)),
)  # fmt: skip

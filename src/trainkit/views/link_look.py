"""How a link chart tells roles and layers apart: shape, letter and line; colour only repeats it."""

import math

from trainkit.case.actors import Layer, Rank, Role, Side

LETTERS: dict[Role, str] = {
    "organiser": "O",
    "recruiter": "R",
    "transporter": "T",
    "document_supplier": "D",
    "safe_house_keeper": "H",
    "financier": "F",
    "value_transfer_agent": "V",
    "skipper": "S",
    "corrupt_contact": "C",
}

Outline = tuple[tuple[float, float], ...]

_ROUND: Outline = tuple(
    (round(math.sin(turn * math.pi / 12), 3), round(-math.cos(turn * math.pi / 12), 3))
    for turn in range(24)
)
OUTLINES: dict[Role, Outline] = {
    "organiser": _ROUND,
    "recruiter": ((-1, -0.8), (0.4, -0.8), (1, 0), (0.4, 0.8), (-1, 0.8)),
    "transporter": ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    "document_supplier": ((-0.8, -1), (0.3, -1), (0.8, -0.5), (0.8, 1), (-0.8, 1)),
    "safe_house_keeper": ((0, -1), (1, -0.3), (1, 0.9), (-1, 0.9), (-1, -0.3)),
    "financier": ((0, -1), (1, 0), (0, 1), (-1, 0)),
    "value_transfer_agent": ((-0.5, -0.9), (0.5, -0.9), (1, 0), (0.5, 0.9), (-0.5, 0.9), (-1, 0)),
    "skipper": ((-1, -0.7), (1, -0.7), (0.6, 0.8), (-0.6, 0.8)),
    "corrupt_contact": ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.3), (0, 1), (-0.9, 0.3)),
}
"""Corners of each role's shape, x to the right and y down, from -1 to 1."""

COLOURS: dict[Layer, str] = {
    "contact": "#595959",
    "money": "#007a59",
    "kin": "#8a5a00",
    "trust": "#a8447f",
}
DASHES: dict[Layer, tuple[int, ...]] = {
    "contact": (),
    "money": (11, 5),
    "kin": (2, 4),
    "trust": (11, 4, 2, 4),
}
"""Lengths of dash and gap of each layer's line, in pixels; none for a whole line."""

SIDES_DRAWN: dict[Side, tuple[str, str, str]] = {
    "Alder": ("#00507d", "#ffffff", "#002b45"),
    "Borea": ("#fff1e0", "#1a1a1a", "#8a3d00"),
}
"""Fill, ink and ring of each State's actors: dark and light, so that grey tells them apart."""

RINGS: dict[Rank, float] = {"boss": 1.6, "executive": 3.0, "aide": 0.8}
"""Width of the ring of each rank, in points; a boss has a second ring."""

COURTS = (
    ("#ffffff", "#1a1a1a", "-"),
    ("#c9d6df", "#1a1a1a", "-"),
    ("#1a1a1a", "#ffffff", "-"),
    ("#ffffff", "#1a1a1a", ":"),
)
"""Fill, ink and outline of an item for no court, one State's, both, and where not decided."""

SHARED, UNSEEN = "#f2c877", "#b00020"
"""What both teams know; what neither team ever saw, and a gap in custody."""

CROSS = "\N{MULTIPLICATION SIGN}"
"""Stands before what neither team ever saw."""

"""The plan of the exercise as a record, on the trainee's own clocks; keys are of no real desk."""

from typing import Any

from trainkit.joint.plan import Plan
from trainkit.lessons.e5.window import ALDER, BOREA, NAMES, Window

CORNERS = [[-20.0, -10.0], [20.0, -10.0], [20.0, 12.0], [-20.0, 12.0], [-20.0, -10.0]]
LINE_NM = 4.0
"""Cyra takes part east of this line."""
_EAST = [[LINE_NM, -10.0], [20.0, -10.0], [20.0, 12.0], [LINE_NM, 12.0], [LINE_NM, -10.0]]
_KEYS = {
    ALDER: "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
    BOREA: "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
}
"""Public keys of the examples in RFC 8032, section 7.1: nobody signs with them."""
BOTH = [ALDER, BOREA]
ACT = {ALDER: "Alder's Coast Guard Act, section 4", BOREA: "Borea's Maritime Police Law, article 9"}
AGREEMENT = "Cooperation Agreement of 2012, article 5"


def base_plan(window: Window, version: int = 1) -> dict[str, Any]:
    """Return the plan as a file would hold it, without approvals."""
    return {
        "synthetic": True,
        "id": "saturday-night",
        "title": "Patrol at Café Bank",
        "version": version,
        "paper": {"signed": window.signed, "host": window.host},
        "sides": {
            side: {"desk": f"{side}'s desk", "zone": NAMES[side], "public_key": _KEYS[side]}
            for side in BOTH
        },
        **_elements(window),
        **_clauses(),
        "third_parties": [_cyra(window)],
    }


def _elements(window: Window) -> dict[str, Any]:
    kinds = (
        ("patrol", f"{ACT[ALDER]}; {ACT[BOREA]}"),
        ("share_picture", AGREEMENT),
        ("hail", "customary law of the sea"),
    )
    return {
        "scope": {
            "text": "Patrol together by night and share the picture.",
            "acts": [{"kind": kind, "by": BOTH, "basis": basis} for kind, basis in kinds],
        },
        "target": {"text": "Organisers of unsafe voyages, never the people carried."},
        "force": {
            "text": "Only where strictly needed to protect life, after a warning.",
            "ordered_by": "the commander of the unit, under its own law",
            "report_within_h": 2,
        },
        "duration": {"start": window.start, "end": window.end},
        "area": {"text": "About Café Bank.", "corners_nm": CORNERS},
    }


def _clauses() -> dict[str, Any]:
    return {
        "suspension": {
            "text": "Either by radio, with a reason; both in writing to begin again.",
            "who": ["duty officer of Alder", "duty officer of Borea"],
        },
        "rescue": {
            "text": "Rescue needs no plan and suspends it.",
            "coordinated_by": ["RCC Alder", "RCC Borea", "RCC Cyra"],
            "needs_plan": False,
        },
    }


def _cyra(window: Window) -> dict[str, Any]:
    return {
        "name": "Cyra",
        "desk": "RCC Cyra",
        "consent": {"by_role": "head of RCC Cyra", "at": window.signed, "text": "By letter."},
        "may": ["share_picture"],
        "caveats": ["No personal data go further.", "No unit of Cyra takes part in a boarding."],
        "corners_nm": _EAST,
    }


def digest(record: dict[str, Any]) -> str:
    """Return the hash of a record."""
    return Plan.of(record).digest

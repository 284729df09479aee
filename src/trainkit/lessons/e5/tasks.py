"""The tasks of E5, declared once: fields, points, slips and hints."""

from trainkit.lessons.e5 import acts, letter, slips, versions
from trainkit.lessons.e5.draft import PARTS
from trainkit.lessons.e5.water import REACH_NM
from trainkit.lessons.field import Choice, Field, Instant, Number
from trainkit.lessons.worded import decided, written

VERDICTS = (
    ("sound", "may stand"),
    ("law", "allows what neither law nor paper allows"),
    ("one", "leaves one side to decide alone"),
    ("vague", "can be read in two ways by two readers"),
)
EFFECTS = (("same", "same hash: approvals stand"), ("void", "another hash: both are void"))
WHO = (("nobody", "nobody"), ("Alder", "Alder"), ("Borea", "Borea"), ("both", "both sides"))
READINGS = (
    ("plan", "a joint act that the plan covers"),
    ("own", "a national act, on a basis of its own"),
    ("rescue", "rescue: it asks for no plan"),
    ("time", "a joint act outside the plan's time"),
    ("place", "a joint act outside the plan's area"),
    ("caveat", "a joint act against Cyra's caveats"),
    ("basis", "an act without a basis in law"),
)
BEARINGS = (
    ("within", "keeps to the letter"),
    ("against", "breaks a caveat"),
    ("silent", "the letter is silent: ask Cyra first"),
    ("rescue", "rescue: no letter is asked"),
)
RESCUE = (
    ("go", "Go now, and tell the nearest rescue centre."),
    ("approve", "Have the area changed in the plan first, then go."),
    ("ask", "Ask both operations rooms for leave, then go."),
    ("report", "Report the boat and go on with the patrol."),
)
PATROL = (
    ("radio", "Go on jointly: Borea's officer has agreed by radio."),
    ("blind", "Sign version 4 now, unread, and go on jointly."),
    (
        "own",
        "Go on for Alder alone, on Alder's Coast Guard Act, until both have signed one version.",
    ),
    ("leave", "Leave these waters until both have signed one version."),
)
LOG = (
    ("change", "Change the entry as the commander asks."),
    ("remove", "Take the entry out and say so to both chiefs."),
    ("add", "Leave it, and add an entry of now that says what was too soon, and why."),
    ("leave", "Leave it, and say nothing."),
)


def _each(
    name: str, label: str, count: int, options: tuple[tuple[str, str], ...]
) -> tuple[Field, ...]:
    numbers = range(1, count + 1)
    return tuple(Choice(f"{name}_{number}", f"{label} {number}", options) for number in numbers)


_WINDOW = (
    Instant("first", "The paper is in operation from, on its host's clock"),
    Instant("start", "The plan begins, on Alder's clock"),
    Instant("end", "The plan ends, on Borea's clock"),
)
_DRAFT = tuple(
    Choice(f"line_{number}", f"Line {number}, {part}", VERDICTS)
    for number, part in enumerate(PARTS, start=1)
)
_AREA = tuple(
    Number(f"{side}_nm", f"{side.capitalize()}ern side", "NM", -REACH_NM, REACH_NM)
    for side in ("west", "east", "south", "north")
)
_VERSIONS = (
    *_each("edit", "Edit", versions.COUNT, EFFECTS),
    Choice("missing_2", "For version 2, still to approve", WHO),
    Choice("missing_3", "For version 3, still to approve", WHO),
)
_ORDERS = (
    Choice("rescue", "The open boat", RESCUE),
    Choice("patrol", "The patrol, once nobody is in danger", PATROL),
    Choice("log", "The log", LOG),
)
_PLAN = written("e5_plan", 40, ("E5.1", "E5.4"), "operation_plan")

_ACTS = _each("act", "Act", acts.COUNT, READINGS)
_PROPOSALS = _each("proposal", "Proposal", letter.COUNT, BEARINGS)
_DECIDED: tuple[tuple[str, int, tuple[str, ...], tuple[Field, ...]], ...] = (
    ("e5_window", 8, ("E5.1",), _WINDOW),
    ("e5_elements", 10, ("E5.1", "E5.2"), _DRAFT),
    ("e5_area", 8, ("E5.1",), _AREA),
    ("e5_versions", 10, ("E5.3",), _VERSIONS),
    ("e5_acts", 10, ("E5.2",), _ACTS),
    ("e5_joining", 6, ("E5.4",), _PROPOSALS),
    ("e5_orders", 8, ("E5.5",), _ORDERS),
)

TASKS = (
    *(
        decided(id_, points, outcomes, fields, slips.KNOWN[id_])
        for id_, points, outcomes, fields in _DECIDED
    ),
    _PLAN,
)

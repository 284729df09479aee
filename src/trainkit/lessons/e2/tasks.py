"""The tasks of E2, declared once: fields, points, slips and hints."""

from trainkit.lessons.e2 import slips
from trainkit.lessons.e2.case import PLACES, UNITS
from trainkit.lessons.e2.orders import FIELDS
from trainkit.lessons.field import Choice, Number
from trainkit.lessons.worded import decided, written

_MOST_PEOPLE, _PATIENTS = 250, 8


def _takes_over(name: str) -> Choice:
    options = (
        ("takes_over", "takes over as on-scene coordinator when it arrives"),
        ("stays_under", "works under the coordinator who is there"),
    )
    return Choice(FIELDS[name], name, options)


def _at_most(name: str) -> Number:
    return Number(FIELDS[name], f"{name} takes at most", "people", 0, _MOST_PEOPLE, whole=True)


_COORDINATOR = (
    Choice(
        "until_then",
        "Until somebody takes over",
        (
            ("first_on_scene", "the first unit on scene coordinates, whatever it is"),
            ("nobody", "each unit takes its orders from the centre ashore"),
        ),
    ),
    *(_takes_over(name) for name in UNITS[1:]),
)
_APPROACH = (
    Choice(
        "lifejackets",
        "Lifejackets",
        (
            ("first", "are handed out from a little way off before anybody is taken"),
            ("while", "are handed out by one unit while the others take people"),
            ("none", "are given to people when they are on board"),
        ),
    ),
    Number("alongside", "Craft at the boat at the same time, at most", "", 1, 6, whole=True),
    Choice(
        "ship",
        "The merchant ship Amber Trader",
        (
            ("alongside", "goes alongside the boat and lowers nets and ladders"),
            ("lee", "lies to windward, makes a lee, and sends her rescue boat"),
            ("stands_off", "stands off and waits for what others bring"),
        ),
    ),
    Choice(
        "osprey",
        "Osprey of the Alder Sea Police",
        (
            ("rescue", "takes part in the rescue at once"),
            ("secure", "first secures engine and telephones for half an hour, then takes part"),
        ),
    ),
)
_NEEDS = (
    ("immediate", "flies first"),
    ("urgent", "flies next"),
    ("can_wait", "goes by ship"),
)
_COUNT = (
    Number("accounted", "People accounted for, each once", "", 0, 300, whole=True),
    Number(
        "believed", "The head count to work with until it is reconciled", "", 0, 300, whole=True
    ),
    Number("missing", "People not accounted for", "", 0, 300, whole=True),
    Choice(
        "next_step",
        "What follows",
        (
            ("stand_down", "The relay says that all are rescued: units stand down"),
            ("daylight", "The search waits for daylight"),
            ("go_on", "The search goes on"),
        ),
    ),
    Choice(
        "who",
        "Who may suspend the search",
        (
            ("coordinator_ashore", "the mission coordinator ashore, by a decision with a reason"),
            ("table", "nobody: it ends when the survival table ends"),
            ("each_unit", "each unit for itself, when it has found nothing for two hours"),
        ),
    ),
)
_LANDING = (
    Choice("place", "Where people are landed", tuple((name, name) for name in PLACES)),
    Choice(
        "ship",
        "People on board of Amber Trader",
        (
            ("port_of_call", "stay on board to her port of call, two days away"),
            ("released", "are taken over in sheltered water, and she is released"),
            ("drifts", "stay on board off the coast until each State has said whose they are"),
        ),
    ),
    Choice(
        "screening",
        "Looking at people and asking them",
        (
            ("before", "In port, before anybody is landed, police ask who they are: eight hours"),
            ("triage", "Injuries and needs are looked at on board now; identity is asked on land"),
            ("nobody", "Nobody is looked at or asked before the people are on land"),
        ),
    ),
)
_LOG = written("e2_log", 40, "E2.6", "decision_log")

TASKS = (
    decided("e2_coordinator", 8, "E2.1", _COORDINATOR, slips.COORDINATOR),
    decided("e2_approach", 14, "E2.2", _APPROACH, slips.APPROACH),
    decided(
        "e2_hulls",
        14,
        "E2.3",
        tuple(_at_most(name) for name in UNITS),
        slips.HULLS,
    ),
    decided(
        "e2_triage",
        10,
        "E2.4",
        tuple(Choice(f"person_{n}", f"Person {n}", _NEEDS) for n in range(1, _PATIENTS + 1)),
        slips.TRIAGE,
    ),
    decided("e2_count", 8, "E2.5", _COUNT, slips.COUNT),
    decided("e2_landing", 6, "E2.5", _LANDING, slips.LANDING),
    _LOG,
)

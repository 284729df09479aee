"""The tasks of C2, declared once: fields, points, slips and hints."""

from trainkit.lessons.c2 import slips
from trainkit.lessons.c2.curves import PLANS
from trainkit.lessons.c2.web import LETTERS
from trainkit.lessons.field import Choice, Number
from trainkit.lessons.worded import decided, written

_ACTORS = tuple((letter, f"Actor {letter}") for letter in LETTERS)
_READ = (
    Choice("busiest", "Tied to most others", _ACTORS),
    Choice("broker", "Lies on the shortest ways of most pairs", _ACTORS),
    Number("ways", "On the ways of how many pairs of others", "pairs", 0, 200),
    Number("left_busiest", "Largest part without the busiest", "actors", 0, 11, whole=True),
    Number("left_broker", "Largest part without the one on most ways", "actors", 0, 11, whole=True),
)
_MISSING = (
    Choice("ties_busiest", "First picture: tied to most others", _ACTORS),
    Choice("ties_broker", "First picture: on the ways of most pairs", _ACTORS),
    Choice("actor_busiest", "Second picture: tied to most others", _ACTORS),
    Choice("actor_broker", "Second picture: on the ways of most pairs", _ACTORS),
    Number("hangs", "Second picture: largest part", "actors", 0, 11, whole=True),
)
_FOLLOWS = (("follows", "It follows"), ("does_not", "It does not follow"))
_CLAIMS = tuple(Choice(f"claim_{n}", f"Claim {n}", _FOLLOWS) for n in range(1, 7))
_PLANS = tuple((name, f"Plan {name}") for name in PLANS)
_CURVES = (
    Choice("deepest", "Took most on the day", _PLANS),
    Choice("lasting", "Leaves least after a year", _PLANS),
    Number("back", "Of what the first of these took, is back after 90 days", "%", 0, 100),
    Number("events", "Harm events of the second in 90 days", "events", 0, 200),
)
_ALLOWS = (
    ("direction", "Those who direct allow"),
    ("papers", "Those who supply papers allow"),
    ("money", "Those who handle money allow"),
    ("recruitment", "Those who recruit allow"),
    ("passage", "Those who drive and steer allow"),
    ("reception", "Those who keep houses allow"),
)
_LINKS = tuple(Number(kind, label, "%", 0, 100) for kind, label in _ALLOWS)
_ASKS = (
    ("act", "Act today: life is in danger"),
    ("refer", "Protect and refer: a possible victim"),
    ("share", "Tell Borea's team"),
    ("go_on", "Go on as planned"),
)
_MOMENTS = tuple(Choice(f"moment_{n}", f"Moment {n}", _ASKS) for n in range(1, 9))
_KINDS = (
    ("passage", "Those who drive and steer"),
    ("papers", "Those who supply papers"),
    ("money", "Those who handle money"),
    ("reception", "Those who keep houses"),
    ("recruitment", "Those who recruit"),
    ("direction", "Those who direct"),
    ("hub", "Whoever lies on most of the known ways"),
)
LONGEST_WEEKS = 26
"""A year after the arrests must still lie in the 80 weeks that are played."""
_PLAN = (
    Choice("first", "Arrests are meant first for", _KINDS),
    Choice("second", "With what is left, for", (*_KINDS, ("none", "Nobody"))),
    Choice(
        "timing",
        "When",
        (("as_found", "Each as soon as they are found"), ("one_day", "All on one day")),
    ),
    Number("mapping_weeks", "Weeks of mapping", "weeks", 0, LONGEST_WEEKS, whole=True),
    Choice(
        "partner",
        "With whom",
        (("joint", "Jointly with Borea"), ("alone", "Alder alone")),
    ),
    Choice(
        "on_danger",
        "Lives are in danger before the day",
        (("act", "Act at once"), ("wait", "Wait for the day")),
    ),
    Choice(
        "skippers",
        "Skippers who show signs of coercion",
        (("screen", "Possible victims: refer, do not arrest"), ("detain", "Suspects: arrest")),
    ),
)
_STRATEGY = written("c2_strategy", 40, "C2.5", "decision_justification")

TASKS = (
    decided("c2_read", 10, "C2.1", _READ, slips.READ),
    decided("c2_missing", 6, ("C2.1", "C2.2"), _MISSING, slips.MISSING),
    decided("c2_claims", 6, "C2.2", _CLAIMS, slips.CLAIMS),
    decided("c2_links", 6, "C2.3", _LINKS, slips.LINKS),
    decided("c2_curves", 8, "C2.3", _CURVES, slips.CURVES),
    decided("c2_moments", 8, "C2.4", _MOMENTS, slips.MOMENTS),
    decided("c2_plan", 16, "C2.4", _PLAN, slips.PLAN),
    _STRATEGY,
)

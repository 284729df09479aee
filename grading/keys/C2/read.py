"""Readings of C2: what a network, its worse pictures, curves and links show: no matter of luck."""

from trainkit.lessons.c2 import curves, missing, ring, web
from trainkit.lessons.score import Criterion, Score

_READ = {
    "busiest": ("the actor with most ties", "Ties are counted, one for each other."),
    "broker": ("the actor on most ways", "Ways are counted, and not ties."),
    "ways": ("the pairs whose ways lead there", "Each pair once, in part where ways are equal."),
    "left_busiest": ("the largest part without the busiest", "The others still hang together."),
    "left_broker": ("the largest part without the other", "What was one falls into parts."),
}
_FIRST, _SECOND = "in the picture without two ties", "in the picture without an actor"
_MISSING = {
    "ties_busiest": (f"busiest {_FIRST}", "Ties are counted anew in each picture.", 1),
    "ties_broker": (f"on most ways {_FIRST}", "Two ties fewer, and the same bridge.", 1),
    "actor_busiest": (f"busiest {_SECOND}", "Who is not seen has no ties to count.", 1),
    "actor_broker": (f"on most ways {_SECOND}", "Without an actor the ways lead elsewhere.", 2),
    "hangs": (f"the largest part {_SECOND}", "What hung on somebody unseen falls off.", 1),
}
_CURVES = {
    "deepest": ("the plan that took most on the day", "It stands in the first column.", 0.0),
    "lasting": ("the plan that leaves least after a year", "It stands in the last column.", 0.0),
    "back": ("what came back", "It is a share of what was taken.", 1.0),
    "events": ("harm while it came back", "Harm follows the area under the curve.", 0.2),
}


def small_network(case, answer, _luck):
    """Two points each."""
    right = web.readings(case.web)
    found = tuple(
        Criterion(said, float(_is_near(answer[name], right[name], 0.01)), 2, text)
        for name, (said, text) in _READ.items()
    )
    return Score(found, outcome=f"{_many(found)} of {len(found)} readings are as it shows.")


def _is_near(value, right, within):
    if isinstance(right, str):
        return value == right
    return abs(value - right) <= within + 1e-9


def _many(found):
    return sum(one.fraction > 0.0 for one in found)


def worse_pictures(case, answer, _luck):
    """One point each, and two for who lies on most ways where an actor is missing."""
    right = missing.readings(case.missing)
    found = tuple(
        Criterion(said, float(answer[name] == right[name]), points, text)
        for name, (said, text, points) in _MISSING.items()
    )
    return Score(found, outcome=f"{_many(found)} of {len(found)} readings are as they show.")


def wearing_off(case, answer, _luck):
    """Two points each."""
    right = curves.readings(case.curves)
    found = tuple(
        Criterion(said, float(_is_near(answer[name], right[name], within)), 2, text)
        for name, (said, text, within) in _CURVES.items()
    )
    return Score(found, outcome=f"{_many(found)} of {len(found)} readings are as the table shows.")


_LINKS = {
    "direction": "those who direct",
    "papers": "those who supply papers",
    "money": "those who handle money",
    "recruitment": "those who recruit",
    "passage": "those who drive and steer",
    "reception": "those who keep houses",
}


def links(case, answer, _luck):
    """One point each, to the percent."""
    right = {one.kind: ring.allowed(one) for one in ring.staff_of(case.network_seed)}
    found = tuple(
        Criterion(said, float(_is_near(answer[kind], right[kind], 1.0)), 1, _LEFT)
        for kind, said in _LINKS.items()
    )
    return Score(found, outcome=f"{_many(found)} of {len(found)} links are as the table has them.")


_LEFT = "Who is left is set against who is needed, and not against all posts."

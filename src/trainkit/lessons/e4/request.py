"""Who asks for personal data of people who were rescued, and what the answer may hold.

Three circumstances: a written request of the partner's desk in a case; a wish of the same desk for
the whole list; relatives who ask through volunteers. What is due differs with the circumstances.
"""

from collections.abc import Mapping
from typing import Any

from trainkit.lessons.e4.case import Asked, Situation

FIELDS = ("persons", "names", "photographs", "telephones", "helmsman")
_DUE: Mapping[Asked, tuple[str, ...]] = {
    "written": ("helmsman",),
    "list": ("persons",),
    "relatives": (),
}
_TOLD: Mapping[Asked, str] = {
    "written": "Borea's Coast Guard asks in writing, in a case that the prosecutors of both States "
    "share and by the agreement of 2012. It names the offence and asks for name and date of birth "
    "of the one suspect. It adds: 'and whatever else you have on the {rescued}'.",
    "list": "{asker} asks for your list of the {rescued} people who were rescued, 'for "
    "better exchange between our services, point 9'. It names no offence and no case. For its "
    "picture it needs to know how many they were.",
    "relatives": "The hotline relay asks for your list of the {rescued} people who were rescued: "
    "relatives have called. The relay is run by volunteers, and who calls cannot be checked.",
}
_ASKERS = ("Borea's Coast Guard", "Alder Sea Police")
"""Who wishes for a whole list: neither side is the one that asks too much."""
_BASIS: Mapping[Asked, str] = {"written": "case_file", "list": "none", "relatives": "none"}
_NO_BASIS = frozenset({"none", "wish"})
PERSONAL = frozenset(FIELDS) - {"persons"}


def told(case: Situation) -> str:
    """Return what is asked, by whom, and on what."""
    asker = _ASKERS[case.seed % len(_ASKERS)]
    return _TOLD[case.asked].format(rescued=case.rescued, asker=asker)


def due(case: Situation) -> dict[str, Any]:
    """Return the answer that serves the purpose and no more, by the names of the fields."""
    fields = {name: "send" if name in _DUE[case.asked] else "leave" for name in FIELDS}
    personal = case.asked == "written"
    return {
        **fields,
        "basis": _BASIS[case.asked],
        "retention": "case" if personal else "none",
        "recorded": "yes",
    }


def crossing(case: Situation, answer: Mapping[str, Any]) -> str:
    """Return how an answer crosses the red line R5, or nothing."""
    if not any(answer[name] == "send" for name in PERSONAL):
        return ""
    if answer["basis"] in _NO_BASIS:
        return "Personal data went out without a legal basis"
    if case.asked == "relatives":
        return "Personal data went to a desk that may not hold them"
    if answer["recorded"] != "yes":
        return "Personal data went out and no record was made"
    if case.asked == "list":
        return "Personal data went out on a basis that the request does not have"
    return ""

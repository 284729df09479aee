"""What is right where it is no matter of luck: capacities, signs, sentences and questions.

The trainee's machine needs it for what is said after a commit; points are with the keys.
"""

from collections.abc import Mapping

from trainkit.case.interview.rights import NEVER_SAID
from trainkit.case.interview.rights import due as rights_due
from trainkit.lessons.c4.case import Situation
from trainkit.lessons.score import RedLine
from trainkit.lessons.task import Answer


def settings(case: Situation) -> dict[str, str]:
    """Return what may be held with each person."""
    return {f"person_{n}": one.setting for n, one in enumerate(case.persons, start=1)}


def acts(case: Situation) -> dict[str, str]:
    """Return what is due in each moment."""
    return {f"moment_{n}": one.act for n, one in enumerate(case.moments, start=1)}


def types(case: Situation) -> dict[str, str]:
    """Return the type of each question."""
    return {f"question_{n}": one.type for n, one in enumerate(case.questions, start=1)}


def sentences(case: Situation) -> dict[str, str]:
    """Return which sentences are said to the first person."""
    told = {right.id for right in rights_due(case.first.child, bool(case.first.language))}
    return {
        f"say_{n}": "say" if one in told else "leave"
        for n, one in enumerate(case.first.sentences, start=1)
    }


def others(case: Situation) -> dict[str, str]:
    """Return who interprets and who asks."""
    return {"interpreter": "wait" if case.first.language else "none", "asks": "choice"}


def pressed(case: Situation, answer: Answer) -> list[str]:
    """Return the sentences that are said and must never be."""
    return [
        one
        for n, one in enumerate(case.first.sentences, start=1)
        if one in NEVER_SAID and answer[f"say_{n}"] == "say"
    ]


def interrogated(case: Situation, answer: Answer) -> RedLine | None:
    """Return the red line R2 where a possible victim is interviewed as a suspect, or None."""
    for n, person in enumerate(case.persons, start=1):
        if person.status == "possible_victim" and answer[f"person_{n}"] == "suspect_interview":
            return RedLine("R2", n, f"Person {n}, a possible victim, is interviewed as a suspect")
    return None


def overheard(answer: Answer) -> RedLine | None:
    """Return the red line R5 where a companion interprets, or None."""
    if answer["interpreter"] != "companion":
        return None
    return RedLine("R5", 1, "What the person tells is heard and passed on by a companion")


def as_due(right: Mapping[str, str], answer: Answer) -> list[bool]:
    """Return for each field whether an answer is as it is due."""
    return [bool(answer[name] == value) for name, value in right.items()]

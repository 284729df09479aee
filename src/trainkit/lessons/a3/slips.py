"""Typical slips of A3: each reads an answer and what is told, and knows no right answer."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from trainkit.lessons.a3.case import File, Situation
from trainkit.lessons.task import Answer

Shows = Callable[[Situation, Answer], bool]
VICTIM = ("trafficking", "both")
_STAYED = (
    "town in Alder|another town of Alder|same valley|landlord's house|own town|same country"
    "|school in Alder"
)
_CHILD = r"of 1[3-7]\b|says 14"
_HURT = "half frozen|fainted|broken foot"
_LAWFUL = "visa to mind|work visa\\. The son|signed for|agreed in writing|lawfully|valid visa"
_FORCED = "knife|beaten until he agreed to steer|hold the tiller"
_FAVOUR = "took nothing, not|no favour changed|wanted nothing for it"
_HELPED = "soup|lifejackets|frozen feet"
_MANY = 10


def _those(files: Iterable[File], words: str) -> list[int]:
    return [file.number for file in files if re.search(words, file.told)]


def _kinds(answer: Answer, numbers: Iterable[int]) -> list[str]:
    return [str(answer[f"kind_{number}"]) for number in numbers]


def _border(case: Situation, answer: Answer) -> bool:
    stayed = _those(case.closed, _STAYED)
    return any(found not in VICTIM for found in _kinds(answer, stayed))


def _agreed(case: Situation, answer: Answer) -> bool:
    young = _those(case.closed, _CHILD)
    return any(answer[f"means_{n}"] != "spared" or answer[f"kind_{n}"] == "neither" for n in young)


def _suffering(case: Situation, answer: Answer) -> bool:
    """Return whether a purpose was found with those who were set down and left."""
    left = _those(case.closed, "drove home|never saw him again|rang her mother")
    return any(answer[f"purpose_{number}"] == "shown" for number in left)


def _gift(case: Situation, answer: Answer) -> bool:
    favours = _those(case.closed, _FAVOUR)
    return any(found in {"smuggling", "both"} for found in _kinds(answer, favours))


def _same_everywhere(_case: Situation, answer: Answer) -> bool:
    return max(Counter(answer.values()).values()) >= len(answer) - 1


def _kindness(case: Situation, answer: Answer) -> bool:
    return any(answer[f"law_{n}"] != "neither" for n in _those(case.closed, _HELPED))


def _found(answer: Answer) -> int:
    return sum(value in VICTIM for value in answer.values())


def _everybody(_case: Situation, answer: Answer) -> bool:
    return _found(answer) >= _MANY


def _nobody(_case: Situation, answer: Answer) -> bool:
    return _found(answer) <= 2


def _hurt(case: Situation, answer: Answer) -> bool:
    return any(found in VICTIM for found in _kinds(answer, _those(case.files, _HURT)))


def _lawful(case: Situation, answer: Answer) -> bool:
    lawful = _those(case.files, f"{_LAWFUL}|{_CHILD}")
    return any(found not in VICTIM for found in _kinds(answer, lawful))


def _tiller(case: Situation, answer: Answer) -> bool:
    forced = _those(case.files, _FORCED)
    return any(found not in VICTIM for found in _kinds(answer, forced))


def _cell(_case: Situation, answer: Answer) -> bool:
    return "hold" in answer.values()


def _everyone_protected(_case: Situation, answer: Answer) -> bool:
    return set(answer.values()) <= {"protect", "separate"}


def _old_matter(case: Situation, answer: Answer) -> bool:
    """Return whether an old report was charged, or let go with what results from the harm."""
    old = [n for n, one in enumerate(case.papers, start=1) if "two years before" in one.told]
    return any(answer[f"paper_{n}"] in {"charge", "protect"} for n in old)


def _bought(case: Situation, answer: Answer) -> bool:
    """Return whether somebody who says nothing, or nothing more, would lose the period."""
    return _ended(case, answer, "her statement|not testify|she says nothing")


def _crowd(case: Situation, answer: Answer) -> bool:
    return _ended(case, answer, "people like him|same house|shelter is full")


def _ended(case: Situation, answer: Answer, words: str) -> bool:
    asked = enumerate(case.periods.asked, start=1)
    return any(answer[f"does_{n}"] != "stays" for n, one in asked if re.search(words, one.told))


def _short(case: Situation, answer: Answer) -> bool:
    counts = enumerate(case.periods.counts, start=1)
    return any(answer[f"ends_{n}"] < one.presumed + 30 for n, one in counts)


def _late_start(case: Situation, answer: Answer) -> bool:
    counts = enumerate(case.periods.counts, start=1)
    return any(answer[f"ends_{n}"] - one.talked in {30, one.days} for n, one in counts)


ELEMENTS: Mapping[str, Shows] = {
    "border": _border,
    "agreed": _agreed,
    "suffering": _suffering,
    "gift": _gift,
}
LAWS: Mapping[str, Shows] = {"same_everywhere": _same_everywhere, "kindness": _kindness}
FILES: Mapping[str, Shows] = {
    "everybody": _everybody,
    "nobody": _nobody,
    "hurt": _hurt,
    "lawful": _lawful,
    "tiller": _tiller,
}
TREAT: Mapping[str, Shows] = {
    "cell": _cell,
    "everyone_protected": _everyone_protected,
    "old_matter": _old_matter,
}
CLOCK: Mapping[str, Shows] = {
    "bought": _bought,
    "crowd": _crowd,
    "short": _short,
    "late_start": _late_start,
}

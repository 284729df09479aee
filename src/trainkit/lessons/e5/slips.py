"""Typical slips of E5, seen from the trainee's own case; their hints never hold the answer."""

from collections.abc import Callable, Mapping
from datetime import datetime

from trainkit.joint.plan.operative import before, day_after
from trainkit.lessons.e5.case import Situation
from trainkit.lessons.e5.water import LARGEST_NM2, LAST_YEAR, SIDES, flaw
from trainkit.lessons.e5.window import CLOCKS
from trainkit.lessons.task import Answer

Shows = Callable[[Situation, Answer], bool]
_NEAR_NM = 2.0


def moment(answer: Answer, field: str) -> datetime:
    """Return an instant of an answer; raises ValueError for what is none."""
    return datetime.fromisoformat(str(answer[field]))


def _signature_counted(case: Situation, answer: Answer) -> bool:
    host = CLOCKS[case.window.host]
    return moment(answer, "first") == day_after(case.window.signed, host, 14, host)


def _too_soon(_case: Situation, answer: Answer) -> bool:
    return before(moment(answer, "start"), moment(answer, "first"))


def _old_offset(case: Situation, answer: Answer) -> bool:
    given = moment(answer, "end")
    on_clock = case.window.end.utcoffset()
    evening = case.window.start.astimezone(CLOCKS["Borea"]).utcoffset()
    return given.utcoffset() == evening and evening != on_clock


def _wall_clocks(case: Situation, answer: Answer) -> bool:
    """Return whether the figures of Borea's clock were counted on through the change."""
    given = moment(answer, "end").replace(tzinfo=None)
    return given == case.window.wall_clock_end.replace(tzinfo=None)


def _never(name: str, verdict: str, number: int) -> Shows:
    """Return whether a verdict is given to none of so many lines."""

    def shows(_case: Situation, answer: Answer) -> bool:
        return verdict not in {answer[f"{name}_{n}"] for n in range(1, number + 1)}

    return shows


def _all(name: str, verdict: str, number: int) -> Shows:
    def shows(_case: Situation, answer: Answer) -> bool:
        return {answer[f"{name}_{n}"] for n in range(1, number + 1)} == {verdict}

    return shows


def _power_stands(case: Situation, answer: Answer) -> bool:
    people = {"force_c", "target_c", "rescue_c"}
    return any(
        line.id in people and answer[f"line_{n}"] == "sound"
        for n, line in enumerate(case.draft, start=1)
    )


def _too_large(_case: Situation, answer: Answer) -> bool:
    east_west = float(answer["east_nm"]) - float(answer["west_nm"])
    north_south = float(answer["north_nm"]) - float(answer["south_nm"])
    return min(east_west, north_south) > 0 and east_west * north_south > LARGEST_NM2


def _crossed(_case: Situation, answer: Answer) -> bool:
    return bool(answer["west_nm"] >= answer["east_nm"] or answer["south_nm"] >= answer["north_nm"])


def _overlaps(case: Situation, answer: Answer) -> bool:
    return "overlaps" in flaw(case.water, answer)


def _last_year(_case: Situation, answer: Answer) -> bool:
    return all(abs(float(answer[side]) - LAST_YEAR[side]) <= _NEAR_NM for side in SIDES)


def _looks_same(case: Situation, answer: Answer) -> bool:
    small = {"comma", "turned", "version", "minute", "corner"}
    return any(
        edit.id in small and answer[f"edit_{n}"] == "same"
        for n, edit in enumerate(case.edits, start=1)
    )


def _as_written(case: Situation, answer: Answer) -> bool:
    """Return whether an act on another clock is placed in time by its figures alone."""
    window = case.window
    low, high = (one.replace(tzinfo=None) for one in (window.start, window.end))
    for number, logged in enumerate(case.acts, start=1):
        seems = low <= logged.at < high
        is_in = not before(logged.act.at, window.start) and before(logged.act.at, window.end)
        given = answer[f"act_{number}"]
        if logged.act.joint and seems != is_in and given == ("plan" if seems else "time"):
            return True
    return False


def _rescue_held(case: Situation, answer: Answer) -> bool:
    return any(
        logged.act.rescue and answer[f"act_{n}"] != "rescue"
        for n, logged in enumerate(case.acts, start=1)
    )


def _paper_basis(case: Situation, answer: Answer) -> bool:
    return any(
        logged.act.basis.startswith(("the p", "point")) and answer[f"act_{n}"] in {"plan", "own"}
        for n, logged in enumerate(case.acts, start=1)
    )


def _before_rescue(case: Situation, answer: Answer) -> bool:
    return any(
        one.id.startswith("help") and answer[f"proposal_{n}"] != "rescue"
        for n, one in enumerate(case.letter.proposals, start=1)
    )


def _by_voice(_case: Situation, answer: Answer) -> bool:
    return bool(answer["patrol"] == "radio")


def _changed_log(_case: Situation, answer: Answer) -> bool:
    return answer["log"] in {"change", "remove"}


KNOWN: Mapping[str, Mapping[str, Shows]] = {
    "e5_window": {
        "day of signature counted": _signature_counted,
        "before the paper": _too_soon,
        "wall clocks counted": _wall_clocks,
        "old offset kept": _old_offset,
    },
    "e5_elements": {
        "nothing is one-sided": _never("line", "one", 8),
        "nothing is vague": _never("line", "vague", 8),
        "a power was let stand": _power_stands,
    },
    "e5_area": {
        "sides crossed": _crossed,
        "too large": _too_large,
        "on the land or the closed ground": _overlaps,
        "last year's area": _last_year,
    },
    "e5_versions": {
        "everything voids": _all("edit", "void", 8),
        "nothing voids": _all("edit", "same", 8),
        "looks the same": _looks_same,
    },
    "e5_acts": {
        "times as written": _as_written,
        "rescue held against the plan": _rescue_held,
        "the paper as a basis": _paper_basis,
    },
    "e5_joining": {
        "silence taken for consent": _never("proposal", "silent", 6),
        "a letter before a rescue": _before_rescue,
    },
    "e5_orders": {"a voice as an approval": _by_voice, "a changed log": _changed_log},
}
"""By task, then by the name under which `words.toml` has the hint."""

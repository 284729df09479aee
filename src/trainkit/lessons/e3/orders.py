"""What a trainee orders, as records of a log, on which the red lines are read."""

from collections.abc import Mapping
from typing import Any

from trainkit.joint.enforcement.redlines import red_lines
from trainkit.kernel.entry import Record
from trainkit.lessons.e3.case import Situation
from trainkit.lessons.e3.vessels import Vessel
from trainkit.redlines import Breach

_ACTS = {
    "rescue": "rescue",
    "ask": "ask",
    "verify": "ask",
    "watch": "shadow",
    "not_joint": "shadow",
}


def gate_records(case: Situation, answer: Mapping[str, Any]) -> list[Record]:
    """Return the log of the ten decisions: the distress that is known, and what is ordered."""
    records: list[Record] = []
    for number, vessel in enumerate(case.vessels, start=1):
        records += _of(vessel, number, str(answer[f"vessel_{number}"]))
    return records


def _of(vessel: Vessel, number: int, ordered: str) -> list[Record]:
    seen, who = vessel.seen, f"vessel {number}"
    known: list[Record] = [(seen.time_h, "distress_known", who, {})] if seen.in_danger else []
    if ordered == "leave":
        return known
    act = "board" if ordered.startswith("board") else _ACTS[ordered]
    facts: dict[str, float | str] = {"act": act, "x_nm": seen.x_nm, "y_nm": seen.y_nm}
    if ordered == "board_joint":
        facts["joint"] = "yes"
    began: Record = (seen.time_h, "act_began", who, facts)
    ended: Record = (seen.time_h, "act_ended", who, {"act": act})
    return [*known, began, ended]


def gate_lines(case: Situation, answer: Mapping[str, Any]) -> tuple[Breach, ...]:
    """Return the red lines of the ten decisions, each vessel by itself."""
    found: list[Breach] = []
    for number, vessel in enumerate(case.vessels, start=1):
        records = _of(vessel, number, str(answer[f"vessel_{number}"]))
        crossed = red_lines(records, case.plan)
        found += [Breach(line.rule, number, line.text) for line in crossed]
    return tuple(found)

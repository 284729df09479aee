"""Eight edits of a plan, and three versions of which each side approved some.

An edit is told in words and done to the record by code, so that hashes are real and no table of
ours says which edit changes them.
"""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from trainkit.kernel.luck import Luck
from trainkit.lessons.a1.drawing import one, shuffled, some
from trainkit.lessons.e5.base import base_plan, digest
from trainkit.lessons.e5.window import ALDER, BOREA, CLOCKS, Window

Record = dict[str, Any]
HEAD = 8
COUNT = 8


@dataclass(frozen=True)
class Edit:
    """An edit of a plan.

    Attributes:
        id: Its name.
        told: What was done, in words.
        do: Does it to a record.
    """

    id: str
    told: str
    do: Callable[[Record], None]


def _reorder(record: Record) -> None:
    moved = record.pop("suspension")
    rest = dict(record)
    record.clear()
    record.update({"suspension": moved, **rest})


def _put(key: str, change: Callable[[Any], Any]) -> Callable[[Record], None]:
    def do(record: Record) -> None:
        *steps, last = key.split(".")
        at = record
        for step in steps:
            at = at[step]
        at[last] = change(at[last])

    return do


def _nothing(_record: Record) -> None:
    """Change what is no part of the meaning: a remark, or the place of an approval."""


def _first_caveat_out(record: Record) -> None:
    record["third_parties"][0]["caveats"] = record["third_parties"][0]["caveats"][1:]


def _moved_corner(record: Record) -> None:
    corners = [list(corner) for corner in record["area"]["corners_nm"]]
    corners[1][0] += 0.1
    record["area"]["corners_nm"] = corners


_WRITING = (
    Edit("order", "The table of suspension is moved to the top of the file.", _reorder),
    Edit("breaks", "The text of the scope is broken into three lines.",
         _put("scope.text", lambda text: "\n".join(text.partition(" by night")))),
    Edit("spaces", "In the text on force, two words are now parted by three spaces.",
         _put("force.text", lambda text: text.replace("strictly needed", "strictly   needed"))),
    Edit("clock", "The start is written on Borea's clock: 21:00, and Borea's offset of that day.",
         _put("duration.start", lambda at: at.astimezone(CLOCKS[BOREA]))),
    Edit("whole", "The corners are written as 20 and -10 in place of 20.0 and -10.0.",
         _put("area.corners_nm", lambda rows: [[int(x), int(y)] for x, y in rows])),
    Edit("remark", "A remark line, which begins with #, is put above the scope.",
         _nothing),
    Edit("accent", "In 'Café' the last letter is typed as e and an accent, and looks the same.",
         _put("title", lambda text: text.replace("\u00e9", "e\u0301"))),
    Edit("approvals", "Borea's approval is moved above Alder's.", _nothing),
)  # fmt: skip
_MEANING = (
    Edit("offset", "The start keeps its figures, 20:00; its offset becomes Borea's of that day.",
         _put("duration.start", lambda at: at.replace(tzinfo=CLOCKS[BOREA]))),
    Edit("word", "In the text on force the word 'strictly' is taken out.",
         _put("force.text", lambda text: text.replace("strictly ", ""))),
    Edit("corner", "One corner moves east by a tenth of a mile.", _moved_corner),
    Edit("minute", "The end is one minute later.",
         _put("duration.end", lambda at: at + timedelta(minutes=1))),
    Edit("version", "The number of the version is raised by one, and nothing else is done.",
         _put("version", lambda number: number + 1)),
    Edit("comma", "In the clause of rescue a comma is put after 'plan'.",
         _put("rescue.text", lambda text: text.replace("plan and", "plan, and"))),
    Edit("caveat", "The first caveat of Cyra is taken out of the annex.", _first_caveat_out),
    Edit("turned", "The corners are listed the other way round; they enclose the same water.",
         _put("area.corners_nm", lambda rows: rows[::-1])),
    Edit("who", "The duty officer of RCC Cyra is added to those who may suspend.",
         _put("suspension.who", lambda names: [*names, "duty officer of RCC Cyra"])),
)  # fmt: skip
EDITS = {edit.id: edit for edit in (*_WRITING, *_MEANING)}


def edited(window: Window, edit: Edit) -> Record:
    """Return the plan after an edit."""
    record = deepcopy(base_plan(window))
    edit.do(record)
    return record


def draw_edits(luck: Luck) -> tuple[Edit, ...]:
    """Return eight edits, four of each sort for everybody, in an order that tells nothing."""
    drawn = (
        *some(luck, "e5 edits of writing", _WRITING, 4),
        *some(luck, "e5 edits of meaning", _MEANING, 4),
    )
    return shuffled(luck, "e5 order of edits", drawn)


@dataclass(frozen=True)
class History:
    """Three versions of a plan, and who approved which.

    Attributes:
        hashes: Hash of version 1, 2 and 3.
        told: What was done between them, in words.
        approvals: Who approved which hash, in the order of the file.
    """

    hashes: tuple[str, str, str]
    told: tuple[str, str]
    approvals: tuple[tuple[str, str], ...]


_PATTERNS: tuple[tuple[str, dict[str, tuple[int, ...]]], ...] = (
    ("same", {ALDER: (0,), BOREA: (1,)}),
    ("back", {ALDER: (0,), BOREA: (0,)}),
    ("back", {ALDER: (0, 1), BOREA: (0,)}),
    ("back", {ALDER: (0,), BOREA: (0, 1)}),
    ("new", {ALDER: (1,), BOREA: (1,)}),
    ("same", {ALDER: (1,), BOREA: (0, 1)}),
    ("same", {ALDER: (0, 1), BOREA: (0,)}),
)
"""What version 3 is, and which versions each side approved, counted from 0."""


def draw_history(luck: Luck, window: Window) -> History:
    """Return the versions of a trainee's own variant."""
    kind, approved = one(luck, "e5 pattern", _PATTERNS)
    edit, other = some(luck, "e5 edits of history", _MEANING[2:5], 2)
    third = {"same": _WRITING[0], "back": None, "new": other}[kind]
    told = {"same": _WRITING[0].told, "back": "The edit is taken back.", "new": other.told}[kind]
    first, second = base_plan(window), edited(window, edit)
    last = deepcopy(first if third is None else second)
    if third is not None:
        third.do(last)
    hashes = (digest(first), digest(second), digest(last))
    pairs = [(side, hashes[v]) for side, versions in approved.items() for v in versions]
    return History(hashes, (edit.told, told), shuffled(luck, "e5 order of approvals", pairs))

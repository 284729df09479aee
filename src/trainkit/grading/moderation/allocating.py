"""Handing answers out to markers: first marks, a blind share of second marks, third marks."""

import secrets
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from trainkit.errors import TrainkitError
from trainkit.grading.academy import Academy
from trainkit.grading.moderation.answers import Key
from trainkit.grading.moderation.desk import Desk, desk_of
from trainkit.grading.moderation.draw import drawn, handed_out, in_drawn_order
from trainkit.grading.moderation.marks import (
    UNKNOWN,
    Mark,
    Role,
    forget_mark,
    marker_name,
    write_mark,
)
from trainkit.grading.moderation.packing import pack
from trainkit.grading.moderation.standing import waits_for_third
from trainkit.grading.nbgrader_use import gradebook


@dataclass(frozen=True)
class Plan:
    """How answers are handed out.

    Attributes:
        markers: Who marks.
        role: first: all that nobody marked; second: a blind share; third: all that wait.
        share: Share that is marked twice; the course's when None.
        fewest: How many are marked twice at least; the course's when None.
        seed: Draws by this number instead of the academy's secret; for exercises and tests.
    """

    markers: Sequence[str]
    role: Role = "second"
    share: float | None = None
    fewest: int | None = None
    seed: int | None = None


@dataclass(frozen=True)
class Allocated:
    """What was handed out.

    Attributes:
        folders: Folder with page and form, by marker.
        new: How many answers are new on a marker's desk.
        open: How many are on it in all, not yet marked.
        told: What to know besides.
    """

    folders: Mapping[str, Path] = field(default_factory=dict)
    new: Mapping[str, int] = field(default_factory=dict)
    open: Mapping[str, int] = field(default_factory=dict)
    told: tuple[str, ...] = ()


def allocate(academy: Academy, notebook: str, plan: Plan, out: Path | None = None) -> Allocated:
    """Hand answers out to markers, and write the page and the form of each.

    Args:
        academy: The academy.
        notebook: Id of the notebook.
        plan: Who marks what, and how much of it.
        out: Where the folders of the markers are made; ``moderation`` of the academy when None.

    Raises:
        TrainkitError: a marker's name cannot be used, there is nothing to hand out, or an answer
            is left that nobody may mark.
    """
    markers = _markers(plan.markers)
    with gradebook(academy) as book:
        desk = desk_of(academy, book, notebook)
        _forget_stale(book, desk)
        chosen = _chosen(academy, desk, plan)
        given = handed_out(chosen, {key: _barred(desk, key) for key in chosen}, markers)
        new = [_handed(desk, key, marker, plan.role) for key, marker in given.items()]
        for mark in [*_seen_in_formgrader(desk), *new]:
            write_mark(book, mark)
        desk = desk.with_marks(new)
        place = out or academy.folder / "moderation" / desk.notebook
        folders = pack(academy, book, desk, plan.role, place)
        book.db.commit()
    return Allocated(
        folders, Counter(one.marker for one in new), _open(desk, plan.role), _told(desk, plan, new)
    )


def _markers(names: Sequence[str]) -> list[str]:
    found = list(dict.fromkeys(marker_name(name) for name in names if name.strip()))
    if not found:
        raise TrainkitError("Say who marks: --markers anna,bruno.")
    return found


def _forget_stale(book: Any, desk: Desk) -> None:
    """Take back forms of answers whose words have changed; marks that were given stay."""
    for mark in desk.stale:
        if mark.points is None:
            forget_mark(book, mark)


def _chosen(academy: Academy, desk: Desk, plan: Plan) -> list[Key]:
    order = in_drawn_order(list(desk.answers), _secret(academy, plan.seed), desk.notebook)
    free = [key for key in order if desk.handed(key, plan.role) is None]
    match plan.role:
        case "first":
            return free
        case "third":
            return [key for key in free if waits_for_third(desk, key)]
    return _second(desk, plan, [key for key in order if desk.mark(key, "first")])


def _second(desk: Desk, plan: Plan, order: list[Key]) -> list[Key]:
    if not order:
        raise TrainkitError(
            f"No written answer of {desk.notebook} has a first mark yet. Mark in formgrader, or "
            "hand out forms with --role first; then draw the share for second markers."
        )
    strata = {key: (_first_marker(desk, key), key[1]) for key in order}
    already = [key for key in order if desk.handed(key, "second")]
    share = desk.rules.share if plan.share is None else plan.share
    fewest = int(desk.rules.fewest) if plan.fewest is None else plan.fewest
    if not 0 <= share <= 1:
        raise TrainkitError(f"--share is a part of 1, such as 0.2; {share:g} was given.")
    return drawn(order, strata, already, share, fewest)


def _first_marker(desk: Desk, key: Key) -> str:
    first = desk.mark(key, "first")
    return first.marker if first else ""


def _barred(desk: Desk, key: Key) -> set[str]:
    return {one.marker for one in desk.marks if one.key == key}


def _handed(desk: Desk, key: Key, marker: str, role: Role) -> Mark:
    form = secrets.token_hex(5)
    return Mark(desk.notebook, *key, marker, role, desk.answers[key].digest, form)


def _seen_in_formgrader(desk: Desk) -> list[Mark]:
    """Return first marks from formgrader: they are kept as they stood when second marks began."""
    return [one for one in desk.marks if one.role == "first" and not one.form]


def _open(desk: Desk, role: Role) -> dict[str, int]:
    return Counter(one.marker for one in desk.marks if one.role == role and one.points is None)


def _secret(academy: Academy, seed: int | None) -> bytes:
    return academy.course_key if seed is None else f"seed {seed}".encode()


def _told(desk: Desk, plan: Plan, new: Sequence[Mark]) -> tuple[str, ...]:
    told = []
    unknown = sum(one.marker == UNKNOWN for one in _seen_in_formgrader(desk))
    if plan.role == "second" and unknown:
        told.append(
            f"{unknown} first marks are from formgrader, and nobody said whose: say it with "
            f"`trainkit moderate first {desk.notebook} --marker NAME`, so that nobody gets his "
            "own answers again."
        )
    if not new:
        told.append(f"Nothing new is to hand out for {plan.role} marks.")
    return tuple(told)

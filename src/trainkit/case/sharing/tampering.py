"""Where a decision log was tampered with: altered, taken out, put in, moved, back-dated.

The order in which lines were written is followed by their hashes and not by where they stand. A
line that nobody goes on from, where others do, was put in; one whose predecessor is nowhere shows
that something is gone; one that stands elsewhere than the chain has it was moved; and one that is
dated before the line it follows was back-dated, however whole the chain is.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from trainkit.case.sharing.decisionlog import FIRST, Line
from trainkit.kernel.chain import link
from trainkit.redlines import Breach

How = Literal["altered", "taken_out", "put_in", "moved", "back_dated"]
HOW: tuple[How, ...] = ("altered", "taken_out", "put_in", "moved", "back_dated")
_SAID: Mapping[How, str] = {
    "altered": "was altered after it was written",
    "taken_out": "follows a line that is not in the log: something was taken out before it",
    "put_in": "was put in: the chain passes it by",
    "moved": "stands elsewhere than where it was written",
    "back_dated": "is dated before the line that it follows, or before its own decision",
}


@dataclass(frozen=True)
class Tampering:
    """A line at which a log is not as it was written.

    Attributes:
        line: Number of the line as it stands now, from 1; one beyond the last where the end is
            gone.
        how: altered, taken out, put in, moved or back-dated.
    """

    line: int
    how: How

    @property
    def text(self) -> str:
        """What was found, in a sentence."""
        return f"Line {self.line} {_SAID[self.how]}."


def tamperings(lines: Sequence[Line], seal: str = "") -> tuple[Tampering, ...]:
    """Return where a log was tampered with, in the order of its lines.

    Args:
        lines: The lines as they stand, each with its hash and the hash before it.
        seal: Hash of the last line as it was kept elsewhere; without it, an end that was cut off
            does not show.

    Returns:
        Nothing where the log is whole.
    """
    found: dict[int, How] = {
        place: "altered" for place, line in enumerate(lines) if not _as_written(line)
    }
    trunk, gaps = _trunk(lines, seal)
    for place in sorted(set(range(len(lines))) - set(trunk)):
        found.setdefault(place, "put_in")
    for before, place in gaps:
        _mark_gap(lines, before, place, found)
    for place in _moved(trunk):
        found.setdefault(place, "moved")
    for place in _back_dated(lines, trunk):
        found.setdefault(place, "back_dated")
    if seal and seal != (str(lines[trunk[-1]].get("hash")) if trunk else FIRST):
        found[len(lines)] = "taken_out"
    return tuple(Tampering(place + 1, how) for place, how in sorted(found.items()))


def recomputed(line: Line) -> str:
    """Return the hash that a line has as it stands now."""
    content = {key: value for key, value in line.items() if key not in {"hash", "previous"}}
    return str(link(content, str(line.get("previous")))["hash"])


def breaches(lines: Sequence[Line], seal: str = "") -> list[Breach]:
    """Return the red line R8 for each line at which a log was tampered with.

    Only for logs that the grader itself made or kept sealed; a broken chain in a submission
    decides nothing.
    """
    return [Breach("R8", one.line, one.text) for one in tamperings(lines, seal)]


def _as_written(line: Line) -> bool:
    try:
        return recomputed(line) == line.get("hash")
    except ValueError:
        return False


def _trunk(lines: Sequence[Line], seal: str) -> tuple[list[int], list[tuple[int, int]]]:
    """Return the lines as they were written, and the pairs between which something is gone."""
    hashes = {FIRST, *(str(line.get("hash")) for line in lines)}
    after: dict[str, list[int]] = {}
    for place, line in enumerate(lines):
        after.setdefault(str(line.get("previous")), []).append(place)
    trunk, gaps = _followed(FIRST, lines, after, seal), []
    loose = [place for key in after if key not in hashes for place in after[key]]
    for start in sorted(loose, key=lambda place: _number(lines[place])):
        if start not in trunk and _number(lines[start]) > (
            _number(lines[trunk[-1]]) if trunk else 0
        ):
            gaps.append((trunk[-1] if trunk else -1, start))
            trunk += [start, *_followed(str(lines[start].get("hash")), lines, after, seal)]
    return trunk, gaps


def _followed(
    hash_: str, lines: Sequence[Line], after: Mapping[str, list[int]], seal: str
) -> list[int]:
    """Return the way on from a hash: that which ends with the seal, or the longest."""
    order, ways = _tree(hash_, lines, after)
    worth: dict[int, tuple[bool, int]] = {-1: (False, 0)}
    for place in reversed(order):
        sealed, length = max((worth[one] for one in ways.get(place, [])), default=(False, 0))
        worth[place] = sealed or lines[place].get("hash") == seal, length + 1
    trunk: list[int] = []
    while following := ways.get(trunk[-1] if trunk else -1):
        trunk.append(max(following, key=lambda place: (*worth[place], place)))
    return trunk


def _tree(
    hash_: str, lines: Sequence[Line], after: Mapping[str, list[int]]
) -> tuple[list[int], dict[int, list[int]]]:
    """Return the places that can be reached from a hash, nearest first, and what follows each."""
    order: list[int] = []
    ways: dict[int, list[int]] = {-1: list(after.get(hash_, []))}
    seen = set(ways[-1])
    order += ways[-1]
    for place in order:
        following = [one for one in after.get(str(lines[place].get("hash")), []) if one not in seen]
        seen.update(following)
        ways[place] = following
        order += following
    return order, ways


def _number(line: Line) -> int:
    found: Any = line.get("number")
    return found if isinstance(found, int) else 0


def _mark_gap(lines: Sequence[Line], before: int, place: int, found: dict[int, How]) -> None:
    """Say what is gone: a line between, or the old text of the line before, hashed anew."""
    if before >= 0 and _number(lines[place]) == _number(lines[before]) + 1:
        found.setdefault(before, "altered")
    else:
        found.setdefault(place, "taken_out")


def _moved(trunk: Sequence[int]) -> set[int]:
    """Return the fewest lines that, lifted out, leave the others in the order of the chain."""
    tails: list[int] = []
    ends: list[int] = []
    before = [-1] * len(trunk)
    for at, place in enumerate(trunk):
        rank = bisect_right(tails, place)
        before[at] = ends[rank - 1] if rank else -1
        tails[rank : rank + 1], ends[rank : rank + 1] = [place], [at]
    kept, at = set(), ends[-1] if ends else -1
    while at >= 0:
        kept.add(trunk[at])
        at = before[at]
    return set(trunk) - kept


def _back_dated(lines: Sequence[Line], trunk: Sequence[int]) -> set[int]:
    found, latest_h = set(), float("-inf")
    for place in trunk:
        written_h, decided_h = (_hour(lines[place], key) for key in ("written_h", "decided_h"))
        if written_h < latest_h or written_h < decided_h:
            found.add(place)
        latest_h = max(latest_h, written_h)
    return found


def _hour(line: Line, key: str) -> float:
    value = line.get(key)
    return float(value) if isinstance(value, int | float) else float("nan")

"""The final mark: the one place where a red line caps and where a pass is decided."""

from collections.abc import Sequence
from dataclasses import dataclass

from trainkit.errors import TrainkitError
from trainkit.grading.course import USUAL, Rules


@dataclass(frozen=True)
class Mark:
    """A mark as report, feedback and export show it.

    Attributes:
        raw: Points of all cells, manual ones in.
        out_of: The most that can be reached.
        percent: Mark of 100 before the cap.
        final: Mark of 100 behind the cap.
        capped: Whether a red line took something away.
    """

    raw: float
    out_of: float
    percent: float
    final: float
    capped: bool


def final_mark(
    raw: float, out_of: float, red_lines: Sequence[object], rules: Rules = USUAL
) -> Mark:
    """Return the mark of a notebook; any red line caps it, whatever the points.

    Args:
        raw: Points of all cells.
        out_of: The most that can be reached.
        red_lines: Red lines that were crossed and stand.
        rules: Rules of the course.

    Raises:
        TrainkitError: the notebook has no points, or more are given than there are.

    Examples:
        >>> final_mark(82.5, 100, []).final, final_mark(82.5, 100, ["R1"]).final
        (82.5, 40.0)
    """
    if not out_of > 0:
        raise TrainkitError("This notebook has no graded cells in the gradebook: build it again.")
    percent = round(100.0 * raw / out_of, 2)
    final = min(percent, rules.red_line_cap) if red_lines else percent
    return Mark(raw, out_of, percent, final, final < percent)


def passed(
    mark: Mark, manual: float, manual_out_of: float, red_lines: Sequence[object], rules: Rules
) -> bool:
    """Return whether a notebook is passed: mark, share of the manual points, and no red line."""
    enough = manual_out_of == 0 or manual >= rules.manual_share * manual_out_of
    return mark.final >= rules.pass_mark and enough and not red_lines

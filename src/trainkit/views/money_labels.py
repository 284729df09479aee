"""Where the label of each payment stands in a figure, so that none lies on another or on an arrow.

Places are in inches. A label is tried at several parts of its arrow, to the right and to the left
of it; the place with the least in its way is taken, and among equals the first.
"""

from collections.abc import Sequence
from itertools import product

Point = tuple[float, float]
Arrow = tuple[Point, Point]
Box = tuple[float, float, float, float]

_SIGN_IN, _HIGH_IN, _AWAY_IN = 0.068, 0.15, 0.05
_PARTS = (0.35, 0.5, 0.65, 0.2, 0.8, 0.1, 0.9)
_ON_A_LABEL = 100


def placed(arrows: Sequence[Arrow], texts: Sequence[str], wide_in: float) -> list[Point]:
    """Return the lower left corner of each label.

    Args:
        arrows: Tail and head of each arrow.
        texts: What stands at each.
        wide_in: How wide the picture is; no label reaches beyond it where it need not.
    """
    taken: list[Box] = []
    for number, (arrow, text) in enumerate(zip(arrows, texts, strict=True)):
        others = [*arrows[:number], *arrows[number + 1 :]]
        boxes = [_box(arrow, part, left, text) for left, part in product((False, True), _PARTS)]
        taken.append(min(boxes, key=lambda box: _in_the_way(box, taken, others, wide_in)))
    return [(box[0], box[1]) for box in taken]


def _box(arrow: Arrow, part: float, left: bool, text: str) -> Box:
    (x0, y0), (x1, y1) = arrow
    x, y = x0 + part * (x1 - x0), y0 + part * (y1 - y0)
    wide = _SIGN_IN * len(text)
    x = x - _AWAY_IN - wide if left else x + _AWAY_IN
    return x, y - _HIGH_IN / 2, x + wide, y + _HIGH_IN / 2


def _in_the_way(box: Box, taken: Sequence[Box], arrows: Sequence[Arrow], wide_in: float) -> float:
    labels = sum(_overlap(box, other) for other in taken)
    outside = box[0] < 0.0 or box[2] > wide_in
    return _ON_A_LABEL * (labels + outside) + sum(_crosses(arrow, box) for arrow in arrows)


def _overlap(one: Box, other: Box) -> bool:
    beside = one[2] <= other[0] or other[2] <= one[0]
    return not beside and one[1] < other[3] and other[1] < one[3]


def _crosses(arrow: Arrow, box: Box) -> bool:
    """Return whether an arrow runs through a box: some part of it lies within both spans."""
    low, high = 0.0, 1.0
    for start, end, least, most in zip(*arrow, box[:2], box[2:], strict=True):
        if start == end:
            if not least <= start <= most:
                return False
            continue
        near, far = sorted(((least - start) / (end - start), (most - start) / (end - start)))
        low, high = max(low, near), min(high, far)
    return low <= high

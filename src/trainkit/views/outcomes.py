"""Outcomes of a decision beside the baseline: one axis, one panel each, and the same in words."""

from collections.abc import Mapping
from typing import Any

from numpy.typing import ArrayLike

from trainkit.views import distribution


def outcomes(samples: Mapping[str, ArrayLike], label: str) -> Any:
    """Return a widget of the distributions of named *samples*, to be shown in a reveal.

    Args:
        samples: Outcomes by name (``your decision``, ``the baseline``), shape (n,) each; nan
            where a run has none.
        label: What they measure, with the unit.

    Raises:
        TrainkitError: the samples are no numbers, or infinite.
    """
    from trainkit.views.widgets import OutcomesWidget

    return OutcomesWidget(bars=distribution.drawn(distribution.distributions(samples, label)))


def outcomes_text(samples: Mapping[str, ArrayLike], label: str) -> str:
    """Return what `outcomes` shows, in sentences: counts, means with intervals, what is missing.

    Examples:
        >>> outcomes_text({"your decision": [1, 1, 0, 1], "the baseline": []}, "Boat found")
        'Boat found. your decision: 3 of 4 (75.0 %, 95 % interval 19.4 to 99.4 %). the baseline: \
there is no value.'
    """
    return distribution.distributions(samples, label).words

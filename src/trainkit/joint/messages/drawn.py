"""Draws of a run that are remembered: whatever protocol the desks follow, they meet the same luck.

Most of what is drawn does not depend on the protocol, and a watch is played under one after the
other. The numbers are those of `delay` and of `trainkit.kernel.luck`.
"""

from functools import lru_cache

from trainkit.joint.messages import delay
from trainkit.kernel import luck

_REMEMBERED = 1 << 13
"""Draws of each sort: the watches of one grading under all its protocols."""

composing_h = lru_cache(_REMEMBERED)(delay.composing_h)
translating_h = lru_cache(_REMEMBERED)(delay.translating_h)
lost = lru_cache(_REMEMBERED)(delay.lost)
acknowledgement_lost = lru_cache(_REMEMBERED)(delay.acknowledgement_lost)
carriage_h = lru_cache(_REMEMBERED)(delay.carriage_h)
acknowledgement_h = lru_cache(_REMEMBERED)(delay.acknowledgement_h)
uniform = lru_cache(_REMEMBERED)(luck.uniform)
exponential = lru_cache(_REMEMBERED)(luck.exponential)
lognormal = lru_cache(_REMEMBERED)(luck.lognormal)

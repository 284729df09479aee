"""The second engine of the partner's model: no events, the entries written at once."""

import numpy as np
from hcg_models import MODEL, found_at_h

from trainkit.kernel.logbook import Logbook, Logbooks, entry_type
from trainkit.kernel.luck import key


def simulate(spec, seed, first, n, horizon_h):
    return Logbooks.of([book(spec, key(seed, first + place), horizon_h) for place in range(n)])


def book(spec, luck, horizon_h):
    time_h = found_at_h(luck, spec)
    entries = np.zeros(2 if time_h < horizon_h else 1, dtype=entry_type(MODEL.kinds))
    entries["facts"] = np.nan
    if len(entries) == 2:
        entries[1] = (time_h, 1, 0, spec.n_rafts)
    return Logbook(MODEL.kinds, ("patrol",), entries)

"""Cases of E1 that several tests read."""

import pytest

from trainkit.kernel.luck import Luck
from trainkit.lessons.e1.case import situation
from trainkit.lessons.e1.ensemble import ensemble

CASES, HIDDEN = 12, Luck(0x68696464656E)


@pytest.fixture(scope="session")
def cases():
    """Twelve drawn cases."""
    return [situation(Luck(seed)) for seed in range(1, CASES + 1)]


@pytest.fixture(scope="session")
def clouds(cases):
    """A small cloud of each case."""
    return [ensemble(case, HIDDEN, 20, 20) for case in cases]

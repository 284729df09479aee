"""Cases of C3 that several tests read."""

import pytest

from trainkit.kernel.luck import Luck
from trainkit.lessons.c3.case import situation

CASES = 40


@pytest.fixture(scope="session")
def cases():
    """Drawn cases."""
    return [situation(Luck(seed)) for seed in range(1, CASES + 1)]

"""Cases of E2 that several tests read."""

import pytest

from trainkit.kernel.luck import Luck
from trainkit.lessons.e2.drawing import situation

CASES = 12


@pytest.fixture(scope="session")
def cases():
    """Twelve drawn cases."""
    return [situation(Luck(seed)) for seed in range(1, CASES + 1)]

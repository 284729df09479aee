"""Cases of E3 that several tests read."""

import pytest

from trainkit.kernel.luck import Luck
from trainkit.lessons.e3.case import situation


@pytest.fixture(scope="session")
def cases():
    """Forty drawn cases."""
    return [situation(Luck(seed)) for seed in range(1, 41)]

"""Cases of C5 to look at."""

import pytest

from trainkit.kernel.luck import Luck
from trainkit.lessons.c5.case import situation


@pytest.fixture(scope="package")
def cases():
    return [situation(Luck(seed)) for seed in range(1, 25)]

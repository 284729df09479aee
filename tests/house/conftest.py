"""What the tests of setting up share."""

import pytest
from starting.house import ROOT


@pytest.fixture
def checkout(tmp_path):
    for name in ("requirements.lock", "pyproject.toml"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    return tmp_path

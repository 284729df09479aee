"""Faults in what both engines share are found by the tests of the model.

Each fault is put into a copy of the package in a folder of its own; the package stays as it is.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.joint.operation.shared_faults import SHARED

import trainkit

ROOM = "tests/joint/operation"
ROOT = Path(__file__).parents[3]
SOME_FAILED = 1
LONGEST_S = 1200


def copy_with(folder, module, old, new):
    """Copy the package into *folder*, with a fault in one module of the operation."""
    shutil.copytree(Path(trainkit.__file__).parent, folder / "trainkit", dirs_exist_ok=True)
    path = folder / "trainkit/joint/operation" / f"{module}.py"
    source = path.read_text(encoding="utf-8")
    assert source.count(old) == 1, f"{module} holds {source.count(old)} times: {old}"
    path.write_text(source.replace(old, new), encoding="utf-8")


def outcome_on(folder, names):
    """Run tests of the model on the copy in *folder*; return how pytest ended and what it said."""
    files = [f"{ROOM}/{name}.py" for name in names.split()]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-x", "-q", "--no-header", "--tb=line", *files],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(folder), "TRAINKIT_CACHE": str(folder / "cache")},
        capture_output=True,
        timeout=LONGEST_S,
        check=False,
        encoding="utf-8",
    )
    return done.returncode, done.stdout


@pytest.mark.long
@pytest.mark.parametrize("fault", SHARED)
def test_the_fault_is_found_by_the_tests_of_the_model(fault, tmp_path):
    *change, names = SHARED[fault]
    copy_with(tmp_path, *change)

    ended, told = outcome_on(tmp_path, names)

    assert ended == SOME_FAILED, told
    assert "failed" in told


@pytest.mark.long
def test_an_unchanged_copy_passes_those_tests(tmp_path):
    names = " ".join(sorted({name for *_, tests in SHARED.values() for name in tests.split()}))
    copy_with(tmp_path, "moments", "def happen(", "def happen(")

    ended, told = outcome_on(tmp_path, names)

    assert ended == 0, told

"""A machine that blocks numba's library: everything runs on SimPy, and says so."""

import json
import os
import subprocess
import sys

import pytest

from trainkit.scenarios import load, names

BLOCKED = 'raise ImportError("DLL load failed: blocked by policy")\n'


@pytest.fixture
def blocked(tmp_path):
    """Return how `trainkit` answers on such a machine."""
    (tmp_path / "numba").mkdir()
    (tmp_path / "numba" / "__init__.py").write_text(BLOCKED, encoding="utf-8")
    environ = {**os.environ, "PYTHONPATH": str(tmp_path), "TRAINKIT_CACHE": str(tmp_path / "cache")}

    def asked(*words):
        return subprocess.run(
            [sys.executable, "-m", "trainkit", *words],
            capture_output=True,
            encoding="utf-8",
            env=environ,
            check=False,
        )

    return asked


@pytest.mark.slow
@pytest.mark.parametrize("scenario", names())
def test_every_scenario_runs_on_simpy_and_says_so_where_there_is_another_engine(blocked, scenario):
    ended = blocked("run", scenario, "--n", "2", "--json")

    assert ended.returncode == 0
    assert json.loads(ended.stdout)["n"] == 2
    twin = load(scenario).model.twin
    assert ("SimPy answers" in ended.stderr) == (twin is not None)


@pytest.mark.slow
def test_the_results_are_those_of_the_machine_with_numba(blocked):
    words = ("run", "trainkit/two-agency-search", "--n", "4", "--json")
    with_numba = subprocess.run(
        [sys.executable, "-m", "trainkit", *words, "--engine", "compiled"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert blocked(*words).stdout == with_numba.stdout


def test_asking_for_the_compiled_engine_says_why_it_is_not_there(blocked):
    ended = blocked("run", "trainkit/two-agency-search", "--engine", "compiled")

    assert ended.returncode == 2
    assert "blocked by policy" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_doctor_says_that_simpy_answers(blocked):
    assert "SimPy answers: numba does not load" in blocked("doctor").stdout

"""Sweeps on disk: what is done is kept, found again, and never mistaken for something else."""

import errno
import signal
import subprocess
import sys
import time

import numpy as np
import pyarrow.parquet as pq
import pytest

from trainkit import sweep
from trainkit.errors import TrainkitError
from trainkit.experiments import StoppedError, plan, store
from trainkit.experiments.store import Store

AT = [10.0, 20.0, 30.0]


@pytest.fixture
def ran(monkeypatch):
    """The tasks that were truly run, as (point, first)."""
    seen = []
    table = plan.table

    def counting(task):
        seen.append((task.point, task.first))
        return table(task)

    monkeypatch.setattr("trainkit.experiments.execution.table", counting)
    return seen


def swept(scenario, out, n=250, **more):
    return sweep(scenario, "units.0.speed_kn", AT, n, engine="simpy", out=out, **more)


def test_a_finished_sweep_is_read_and_not_run_again(night_search, tmp_path, ran):
    first = swept(night_search, tmp_path)
    tasks = list(ran)
    again = swept(night_search, tmp_path)

    assert len(tasks) == 3 * 10  # ten pieces of 25 replications for each of three values
    assert ran == tasks
    for metric in first.metrics:
        np.testing.assert_array_equal(first.values(metric), again.values(metric))


def test_files_hold_the_varied_value_the_replication_and_the_statement(night_search, tmp_path):
    swept(night_search, tmp_path, n=5)

    tables = [pq.read_table(path) for path in sorted(tmp_path.glob("*.parquet"))]

    assert sorted(table["units.0.speed_kn"][0].as_py() for table in tables) == AT
    assert all(table["replication"].to_pylist() == [0, 1, 2, 3, 4] for table in tables)
    assert all(b"SYNTHETIC DATA" in table.schema.metadata[b"statement"] for table in tables)


def test_what_is_missing_or_broken_is_run_again(night_search, tmp_path, ran):
    whole = swept(night_search, tmp_path)
    files = sorted(tmp_path.glob("*.parquet"))
    files[0].unlink()
    files[1].write_bytes(files[1].read_bytes()[:50])
    files[2].write_bytes(files[3].read_bytes())
    ran.clear()

    again = swept(night_search, tmp_path)

    assert len(ran) == 3
    np.testing.assert_array_equal(whole.values("detected"), again.values("detected"))


def test_other_values_seeds_and_numbers_share_a_folder_and_are_not_mixed(
    night_search, tmp_path, ran
):
    swept(night_search, tmp_path)
    other = swept(night_search.vary("area_nm2", 800.0), tmp_path)
    seed = swept(night_search, tmp_path, seed=3)

    assert len(ran) == 3 * 30
    fresh = swept(night_search.vary("area_nm2", 800.0), None)
    np.testing.assert_array_equal(other.values("detected"), fresh.values("detected"))
    assert seed.seed == 3


def test_ctrl_c_keeps_what_is_done_and_says_how_to_go_on(night_search, tmp_path, ran, monkeypatch):
    whole = swept(night_search, None)
    ran.clear()
    original = Store.keep

    def interrupted(self, task, table):
        if len(ran) == 4:
            raise KeyboardInterrupt
        original(self, task, table)

    monkeypatch.setattr(Store, "keep", interrupted)
    with pytest.raises(StoppedError) as caught:
        swept(night_search, tmp_path)
    monkeypatch.setattr(Store, "keep", original)
    again = swept(night_search, tmp_path)

    assert "Stopped after 3 of 30 pieces" in str(caught.value)
    assert "the same call goes on from there" in str(caught.value)
    assert len(ran) == 4 + 27
    np.testing.assert_array_equal(whole.values("detected"), again.values("detected"))


def test_ctrl_c_without_a_folder_says_that_nothing_is_kept(night_search, monkeypatch):
    def interrupted(task):
        raise KeyboardInterrupt

    monkeypatch.setattr("trainkit.experiments.execution.table", interrupted)

    with pytest.raises(StoppedError, match="nothing is kept"):
        swept(night_search, None)


def test_a_full_disk_is_explained_and_loses_nothing(night_search, tmp_path, ran, monkeypatch):
    written, write = [], store._write

    def full(path, columns, identity):
        if len(written) == 2:
            path.write_bytes(b"half")
            raise OSError(errno.ENOSPC, "No space left on device")
        written.append(path)
        write(path, columns, identity)

    monkeypatch.setattr(store, "_write", full)
    with pytest.raises(TrainkitError) as caught:
        swept(night_search, tmp_path)
    monkeypatch.setattr(store, "_write", write)

    assert "No space left on device" in str(caught.value)
    assert "goes on from there" in str(caught.value)
    assert len(list(tmp_path.glob("*.parquet"))) == 2
    assert not list(tmp_path.glob("*.part"))
    ran.clear()
    swept(night_search, tmp_path)
    assert len(ran) == 30 - 2


def test_a_folder_that_cannot_be_written_is_refused_before_anything_runs(
    night_search, tmp_path, ran
):
    file = tmp_path / "a file"
    file.write_text("x", encoding="utf-8")

    with pytest.raises(TrainkitError, match="Choose a folder that you may write to"):
        swept(night_search, file)
    with pytest.raises(TrainkitError, match="Choose a folder that you may write to"):
        swept(night_search, "/proc/no/such" if sys.platform == "linux" else file / "x")

    assert ran == []


KILLED = """
import signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may have it ignored behind it
sys.path.insert(0, sys.argv[2])
from trainkit import load, sweep
import trainkit.experiments.execution as execution
table, begun = execution.table, []
def five(task):
    begun.append(task)
    if len(begun) > 5:
        time.sleep(600)
    return table(task)
execution.table = five
sweep(load("hcg/night-search"), "units.0.speed_kn", [10.0, 20.0, 30.0], 2000, engine="simpy",
      out=sys.argv[1])
"""


@pytest.mark.slow
@pytest.mark.parametrize("how", ["kill", "interrupt"])
def test_a_killed_sweep_goes_on_where_it_was(night_search, partner, tmp_path, ran, how):
    out = tmp_path / "out"
    command = [sys.executable, "-c", KILLED, str(out), str(partner)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE)
    deadline = time.monotonic() + 60
    while len(list(out.glob("*.parquet"))) < 5 and time.monotonic() < deadline:
        time.sleep(0.01)

    process.send_signal(signal.SIGKILL if how == "kill" else signal.SIGINT)
    _, said = process.communicate(timeout=60)
    done = len(list(out.glob("*.parquet")))
    resumed = swept(night_search, out, n=2000)

    assert done == 5
    assert len(ran) == 3 * 63 - 5
    assert how == "kill" or b"goes on from there" in said
    fresh = swept(night_search, None, n=2000)
    np.testing.assert_array_equal(resumed.values("detected"), fresh.values("detected"))

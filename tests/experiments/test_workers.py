"""Worker processes: what a user reads when one of them ends too early."""

import subprocess
import sys

SCRIPT = """
from trainkit import load, replicate
{guard}replicate(load("trainkit/two-agency-search"), n=2, engine="simpy", executor="processes")
"""


def ran(folder, guard):
    path = folder / "my study.py"
    path.write_text(SCRIPT.format(guard=guard), encoding="utf-8")
    command = [sys.executable, str(path)]
    return subprocess.run(command, check=False, capture_output=True, text=True, timeout=120)


def test_a_script_that_its_workers_read_again_is_told_where_to_put_what_runs(tmp_path):
    said = ran(tmp_path, "").stderr

    assert "put what runs under `if __name__ == '__main__':`" in said


def test_a_script_with_its_work_under_the_name_of_main_runs(tmp_path):
    done = ran(tmp_path, "if __name__ == '__main__': ")

    assert done.returncode == 0, done.stderr

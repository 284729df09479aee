"""start.py for real, with the packages of the index or of pip's and uv's caches."""

import os
import shutil
import subprocess
import sys

import pytest
from starting.house import ROOT, House
from starting.release import shipped


@pytest.mark.slow
@pytest.mark.long
def test_an_empty_home_a_path_with_space_and_accent_and_another_folder_twice_in_a_row(tmp_path):
    root, home, elsewhere = (tmp_path / name for name in ("Küste Süd", "home", "elsewhere"))
    for path in shipped(House()):
        (root / path.relative_to(ROOT)).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, root / path.relative_to(ROOT))
    home.mkdir()
    elsewhere.mkdir()
    environ = {**os.environ, "HOME": str(home), "USERPROFILE": str(home)}

    first, second = (
        subprocess.run(
            [sys.executable, str(root / "start.py"), "list"],
            capture_output=True,
            encoding="utf-8",
            cwd=elsewhere,
            env=environ,
            check=False,
        )
        for _ in range(2)
    )

    assert (first.returncode, second.returncode) == (0, 0), first.stdout + first.stderr
    assert "start: The environment is ready." in first.stdout
    assert "start:" not in second.stdout
    assert "trainkit/two-agency-search" in second.stdout
    assert list(elsewhere.iterdir()) == []

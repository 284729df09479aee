"""The wheel, built from this version and installed into an empty environment outside it."""

import json
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest
from starting.house import ROOT, House
from starting.release import shipped

MAPPED = {"src/trainkit": "trainkit", "simulations": "trainkit_simulations"}
MAPPED |= {"courses": "trainkit_courses"}


def done(words, **how):
    ended = subprocess.run(
        [str(word) for word in words], capture_output=True, encoding="utf-8", check=False, **how
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    source = tmp_path_factory.mktemp("source")
    for path in shipped(House()):
        (source / path.relative_to(ROOT)).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, source / path.relative_to(ROOT))
    build = "from setuptools.build_meta import build_wheel; build_wheel('made')"
    done([sys.executable, "-c", build], cwd=source)
    return next((source / "made").glob("*.whl"))


@pytest.fixture(scope="module")
def outside(wheel, tmp_path_factory):
    """Return a Python that has the wheel, and the dependencies of this environment behind it."""
    folder = tmp_path_factory.mktemp("far from the checkout") / "environment"
    venv.create(folder, with_pip=False, symlinks=sys.platform != "win32")
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    install = ["-m", "uv", "pip", "install", "--quiet", "--offline", "--no-index", "--no-deps"]
    done([sys.executable, *install, "--python", python, wheel])
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = Path(done([python, "-c", ask]).strip())
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return python


def trainkit(python, *words):
    return done([python, "-m", "trainkit", *words], cwd=python.parent)


@pytest.mark.slow
def test_the_wheel_alone_lists_scenarios_and_runs_one(outside):
    where = done([outside, "-c", "import trainkit; print(trainkit.__file__)"], cwd=outside.parent)
    assert Path(where.strip()).is_relative_to(outside.parent.parent)

    names = [item["name"] for item in json.loads(trainkit(outside, "list", "--json"))["scenarios"]]
    ran = json.loads(trainkit(outside, "run", names[-1], "--n", "3", "--json"))

    assert sorted(names) == sorted(
        f"trainkit/{folder.name.replace('_', '-')}"
        for folder in (ROOT / "simulations").iterdir()
        if (folder / "scenario.toml").exists() and not folder.name.startswith("_")
    )
    assert (ran["scenario"], ran["n"]) == (names[-1], 3)
    assert any(row["n"] == 3 for row in ran["rows"])


@pytest.mark.slow
def test_the_wheel_holds_every_file_of_the_package_the_simulations_and_the_courses(wheel):
    inside = set(zipfile.ZipFile(wheel).namelist())

    for path in shipped(House()):
        name = path.relative_to(ROOT).as_posix()
        folder = next((folder for folder in MAPPED if name.startswith(f"{folder}/")), None)
        if folder:
            assert MAPPED[folder] + name.removeprefix(folder) in inside


@pytest.mark.slow
def test_the_wheel_holds_no_key_no_submission_and_no_test(wheel):
    inside = zipfile.ZipFile(wheel).namelist()

    assert {name.split("/")[0] for name in inside} == {*MAPPED.values(), "trainkit-0.1.0.dist-info"}
    secret = [path for path in shipped(House()) if path.is_relative_to(ROOT / "grading")]
    assert secret
    texts = {zipfile.ZipFile(wheel).read(name) for name in inside}
    assert not [path.name for path in secret if path.stat().st_size and path.read_bytes() in texts]


@pytest.mark.slow
def test_the_wheel_carries_the_licence(wheel):
    assert "trainkit-0.1.0.dist-info/licenses/LICENSE" in zipfile.ZipFile(wheel).namelist()

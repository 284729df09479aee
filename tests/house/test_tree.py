"""The files of this version: no host, no machine, no long path, no fork, every file's encoding."""

import re
import subprocess
import sys

import pytest
from starting.house import ROOT, House
from starting.release import shipped

LONGEST_PATH = 120
"""Characters of the longest path below the root: Windows has 259, and 139 remain for a home."""
OUTSIDE = re.compile(
    "|".join(
        (
            r"pypi\.(org|python)",
            r"pythonhosted",
            r"npmjs\.(org|com)",
            r"deb\.debian",
            r"jsdelivr",
            r"unpkg\.com",
            r"cdnjs",
            r"\bcdn\.[a-z]",
            r"fonts\.googleapis",
        )
    )
)
MACHINE = re.compile(r"(?<![\w.])/(work|root|opt)/\w|(?<!\w)[A-Z]:\\+Users\\+")
HEAVY = [
    "IPython",
    "anywidget",
    "ipywidgets",
    "jupyterlab",
    "matplotlib",
    "nbconvert",
    "nbgrader",
    "notebook",
    "numba",
    "numpy",
    "pandas",
    "pyarrow",
    "pydantic",
    "pyproj",
    "scipy",
    "simpy",
    "sqlalchemy",
]


def read(path):
    return path.read_text(encoding="utf-8", errors="ignore")


@pytest.fixture(scope="module")
def files():
    return [path for path in shipped(House()) if path != ROOT / "tests/house/test_tree.py"]


def test_there_are_files_to_look_at(files):
    assert len(files) > 100
    assert ROOT / "start.py" in files


def test_no_file_lies_deeper_than_the_budget_for_paths_allows(files):
    long = [path for path in files if len(str(path.relative_to(ROOT))) > LONGEST_PATH]

    assert long == []


def test_file_names_are_such_that_every_system_can_hold_them(files):
    names = [path.relative_to(ROOT).as_posix() for path in files]
    reserved = re.compile(r'[<>:"|?*\\]|[ .]$|(?i:^|/)(con|prn|aux|nul|com\d|lpt\d)(\.|/|$)')

    assert [name for name in names if reserved.search(name) or not name.isascii()] == []
    assert len({name.lower() for name in names}) == len(names)


@pytest.mark.parametrize("pattern", [OUTSIDE, MACHINE])
def test_no_file_names_a_host_of_packages_or_a_folder_of_one_machine(files, pattern):
    found = {path.name: hit[0] for path in files if (hit := pattern.search(read(path)))}

    assert found == {}


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (OUTSIDE, "https://files." + "pythonhosted.org/x"),
        (OUTSIDE, "src='https://cdn." + "example.org/x.js'"),
        (MACHINE, "sys.path.insert(0, '/" + "work/main')"),
        (MACHINE, "C:\\" + "Users\\ada"),
    ],
)
def test_a_host_or_a_machine_would_be_found(pattern, text):
    assert pattern.search(text)


def test_no_program_forks(files):
    python = [path for path in files if path.suffix == ".py"]

    forks = re.compile(r"os\.fork\w*\(|set_start_method\(.fork|get_context\(.fork")

    assert [path.name for path in python if forks.search(read(path))] == []


def test_no_test_times_what_it_tests(files):
    tests = [path for path in files if path.is_relative_to(ROOT / "tests")]
    clocks = re.compile(r"process_time|perf_counter|timeit")

    assert [path.name for path in tests if clocks.search(read(path))] == []


def test_every_file_is_opened_with_its_encoding(files):
    python = [str(path) for path in files if path.suffix == ".py"]
    rule = ["-m", "ruff", "check", "--isolated", "--preview", "--select", "PLW1514", "--quiet"]

    ended = subprocess.run(
        [sys.executable, *rule, *python], capture_output=True, encoding="utf-8", check=False
    )

    assert (ended.stdout, ended.stderr, ended.returncode) == ("", "", 0)


@pytest.mark.parametrize("module", ["trainkit", "trainkit.cli.app"])
def test_importing_what_every_command_imports_loads_nothing_heavy(module):
    asked = f"import sys, {module}; print(*(set({HEAVY}) & set(sys.modules)))"

    ended = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, encoding="utf-8", check=True
    )

    assert ended.stdout.split() == []

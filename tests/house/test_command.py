"""The command line of start.py, with the setup and the programs replaced by a record of calls."""

import ast
import os
import subprocess
import sys

import pytest
from starting import command
from starting.house import ROOT
from starting.process import quietly, shown

_TWO = ["-n", "2", "--dist", "worksteal"]


@pytest.fixture
def handed(monkeypatch, tmp_path):
    """What start.py would run in view, with the setup taken as done."""
    calls = []
    monkeypatch.setattr(command, "prepare", lambda house, **how: calls.append(how))
    for name in ("shown", "replaced_by"):
        monkeypatch.setattr(command, name, lambda words, *_: calls.append(words[1:]) or 7)
    return calls


def test_any_other_words_go_to_trainkit_with_its_exit_code(handed):
    code = command.main(["run", "trainkit/two-agency-search", "--n", "2"])

    assert handed[-1] == ["-m", "trainkit", "run", "trainkit/two-agency-search", "--n", "2"]
    assert handed[0]["developer"] is False
    assert code == 7


def test_the_short_test_run_leaves_out_what_is_long_and_the_full_one_nothing(handed):
    command.main(["test", "-q", "tests/sea"])
    command.main(["test", "--full", "-q"])

    assert handed[1] == ["-m", "pytest", *_TWO, "-m", "not long", "-q", "tests/sea"]
    assert handed[3] == ["-m", "pytest", *_TWO, "-q"]
    assert handed[0]["developer"] is True


def test_whoever_says_how_many_run_side_by_side_decides_it(handed):
    command.main(["test", "-n", "0", "tests/sea"])

    assert handed[1] == ["-m", "pytest", "-m", "not long", "-n", "0", "tests/sea"]


def test_tests_keep_what_python_compiles_in_the_environment_and_nowhere_else(handed, monkeypatch):
    given = []
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setattr(command, "shown", lambda words, environ, _: given.append(environ) or 0)

    command.main(["test"])

    assert "PYTHONDONTWRITEBYTECODE" not in given[0]
    assert given[0]["PYTHONPYCACHEPREFIX"] == str(ROOT / ".venv" / "bytecode")


@pytest.mark.parametrize("form", [["--wheelhouse", "{}"], ["--wheelhouse={}"]])
@pytest.mark.parametrize("first", [True, False])
def test_a_wheelhouse_may_be_named_before_or_after_the_command(handed, tmp_path, form, first):
    option = [word.format(tmp_path) for word in form]

    command.main([*option, "list"] if first else ["list", *option])

    assert handed == [{"developer": False, "wheelhouse": tmp_path}, ["-m", "trainkit", "list"]]


@pytest.mark.parametrize("words", [["list", "--wheelhouse"], ["--wheelhouse", "no such folder"]])
def test_a_wheelhouse_that_is_not_there_is_refused(handed, words, capsys):
    code = command.main(words)

    assert code == 2
    assert "needs the name of a folder" in capsys.readouterr().err
    assert handed == []


def test_start_py_can_be_read_by_a_python_too_old_to_run_it():
    source = (ROOT / "start.py").read_text(encoding="utf-8")

    tree = ast.parse(source, feature_version=(3, 4))

    newer = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.FunctionDef, ast.Match)
    assert not [node for node in ast.walk(tree) if isinstance(node, newer)]
    assert source.isascii()


def test_start_py_tells_an_old_python_in_one_sentence_what_it_needs():
    pretend = (
        "import runpy, sys; sys.version_info = (3, 9, 2); sys.version = '3.9.2 (old)'; "
        f"sys.argv = ['start.py', 'demo']; runpy.run_path({str(ROOT / 'start.py')!r}, "
        "run_name='__main__')"
    )

    ended = quietly([sys.executable, "-c", pretend], os.environ)

    assert ended.code == 2
    assert ended.text.startswith("trainkit needs Python 3.11 or newer, and this is Python 3.9.2")
    assert ended.text.count("\n") == 1


def test_what_start_py_imports_comes_with_python():
    inside = "wheelhouse.py"  # runs in the environment, where `packaging` is
    for path in (ROOT / "start.py", *(ROOT / "starting").glob("*.py")):
        more = {"packaging"} if path.name == inside else set()

        nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))

        named = {node.module for node in nodes if isinstance(node, ast.ImportFrom)}
        named |= {a.name for node in nodes if isinstance(node, ast.Import) for a in node.names}
        outside = {name.split(".")[0] for name in named} - sys.stdlib_module_names
        assert outside <= {"starting", *more}, path.name


def test_ctrl_c_leaves_the_exit_code_to_the_program_that_runs():
    inner = "import os, signal; os.kill(os.getppid(), signal.SIGINT); raise SystemExit(5)"

    outer = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); from starting.process import shown; "
        f"import os; raise SystemExit(shown([sys.executable, '-c', {inner!r}], os.environ))"
    )

    assert subprocess.run([sys.executable, "-c", outer], check=False).returncode == 5


def test_a_program_ended_by_a_signal_gives_the_code_that_shells_give():
    inner = "import os, signal; os.kill(os.getpid(), signal.SIGTERM)"

    assert shown([sys.executable, "-c", inner], os.environ) == 128 + 15

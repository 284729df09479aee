"""The environment, with programs that only pretend to run: what is asked of them."""

import json
from pathlib import Path

import pytest
from starting import environment
from starting.failure import SetupError
from starting.house import House
from starting.process import Ended

GOOD = Ended(0, "")


class Machine:
    """Programs that answer as told; `venv` makes the files that the real one makes."""

    def __init__(self, root, refusing=()):
        self.root, self.refusing, self.asked, self.said = root, dict(refusing), [], []
        environ = {"PATH": str(root / "nothing here"), "HOME": str(root)}
        self.house = House(root, self.run, self.said.append, environ)

    def run(self, words, environ):
        line = " ".join(words)
        self.asked.append(line)
        for part, text in self.refusing.items():
            if part in line:
                return Ended(1, text)
        if "-m venv" in line:
            self.house.scripts.mkdir(parents=True)
            self.house.python.touch()
            (self.house.venv / "pyvenv.cfg").touch()
        return GOOD if self.house.python.exists() else Ended(127, "no such file")

    def times(self, part):
        return sum(part in line for line in self.asked)


def test_a_fresh_checkout_gets_an_environment_from_the_lock_with_hashes(checkout):
    machine = Machine(checkout)

    environment.prepare(machine.house, developer=False)

    assert machine.times("-m venv") == 1
    assert machine.times("--require-hashes --only-binary :all: --requirement") == 1
    assert machine.times(f"--no-build-isolation --editable {checkout}") == 1
    assert machine.said[-1] == "The environment is ready."


def test_a_second_run_asks_nothing_of_any_program(checkout):
    environment.prepare(Machine(checkout).house, developer=True)
    again = Machine(checkout)

    environment.prepare(again.house, developer=False)

    assert (again.asked, again.said) == ([], [])


@pytest.mark.parametrize("name", ["requirements.lock", "pyproject.toml"])
def test_a_changed_lock_or_project_installs_again_without_a_new_environment(checkout, name):
    environment.prepare(Machine(checkout).house, developer=False)
    with (checkout / name).open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    again = Machine(checkout)

    environment.prepare(again.house, developer=False)

    assert again.times("-m venv") == 0
    assert again.times("--editable") == 1


def test_the_developers_tools_come_when_they_are_first_wanted(checkout):
    environment.prepare(Machine(checkout).house, developer=False)
    without = (checkout / ".venv" / "wanted.txt").read_text(encoding="utf-8")

    environment.prepare(Machine(checkout).house, developer=True)

    assert "\npytest==" not in without
    assert "\npytest==" in (checkout / ".venv" / "wanted.txt").read_text(encoding="utf-8")


def test_what_was_interrupted_while_installing_is_made_anew(checkout):
    interrupted = Machine(checkout, {"--editable": "killed"})
    with pytest.raises(SetupError):
        environment.prepare(interrupted.house, developer=False)
    half_made = checkout / ".venv" / "half-made"
    half_made.touch()
    again = Machine(checkout)

    environment.prepare(again.house, developer=False)

    assert again.times("-m venv") == 1
    assert not half_made.exists()


def test_a_moved_checkout_gets_a_new_environment(checkout):
    environment.prepare(Machine(checkout).house, developer=False)
    ready = checkout / ".venv" / "trainkit-ready.json"
    state = json.loads(ready.read_text(encoding="utf-8"))
    ready.write_text(json.dumps({**state, "root": "/elsewhere"}), encoding="utf-8")
    moved = Machine(checkout)

    environment.prepare(moved.house, developer=False)

    assert moved.times("-m venv") == 1


def test_an_environment_made_by_hand_is_used_and_not_removed(checkout):
    by_hand = Machine(checkout)
    by_hand.run(["python", "-m", "venv", ".venv"], {})
    mine = checkout / ".venv" / "mine"
    mine.touch()

    environment.prepare(by_hand.house, developer=False)

    assert mine.exists()
    assert by_hand.times("--editable") == 1


def test_a_folder_that_is_no_environment_is_never_removed(checkout):
    (checkout / ".venv").mkdir()
    (checkout / ".venv" / "thesis.txt").touch()

    with pytest.raises(SetupError, match="no Python environment"):
        environment.prepare(Machine(checkout).house, developer=False)

    assert (checkout / ".venv" / "thesis.txt").exists()


def test_pip_installs_when_uv_cannot_be_had(checkout):
    machine = Machine(checkout, {"-m uv --version": "No module", "uv.txt": "no network"})

    environment.prepare(machine.house, developer=False)

    assert "Installing trainkit itself with pip." in machine.said


def test_pip_takes_over_when_uv_fails(checkout):
    machine = Machine(checkout, {"-m uv pip install": "error: unexpected"})

    environment.prepare(machine.house, developer=False)

    assert "Installing trainkit itself with uv." in machine.said
    assert "Installing trainkit itself with pip." in machine.said


def test_a_wheelhouse_is_the_only_source_when_it_is_given(checkout):
    machine = Machine(checkout)

    environment.prepare(machine.house, developer=False, wheelhouse=Path("/stick/wheels"))

    installs = [line for line in machine.asked if " install " in line]
    assert installs
    assert all(
        "--no-index --find-links /stick/wheels" in line.replace("\\", "/") for line in installs
    )

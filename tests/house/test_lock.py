"""The lock, and the part of it that is needed to run."""

from importlib.metadata import requires

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from starting import lock
from starting.house import ROOT


def test_what_trainkit_needs_to_run_is_in_the_part_of_the_lock_that_is_installed_for_it():
    """Against the requirements of the installed packages themselves, not the lock's comments."""
    installed = {pin.name for pin in lock.to_run(ROOT)}
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert '"nbgrader==' in project

    wanted = _closure("trainkit")

    assert wanted - {"trainkit"} <= installed
    assert not {"pytest", "mypy", "ruff", "playwright", "hypothesis"} & installed


def _closure(name):
    found, waiting = set(), [name]
    while waiting:
        current = waiting.pop()
        if current not in found:
            found.add(current)
            for line in requires(current) or ():
                requirement = Requirement(line)
                if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                    waiting.append(canonicalize_name(requirement.name))
    return found


def test_the_lock_names_no_host_no_folder_and_a_hash_for_every_package():
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")

    assert not [word for word in ("://", "find-links ", "/work", "/opt") if word in text]
    assert all("--hash=sha256:" in pin.text for pin in lock.pins(ROOT / "requirements.lock"))

"""The meaning of a parameter is found, whatever happens while its class is made."""

import importlib
import inspect
import sys

import pytest

from trainkit.meanings import meaning
from trainkit.model import Spec, declarations, lever

SOURCE = '''
from trainkit.model import Spec, lever


class Boat(Spec):
    speed_kn: float = lever(18.0, unit="kn")
    """Speed of the boat."""
    hands: int = lever(2)

    class Engine(Spec):
        power_kw: float = lever(70.0, unit="kW")
        """Power at the shaft,
        in calm water."""


class Cutter(Boat):
    guns: int = lever(1)
    """Guns on deck."""
'''


@pytest.fixture
def written(tmp_path, monkeypatch):
    """Write a module of specs and return a function that imports it anew."""
    path = tmp_path / "specs_of_boats.py"
    path.write_text(SOURCE, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))

    def imported():
        sys.modules.pop("specs_of_boats", None)
        return importlib.import_module("specs_of_boats")

    yield imported
    sys.modules.pop("specs_of_boats", None)


def told(spec):
    return {row.name: row.meaning for row in declarations(spec)}


@pytest.fixture
def blind(monkeypatch):
    """Let `inspect` know of no frame's module, as while another thread fills its maps."""
    right = inspect.getmodule

    def getmodule(asked, *more):
        return object() if inspect.isframe(asked) else right(asked, *more)

    monkeypatch.setattr(inspect, "getmodule", getmodule)


def test_a_meaning_that_was_missed_while_the_class_was_made_is_read_afterwards(written, blind):
    boats = written()

    assert boats.Boat.model_fields["speed_kn"].description is None or sys.version_info >= (3, 13)
    assert told(boats.Boat) == {"speed_kn": "Speed of the boat.", "hands": ""}
    assert told(boats.Boat()) == told(boats.Boat)
    assert told(boats.Boat.Engine) == {"power_kw": "Power at the shaft,\nin calm water."}


def test_what_is_inherited_keeps_its_meaning(written, blind):
    assert told(written().Cutter)["speed_kn"] == "Speed of the boat."
    assert told(written().Cutter)["guns"] == "Guns on deck."


def test_of_two_classes_of_one_name_the_later_is_meant(written, blind, tmp_path):
    later = SOURCE.replace("Speed of the boat.", "Speed over the ground.")
    (tmp_path / "specs_of_boats.py").write_text(SOURCE + later, encoding="utf-8")

    assert told(written().Boat)["speed_kn"] == "Speed over the ground."


def test_a_class_within_a_function_is_found_by_its_name(blind):
    class Raft(Spec):
        persons: int = lever(4)
        """Persons aboard."""

    assert told(Raft) == {"persons": "Persons aboard."}


def test_without_its_source_a_parameter_has_no_meaning_and_no_error(written, blind, tmp_path):
    boats = written()
    (tmp_path / "specs_of_boats.py").unlink()

    assert told(boats.Boat) == {"speed_kn": "", "hands": ""}


def test_a_source_that_comes_back_is_read_then(written, blind, tmp_path):
    boats = written()
    path = tmp_path / "specs_of_boats.py"
    path.write_text("class Boat(", encoding="utf-8")  # half of it is written
    assert meaning(boats.Boat, "speed_kn") == ""

    path.write_text("# a line more\n" + SOURCE, encoding="utf-8")

    assert meaning(boats.Boat, "speed_kn") == "Speed of the boat."

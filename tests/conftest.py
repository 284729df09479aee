"""What several tests stand on: own settings, a partner's package, one PostgreSQL for all."""

import os
import sys
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings
from tests.postgresql import programs, running

from trainkit.cli import app
from trainkit.grading.jsonschema_use import import_jsonschema
from trainkit.scenarios import load

settings.load_profile("ci")  # drawn alike in every run, without a limit of time, nothing is kept
import_jsonschema()  # before a test imports nbformat, which would build grammars for a second

collect_ignore = ["partner"]  # importable only beside its own models

PARTNER = Path(__file__).parent / "partner"


@pytest.fixture(scope="session", autouse=True)
def _settings_of_the_run(tmp_path_factory):
    """Keep keys and known academies away from those of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRAINKIT_CONFIG", str(tmp_path_factory.mktemp("settings")))
        yield


@pytest.fixture(scope="session", autouse=True)
def _disk_of_the_run():
    """Let nothing wait for the disk: no machine loses its power between two lines of a test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: None)
        yield


@pytest.fixture(scope="module", autouse=True)
def _settings_of_the_module(_settings_of_the_run, tmp_path_factory):
    """Keep them away from those of another module, whatever order the tests run in."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRAINKIT_CONFIG", str(tmp_path_factory.mktemp("settings")))
        yield


@pytest.fixture
def partner(monkeypatch, tmp_path):
    """A partner's package with a model, its twin and a scenario; no engine is warm."""
    monkeypatch.syspath_prepend(str(PARTNER))
    monkeypatch.setenv("TRAINKIT_CACHE", str(tmp_path / "cache"))
    return PARTNER


@pytest.fixture
def night_search(partner):
    return load("hcg/night-search")


@pytest.fixture
def ask(partner, capsys):
    """Run one command line and return exit code, output and errors."""

    def ask(*arguments):
        with pytest.raises(SystemExit) as caught:
            app.main(arguments)
        out, err = capsys.readouterr()
        return caught.value.code, out, err

    return ask


@pytest.fixture(scope="session")
def postgresql():
    """A server of PostgreSQL for all tests; without it they fail in CI and are left out loudly."""
    place = programs()
    if place is None:
        told = "PostgreSQL is not installed, so NOTHING of a gradebook on a server was tested."
        if os.environ.get("CI"):
            pytest.fail(told)
        print(told, file=sys.__stderr__, flush=True)
        pytest.skip(told)
    with running(place) as server:
        yield server


_NUMBERS = count(1)


@pytest.fixture
def new_database(postgresql):
    """Make a database of this test, empty or as a copy of another; return its address."""
    made = []

    def new_database(template="template0"):
        made.append(f"test_{next(_NUMBERS)}")
        return postgresql.make(made[-1], template)

    yield new_database
    for name in made:
        postgresql.drop(name)

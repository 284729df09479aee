"""What several tests stand on: a partner's package, installed beside ours for one test."""

from pathlib import Path

import pytest

from trainkit.cli import app
from trainkit.scenarios import load

collect_ignore = ["partner"]  # importable only beside its own models

PARTNER = Path(__file__).parent / "partner"


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

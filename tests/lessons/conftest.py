"""The tiny lesson, and a trainee's folder for it."""

import sys
from pathlib import Path

import pytest

from trainkit.lessons.desk import DESK
from trainkit.lessons.session import opened

TINY = Path(__file__).parent / "tiny"


@pytest.fixture
def tiny(monkeypatch):
    """The tiny lesson, installed as a partner's is."""
    from trainkit.lessons.catalogue import lesson

    monkeypatch.syspath_prepend(str(TINY))
    yield lesson("T1")
    sys.modules.pop("tiny_lesson", None)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder of the trainee's own, with a space and an accent, in which cells run."""
    own = tmp_path / "dossier d'élève"
    own.mkdir()
    monkeypatch.chdir(own)
    return own


@pytest.fixture
def session(tiny, folder):
    """Ada's session of the tiny lesson."""
    return opened(tiny, "ada", folder)


@pytest.fixture
def words(tiny, folder, monkeypatch):
    """Cells in words alone: nobody has started, and nobody is announced."""
    for name in ("TRAINKIT_TRAINEE", "JUPYTERHUB_USER", "NBGRADER_EXECUTION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TRAINKIT_PLAIN", "1")
    DESK.clear()
    yield folder
    DESK.clear()

"""What packages offer is read once, and again as soon as one comes or goes."""

import importlib.metadata

import pytest

from trainkit.scenarios import installed


@pytest.fixture
def readings(monkeypatch):
    """How often entry points were read, by group."""
    groups = []

    def counted(**asked):
        groups.append(asked["group"])
        return importlib.metadata.entry_points(**asked)

    monkeypatch.setattr(installed, "entry_points", counted)
    installed._read.cache_clear()
    yield groups
    installed._read.cache_clear()


def _install(folder, name):
    info = folder / f"{name}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[trainkit.drawn]\n{name} = {name}:IT\n")
    return info


def names():
    return sorted(point.name for point in installed.offered("trainkit.drawn"))


def test_what_is_asked_again_is_not_read_again(readings):
    assert installed.offered("trainkit.models") == installed.offered("trainkit.models")
    assert len(installed.offered("trainkit.models")) > 5
    assert readings == ["trainkit.models"]


def test_a_package_that_comes_or_goes_is_noticed_in_the_same_process(
    readings, monkeypatch, tmp_path
):
    assert names() == []
    monkeypatch.syspath_prepend(str(tmp_path))
    assert names() == []

    one = _install(tmp_path, "one")
    assert names() == ["one"]
    _install(tmp_path, "two")
    assert names() == ["one", "two"]
    for path in one.iterdir():
        path.unlink()
    one.rmdir()
    assert names() == ["two"]


def test_a_place_that_is_not_there_offers_nothing(readings, monkeypatch, tmp_path):
    monkeypatch.syspath_prepend(str(tmp_path / "nowhere"))

    assert names() == []

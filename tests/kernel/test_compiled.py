"""Where compiled kernels are kept, and when an engine counts as compiled."""

import pytest

from trainkit.kernel.compiled import kernel
from trainkit.kernel.warmth import is_warm, mark_warm


def _twice(number):
    return 2 * number


@pytest.fixture
def cache_at(monkeypatch, tmp_path):
    """Choose a folder of compiled kernels by name, and return it."""

    def cache_at(name):
        monkeypatch.setenv("TRAINKIT_CACHE", str(tmp_path / name))
        return tmp_path / name

    return cache_at


@pytest.mark.parametrize("name", ["first", "second"])
def test_a_kernel_lies_in_the_folder_that_is_chosen_when_it_is_asked_for(cache_at, name):
    cache_at("before")
    kernel(_twice)(21)
    chosen = cache_at(name)

    assert kernel(_twice)(21) == 42
    assert list(chosen.rglob("*.nbc")), "a mark of warmth would stand beside no kernel"


def test_a_kernel_is_made_once_for_a_folder(cache_at):
    cache_at("one")

    assert kernel(_twice) is kernel(_twice)


def test_an_engine_compiled_for_another_place_of_trainkit_is_not_warm_here(cache_at, monkeypatch):
    cache_at("shared")
    mark_warm("area_search")
    assert is_warm("area_search")

    monkeypatch.setattr("trainkit.kernel.warmth.__file__", "/elsewhere/trainkit/kernel/warmth.py")

    assert not is_warm("area_search")

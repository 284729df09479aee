"""A trainee's id is the same for notebook, folder, hub and gradebook, on every system."""

import unicodedata

import pytest

from trainkit.errors import TrainkitError
from trainkit.lessons.seeds import visible_luck
from trainkit.lessons.trainee import announced_id, trainee_id


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        (" Ada-Strong\n", "ada-strong"),
        ("ben.novice@coast", "ben.novice@coast"),
        ("ÉLISE", "élise"),
        (unicodedata.normalize("NFD", "élise"), "élise"),
        ("Γιώργος", "γιώργος"),
        ("şule_1", "şule_1"),
        ("李", "李"),
        ("7", "7"),
        ("console", "console"),
        ("com10x", "com10x"),
        ("x" * 64, "x" * 64),
    ],
)
def test_what_is_typed_in_any_form_is_one_id(typed, known):
    assert trainee_id(typed) == known
    assert trainee_id(known) == known


@pytest.mark.parametrize(
    "typed",
    ["con", "CON", "nul.txt", "prn", "aux.", "com1", "LPT9", "lpt9.log"],
)
def test_names_that_windows_keeps_for_itself_are_refused(typed):
    with pytest.raises(TrainkitError, match="cannot be used"):
        trainee_id(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "..", ".ada", "ada.", "-ada", "a/b", "a\\b", "a:b", "a*", "a b", "a\x00b", "a\u200bb",
        "a\u202eb", "x" * 65, "\ud800", "👮", "a;b", "~", "<b>", "李" * 43,
    ],
)  # fmt: skip
def test_what_is_no_safe_name_of_a_folder_is_refused(typed):
    with pytest.raises(TrainkitError, match="cannot be used"):
        trainee_id(typed)


@pytest.mark.parametrize("typed", ["", "  ", None, 7, ["ada"], b"ada"])
def test_nothing_is_no_id(typed):
    with pytest.raises(TrainkitError, match="A trainee id is needed"):
        trainee_id(typed)


def test_the_environment_comes_before_the_hub(monkeypatch):
    monkeypatch.setenv("JUPYTERHUB_USER", "Hub-User")
    hub = announced_id()
    monkeypatch.setenv("TRAINKIT_TRAINEE", "Ada")

    assert (hub, announced_id()) == ("hub-user", "ada")


def test_an_empty_announcement_announces_nobody(monkeypatch):
    monkeypatch.delenv("JUPYTERHUB_USER", raising=False)
    monkeypatch.setenv("TRAINKIT_TRAINEE", "  ")

    assert announced_id() is None


def test_a_visible_variant_belongs_to_course_trainee_and_notebook():
    drawn = {
        visible_luck(course, trainee, notebook)
        for course in ("a", "e")
        for trainee in ("ada", "ben")
        for notebook in ("E1", "A1")
    }

    assert len(drawn) == 8


def test_parts_of_a_variants_name_cannot_run_into_one_another():
    assert visible_luck("e", "1a", "b") != visible_luck("e1", "a", "b")


def test_a_visible_variant_is_the_published_hash_of_its_name():
    from hashlib import blake2b

    digest = blake2b('["e","élise","E1"]'.encode(), digest_size=8).digest()

    assert visible_luck("e", "ÉLISE", "E1").seed == int.from_bytes(digest, "big")

"""Templates of pages are compiled once in a process, and pages are what they were."""

import pytest

from trainkit.grading import cells, offline

NOTEBOOK = cells.notebook([cells.markdown("a", "To the *west*."), cells.code("b", "1 + 1")])


@pytest.fixture
def compiled(monkeypatch):
    """Templates of this test alone; how many were compiled."""
    kept = offline._Compiled()
    monkeypatch.setattr(offline, "_COMPILED", kept)
    return kept._codes


def page(**options):
    return offline.OfflineHTMLExporter(**options).from_notebook_node(NOTEBOOK)[0]


def test_a_page_is_the_same_from_templates_that_were_compiled_before(compiled, monkeypatch):
    first = page()
    number = len(compiled)
    again = page()
    monkeypatch.setattr(offline, "_COMPILED", None)
    without = page()

    assert first == again == without
    assert len(compiled) == number > 5


def test_a_template_that_was_changed_is_compiled_anew(compiled):
    assert page(raw_template="{{ 'west' | upper }}") == "WEST"
    assert page(raw_template="{{ 'east' | upper }}") == "EAST"
    assert page(raw_template="{{ 'west' | upper }}") == "WEST"
    assert len(compiled) == 2

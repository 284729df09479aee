"""An authored notebook, opened by a trainee, run from the top, and looked at enlarged."""

import pytest

from trainkit.grading.academy import init_academy, open_academy
from trainkit.grading.building import build
from trainkit.lessons.catalogue import lesson

USUAL, ENLARGED = {"width": 1280, "height": 800}, {"width": 853, "height": 533}
"""A window, and what is left of it at one and a half times the size."""
CUT_OFF = """form => [...form.querySelectorAll('input, button, select, textarea')]
  .filter(one => one.offsetParent !== null)
  .filter(one => one.getBoundingClientRect().right > window.innerWidth)
  .map(one => one.outerHTML.slice(0, 80))"""


@pytest.fixture
def opened(serve, notebook, tmp_path, monkeypatch):
    """Open an authored notebook as a trainee, run it, and see that it can be read enlarged."""
    monkeypatch.setenv("TRAINKIT_CONFIG", str(tmp_path / "settings"))
    academy = tmp_path / "académie d'été"
    init_academy(academy, tmp_path / "a.key")

    def opened(name):
        build(open_academy(academy), name)
        where = ("--workspace", str(academy), "--trainee", "ada-strong")
        one = notebook(serve(tmp_path / "stagiaire é", name, *where).url)
        one.run_all()
        _nothing_is_cut_off(one, name)
        return one

    return opened


def _nothing_is_cut_off(one, name):
    one.page.set_viewport_size(ENLARGED)
    for task in lesson(name).tasks:
        if task.fields:
            form = one.cell(f"{task.id}-decide")
            form.scroll_into_view_if_needed()
            one.shot(f"{task.id}-150")
            assert form.evaluate(CUT_OFF) == [], f"{task.id} is cut off at 150 %"
    one.page.set_viewport_size(USUAL)

"""An authored notebook, opened by a trainee, run from the top, and looked at enlarged."""

import pytest

from trainkit.grading.academy import init_academy, open_academy
from trainkit.grading.building import build
from trainkit.lessons.catalogue import lesson

USUAL, ENLARGED = {"width": 1280, "height": 800}, {"width": 853, "height": 533}
"""A window, and what is left of it at one and a half times the size."""
FITTED = "document.querySelector('.jp-Notebook').getBoundingClientRect().right <= innerWidth"
CUT_OFF = """form => [...form.querySelectorAll('input, button, select, textarea')]
  .filter(one => one.offsetParent !== null)
  .filter(one => one.getBoundingClientRect().right > window.innerWidth)
  .map(one => one.outerHTML.slice(0, 80))"""


@pytest.fixture(scope="session")
def places(tmp_path_factory, copies):
    """Build a notebook and hand it out to a desk, once; return its path from there."""
    parent, known = tmp_path_factory.mktemp("authored"), {}
    academy = parent / "académie d'été"

    def place(name, desk):
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("TRAINKIT_CONFIG", str(parent / "settings"))
            if not academy.exists():
                init_academy(academy, parent / "a.key")
            if name not in known:
                build(open_academy(academy), name)
                known[name] = f"{copies(desk, [name], academy)}/{name}/{name}.ipynb"
        return known[name]

    return place


@pytest.fixture
def opened(desk, places):
    """Open an authored notebook as a trainee, run it, and see that it can be read enlarged."""

    def opened(name):
        own = desk("ada-strong")
        path = places(name, own)
        fresh = own.path != path
        one = own.open(path)
        if fresh:
            one.run_all()
            _nothing_is_cut_off(one, name)
        return one

    return opened


def _nothing_is_cut_off(one, name):
    one.page.set_viewport_size(ENLARGED)
    one.page.wait_for_function(FITTED)
    for task in lesson(name).tasks:
        if task.fields:
            form = one.cell(f"{task.id}-decide")
            form.scroll_into_view_if_needed()
            one.shot(f"{task.id}-150")
            assert form.locator("input, button, select, textarea").count() > 0
            assert form.evaluate(CUT_OFF) == [], f"{task.id} is cut off at 150 %"
    one.page.set_viewport_size(USUAL)

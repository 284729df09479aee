"""JupyterLab in headless Chromium: our own `trainkit lab`, and no host but this machine."""

import os
import shutil
import sys
import warnings
from itertools import count
from pathlib import Path

import pytest
from tests.browser.pages import ALONE, Desk, Pages
from tests.browser.serving import TINY_LESSON, start, tiny_in

from trainkit.lab.handout import hand_out
from trainkit.lab.release import released

FAILED = pytest.StashKey[bool]()


@pytest.fixture(scope="session")
def chromium():
    """The path of Chromium; without it these tests fail in CI and are left out loudly elsewhere."""
    known = ("/usr/bin/chromium", shutil.which("chromium"), shutil.which("chromium-browser"))
    found = next((path for path in known if path and Path(path).is_file()), None)
    if found is None:
        told = "Chromium is not installed, so NOTHING that runs in a browser was tested."
        if os.environ.get("CI"):
            pytest.fail(told)
        print(told, file=sys.__stderr__, flush=True)
        pytest.skip(told)
    return found


@pytest.fixture(scope="session")
def browser(chromium):
    """A browser; each test has an empty profile of its own in it."""
    from playwright.sync_api import sync_playwright

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of its event loop, on newer Pythons
        with sync_playwright() as playwright:
            running = playwright.chromium.launch(executable_path=chromium, args=ALONE)
            yield running
            running.close()


@pytest.fixture(scope="session")
def asked_outside():
    """The addresses outside this machine that any page asked for since they were last looked at."""
    return []


@pytest.fixture
def outside(browser, asked_outside):
    """The addresses outside this machine that a page asked for; the test fails if there is any."""
    yield asked_outside
    _hear(browser)
    asked = asked_outside.copy()
    asked_outside.clear()
    assert asked == [], f"the page asked for {asked}"


def _hear(browser):
    """Let every page answer once: what it asked for before is noted before its answer comes."""
    for page in [page for context in browser.contexts for page in context.pages]:
        page.evaluate("null")


@pytest.fixture
def mathjax_aside(browser, outside):
    """nbgrader's own pages ask for MathJax and do without; nothing of ours asks for anything."""
    yield
    _hear(browser)
    outside[:] = [address for address in outside if "/mathjax/" not in address]


@pytest.fixture
def pages(browser, outside):
    """Pages of this test."""
    opened = Pages(browser, outside)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def module_pages(browser, asked_outside):
    """Pages of all tests of a module, which must themselves look at what is asked outside."""
    opened = Pages(browser, asked_outside)
    yield opened
    opened.close()


@pytest.fixture
def open_page(pages):
    """Open a page in an empty profile; every other host is refused and recorded."""
    return pages.open


@pytest.fixture(scope="session")
def shots(tmp_path_factory):
    """Where pictures are kept for eyes."""
    given = os.environ.get("TRAINKIT_SCREENSHOTS")
    folder = Path(given) if given else tmp_path_factory.mktemp("screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture
def notebook(pages, shots):
    """Open a notebook at an address, in a page of its own, and wait for its kernel."""
    return lambda url, **size: pages.notebook(url, shots, **size)


@pytest.fixture(scope="module")
def make_tiny(_settings_of_the_module, tmp_path_factory):
    """Make an academy with the tiny notebook released."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(TINY_LESSON))
        yield lambda: tiny_in(tmp_path_factory.mktemp("tiny"))


@pytest.fixture
def tiny_academy(make_tiny, monkeypatch, tmp_path):
    """An academy of this test, which knows no other, with the tiny notebook released."""
    monkeypatch.setenv("TRAINKIT_CONFIG", str(tmp_path / "settings"))
    return make_tiny()


@pytest.fixture(scope="module")
def serve_module(_settings_of_the_module, tmp_path_factory):
    """Start `trainkit lab` with these arguments; it is ended with Ctrl-C after the module."""
    yield from _serving(tmp_path_factory.mktemp("serving"))


@pytest.fixture
def serve(tmp_path):
    """Start `trainkit lab` with these arguments; it is ended with Ctrl-C after the test."""
    yield from _serving(tmp_path)


def _serving(cwd):
    running = []

    def serve(folder, *arguments, **how):
        settings = os.environ["TRAINKIT_CONFIG"]
        running.append(start(folder, *arguments, settings=settings, cwd=cwd, **how))
        return running[-1]

    yield serve
    for one in running:
        one.end()


@pytest.fixture(scope="session")
def first_release(tmp_path_factory):
    """The academy from whose release the JupyterLab of every trainee is started."""
    parent = tmp_path_factory.mktemp("first")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRAINKIT_CONFIG", str(parent / "settings"))
        patch.syspath_prepend(str(TINY_LESSON))
        return tiny_in(parent)


@pytest.fixture(scope="session")
def desks(browser, asked_outside, first_release, shots):
    """The JupyterLab of a trainee, or of one who has given no id: one server for all tests."""
    known = {}

    def desk(trainee):
        if trainee not in known:
            parent = first_release.parent
            who = ["--trainee", trainee] if trainee else []
            served = start(
                parent / f"stagiaire é {trainee}",
                *("T1", "--workspace", str(first_release), *who),
                settings=parent / "settings",
                cwd=parent,
            )
            known[trainee] = Desk(Pages(browser, asked_outside), served, shots)
        return known[trainee]

    yield desk
    for one in known.values():
        one.leave()
        one.served.end()


@pytest.fixture(scope="session")
def copies(first_release):
    """Hand out notebooks of an academy into a new folder at a desk; return its path from there."""
    numbers = count(1)

    def copies(desk, names=("T1",), academy=first_release):
        place = f"copie {next(numbers)}"
        hand_out(released(academy / "release").chosen(names), desk.served.folder / place)
        return place

    return copies


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report


@pytest.fixture
def desk(desks, request, outside):
    """The JupyterLab of a trainee; after a failure the next test has a new page."""
    used = []

    def desk(trainee):
        used.append(desks(trainee))
        return used[-1]

    yield desk
    if request.node.stash.get(FAILED, False):
        for one in used:
            one.leave()

"""JupyterLab in headless Chromium: our own `trainkit lab`, and no host but this machine."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import warnings
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic, sleep
from urllib.parse import urlsplit

import pytest
from tests.views.page import FLAGS

from trainkit.grading.academy import init_academy, open_academy
from trainkit.grading.building import build
from trainkit.lab.home import home_of
from trainkit.lab.profile import Profile

TESTS = Path(__file__).parent.parent
TINY_LESSON, TINY_COURSE = TESTS / "lessons" / "tiny", TESTS / "grading" / "tiny"
PATIENCE_S = 90.0
LOOK_S = 20.0
STABLE_S = 2.0


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
            running = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
            yield running
            running.close()


@pytest.fixture
def outside():
    """The addresses outside this machine that a page asked for; the test fails if there is any."""
    asked = []
    yield asked
    assert asked == [], f"the page asked for {asked}"


@pytest.fixture
def open_page(browser, outside):
    """Open a page in an empty profile, in which every other host is refused and recorded."""
    contexts = []

    def guarded(route):
        if urlsplit(route.request.url).hostname in {"127.0.0.1", None}:
            return route.continue_()
        outside.append(route.request.url)
        return route.abort()

    def open_page(url, width=1280, height=800, zoom=1.0):
        size = {"width": round(width / zoom), "height": round(height / zoom)}
        context = browser.new_context(viewport=size, device_scale_factor=zoom)
        contexts.append(context)
        context.route("**/*", guarded)
        page = context.new_page()
        page.set_default_timeout(LOOK_S * 1000)
        page.goto(url, timeout=PATIENCE_S * 1000)
        return page

    yield open_page
    for context in contexts:
        context.close()


@dataclass(frozen=True)
class Served:
    """A running `trainkit lab`: its first address and its folder."""

    url: str
    folder: Path
    process: subprocess.Popen


@pytest.fixture
def serve(tmp_path):
    """Start `trainkit lab` with these arguments; it is ended with Ctrl-C after the test."""
    running = []

    def serve(folder, *arguments, instructor=False, env=None):
        told = {"TRAINKIT_CONFIG": str(tmp_path / "settings"), "PYTHONPATH": str(TINY_LESSON)}
        _expose(Profile(folder.resolve(), "", instructor=instructor), tmp_path / "settings")
        where = ["--instructor"] if instructor else ["--folder", str(folder)]
        command = [sys.executable, "-m", "trainkit", "lab", *arguments, *where, "--no-browser"]
        process = subprocess.Popen(
            [*command, "--port", str(_own_port())],
            cwd=tmp_path,
            env={**_clean(os.environ), **told, **(env or {})},
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        running.append(process)
        return Served(process.stdout.readline().split()[-1], folder, process)

    yield serve
    for process in running:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=30)


def _own_port():
    """Return a port that the system gives to nobody else for now: test runs may be side by side."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def _clean(environment):
    names = ("TRAINKIT_", "JUPYTER", "PLAYWRIGHT")
    return {name: value for name, value in environment.items() if not name.startswith(names)}


def _expose(profile, settings):
    """Let the page show its application to this test; a user's page does not."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRAINKIT_CONFIG", str(settings))
        path = home_of(profile).folder / "config" / "jupyter_lab_config.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"LabApp": {"expose_app_in_browser": True}}), encoding="utf-8")


@pytest.fixture
def tiny_academy(tmp_path, monkeypatch):
    """An academy with the tiny notebook released."""
    monkeypatch.setenv("TRAINKIT_CONFIG", str(tmp_path / "settings"))
    monkeypatch.syspath_prepend(str(TINY_LESSON))
    folder = tmp_path / "académie"
    init_academy(folder, tmp_path / "a.key", TINY_COURSE / "keys", TINY_COURSE / "courses")
    build(open_academy(folder), "T1")
    return folder


@dataclass
class Notebook:
    """A notebook that is open in a page."""

    page: object
    shots: Path
    taken: list = field(default_factory=list)

    def state(self):
        """Return the kernel's status, and of each code cell its id, count and text of outputs."""
        return self.page.evaluate(_STATE)

    def wait_until_idle(self):
        """Wait until the kernel has been idle for a while; dialogs are accepted."""
        since, end = None, monotonic() + PATIENCE_S
        while monotonic() < end:
            self._accept()
            idle = self.state()["status"] == "idle"
            since = (since or monotonic()) if idle else None
            if since and monotonic() - since > STABLE_S:
                return
            sleep(0.2)
        raise AssertionError(f"the kernel never came to rest: {self.state()}")

    def _accept(self):
        button = self.page.locator("dialog .jp-mod-accept, .jp-Dialog .jp-mod-accept")
        if button.count() and button.first.is_visible():
            button.first.click()

    def run_all(self):
        """Run every cell; a request that JupyterLab loses is made again."""
        end = monotonic() + PATIENCE_S
        while monotonic() < end:
            self.wait_until_idle()
            self.page.evaluate("() => { jupyterapp.commands.execute('notebook:run-all-cells'); }")
            if self._ran(min(end, monotonic() + 20)):
                self.wait_until_idle()
                return
        raise AssertionError(f"the cells did not run: {self.state()}")

    def _ran(self, end):
        while monotonic() < end:
            cells = self.state()["cells"]
            if cells and all(cell["count"] for cell in cells):
                return True
            if not any(cell["count"] for cell in cells) and monotonic() > end - 12:
                return False
            sleep(0.3)
        return False

    def output(self, cell_id):
        """Return the text of a cell's outputs, as a reader sees it."""
        return self.page.locator(
            f'[data-windowed-list-index="{self._place(cell_id)}"]'
        ).inner_text()

    def cell(self, cell_id):
        """Return the part of the page that is a cell."""
        return self.page.locator(".jp-Notebook .jp-Cell").nth(self._place(cell_id))

    def _place(self, cell_id):
        return self.page.evaluate(_PLACES).index(cell_id)

    def focus(self, place):
        """Focus a control and hold it: JupyterLab takes the focus back after a run."""
        for _ in range(20):
            place.focus()
            self.page.wait_for_timeout(200)
            if place.evaluate("one => one === document.activeElement"):
                return
        raise AssertionError("the focus does not stay")

    def press(self, label, cell_id):
        """Press the button of that label in a cell."""
        self.cell(cell_id).get_by_role("button", name=label).click()

    def says(self, text, cell_id):
        """Wait until a cell says *text*."""
        self.cell(cell_id).get_by_text(text).first.wait_for()

    def commit(self, cell_id):
        """Commit the answer of a cell, and wait until it counts."""
        self.press("Commit ...", cell_id)
        self.press("Yes, commit this answer", cell_id)
        self.says("It is committed and counts.", cell_id)

    def cell_of(self, source):
        """Return the id of the cell that ends with *source*."""
        return self.page.evaluate(_ENDS, source)

    def shot(self, name):
        """Keep a picture of the page; return its path."""
        path = self.shots / f"{name}.png"
        self.page.screenshot(path=path)
        self.taken.append(path)
        return path


_PANEL = "const panel = window.jupyterapp && jupyterapp.shell.currentWidget;"
_STATE = f"""() => {{
  {_PANEL}
  if (!panel || !panel.content || !panel.content.model) return {{status: 'opening', cells: []}};
  const session = panel.sessionContext.session, cells = [];
  for (const cell of panel.content.model.cells) {{
    if (cell.type !== 'code') continue;
    const outputs = cell.outputs.toJSON();
    const text = outputs.map(o => o.text || (o.evalue ? o.ename + ': ' + o.evalue : '')
      || (o.data && o.data['text/plain']) || '');
    cells.push({{id: cell.id, count: cell.executionCount, text: text.flat().join('')}});
  }}
  return {{status: session && session.kernel ? session.kernel.status : 'none', cells}};
}}"""
_PLACES = f"() => {{ {_PANEL} return [...panel.content.model.cells].map(c => c.id); }}"

_ENDS = f"""end => {{ {_PANEL}
  return [...panel.content.model.cells].find(c => c.sharedModel.getSource().endsWith(end)).id; }}"""


@pytest.fixture
def notebook(open_page, tmp_path):
    """Open a notebook at an address and wait for its kernel."""
    shots = Path(os.environ.get("TRAINKIT_SCREENSHOTS") or tmp_path / "screenshots")
    shots.mkdir(parents=True, exist_ok=True)

    def open_notebook(url, **size):
        page = open_page(f"{url}&reset", **size)
        page.locator(".jp-Notebook .jp-Cell").first.wait_for()
        opened = Notebook(page, shots)
        opened.wait_until_idle()
        return opened

    return open_notebook

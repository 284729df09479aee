"""A page that shows one widget in Chromium, with the widget itself on the Python side.

What the page asks of the widget goes to the Python object and back, as in Jupyter, but for the
transport. Whatever else the page asks for is refused and noted.
"""

import base64
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
HOME = "http://view.test/"
_PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>A view</title>
<style>body { margin: 12px; background: #fff; }</style><style>%s</style>
<main id="view"></main>
<script type="module">
import widget from "./widget.js";
const bytes = (text) => new DataView(Uint8Array.from(atob(text), (c) => c.charCodeAt(0)).buffer);
const read = (state) => Object.fromEntries(Object.entries(state).map(
  ([key, value]) => [key, value && value.base64 !== undefined ? bytes(value.base64) : value]));
const state = read(await window.traits());
const heard = {};
let changed = {};
const model = {
  get: (key) => state[key],
  set: (key, value) => { state[key] = value; changed[key] = value; },
  on: (event, hear) => (heard[event] ??= []).push(hear),
  off: (event, hear) => { heard[event] = (heard[event] || []).filter((one) => one !== hear); },
  save_changes: async () => {
    const sent = changed;
    changed = {};
    for (const [key, value] of Object.entries(read(await window.saved(sent)))) {
      state[key] = value;
      for (const hear of heard[`change:${key}`] || []) hear();
    }
  },
};
window.state = state;
window.leave = await widget.render({ model, el: document.getElementById("view") });
window.ready = true;
</script></html>"""


def chromium() -> str:
    import shutil

    names = ("chromium", "chromium-browser")
    return next(path for path in (shutil.which(name) for name in names) if path)


@dataclass
class Shown:
    """A page, and what went wrong on it."""

    page: Any
    complaints: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)
    asked: list[dict] = field(default_factory=list)


def traits(widget, only=None):
    state = widget.get_state(only)
    return {key: _plain(value) for key, value in state.items() if not key.startswith("_")}


def _plain(value):
    if isinstance(value, bytes | memoryview):
        return {"base64": base64.b64encode(bytes(value)).decode()}
    return value if isinstance(value, dict | list | str | int | float | bool) else None


@contextmanager
def launched():
    """A browser of its own, for those who have none."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium(), args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def showing(browser, widget, width=900, height=1000, **context):
    """Show *widget* in a window of *browser*; yield what a test looks at."""
    window = browser.new_context(viewport={"width": width, "height": height}, **context)
    shown = Shown(window.new_page())
    try:
        _listen(shown, widget)
        shown.page.goto(HOME)
        shown.page.wait_for_function("window.ready === true")
        yield shown
    finally:
        window.close()


def _listen(shown, widget):
    page = shown.page
    page.on("console", lambda message: _heard(shown, message))
    page.on("pageerror", lambda error: shown.complaints.append(str(error)))
    page.expose_function("traits", lambda: traits(widget))
    page.expose_function("saved", lambda sent: _saved(shown, widget, sent))
    page.route("**/*", lambda route: _answer(shown, widget, route))


def _heard(shown, message):
    if message.type in {"error", "warning"}:
        shown.complaints.append(message.text)


def _saved(shown, widget, sent):
    shown.asked.append(sent)
    for key, value in sent.items():
        setattr(widget, key, value)
    return {key: value for key, value in traits(widget).items() if key not in sent}


def _answer(shown, widget, route):
    address = route.request.url
    if address == HOME:
        route.fulfill(content_type="text/html", body=_PAGE % widget._css)
    elif address == f"{HOME}widget.js":
        route.fulfill(content_type="text/javascript", body=str(widget._esm))
    elif address == f"{HOME}favicon.ico":
        route.fulfill(status=204)
    else:
        shown.strangers.append(address)
        route.abort()


def picture(shown, name) -> Path:
    """Keep a picture of the page for eyes; return its path."""
    import os

    folder = Path(os.environ.get("TRAINKIT_SCREENSHOTS", "") or "screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.png"
    shown.page.screenshot(path=str(path), full_page=True)
    return path

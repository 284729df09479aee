"""Pages in empty profiles that reach this machine only, and one page for many notebooks."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from tests.browser.notebook import PATIENCE_S, Notebook
from tests.views.page import FLAGS

ALONE = [*FLAGS, "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
"""How Chromium is started: it finds no other host, by name or by number."""


@dataclass
class Pages:
    """Opens pages, each in an empty profile, and notes what they ask of other hosts."""

    browser: object
    outside: list
    contexts: list = field(default_factory=list)

    def open(self, url, width=1280, height=800, zoom=1.0):
        """Open an address, in a window of this many pixels at 100 %."""
        size = {"width": round(width / zoom), "height": round(height / zoom)}
        context = self.browser.new_context(viewport=size, device_scale_factor=zoom)
        self.contexts.append(context)
        context.on("request", self._note)
        page = context.new_page()
        page.set_default_timeout(PATIENCE_S * 1000)
        page.goto(url)
        return page

    def notebook(self, url, shots, **size):
        """Open a notebook at an address and wait for its kernel."""
        opened = Notebook(self.open(f"{url}&reset", **size), shots)
        opened.wait_until_idle()
        return opened

    def _note(self, request):
        if urlsplit(request.url).hostname not in {"127.0.0.1", None}:
            self.outside.append(request.url)

    def close(self):
        """Close every page."""
        while self.contexts:
            self.contexts.pop().close()


@dataclass
class Desk:
    """JupyterLab of one trainee, in which one notebook after another is opened."""

    pages: Pages
    served: object
    shots: object
    path: str = ""
    notebook: Notebook | None = None

    def open(self, path):
        """Return the notebook at a path, opened unless it is the one that is open."""
        if path != self.path:
            self._open(path)
        self.path = path
        return self.notebook

    def _open(self, path):
        if self.path:
            self.notebook.page.evaluate(_PUT_AWAY)
            self.notebook.page.evaluate(_OPEN, path)
            self.notebook.wait_until_idle()
        else:
            self.notebook = self.pages.notebook(self.served.address(path), self.shots)

    def leave(self):
        """Close the page: the next notebook is opened in a new one."""
        self.pages.close()
        self.path = ""


_PUT_AWAY = """async () => {
  const panel = jupyterapp.shell.currentWidget;
  await panel.sessionContext.shutdown();
  panel.dispose();
}"""
_OPEN = "path => jupyterapp.commands.execute('docmanager:open', {path}).then(() => null)"

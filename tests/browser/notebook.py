"""A notebook that is open in a page of JupyterLab, and when it is at rest."""

import os
from dataclasses import dataclass
from time import monotonic

PATIENCE_S = 90.0
QUIET_S = 0.3
"""How long nothing may move before a notebook whose every request is answered is at rest."""
PRESSED_S = 0.1
"""The same before a button is pressed: an answer that comes late would move it."""


@dataclass
class Notebook:
    """A notebook that is open in a page."""

    page: object
    shots: object

    def state(self):
        """Return the kernel's status, and of each code cell its id, count and text of outputs."""
        return self.page.evaluate(_STATE)

    def wait_until_idle(self, quiet_s=QUIET_S):
        """Wait until every request to the kernel is answered and drawn; dialogs are accepted."""
        self._wait(f"({_AT_REST})({quiet_s * 1000})", PATIENCE_S, "the kernel never came to rest")

    def _wait(self, condition, patience_s, otherwise):
        from playwright.sync_api import TimeoutError as Late

        try:
            self.page.wait_for_function(condition, timeout=patience_s * 1000, polling=100)
        except Late as late:
            raise AssertionError(f"{otherwise}: {self.state()}") from late

    def run_all(self):
        """Run every cell; a request that JupyterLab loses is made again."""
        end = monotonic() + PATIENCE_S
        self.wait_until_idle()
        while not self._runs():
            assert monotonic() < end, f"the cells did not run: {self.state()}"
            self.wait_until_idle()
        self._wait(f"({_STATE})().cells.every(one => one.count)", PATIENCE_S, "a cell did not run")
        self.wait_until_idle()

    def _runs(self):
        """Ask for all cells to be run; return whether the kernel has been asked."""
        from playwright.sync_api import TimeoutError as Late

        self.page.evaluate("() => { jupyterapp.commands.execute('notebook:run-all-cells'); }")
        try:
            self.page.wait_for_function(_BEGAN, timeout=8000, polling=100)
        except Late:
            return False
        return True

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
        """Press the button of that label in a cell, once nothing moves it away any more."""
        self.wait_until_idle(PRESSED_S)
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
        """Keep a picture of the page, where somebody wants pictures."""
        if "TRAINKIT_SCREENSHOTS" in os.environ:
            self.page.screenshot(path=self.shots / f"{name}.png")


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
_BEGAN = f"""() => {{ {_PANEL}
  return [...panel.content.model.cells].some(c => c.executionState === 'running'); }}"""
_PLACES = f"() => {{ {_PANEL} return [...panel.content.model.cells].map(c => c.id); }}"
_ENDS = f"""end => {{ {_PANEL}
  return [...panel.content.model.cells].find(c => c.sharedModel.getSource().endsWith(end)).id; }}"""
_AT_REST = f"""quiet_ms => {{
  {_PANEL}
  document.querySelector('dialog .jp-mod-accept, .jp-Dialog .jp-mod-accept')?.click();
  const kernel = panel?.context?.isReady && panel.sessionContext?.isReady
    && panel.sessionContext.session?.kernel;
  const now = performance.now(), watch = panel && (panel.moved ??= {{since: now}});
  if (!kernel) return false;
  if (watch.kernel !== kernel) {{
    const move = () => {{ watch.since = performance.now(); }};
    Object.assign(watch, {{kernel, since: now}});
    kernel.anyMessage.connect(move);
    new MutationObserver(move).observe(panel.node, {{childList: true, subtree: true}});
    panel.content.rendermime.createRenderer('application/vnd.jupyter.widget-view+json')
      ._manager.promise.then(manager => {{ watch.widgets = manager; }});
  }}
  const asked = [...kernel._futures.values()]  // JupyterLab keeps those of cells after their end
    .filter(one => one.msg.header.msg_type !== 'execute_request');
  const running = [...panel.content.model.cells].filter(one => one.executionState === 'running');
  const drawn = [...panel.node.querySelectorAll('.jp-OutputArea-output')]
    .every(one => one.textContent !== 'Loading widget...');
  const still = kernel.connectionStatus === 'connected' && kernel.status === 'idle'
    && watch.widgets?.restoredStatus && !watch.widgets._kernelRestoreInProgress
    && asked.length === 0 && running.length === 0 && drawn;
  if (!still) watch.since = now;
  return still && now - watch.since >= quiet_ms;
}}"""

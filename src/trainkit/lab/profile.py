"""What JupyterLab is told: two profiles, a trainee's and an instructor's, without the network."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trainkit.grading.exchange.factory import CLASSES
from trainkit.lab.port import HOST

_NBGRADER = "nbgrader.server_extensions"
_TRAINEE_OFF = (
    "@jupyter/nbgrader:course-list",
    "@jupyter/nbgrader:create-assignment",
    "@jupyter/nbgrader:formgrader",
    "@jupyterlab/celltags-extension",
    "@jupyterlab/debugger-extension",
    "@jupyterlab/metadataform-extension",
    "@jupyterlab/terminal-extension",
)
_NETWORK_OFF = ("@jupyterlab/extensionmanager-extension", "jupyterlab-jupytext")
_ASSIGNMENTS = "@jupyter/nbgrader:assignment-list"


@dataclass(frozen=True)
class Profile:
    """How one folder is opened.

    Attributes:
        folder: What the browser may see.
        opens: Path of the first page, from the root of the server.
        instructor: Whether it is an instructor who opens an academy.
        exchange: The folder of the exchange, where a trainee's academy has one.
    """

    folder: Path
    opens: str
    instructor: bool = False
    exchange: Path | None = None

    def server(self, port: int) -> dict[str, Any]:
        """Return the configuration of the server at a port."""
        return {
            "ServerApp": {
                "ip": HOST,
                "port": port,
                "port_retries": 0,
                "allow_root": True,
                "root_dir": str(self.folder),
                "terminals_enabled": self.instructor,
                "jpserver_extensions": self._extensions(),
            },
            "LabApp": {
                "custom_css": True,
                "default_url": self.opens,
                "extension_manager": "readonly",
                "news_url": None,
                "check_for_updates_class": "jupyterlab.NeverCheckForUpdate",
            },
            "KernelSpecManager": {"allowed_kernelspecs": ["python3"]},
        }

    def _extensions(self) -> dict[str, bool]:
        return {
            f"{_NBGRADER}.formgrader": self.instructor,
            f"{_NBGRADER}.course_list": False,
            f"{_NBGRADER}.assignment_list": self.exchange is not None,
            f"{_NBGRADER}.validate_assignment": True,
            "jupyter_server_terminals": self.instructor,
            "jupyterlab_jupytext": False,
        }

    def page(self) -> dict[str, Any]:
        """Return which parts of JupyterLab are left out."""
        off = [*_NETWORK_OFF, *(() if self.instructor else _TRAINEE_OFF)]
        off += [] if self.exchange else [_ASSIGNMENTS]
        off += ["@jupyter/nbgrader:course-list"] if self.instructor else []
        return {"disabledExtensions": dict.fromkeys(off, True)}

    def nbgrader(self) -> dict[str, Any]:
        """Return what nbgrader's pages need to know in a trainee's folder."""
        if self.exchange is None:
            return {}
        return {
            "CourseDirectory": {"course_id": "trainkit"},
            "Exchange": {"root": str(self.exchange)},
            "ExchangeFactory": CLASSES,
        }


SETTINGS = {
    "@jupyterlab/apputils-extension:notification": {
        "checkForUpdates": False,
        "fetchNews": "false",
    },
    "@jupyterlab/docmanager-extension:plugin": {"autosaveInterval": 20},
    "@jupyterlab/notebook-extension:tracker": {
        "autoStartDefaultKernel": True,
        "showInputPlaceholder": False,
        "windowingMode": "none",
    },
}
"""Settings of JupyterLab that differ from its own; a trainee may change them."""

STYLE = """/* the line that stands for hidden code */
.jp-CodeCell > .jp-Cell-inputWrapper:has(.jp-Placeholder) { display: none; }
/* the error that means an open task to nbgrader, where the page says it in words */
.jp-OutputArea:has(.trainkit-standing)
  .jp-OutputArea-child:has([data-mime-type="application/vnd.jupyter.stderr"]) { display: none; }
"""
"""What JupyterLab's pages look like where they differ from its own."""

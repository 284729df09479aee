"""The folder in which JupyterLab keeps its own things: apart from the user's own Jupyter."""

import hashlib
import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trainkit.errors import TrainkitError
from trainkit.lab.profile import SETTINGS, STYLE, Profile


@dataclass(frozen=True)
class Home:
    """JupyterLab's own folder for one profile.

    Attributes:
        folder: Absolute path.
    """

    folder: Path

    @property
    def log(self) -> Path:
        """What the server says."""
        return self.folder / "jupyter.log"

    def environment(self) -> dict[str, str]:
        """Return the variables that keep Jupyter, IPython and nbgrader in this folder."""
        programs = str(Path(sys.executable).parent)
        return {
            "JUPYTER_CONFIG_DIR": str(self.folder / "config"),
            "JUPYTER_DATA_DIR": str(self.folder / "data"),
            "JUPYTER_RUNTIME_DIR": str(self.folder / "runtime"),
            "JUPYTER_CONFIG_PATH": "",
            "JUPYTER_PATH": "",
            "JUPYTER_PREFER_ENV_PATH": "0",
            "JUPYTERLAB_SETTINGS_DIR": str(self.folder / "settings"),
            "JUPYTERLAB_WORKSPACES_DIR": str(self.folder / "workspaces"),
            "IPYTHONDIR": str(self.folder / "ipython"),
            "PATH": os.pathsep.join([programs, os.environ.get("PATH", "")]),
        }


def furnished(profile: Profile, port: int) -> Home:
    """Return JupyterLab's own folder for a profile, with its files written.

    Raises:
        TrainkitError: it cannot be written.
    """
    home = home_of(profile)
    config = home.folder / "config"
    files = {
        config / "jupyter_server_config.json": profile.server(port),
        config / "nbgrader_config.json": profile.nbgrader(),
        config / "labconfig" / "page_config.json": profile.page(),
        config / "labconfig" / "default_setting_overrides.json": SETTINGS,
        home.folder / "data" / "kernels" / "python3" / "kernel.json": _kernel(),
    }
    try:
        for path, content in files.items():
            _write(path, json.dumps(content, indent=2))
        _write(config / "custom" / "custom.css", STYLE)
        _write(home.log, "")
    except OSError as error:
        raise TrainkitError(
            f"JupyterLab cannot keep its settings in {home.folder}: {error.strerror}. Name a "
            "folder that you may write in the environment variable TRAINKIT_CONFIG."
        ) from error
    return home


def home_of(profile: Profile) -> Home:
    """Return the folder of a profile: below TRAINKIT_CONFIG, or in the settings of the user."""
    from platformdirs import user_config_path

    base = Path(os.environ.get("TRAINKIT_CONFIG") or user_config_path("trainkit", appauthor=False))
    who = "instructor" if profile.instructor else "trainee"
    name = hashlib.sha256(str(profile.folder).encode()).hexdigest()[:12]
    return Home(base.expanduser().resolve() / "lab" / f"{who}-{name}")


def _kernel() -> dict[str, Any]:
    """Return the kernel of this environment's Python."""
    command = ["-Xfrozen_modules=off", "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    command += ["--log-level=ERROR"]  # its warnings would come between the lines of the console
    return {
        "argv": [sys.executable, *command],
        "display_name": "Python 3 (ipykernel)",
        "language": "python",
        "metadata": {"debugger": True},
    }


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)

"""JupyterLab in this process, until Ctrl-C."""

import os
import secrets
import signal
from collections.abc import Callable
from importlib import import_module
from typing import Any

from trainkit.errors import TrainkitError
from trainkit.grading.jsonschema_use import import_jsonschema
from trainkit.lab.home import Home, furnished
from trainkit.lab.port import HOST
from trainkit.lab.profile import Profile

_TOKEN_BYTES = 24
_LOGGERS = ("ServerApp", "LabApp", "JupyterNotebookApp")


def serve(profile: Profile, port: int, say: Callable[[str], None], *, browser: bool) -> None:
    """Serve JupyterLab until it is ended with Ctrl-C or from its menu.

    Args:
        profile: What is opened.
        port: A free port.
        say: Is told the address as soon as it answers.
        browser: Whether a browser is opened.

    Raises:
        TrainkitError: it cannot start.
    """
    home = furnished(profile, port)
    os.environ.update(home.environment())
    os.chdir(profile.folder)  # nbgrader reads the configuration of the folder it runs in
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    server = _server(home, token, browser=browser)
    server.io_loop.add_callback(say, f"http://{HOST}:{port}{profile.opens}?token={token}")
    signal.signal(signal.SIGINT, lambda *_: server.stop(from_signal=True))
    server.start()


def _server(home: Home, token: str, *, browser: bool) -> Any:
    from traitlets.config import Config

    given = Config()
    given.IdentityProvider.token = token
    given.ServerApp.open_browser = browser
    given.Application.logging_config = _to_file(home)
    import_jsonschema()
    try:
        app = import_module("jupyterlab.labapp").LabApp
        return app.initialize_server(argv=[], config=given)
    except SystemExit as error:
        raise TrainkitError(f"JupyterLab could not start. {home.log} says why.") from error


def _to_file(home: Home) -> dict[str, Any]:
    """Return how Jupyter logs: to a file, since the reader needs one line only."""
    file = {
        "class": "logging.FileHandler",
        "filename": str(home.log),
        "encoding": "utf-8",
        "formatter": "console",
        "level": "INFO",
    }
    told = {"level": "INFO", "handlers": ["file"]}
    return {"handlers": {"file": file}, "loggers": dict.fromkeys(_LOGGERS, told)}

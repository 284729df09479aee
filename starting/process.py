"""Running other programs: quietly for a step of the setup, or in our place for what was asked."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Ended:
    """How a program ended: its exit code and all that it printed."""

    code: int
    text: str


def quietly(command: Sequence[str], environ: Mapping[str, str]) -> Ended:
    """Run *command* to its end and keep what it prints."""
    try:
        ended = subprocess.run(  # noqa: S603, commands are ours
            list(command),
            env=dict(environ),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError as error:
        return Ended(127, str(error))
    return Ended(ended.returncode, ended.stdout)


def shown(command: Sequence[str], environ: Mapping[str, str], folder: Path | None = None) -> int:
    """Run *command* in view of the user and return its exit code.

    Ctrl-C reaches the program too; it decides how to stop, and we wait for it.
    """
    sys.stdout.flush()
    with subprocess.Popen(list(command), env=dict(environ), cwd=folder) as running:  # noqa: S603
        while True:
            try:
                code = running.wait()
            except KeyboardInterrupt:
                continue
            return code if code >= 0 else 128 - code


def replaced_by(command: Sequence[str], environ: Mapping[str, str]) -> int:
    """Become *command*, so that signals and the exit code are its own.

    Windows cannot do that without giving the prompt back too early, so there we wait.
    """
    if os.name == "posix":
        sys.stdout.flush()
        os.execve(command[0], list(command), dict(environ))  # noqa: S606, no shell is wanted
    return shown(command, environ)

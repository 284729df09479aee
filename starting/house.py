"""Where everything lies: the checkout, its environment, and how programs are run in it."""

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from starting.process import Ended, quietly

ROOT = Path(__file__).resolve().parent.parent
Runner = Callable[[Sequence[str], Mapping[str, str]], Ended]


def said(step: str) -> None:
    """Print one step at once, also into a file; a reader who has left misses it, no more."""
    with suppress(BrokenPipeError):
        print(f"start: {step}", flush=True)


@dataclass(frozen=True)
class House:
    """A checkout of trainkit, or an unpacked release, with its environment `.venv`."""

    root: Path = ROOT
    run: Runner = quietly
    say: Callable[[str], None] = said
    environ: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))

    @property
    def venv(self) -> Path:
        """The folder of the environment."""
        return self.root / ".venv"

    @property
    def scripts(self) -> Path:
        """The folder of the environment's programs."""
        return self.venv / ("Scripts" if os.name == "nt" else "bin")

    @property
    def python(self) -> Path:
        """The environment's Python."""
        return self.scripts / ("python.exe" if os.name == "nt" else "python")

    @property
    def inside(self) -> dict[str, str]:
        """The variables of a program that runs in the environment; nbgrader needs the path."""
        path = os.pathsep.join((str(self.scripts), self.environ.get("PATH", os.defpath)))
        kept = {name: value for name, value in self.environ.items() if name != "PYTHONHOME"}
        return {**kept, "PATH": path, "VIRTUAL_ENV": str(self.venv)}

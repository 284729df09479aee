"""The command line: what is asked on one line, and one paragraph when it cannot be done.

Each group of commands is a module that offers ``register(app)`` and imports what is heavy inside
its commands, so that help is quick. Exit codes: 0 done, 1 done with a negative finding, 2 a
mistake that the user can mend, 70 a fault of ours, 130 stopped by Ctrl-C.
"""

import errno
import os
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from importlib.util import find_spec
from typing import Any, TextIO

import typer

from trainkit.errors import TrainkitError, printable

GROUPS = (
    "trainkit.cli.catalogue",
    "trainkit.cli.simulate",
    "trainkit.cli.doctor",
    "trainkit.cli.warmup",
    "trainkit.cli.plan",
    "trainkit.cli.academy",
    "trainkit.cli.overlay",
    "trainkit.cli.enrolment",
    "trainkit.cli.grading",
    "trainkit.cli.reporting",
    "trainkit.cli.copies",
    "trainkit.cli.moderation",
    "trainkit.cli.appeals",
    "trainkit.cli.exporting",
    "trainkit.cli.practice",
    "trainkit.cli.lab",
    "trainkit.cli.demo",
)
"""Modules with commands, in the order of the help."""

_MENDABLE = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES}

_HELP = """Training and simulation for law enforcement and coast guards.

EXERCISE - SYNTHETIC DATA: a training aid, not for operational decisions.

Examples:

  trainkit list                                        what is installed

  trainkit describe trainkit/two-agency-search         what it is and what can be set

  trainkit run trainkit/two-agency-search --n 200      results with intervals
"""


def application() -> typer.Typer:
    """Return the command line with every group whose module is installed."""
    app = typer.Typer(
        help=_HELP,
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    for group in GROUPS:
        if find_spec(group):
            import_module(group).register(app)
    return app


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command line and exit with its code.

    Args:
        arguments: What stands after ``trainkit``; None for those of this process.
    """
    for stream in (sys.stdout, sys.stderr):
        _never_fail_on_a_character(stream)
    sys.exit(_code(list(sys.argv[1:] if arguments is None else arguments)))


def _never_fail_on_a_character(stream: TextIO | Any) -> None:
    """Show a question mark for a character that the console lacks, as on older Windows."""
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="replace")


def _code(arguments: list[str]) -> int:
    try:
        return _printed(_invoked(arguments or ["--help"]))
    except TrainkitError as error:
        return _said(str(error), 2)
    except (KeyboardInterrupt, typer.Abort) as error:
        return _said(str(error) or "Stopped, as you asked with Ctrl-C.", 130)
    except BrokenPipeError:
        return _unread(0)
    except OSError as error:
        return _system(error) if error.errno in _MENDABLE else _fault()
    except Exception as error:
        return _usage(error) if hasattr(error, "format_message") else _fault()


def _printed(code: int) -> int:
    """Send off what waits to be printed while a full disk can still be told."""
    sys.stdout.flush()
    return code


def _unread(code: int) -> int:
    """Send what is still to be printed nowhere, so that Python's end does not stumble over it."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code


def _system(error: OSError) -> int:
    """Say what the system refused: a full disk, a folder that is read-only or not the user's."""
    text = (
        f"{error.filename or 'The output'} could not be used: {error.strerror}. Make room, choose "
        "another place, or ask for the right to use it; what was written before is kept."
    )
    return _unread(_said(text, 2))


def _invoked(arguments: list[str]) -> int:
    """Run the command; typer's own `main` would swallow what Ctrl-C has to say."""
    command = typer.main.get_command(application())
    try:
        with command.make_context("trainkit", arguments) as context:
            command.invoke(context)
    except typer.Exit as error:
        return error.exit_code
    return 0


def _said(text: str, code: int) -> int:
    print(printable(" ".join(text.split())), file=sys.stderr)
    return code


def _usage(error: Any) -> int:
    """Say what is wrong with the command line, as its parser found it."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "trainkit"
    if not error.format_message().strip() or type(error).__name__ == "NoArgsIsHelpError":
        return _said(f"`{path}` needs more; `{path} --help` shows how it is called.", 2)
    reason = error.format_message().rstrip(". ").removesuffix("?")
    end = "?" if error.format_message().rstrip().endswith("?") else "."
    return _said(f"{reason}{end} `{path} --help` shows how it is called.", 2)


def _fault() -> int:
    traceback.print_exc()
    text = (
        "This is a fault of trainkit, not yours. Please report the lines above and the command "
        "that you gave; CONTRIBUTING.md says where. They may hold the names of your files."
    )
    return _said(text, 70)

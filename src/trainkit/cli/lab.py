"""The command that opens JupyterLab: lab."""

import os
from pathlib import Path
from typing import Annotated, Any

import typer

from trainkit.cli.exchange import Workspace
from trainkit.errors import TrainkitError

Notebooks = Annotated[
    list[str] | None, typer.Argument(help="Ids of notebooks, such as E1; all when left out.")
]
Folder = Annotated[Path | None, typer.Option(help="Your own folder; ./notebooks when left out.")]
Source = Annotated[
    Path | None,
    typer.Option("--release", help="A release as a ZIP file or folder, in place of the academy's."),
]
Port = Annotated[int | None, typer.Option(min=1, max=65_535, help="A port; any when left out.")]


def register(app: typer.Typer) -> None:
    """Add the command to *app*."""
    app.command()(lab)


def lab(
    notebooks: Notebooks = None,
    workspace: Workspace = Path("academy"),
    folder: Folder = None,
    source: Source = None,
    trainee: Annotated[str | None, typer.Option(help="Your id, as your academy gave it.")] = None,
    port: Port = None,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Open no browser.")] = False,
    instructor: Annotated[
        bool, typer.Option("--instructor", help="Open the academy, with formgrader.")
    ] = False,
) -> None:
    """Open JupyterLab with your copies of the released notebooks; Ctrl-C ends it.

    Examples: trainkit lab E1 --trainee ada-strong

    trainkit lab --instructor --workspace academy
    """
    from trainkit.lab.port import free_port
    from trainkit.lab.server import serve

    if instructor:
        _require_alone(notebooks, folder, source, trainee)
        profile, told = _instructor(workspace)
    else:
        profile, told = _trainee(notebooks or [], workspace, folder, source, trainee)
    serve(
        profile,
        free_port(port),
        lambda url: print(f"{told} JupyterLab is open (Ctrl-C ends it): {url}", flush=True),
        browser=not no_browser,
    )
    print(f"JupyterLab has ended. Everything is kept in {profile.folder}.")


def _require_alone(*given: object) -> None:
    if any(given):
        raise TrainkitError(
            "--instructor opens the whole academy: leave out notebooks, --folder, --release and "
            "--trainee, or leave out --instructor to open a trainee's folder."
        )


def _instructor(workspace: Path) -> tuple[Any, str]:
    from trainkit.grading.academy import open_academy
    from trainkit.lab.profile import Profile

    folder = open_academy(workspace).folder
    return Profile(folder, "/formgrader", instructor=True), f"The academy is {folder}."


def _trainee(
    names: list[str], workspace: Path, folder: Path | None, source: Path | None, trainee: str | None
) -> tuple[Any, str]:
    from trainkit.lab.handout import hand_out
    from trainkit.lab.profile import Profile
    from trainkit.lessons.trainee import trainee_id

    who = trainee_id(trainee) if trainee is not None else ""
    release, exchange = _released(workspace, source)
    chosen = release.chosen(names)
    own = (folder or Path("notebooks", who)).expanduser().resolve()
    new = hand_out(chosen, own)
    if who:
        os.environ["TRAINKIT_TRAINEE"] = who
    only = next(iter(chosen)) if len(chosen) == 1 else ""
    opens = f"/doc/tree/{only}/{only}.ipynb" if only else "/lab"
    return Profile(own, opens, exchange=exchange), _told(new, own)


def _told(new: dict[str, bool], folder: Path) -> str:
    parts = [f"{name} ({'new' if fresh else 'as you left it'})" for name, fresh in new.items()]
    return f"In {folder}: {', '.join(parts)}."


def _released(workspace: Path, source: Path | None) -> tuple[Any, Path | None]:
    """Return the release, and the academy's exchange where there is one."""
    from trainkit.lab.release import released

    if source is not None:
        return released(source.expanduser().resolve()), None
    from trainkit.grading.academy import open_academy

    academy = open_academy(workspace)
    exchange = Path(str(academy.config.Exchange.get("root", "") or "exchange"))
    there = exchange.is_dir() and os.name != "nt"  # nbgrader's exchange refuses Windows
    return released(academy.folder / "release"), exchange if there else None

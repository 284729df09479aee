"""The command that opens JupyterLab: lab."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from trainkit.cli.exchange import AcademyFigures, Workspace
from trainkit.errors import TrainkitError

Notebooks = Annotated[
    list[str] | None, typer.Argument(help="Ids of notebooks, such as E1; all when left out.")
]
Folder = Annotated[Path | None, typer.Option(help="Your own folder; ./notebooks when left out.")]
Source = Annotated[
    Path | None,
    typer.Option("--release", help="A release as a ZIP file or folder, in place of the academy's."),
]
Exchange = Annotated[
    Path | None, typer.Option(help="The folder of an exchange, to fetch from and hand in to.")
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
    exchange: Exchange = None,
    academy: AcademyFigures = "",
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
        _require_alone(notebooks, folder, source, trainee, exchange)
        profile, told = _instructor(workspace)
    else:
        given = _release(workspace, source, exchange)
        profile, told = _trainee(notebooks or [], given, folder, trainee, academy)
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
            "--instructor opens the whole academy: leave out notebooks, --folder, --release, "
            "--exchange and --trainee, or leave out --instructor to open a trainee's folder."
        )


def _instructor(workspace: Path) -> tuple[Any, str]:
    from trainkit.grading.academy import open_academy
    from trainkit.lab.profile import Profile

    folder = open_academy(workspace).folder
    return Profile(folder, "/formgrader", instructor=True), f"The academy is {folder}."


def _trainee(
    names: list[str], given: "Given", folder: Path | None, trainee: str | None, academy: str
) -> tuple[Any, str]:
    from trainkit.lab.handout import hand_out
    from trainkit.lab.profile import Profile
    from trainkit.lessons.trainee import trainee_id

    who = trainee_id(trainee) if trainee is not None else ""
    chosen = given.release.chosen(names) if given.release else {}
    said = _checked(given, chosen, academy)
    own = (folder or Path("notebooks", who)).expanduser().resolve()
    new = hand_out(chosen, own, given.manifests(chosen))
    if who:
        os.environ["TRAINKIT_TRAINEE"] = who
    only = next(iter(chosen)) if len(chosen) == 1 else ""
    opens = f"/doc/tree/{only}/{only}.ipynb" if only else "/lab"
    return Profile(own, opens, exchange=given.exchange), " ".join([*said, _told(new, own)])


def _checked(given: "Given", chosen: Iterable[str], academy: str) -> list[str]:
    """Check what came from elsewhere, and return what the trainee is told of it."""
    from trainkit.grading.exchange.fetching import checked_release

    if not given.release or not given.foreign:
        return []
    found = [checked_release(name, given.release.files(name), academy) for name in chosen]
    return [line for one in found for line in one.told]


def _told(new: dict[str, bool], folder: Path) -> str:
    if not new:
        return f"You work in {folder}: fetch notebooks in the Assignment List, in menu Nbgrader."
    parts = [f"{name} ({'new' if fresh else 'as you left it'})" for name, fresh in new.items()]
    return f"In {folder}: {', '.join(parts)}."


@dataclass(frozen=True)
class Given:
    """What a trainee is given: released notebooks, and an exchange.

    Attributes:
        release: The notebooks; None where they are fetched from the exchange.
        exchange: Folder of the exchange; None without one.
        foreign: Whether the release came from elsewhere, and not from an academy on this machine.
    """

    release: Any
    exchange: Path | None
    foreign: bool = True

    def manifests(self, names: Iterable[str]) -> dict[str, bytes]:
        """Return what the academy says of notebooks, by id."""
        beside = self.release.beside if self.release else {}
        found = {name: beside.get(name, {}).get("release.json") for name in names}
        return {name: content for name, content in found.items() if content is not None}


def _release(workspace: Path, source: Path | None, exchange: Path | None) -> Given:
    from trainkit.lab.release import released

    folder = _existing(exchange) if exchange else None
    if source is not None:
        return Given(released(source.expanduser().resolve()), folder)
    if folder:
        return Given(None, folder)
    from trainkit.grading.academy import open_academy
    from trainkit.grading.exchange.folders import academy_folders

    academy = open_academy(workspace)
    root = academy_folders(academy).root
    there = root.is_dir()
    return Given(released(academy.folder / "release"), root if there else None, foreign=False)


def _existing(exchange: Path) -> Path:
    folder = exchange.expanduser().resolve()
    if not folder.is_dir():
        raise TrainkitError(
            f"There is no exchange in {folder}: the folder with outbox and inbox that your academy "
            "gave you. Plug it in, or name it with --exchange."
        )
    return folder

"""Who has submitted a notebook, and whether a submission can be graded at all."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from trainkit.errors import TrainkitError, nearest
from trainkit.grading.academy import Academy
from trainkit.grading.setaside import strange_files
from trainkit.lessons.regular import is_link
from trainkit.lessons.trainee import trainee_id


def submitters(academy: Academy, notebook: str) -> list[str]:
    """Return the names of the folders of those who submitted a notebook, good or bad."""
    folders = (academy.folder / "submitted").glob("*")
    return sorted(path.name for path in folders if _holds(path, notebook))


def _holds(folder: Path, notebook: str) -> bool:
    """Return whether a folder may hold a submission; what cannot be looked into may."""
    try:
        return any(path.name.lower() == notebook.lower() for path in folder.iterdir())
    except NotADirectoryError:
        return False
    except OSError:
        return True


def chosen(academy: Academy, notebook: str, trainees: Sequence[str] | None) -> list[str]:
    """Return the submitters that are asked for; all when nobody is named.

    Raises:
        TrainkitError: nobody submitted, or somebody named did not.
    """
    there = submitters(academy, notebook)
    if not there:
        raise TrainkitError(
            f"Nobody has submitted {notebook}: there is no "
            f"{academy.folder / 'submitted'}/<trainee>/{notebook}. Collect with nbgrader, or "
            "import a folder or a ZIP with --import."
        )
    if trainees is None:
        return there
    return [_among(wanted, there, notebook) for wanted in dict.fromkeys(trainees)]


def _among(wanted: str, there: Sequence[str], notebook: str) -> str:
    found = same_trainee(wanted, there)
    if wanted in there or len(found) == 1:
        return wanted if wanted in there else found[0]
    raise TrainkitError(f"'{wanted}' has submitted no {notebook}.{nearest(wanted, there)}")


def same_trainee(name: str, names: Sequence[str]) -> list[str]:
    """Return those of *names* that are the same trainee's id as *name*, however spelled.

    Raises:
        TrainkitError: *name* is no trainee's id.

    Examples:
        >>> same_trainee("ada", ["Ada", "ben"])
        ['Ada']
    """
    own = trainee_id(name)
    return [one for one in names if _id_or_none(one) == own]


def _id_or_none(name: str) -> str | None:
    try:
        return trainee_id(name)
    except TrainkitError:
        return None


def by_trainee(names: Sequence[str]) -> dict[str, list[str]]:
    """Return names of folders by the trainee's id that they spell; what is no id is left out."""
    found: dict[str, list[str]] = {}
    for name in names:
        own = _id_or_none(name)
        if own is not None:
            found.setdefault(own, []).append(name)
    return found


def require_gradable(
    academy: Academy, notebook: str, owner: str, same: Mapping[str, Sequence[str]]
) -> None:
    """Refuse a submission whose owner cannot be told, or that holds no notebook to begin from.

    Args:
        academy: Where it is.
        notebook: Id of the notebook.
        owner: Whose it is: the name of the folder.
        same: Names of the folders of all who submitted, by trainee.

    Raises:
        TrainkitError: it cannot be graded.
        OSError: what does not belong cannot be moved away; nbgrader would only note it and go on.
    """
    twins, folder = same[trainee_id(owner)], academy.of("submitted", owner, notebook)
    if len(twins) > 1:
        raise TrainkitError(
            f"The folders {', '.join(twins)} are of one and the same trainee id. Keep one of them "
            f"in {folder.parents[1]}, and grade again."
        )
    _require_folder(folder)
    if not (folder / f"{notebook}.ipynb").exists():
        names = ", ".join(sorted(path.name for path in folder.iterdir())[:5])
        raise TrainkitError(
            f"There is no {notebook}.ipynb in {folder}; it holds {names or 'nothing'}. Rename the "
            "trainee's notebook, or import the folder with --import."
        )
    strange_files(folder, academy.folder / "inbox" / "set-aside")


def _require_folder(folder: Path) -> None:
    for path in (folder.parent, folder):
        if is_link(path):
            raise TrainkitError(
                f"{path} is a link to another place, and links are not followed. Put the files "
                "there themselves, and grade again."
            )
    if not folder.is_dir():
        raise TrainkitError(
            f"{folder} is no folder that can be read. A submission is a folder of that very name "
            f"with {folder.name}.ipynb in it; mend that, and grade again."
        )

"""A trainee's own copy of a notebook, out of a release in the outbox."""

import zipfile
import zlib
from pathlib import Path

from trainkit.errors import TrainkitError
from trainkit.grading.exchange.fetching import checked_release
from trainkit.grading.exchange.manifest import NAME
from trainkit.grading.exchange.zipping import write_file

_LARGEST_BYTES = 20_000_000


def fetch(path: Path, notebook: str, folder: Path) -> list[str]:
    """Copy a released notebook into a trainee's folder, and return what the trainee is told.

    Args:
        path: The ZIP of the release.
        notebook: Id of the notebook.
        folder: The trainee's folder; the copy gets a folder of its own in it.

    Raises:
        TrainkitError: it cannot be read, does not come from the academy as it was, or the trainee
            has a copy already.
    """
    own = folder / notebook
    if (own / f"{notebook}.ipynb").exists():
        raise TrainkitError(f"You have {notebook} already, in {own}; it stays as it is.")
    files = _files(path, notebook)
    checked = checked_release(notebook, files)
    for name in (NAME, f"{notebook}.ipynb"):
        if name in files:
            write_file(own / name, files[name], again=True)
    return [*checked.told, f"Fetched: {own}"]


def _files(path: Path, notebook: str) -> dict[str, bytes]:
    """Return the files in the folder of a notebook, by name."""
    wanted = {f"{notebook}/{name}": name for name in ("README.txt", NAME, f"{notebook}.ipynb")}
    try:
        with zipfile.ZipFile(path) as archive:
            there = [name for name in wanted if name in archive.namelist()]
            found = {wanted[name]: archive.open(name).read(_LARGEST_BYTES) for name in there}
    except (OSError, ValueError, zipfile.BadZipFile, zlib.error, RuntimeError) as error:
        raise TrainkitError(
            f"The release {path} cannot be read: {error}. Wait until your exchange has it whole, "
            "or ask your instructor."
        ) from error
    if f"{notebook}.ipynb" not in found:
        raise TrainkitError(f"{path} holds no {notebook}.ipynb. Ask your instructor.")
    return found

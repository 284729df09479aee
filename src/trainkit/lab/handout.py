"""Copies of released notebooks in a trainee's folder; what is there already stays as it is."""

from collections.abc import Mapping
from pathlib import Path

from trainkit.errors import TrainkitError


def hand_out(
    notebooks: Mapping[str, bytes], folder: Path, manifests: Mapping[str, bytes] | None = None
) -> dict[str, bool]:
    """Copy notebooks into a trainee's folder, each into a folder of its own.

    Args:
        notebooks: Bytes by id.
        folder: The trainee's folder, made when it is missing.
        manifests: What the academy says of each, by id, for the trainee to keep; a newer one
            takes the place of the one before.

    Returns:
        Whether each is new here, by id.

    Raises:
        TrainkitError: the folder cannot be written, or is an academy.
    """
    if (folder / "nbgrader_config.py").exists():
        raise TrainkitError(
            f"{folder} is an academy, and its gradebook is no place for a trainee. Choose another "
            "folder with --folder, or open the academy as its instructor with --instructor."
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        new = {
            name: _copied(content, folder / name / f"{name}.ipynb")
            for name, content in notebooks.items()
        }
        for name, content in (manifests or {}).items():
            _put(folder / name / "release.json", content)
    except OSError as error:
        raise TrainkitError(
            f"The notebooks cannot be copied into {folder}: {error.strerror}. Choose a folder "
            "that you may write, with --folder."
        ) from error
    return new


def _copied(content: bytes, path: Path) -> bool:
    """Write a file, and never over another."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists():
        path.open("r+b").close()  # a read-only copy is said now and not at the first answer
        return False
    _put(path, content)
    return True


def _put(path: Path, content: bytes) -> None:
    """Write a file whole or not at all, over the one before."""
    part = path.with_suffix(".part")
    try:
        part.write_bytes(content)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)

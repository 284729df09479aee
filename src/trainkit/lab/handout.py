"""Copies of released notebooks in a trainee's folder; what is there already stays as it is."""

from collections.abc import Mapping
from pathlib import Path

from trainkit.errors import TrainkitError


def hand_out(notebooks: Mapping[str, bytes], folder: Path) -> dict[str, bool]:
    """Copy notebooks into a trainee's folder, each into a folder of its own.

    Args:
        notebooks: Bytes by id.
        folder: The trainee's folder, made when it is missing.

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
        return {
            name: _copied(content, folder / name / f"{name}.ipynb")
            for name, content in notebooks.items()
        }
    except OSError as error:
        raise TrainkitError(
            f"The notebooks cannot be copied into {folder}: {error.strerror}. Choose a folder "
            "that you may write, with --folder."
        ) from error


def _copied(content: bytes, path: Path) -> bool:
    """Write a file whole or not at all, and never over another."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists():
        path.open("r+b").close()  # a read-only copy is said now and not at the first answer
        return False
    part = path.with_suffix(".part")
    try:
        part.write_bytes(content)
        part.rename(path)
    finally:
        part.unlink(missing_ok=True)
    return True

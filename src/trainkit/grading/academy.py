"""An academy: one folder with one gradebook, its own nbgrader configuration and its own secret."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

from trainkit.errors import TrainkitError
from trainkit.grading.coursekey import own_secret, read_secret

CONFIG = "nbgrader_config.py"


@dataclass(frozen=True)
class Academy:
    """An academy's folder.

    Attributes:
        folder: Absolute path.
    """

    folder: Path

    def of(self, step: str, trainee: str, notebook: str) -> Path:
        """Return the folder of one submission at one step, such as ``autograded``."""
        return self.folder / step / trainee / notebook

    def release(self, notebook: str) -> Path:
        """Return the released notebook."""
        return self.folder / "release" / notebook / f"{notebook}.ipynb"

    def source(self, notebook: str) -> Path:
        """Return the notebook that nbgrader releases from."""
        return self.folder / "source" / notebook / f"{notebook}.ipynb"

    @cached_property
    def config(self) -> Any:
        """The configuration that nbgrader reads in this academy."""
        from traitlets.config.loader import PyFileConfigLoader

        try:
            return PyFileConfigLoader(CONFIG, path=str(self.folder)).load_config()
        except Exception as error:  # the file is code of the instructor
            raise TrainkitError(
                f"The configuration {self.folder / CONFIG} fails: {error}. Mend the line, or make "
                "a new academy in another folder and compare."
            ) from error

    def setting(self, name: str) -> str:
        """Return a setting of ``c.ScoreAnswers``; empty when it is not given."""
        return str(self.config.ScoreAnswers.get(name, "") or "")

    @property
    def keys(self) -> Path:
        """The folder of the keys.

        Raises:
            TrainkitError: the academy names none, and there is no checkout.
        """
        found = Path(self.setting("keys")) if self.setting("keys") else checkout_keys()
        if found is None or not found.is_dir():
            raise TrainkitError(
                f"The keys are not {'in ' + str(found) if found else 'known'}: grading needs the "
                "folder grading/keys of the checkout. Name it with --keys, or in the academy's "
                f"{CONFIG} (c.ScoreAnswers.keys)."
            )
        return found

    @property
    def rubrics(self) -> Path:
        """The folder of the scales that markers read: beside the keys."""
        return self.keys.parent / "rubrics"

    @property
    def course_key_file(self) -> Path:
        """The file of the current course key; older ones lie beside it."""
        return Path(self.setting("course_key_file"))

    @property
    def course_key(self) -> bytes:
        """The secret under which hidden luck is drawn.

        Raises:
            TrainkitError: the file is missing, is too short to be one, or is no secret any more.
        """
        return read_secret(self.course_key_file, self.folder / CONFIG)

    @property
    def courses(self) -> Path:
        """The folder of the authored courses."""
        from trainkit.grading.authored import installed_courses

        return Path(self.setting("courses")) if self.setting("courses") else installed_courses()


def checkout_keys() -> Path | None:
    """Return the keys of the checkout that this package runs from, or None."""
    found = Path(__file__).resolve().parents[3] / "grading" / "keys"
    return found if found.is_dir() else None


def open_academy(workspace: Path) -> Academy:
    """Return the academy in a folder.

    Raises:
        TrainkitError: there is none.
    """
    folder = workspace.expanduser().resolve()
    if not (folder / CONFIG).is_file():
        raise TrainkitError(
            f"There is no academy in {folder}. Make one with `trainkit academy init --workspace "
            f"{workspace}`, or say where yours is with --workspace."
        )
    return Academy(folder)


def init_academy(
    workspace: Path,
    course_key_file: Path | None = None,
    keys: Path | None = None,
    courses: Path | None = None,
    database: str = "",
) -> list[str]:
    """Make an academy and return what was done, a line each; nothing is ever overwritten.

    Args:
        workspace: Its folder.
        course_key_file: Where its secret lies or is made; the user's settings when left out.
        keys: Folder of the keys; the checkout's when left out.
        courses: Folder of authored courses; the installed ones when left out.
        database: Address of the gradebook's database; a file of SQLite in the folder when empty.

    Raises:
        TrainkitError: the folder cannot be written, a folder that is named is not there, or the
            database cannot be used.
    """
    from trainkit.grading import founding

    _require_folders({"--keys": keys, "--courses": courses})
    folder = workspace.expanduser().resolve()
    line = founding.database_line(folder, database) if database else ""
    secret = (course_key_file or own_secret(folder)).expanduser().resolve()
    place = keys or checkout_keys()
    text = files("trainkit.grading").joinpath(f"{CONFIG}.txt").read_text(encoding="utf-8")
    values = {
        "keys": repr(str(place.expanduser().resolve()) if place else ""),
        "course_key_file": repr(str(secret)),
        "courses": repr(str(courses.expanduser().resolve()) if courses else ""),
        "database": line,
    }
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", value)
    try:
        return founding.found(folder, text, secret)
    except OSError as error:
        raise TrainkitError(
            f"The academy cannot be made in {folder}: {error.strerror}. Choose a folder that you "
            "may write, with --workspace."
        ) from error


def _require_folders(named: Mapping[str, Path | None]) -> None:
    for option, folder in named.items():
        if folder and not folder.expanduser().is_dir():
            raise TrainkitError(f"{option} names {folder}, and there is no such folder.")

"""The authored notebooks: MyST text in ``<courses>/<course>/<notebook>/<notebook>.md``."""

import re
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from trainkit.errors import TrainkitError, nearest
from trainkit.grading.course import Course, load_course

TASK = re.compile(r"""task\(\s*["']([^"']*)["']\s*\)""")
"""How a code cell of an authored text asks a task."""


@dataclass(frozen=True)
class Authored:
    """An authored notebook.

    Attributes:
        notebook: Its id.
        course: Its course.
        path: Its text.
    """

    notebook: str
    course: Course
    path: Path


def asked_task(source: str) -> str:
    """Return the task that an authored code cell asks; empty when it asks none.

    Examples:
        >>> asked_task('task("e1_phase")'), asked_task('start("E1")')
        ('e1_phase', '')
    """
    found = TASK.fullmatch(source.strip())
    return found[1] if found else ""


def installed_courses() -> Path:
    """Return the folder of the courses that came with this package.

    Raises:
        TrainkitError: they are not installed.
    """
    spec = find_spec("trainkit_courses")
    places = list((spec and spec.submodule_search_locations) or ())
    if not places:
        raise TrainkitError("No courses are installed. Say where they are with --courses.")
    return Path(places[0])


def all_authored(courses: Path) -> dict[str, Authored]:
    """Return all authored notebooks of a folder of courses, by id.

    Raises:
        TrainkitError: a course file cannot be read, or names a notebook that is not there.
    """
    found: dict[str, Authored] = {}
    for file in sorted(courses.glob("*/course.toml")):
        course = load_course(file.parent)
        for notebook in course.notebooks:
            path = file.parent / notebook / f"{notebook}.md"
            if not path.is_file():
                raise TrainkitError(f"{file} names {notebook}, and there is no {path}.")
            found[notebook] = Authored(notebook, course, path)
    return found


def authored(name: str, courses: Path) -> Authored:
    """Return one authored notebook.

    Args:
        name: Its id, with its course before it or not: ``E1``, ``e/E1``.
        courses: Folder of the courses.

    Raises:
        TrainkitError: there is no such notebook.
    """
    known = all_authored(courses)
    wanted = name.replace("\\", "/").rstrip("/").rpartition("/")[2]
    for notebook, one in known.items():
        if notebook.lower() == wanted.lower():
            return one
    hint = nearest(wanted, known) or f" There are {', '.join(known) or 'none'}."
    raise TrainkitError(f"No notebook called '{wanted}' is in {courses}.{hint}")

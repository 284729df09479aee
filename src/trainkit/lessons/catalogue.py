"""Which lessons there are: ours, and those of installed partners.

Ours are the packages beside this module that offer ``LESSON``. A partner publishes with the entry
point ``trainkit.lessons``, whose name is the notebook's id: ``X1 = "hcg_lessons:LESSON"``.
"""

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from trainkit.errors import TrainkitError, nearest, shown
from trainkit.lessons.task import Lesson
from trainkit.scenarios.installed import offered


def lesson(notebook: str) -> Lesson:
    """Return the lesson of a notebook.

    Args:
        notebook: Its id, such as ``E1``; a course before it (``e/E1``) is allowed.

    Raises:
        TrainkitError: there is no such lesson, or its package fails.
    """
    known = _places()
    name = str(notebook).replace("\\", "/").rstrip("/").rpartition("/")[2].strip()
    found = {one.lower(): one for one in known}.get(name.lower())
    if found is None:
        hint = nearest(name, known) or f" There are {', '.join(known) or 'none'}."
        raise TrainkitError(f"There is no notebook called {shown(name)}.{hint}")
    return _loaded(found, known[found])


def lesson_names() -> list[str]:
    """Return the ids of all lessons."""
    return list(_places())


def _places() -> dict[str, str]:
    """Return where each lesson is declared, as ``module:name``, by id."""
    ours = {
        folder.name.upper(): f"trainkit.lessons.{folder.name}:LESSON"
        for folder in sorted(Path(__file__).parent.iterdir())
        if (folder / "__init__.py").is_file()
    }
    partners = {point.name: point.value for point in offered("trainkit.lessons")}
    return {**partners, **{name: place for name, place in ours.items() if _offers(place)}}


@cache
def _offers(place: str) -> bool:
    """Return whether a package of ours holds a lesson already, without importing it."""
    spec = find_spec(place.partition(":")[0])
    return bool(spec and spec.origin and "LESSON" in Path(spec.origin).read_text("utf-8"))


def _loaded(name: str, place: str) -> Lesson:
    module, _, attribute = place.partition(":")
    try:
        found = getattr(import_module(module), attribute or "LESSON")
    except Exception as error:  # a partner's package may fail in any way
        raise TrainkitError(f"The lesson {name} ({place}) fails: {shown(error)}.") from error
    if not isinstance(found, Lesson):
        raise TrainkitError(f"The lesson {name} ({place}) is no Lesson but {shown(found)}.")
    return found

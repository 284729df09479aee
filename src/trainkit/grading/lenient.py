"""Reading a trainee's notebook whatever it holds: only its written answers are taken from it.

nbgrader would stop at a notebook that is no JSON, has another format or stripped metadata. Here
such a file gives a notebook without cells, and says why in its metadata.
"""

import json
from typing import Any

from trainkit.errors import shown
from trainkit.grading import cells

_LONGEST_ANSWER = 100_000
_MOST_CELLS = 5_000


def read_leniently(file: bytes | None, problem: str = "") -> Any:
    """Return a notebook with the cells of a trainee's file by name, and flaws in its metadata.

    Args:
        file: Its bytes; None where there is none that could be taken.
        problem: Why it could not be taken.
    """
    if file is None:
        told = f"the notebook cannot be read: {problem}"
        return _empty(told if problem else "there is no notebook in the submission")
    try:
        content = json.loads(file.decode("utf-8-sig"))
    except (RecursionError, ValueError) as error:
        return _empty(f"the notebook cannot be read: {_why(error)}")
    found = content.get("cells") if isinstance(content, dict) else None
    if not isinstance(found, list):
        return _empty("the notebook is none of today's format: it has no list of cells")
    taken = [_named(place, cell) for place, cell in enumerate(found[:_MOST_CELLS])]
    return cells.notebook(
        [cell for cell in taken if cell is not None],
        {"flaws": [*_kernel(content), *_number(len(found))]},
    )


def _number(found: int) -> list[str]:
    """Return a remark on a notebook without cells, or with more than are read."""
    if found > _MOST_CELLS:
        return [f"the notebook has {found:,} cells; those behind {_MOST_CELLS:,} were not read"]
    return [] if found else [_NO_CELLS.format(found="it is empty")]


UNREAD = "The committed decisions are graded; what was written is not in it"
"""What every remark on a notebook says in which nothing could be read."""
_NO_CELLS = (
    "{found}. "
    + UNREAD
    + ". Ask the trainee to hand the notebook in again, or mark from the original in "
    "inbox/originals"
)


def _empty(found: str) -> Any:
    return cells.notebook([], {"flaws": [_NO_CELLS.format(found=found)]})


def _why(error: Exception) -> str:
    if isinstance(error, UnicodeError):
        return "it is no text in UTF-8"
    if isinstance(error, json.JSONDecodeError):
        return f"it is no JSON from line {error.lineno} on"
    return "it is nested too deeply" if isinstance(error, RecursionError) else str(error)


def _kernel(content: dict[str, Any]) -> list[str]:
    """Return a remark on a notebook that names another kernel than ours."""
    metadata = content.get("metadata")
    spec = metadata.get("kernelspec") if isinstance(metadata, dict) else None
    name = spec.get("name") if isinstance(spec, dict) else None
    told = _OTHER_KERNEL.format(name=shown(name, 40))
    return [] if name is None or name == "python3" else [told]


_OTHER_KERNEL = (
    "the notebook names another kernel, {name}: its checks may not have run for the trainee. "
    "Nothing of it is run here, and its decisions are graded as they are"
)


def _named(place: int, cell: Any) -> Any:
    """Return the text of a cell under its grade id and its id, or None for a cell of no name."""
    if not isinstance(cell, dict):
        return None
    metadata = cell.get("metadata")
    grading = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    grade_id = grading.get("grade_id") if isinstance(grading, dict) else None
    names = [one for one in (grade_id, cell.get("id")) if isinstance(one, str) and len(one) <= 64]
    source = _source(cell.get("source"))
    if not names or source is None:
        return None
    return cells.markdown(f"taken-{place}", source, {"names": names})


def _source(found: Any) -> str | None:
    parts = found if isinstance(found, list) else [found]
    if not all(isinstance(part, str) for part in parts):
        return None
    text = "".join(parts).replace("\r\n", "\n")
    cut = text[:_LONGEST_ANSWER] + _CUT if len(text) > _LONGEST_ANSWER else text
    return cut.encode("utf-8", "replace").decode("utf-8")


_CUT = "\n\n(cut here: it is longer than 100,000 signs; the whole is in the original)"

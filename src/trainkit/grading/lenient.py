"""Reading a trainee's notebook whatever it holds: only its written answers are taken from it.

nbgrader would stop at a notebook that is no JSON, has another format or stripped metadata. Here
such a file gives a notebook without cells, and says why in its metadata.
"""

import json
from pathlib import Path
from typing import Any

from nbconvert.exporters import NotebookExporter

from trainkit.grading import cells
from trainkit.lessons.regular import regular_bytes

_LARGEST_BYTES = 20_000_000
_LONGEST_ANSWER = 100_000
_MOST_CELLS = 5_000


class LenientExporter(NotebookExporter):
    """nbconvert's notebook exporter, which never fails on what it reads."""

    def from_filename(self, filename: str, resources: Any = None, **kw: Any) -> Any:
        """Convert a notebook file; what is no notebook becomes one without cells."""
        path = Path(filename)
        if not getattr(self.parent, "_sanitizing", False):
            return super().from_filename(filename, resources=resources, **kw)
        resources = resources if resources is not None else {}
        resources["metadata"] = {"name": path.stem, "path": str(path.parent)}
        convert: Any = self.from_notebook_node
        return convert(read_leniently(path), resources=resources, **kw)


def read_leniently(path: Path) -> Any:
    """Return a notebook with the written cells of a trainee's file, and flaws in its metadata."""
    try:
        content = json.loads(regular_bytes(path, _LARGEST_BYTES).decode("utf-8"))
        found = list(content["cells"])
    except FileNotFoundError:
        return _empty("there is no notebook in the submission")
    except (OSError, ValueError, RecursionError, KeyError, TypeError) as error:
        return _empty(f"the notebook cannot be read ({type(error).__name__}); it holds no cells")
    taken = [_written(cell) for cell in found[:_MOST_CELLS]]
    return cells.notebook([cell for cell in taken if cell is not None])


def _empty(flaw: str) -> Any:
    return cells.notebook([], {"flaws": [flaw]})


def _written(cell: Any) -> Any:
    """Return a cell of text under its grade id, or None for a cell that has none."""
    if not isinstance(cell, dict):
        return None
    metadata = cell.get("metadata")
    grading = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    name = grading.get("grade_id") if isinstance(grading, dict) else cell.get("id")
    source = _source(cell.get("source"))
    if not isinstance(name, str) or len(name) > 64 or source is None:
        return None
    return cells.markdown("taken", source, {"nbgrader": {"grade_id": name}})


def _source(found: Any) -> str | None:
    parts = found if isinstance(found, list) else [found]
    if not all(isinstance(part, str) for part in parts):
        return None
    text = "".join(parts)[:_LONGEST_ANSWER]
    return text.encode("utf-8", "replace").decode("utf-8")

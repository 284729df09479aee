"""Notebooks and their cells, as nbformat makes, reads and writes them."""

from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from trainkit.grading.jsonschema_use import import_jsonschema


def _nbformat() -> Any:
    import_jsonschema()
    return import_module("nbformat")


def _v4() -> Any:
    return _nbformat().v4


def markdown(id_: str, source: str, metadata: Mapping[str, Any] | None = None) -> Any:
    """Return a Markdown cell."""
    return _v4().new_markdown_cell(source, id=id_, metadata=dict(metadata or {}))


def code(id_: str, source: str, metadata: Mapping[str, Any] | None = None) -> Any:
    """Return a code cell without outputs."""
    return _v4().new_code_cell(source, id=id_, metadata=dict(metadata or {}))


def result(data: Mapping[str, str]) -> Any:
    """Return the result of a code cell, by type of content."""
    return _v4().new_output("execute_result", dict(data), execution_count=None, metadata={})


def notebook(cells: Sequence[Any], metadata: Mapping[str, Any] | None = None) -> Any:
    """Return a notebook."""
    return _v4().new_notebook(cells=list(cells), metadata=dict(metadata or {}))


def is_graded(cell: Any) -> bool:
    """Return whether a cell of a release has points."""
    return bool(cell.metadata.get("nbgrader", {}).get("grade", False))


def parsed(text: str) -> Any:
    """Return the notebook in a text; raises ValueError where there is none."""
    return _nbformat().reads(text, as_version=4)


def read(path: Path) -> Any:
    """Return the notebook in a file; raises OSError or ValueError where there is none."""
    return _nbformat().read(path, as_version=4)


def text_of(found: Any) -> str:
    """Return a notebook as the text of its file."""
    return str(_nbformat().writes(found)).rstrip("\n") + "\n"

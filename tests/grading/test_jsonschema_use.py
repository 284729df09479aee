"""Notebooks are read and checked without grammars of international addresses."""

import subprocess
import sys

import nbformat
import pytest

from trainkit.grading import cells

READS = """
import sys
from trainkit.grading import cells

found = cells.parsed(sys.stdin.read())
assert cells.text_of(found)
assert "rfc3987_syntax" not in sys.modules, "the grammars were built"
from jsonschema import FormatChecker
assert "iri" not in FormatChecker.checkers
assert "uri" in FormatChecker.checkers
import importlib.util
assert importlib.util.find_spec("rfc3987_syntax"), "nobody else can have the grammars"
"""


def test_a_process_that_reads_a_notebook_builds_no_grammar_and_leaves_them_to_others():
    text = cells.text_of(cells.notebook([cells.code("a", "1 + 1")]))
    command = [sys.executable, "-W", "error", "-c", READS]

    ended = subprocess.run(command, input=text, check=False, capture_output=True, text=True)

    assert (ended.returncode, ended.stderr) == (0, "")


def test_a_notebook_that_breaks_its_schema_is_still_refused():
    found = cells.notebook([cells.code("a", "1 + 1")])
    found.cells[0]["execution_count"] = "many"

    with pytest.raises(nbformat.ValidationError, match="many"):
        nbformat.validate(found)

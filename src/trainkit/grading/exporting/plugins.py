"""Exports as plugins of nbgrader: ``nbgrader export --exporter=... --to FILE``.

    nbgrader export --exporter=trainkit.grading.exporting.plugins.MoodleExport --to marks.csv
    nbgrader export --MarkExport.pseudonyms=True --to marks.csv

`trainkit export` gives the same files.
"""

from pathlib import Path
from typing import Any

from nbgrader.plugins import ExportPlugin
from traitlets import Bool, Unicode

from trainkit.grading.academy import open_academy
from trainkit.grading.exporting.export import Format, export_marks
from trainkit.grading.exporting.marks import Chosen
from trainkit.grading.exporting.xapi import HOME_PAGE
from trainkit.grading.tables import ensure_tables
from trainkit.grading.who import who_acts


class MarkExport(ExportPlugin):  # type: ignore[misc]
    """What all exports of marks share."""

    form: Format = "csv"
    pseudonyms = Bool(False, help="Pseudonyms in place of names and ids.").tag(config=True)
    provisional = Bool(False, help="Marks that wait for a marker, too.").tag(config=True)
    home_page = Unicode(HOME_PAGE, help="The academy's address in xAPI.").tag(config=True)

    def export(self, gradebook: Any) -> None:
        """Write the marks of an open gradebook to ``--to``; ``grades.csv`` when left out."""
        directory = getattr(self.parent, "coursedir", None)
        academy = open_academy(Path(directory.root if directory else Path.cwd()))
        ensure_tables(gradebook)
        chosen = Chosen(
            tuple(map(str, self.assignment)),
            tuple(map(str, self.student)),
            self.pseudonyms,
            self.provisional,
        )
        to = Path(self.to or ("grades.jsonl" if self.form == "xapi" else "grades.csv"))
        done = export_marks(
            academy, gradebook, self.form, to, chosen, who_acts(None), home_page=self.home_page
        )
        gradebook.db.commit()
        self.log.warning("%d final marks in %s, %d held back", done.marks, to, done.held_back)


class FinalMarkExport(MarkExport):
    """Writes a CSV file with points, mark, cap and pass of every trainee and notebook."""


class NbgraderExport(MarkExport):
    """Writes nbgrader's own columns, with the final mark behind them."""

    form: Format = "nbgrader"


class MoodleExport(MarkExport):
    """Writes what Moodle's gradebook imports."""

    form: Format = "moodle"


class XapiExport(MarkExport):
    """Writes xAPI statements, a line each."""

    form: Format = "xapi"

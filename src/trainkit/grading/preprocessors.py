"""nbgrader's preprocessors that rebuild a submission and score it; no kernel is started.

They stand in the academy's configuration, so that ``nbgrader autograde``, formgrader's button and
``trainkit grade`` are one path with one result.
"""

from pathlib import Path
from typing import Any

from nbconvert.exporters import NotebookExporter
from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Unicode

from trainkit.grading import cells
from trainkit.grading.academy import Academy, open_academy
from trainkit.grading.assessing import assessed
from trainkit.grading.bench import bench_of
from trainkit.grading.gradesheet import charge_lateness, record, sheet_of
from trainkit.grading.rebuilding import brought, rebuilt
from trainkit.grading.report import rules_of
from trainkit.grading.result import read_result
from trainkit.grading.tables import ensure_tables


def academy_of(preprocessor: Any) -> Academy:
    """Return the academy of the converter that runs a preprocessor."""
    converter = getattr(preprocessor.parent, "parent", None)
    directory = getattr(converter, "coursedir", None)
    return open_academy(Path(directory.root if directory else Path.cwd()))


class SubmissionExporter(NotebookExporter):
    """nbconvert's notebook exporter, which reads nothing of a submission: that is rebuilt."""

    def from_filename(self, filename: str, resources: Any = None, **kw: Any) -> Any:
        """Convert a notebook file; a submission is an empty one, for RebuildSubmission to fill."""
        if not getattr(self.parent, "_sanitizing", False):
            return super().from_filename(filename, resources=resources, **kw)
        path, resources = Path(filename), resources if resources is not None else {}
        resources["metadata"] = {"name": path.stem, "path": str(path.parent)}
        convert: Any = self.from_notebook_node
        return convert(cells.notebook([]), resources=resources, **kw)


class RebuildSubmission(NbGraderPreprocessor):  # type: ignore[misc]
    """Replaces a submission by the released notebook with the trainee's written answers."""

    def preprocess(self, nb: Any, resources: Any) -> Any:  # noqa: ARG002  (nbgrader's signature)
        """Return the released notebook, written answers put in and answer records beside them."""
        academy, about = academy_of(self), resources["nbgrader"]
        folder = academy.of("submitted", about["student"], about["assignment"])
        bench = bench_of(academy, about["notebook"])
        return rebuilt(bench, brought(folder, bench.notebook)), resources


class ScoreAnswers(NbGraderPreprocessor):  # type: ignore[misc]
    """Stands in place of nbgrader's Execute: scores the answers and writes points as outputs."""

    keys = Unicode("", help="Folder of the keys; the checkout's when empty.").tag(config=True)
    course_key_file = Unicode("", help="File of the academy's secret.").tag(config=True)
    courses = Unicode("", help="Folder of the courses; the installed ones when empty.").tag(
        config=True
    )

    def preprocess(self, nb: Any, resources: Any) -> Any:
        """Return the notebook with points and reasons in its graded cells."""
        academy, about = academy_of(self), resources["nbgrader"]
        with Gradebook(about["db_url"]) as book:
            ensure_tables(book)
            before = read_result(book, about["notebook"], about["student"])
        bench = bench_of(academy, about["notebook"])
        resources["trainkit_result"] = assessed(bench, about["student"], nb, before)
        return nb, resources


class SaveMarks(NbGraderPreprocessor):  # type: ignore[misc]
    """Stands in place of SaveAutoGrades and AssignLatePenalties: one transaction for all."""

    def preprocess(self, nb: Any, resources: Any) -> Any:
        """Return the notebook; its marks are in the gradebook."""
        academy, about = academy_of(self), resources["nbgrader"]
        with Gradebook(about["db_url"]) as book:
            ensure_tables(book)
            sheet = sheet_of(book, about["notebook"])
            record(book, sheet, about["student"], resources["trainkit_result"])
            charge_lateness(book, sheet, rules_of(academy, sheet.name), about["student"])
        return nb, resources

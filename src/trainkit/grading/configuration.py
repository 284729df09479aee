"""nbgrader's settings for an academy: the academy's own configuration file calls this first.

So an academy follows a newer trainkit without its file being written anew, and what an instructor
sets below the call still counts.
"""

from pathlib import Path
from typing import Any

from trainkit.grading.exchange.factory import use_files


def configure(c: Any, folder: Path) -> None:
    """Set what makes nbgrader grade answers as data.

    Args:
        c: nbgrader's configuration, as ``get_config()`` gives it.
        folder: The academy's folder.
    """
    c.CourseDirectory.course_id = "trainkit"
    c.CourseDirectory.root = str(folder)
    c.Exchange.root = str(folder / "exchange")
    use_files(c)
    c.ClearSolutions.text_stub = "*Write your answer here.*"
    _grading(c)
    _feedback(c)
    c.ExportApp.plugin_class = "trainkit.grading.exporting.plugins.FinalMarkExport"


def _grading(c: Any) -> None:
    c.Autograde.exporter_class = "trainkit.grading.preprocessors.SubmissionExporter"
    c.Autograde.pre_convert_hook = "trainkit.grading.setaside.set_aside"
    c.Autograde.sanitize_preprocessors = [
        "trainkit.grading.preprocessors.RebuildSubmission",
        "nbgrader.preprocessors.CheckCellMetadata",
    ]
    c.Autograde.autograde_preprocessors = [
        "trainkit.grading.preprocessors.ScoreAnswers",
        "trainkit.grading.preprocessors.SaveMarks",
        "nbgrader.preprocessors.CheckCellMetadata",
    ]


def _feedback(c: Any) -> None:
    c.GenerateFeedback.preprocessors = [
        "trainkit.grading.feedback.ShowFinalMark",
        "nbgrader.preprocessors.GetGrades",
        "trainkit.grading.moderation.feedback.ShowComments",
        "nbconvert.preprocessors.CSSHTMLHeaderPreprocessor",
    ]
    c.GenerateFeedback.exporter_class = "trainkit.grading.offline.OfflineHTMLExporter"

"""nbgrader's step that takes points off for being late, by our rules."""

from typing import Any

from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor

from trainkit.grading.late import keep_penalties
from trainkit.grading.preprocessors import academy_of
from trainkit.grading.report import rules_of
from trainkit.grading.tables import ensure_tables


class KeepPenalty(NbGraderPreprocessor):  # type: ignore[misc]
    """Stands in place of nbgrader's AssignLatePenalties, behind the grades."""

    def preprocess(self, nb: Any, resources: Any) -> Any:
        """Return the notebook; what being late costs stands in the gradebook."""
        about = resources["nbgrader"]
        rules = rules_of(academy_of(self), about["notebook"])
        with Gradebook(about["db_url"]) as book:
            ensure_tables(book)
            keep_penalties(book, about["assignment"], rules, about["student"])
            book.db.commit()
        return nb, resources

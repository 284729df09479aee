"""Pages and terminal text of a cohort, as an instructor gets them."""

import pytest

from trainkit.cli import app
from trainkit.grading.nbgrader_use import gradebook


@pytest.fixture
def told(built, capsys, monkeypatch):
    """Run `trainkit report` on the academy; return what it prints."""
    monkeypatch.setenv("TRAINKIT_WORKSPACE", str(built.folder))

    def told(*arguments):
        with pytest.raises(SystemExit) as caught:
            app.main(("report", *arguments))
        out, err = capsys.readouterr()
        assert caught.value.code == 0, err
        return " ".join(out.split())

    return told


@pytest.fixture
def pages(told, tmp_path):
    """Write the pages; return their HTML by name of the file."""

    def pages():
        folder = tmp_path / "report"
        told("T1", "--html", str(folder))
        return {path.name: path.read_text(encoding="utf-8") for path in folder.rglob("*.html")}

    return pages


@pytest.fixture
def mark_memo(built):
    """Mark a memo by hand, with a comment."""

    def mark_memo(trainee, points, comment=""):
        with gradebook(built) as book:
            memo = book.find_grade("t1_memo", "T1", "T1", trainee)
            memo.manual_score, memo.needs_manual_grade = points, False
            if comment:
                book.find_comment("t1_memo", "T1", "T1", trainee).manual_comment = comment
            book.db.commit()

    return mark_memo

"""What was planted in answers, reasons and comments does nothing where people read it.

The report's pages have a test of their own (test_report.py).
"""

import pytest
from tests.grading.moderation.conftest import hand_in

from trainkit.grading.academy import open_academy
from trainkit.grading.nbgrader_use import gradebook
from trainkit.grading.pipeline import grade
from trainkit.lessons.answers import append

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DEED = "window.planted=1"
PLANTED = "\n\n".join(
    [
        f"<script>{DEED}</script>",
        f'<img src=x onerror="{DEED}">',
        f"<svg onload={DEED}><a xlink:href='javascript:{DEED}'>a</a></svg>",
        f"<iframe srcdoc='<script>parent.{DEED}</script>'></iframe>",
        f"[read this](javascript:{DEED}) <a href='javascript:{DEED}'>or this</a>",
        "![seen](http://198.51.100.7/seen.png)",
        f"<details open ontoggle={DEED}>a</details>",
        "<style>@import url(http://198.51.100.7/seen.css);</style>",
        f"$\\href{{javascript:{DEED}}}{{x}}$ \\(\\href{{javascript:{DEED}}}{{y}}\\)",
        f"</div></body></html><script>{DEED}</script>",
        f"```\n</pre><script>{DEED}</script>\n```",
    ]
)
LINKS = """[...document.querySelectorAll('a')].filter(link =>
    /^\\s*javascript:/i.test(link.getAttribute('href') || link.getAttribute('xlink:href') || '')
).length"""


@pytest.fixture(scope="module")
def planted(make_tiny):
    """A graded academy in which everything that a person can write holds what should do nothing."""
    academy = open_academy(make_tiny())
    hand_in(academy, "ada", f"We went to the west.\n\n{PLANTED}")
    append(
        academy.of("submitted", "ada", "T1") / "answers.jsonl",
        "t1_speed",
        "saved",
        PLANTED[:2000],
        PLANTED[:3000],
    )
    grade(academy, "T1", feedback=False, progress=False)
    with gradebook(academy) as book:
        mark = book.find_grade("t1_memo", "T1", "T1", "ada")
        mark.manual_score, mark.needs_manual_grade = 20, False
        comment = book.find_comment("t1_memo", "T1", "T1", "ada")
        comment.manual_comment = f"Say who was told.\n\n{PLANTED}"
        book.db.commit()
    grade(academy, "T1", progress=False)
    return academy


def watched(page):
    """Watch what a page asks and says; return both lists."""
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    return asked, said


def did_nothing(page, asked, said):
    page.wait_for_timeout(500)
    assert page.evaluate("window.planted") is None
    assert said == []
    assert not [address for address in asked if "198.51.100.7" in address]
    assert page.evaluate(LINKS) == 0


def test_a_page_of_feedback_shows_it_as_text(planted, open_page):
    page = open_page("about:blank")
    asked, said = watched(page)

    page.goto((planted.of("feedback", "ada", "T1") / "T1.html").as_uri())

    assert page.get_by_text("We went to the west.").count() == 1
    assert page.get_by_text("Say who was told.").count() >= 1
    did_nothing(page, asked, said)
    assert len(asked) == 1


def test_formgrader_shows_it_as_text(mathjax_aside, planted, serve, open_page):
    with gradebook(planted) as book:
        submission = book.find_submission_notebook("T1", "T1", "ada").id
    lab = serve(planted.folder, "--workspace", str(planted.folder), instructor=True)
    base = lab.url.partition("formgrader")[0].partition("?")[0].partition("lab")[0]
    page = open_page(lab.url)
    asked, said = watched(page)

    page.goto(f"{base}formgrader/submissions/{submission}/?{lab.url.partition('?')[2]}")
    page.get_by_text("We went to the west.").first.wait_for()

    did_nothing(page, asked, said)


def test_the_same_shown_unclean_would_be_noticed(open_page, outside, tmp_path):
    (tmp_path / "unclean.html").write_text(f"<div>{PLANTED}</div>", encoding="utf-8")

    page = open_page((tmp_path / "unclean.html").as_uri())

    assert page.evaluate("window.planted") == 1
    assert page.evaluate(LINKS) == 2
    assert any("seen.css" in address for address in outside)
    outside.clear()


def test_another_host_is_refused_and_noted(open_page, outside):
    page = open_page("about:blank")

    for host in ("198.51.100.7", "elsewhere.test"):
        with pytest.raises(Exception, match="ERR_NAME_NOT_RESOLVED"):
            page.goto(f"http://{host}/seen.png")

    assert outside == ["http://198.51.100.7/seen.png", "http://elsewhere.test/seen.png"]
    outside.clear()

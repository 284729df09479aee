"""What a marker sees: formgrader's page of an answer, and the page for a second marker."""

import pytest
from tests.grading.moderation.conftest import hand_in

from trainkit.grading.academy import open_academy
from trainkit.grading.moderation.allocating import Plan, allocate
from trainkit.grading.nbgrader_use import gradebook
from trainkit.grading.pipeline import grade

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LOADED = "picture => picture.complete && picture.naturalWidth > 0"


@pytest.fixture
def graded(tiny_academy):
    """An academy with one memo that waits for a marker."""
    academy = open_academy(tiny_academy)
    hand_in(academy, "ada", "We went to the west <script>document.title='run'</script>.")
    grade(academy, "T1", feedback=False, progress=False)
    return academy


def submission_of(academy):
    with gradebook(academy) as book:
        return book.find_submission_notebook("T1", "T1", "ada").id


def test_formgrader_shows_case_figure_and_scale_above_the_answer(
    mathjax_aside, graded, serve, open_page
):
    lab = serve(graded.folder, "--workspace", str(graded.folder), instructor=True)
    base = lab.url.partition("formgrader")[0].partition("?")[0].partition("lab")[0]
    open_page(lab.url)

    page = open_page(
        f"{base}formgrader/submissions/{submission_of(graded)}/?{lab.url.partition('?')[2]}"
    )

    figure = page.locator("img[alt*='Hours']").first
    figure.wait_for()
    assert figure.evaluate(LOADED)
    text = page.locator("#notebook-container").last.inner_text()
    places = [
        text.index(part)
        for part in (
            "Decision log (times",
            "The same in words",
            "How this answer is marked",
            "We went to the west",
        )
    ]
    assert places == sorted(places)
    assert page.title() != "run"


def test_a_second_markers_page_shows_figure_and_scale_and_loads_nothing(graded, open_page):
    allocated = allocate(graded, "T1", Plan(["bruno"], "first"))

    page = open_page((allocated.folders["bruno"] / "to-read.html").as_uri())
    page.locator("summary", has_text="The case").click()

    assert page.locator("article img").evaluate(LOADED)
    assert page.locator("article").inner_text().count("Options, choice and reason") > 1
    assert page.title() == "T1: answers to mark"

"""The pages of a report in a browser: they fit, load nothing, and run nothing that was planted."""

import pytest
from tests.grading.moderation.conftest import hand_in

from trainkit.grading.academy import open_academy
from trainkit.grading.cohort.folder import write_report
from trainkit.grading.cohort.gathering import cohorts
from trainkit.grading.cohort.view import view
from trainkit.grading.nbgrader_use import gradebook
from trainkit.grading.pipeline import grade
from trainkit.lessons.answers import append

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SCRIPT = "<script>document.title='run'</script><img src=x onerror=\"document.title='run'\">"
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def report(make_tiny, tmp_path_factory):
    """A report of twelve trainees, one of whom planted scripts wherever a trainee can write."""
    academy = open_academy(make_tiny())
    for number in range(12):
        hand_in(academy, f"trainee-{number:02d}", f"We went to the west. {SCRIPT}")
    planted = academy.of("submitted", "trainee-00", "T1") / "answers.jsonl"
    append(planted, "t1_speed", "saved", {"boat": SCRIPT}, SCRIPT)
    grade(academy, "T1", feedback=False, progress=False)
    with gradebook(academy) as book:
        book.find_comment("t1_memo", "T1", "T1", "trainee-00").manual_comment = SCRIPT
        book.db.commit()
    views = [view(one) for one in cohorts(academy, "T1")]
    return write_report(
        academy, views, tmp_path_factory.mktemp("report") / "report", progress=False
    ).index.parent


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", ["index.html", "trainees/trainee-00.html"])
def test_a_page_fits_loads_nothing_and_runs_nothing(report, open_page, name, width):
    page = open_page("about:blank", width=width)
    said, asked = [], []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    address = (report / name).as_uri()

    page.goto(address)

    assert page.locator("h1").is_visible()
    assert said == []
    assert asked == [address]
    assert page.evaluate(SIDEWAYS) == 0
    assert "report" in page.title()


def test_what_was_planted_is_read_as_text(report, open_page):
    page = open_page((report / "trainees" / "trainee-00.html").as_uri())

    assert page.locator("body").inner_text().count("<script>") >= 2  # the reason and the comment
    assert page.locator("script, img").count() == 0

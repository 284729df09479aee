"""The page of a case in Chromium, opened as a file: filtered, read, and without a network."""

import os
from pathlib import Path

import pytest

from trainkit import load
from trainkit.case.investigation import MODEL
from trainkit.case.investigation.dossier import dossier
from trainkit.case.investigation.following import follow
from trainkit.experiments import run
from trainkit.kernel.luck import Luck
from trainkit.views.case_chart import case_chart, suspected_in_vain
from trainkit.views.case_money import CaseMoney
from trainkit.views.link_page import page

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def case():
    year = load("trainkit/two-teams-one-network")
    return dossier(run(year, seed=3, replication=0), year.parameters, Luck(3, 0))


def test_a_case_is_read_from_a_file_without_a_server_or_a_network(browser, case, tmp_path):
    path = tmp_path / "dossier d'été.html"
    path.write_text(page(case_chart(case), suspected_in_vain(case)), encoding="utf-8")
    window = browser.new_context(offline=True, viewport={"width": 1280, "height": 900})
    shown, complaints = window.new_page(), []
    shown.on("console", lambda message: complaints.append(message.text))
    shown.on("pageerror", lambda error: complaints.append(str(error)))

    shown.goto(path.as_uri())
    shown.locator(".trainkit-net canvas").first.wait_for()
    said = shown.locator(".trainkit-said")
    assert "The two teams together know" in said.inner_text()

    shown.get_by_label("Alder team").check()
    assert f"The Alder team knows {_members(case, 'Alder')} actors" in said.inner_text()
    shown.get_by_label("The truth").check()
    assert f"In truth there are {len(case.network.actors)} actors" in said.inner_text()
    shown.locator(".trainkit-item").first.click()
    facts = shown.inner_text(".trainkit-facts")
    assert "statute" in facts
    assert "store of exhibits" in facts
    shots = Path(os.environ.get("TRAINKIT_SCREENSHOTS") or tmp_path)
    shown.screenshot(path=shots / "case_page.png", full_page=True)
    window.close()
    assert complaints == []


def _members(case, side):
    return len(case.known[side] & set(case.network.by_id))


@pytest.fixture(scope="module")
def money_page(tmp_path_factory):
    """The page of a case that followed the money, as `trainkit chart` writes it."""
    year = load("trainkit/two-teams-one-network")
    year = year.vary(MODEL.policies["follow_the_money"](year.parameters))
    book = run(year, seed=7, replication=0)
    found = dossier(book, year.parameters, Luck(7, 0))
    money = CaseMoney(follow(book, year.parameters, year.horizon_h))
    path = tmp_path_factory.mktemp("money") / "case.html"
    path.write_text(page(case_chart(found), "", money.html), encoding="utf-8")
    return path, money


@pytest.mark.parametrize("width", [1280, 853])
def test_the_money_of_a_case_is_seen_whole_and_nothing_of_it_leaves_the_window(
    browser, money_page, width, tmp_path
):
    path, money = money_page
    window = browser.new_context(offline=True, viewport={"width": width, "height": 800})
    shown, complaints = window.new_page(), []
    shown.on("console", lambda message: complaints.append(message.text))
    shown.goto(path.as_uri())
    figure = shown.locator(".trainkit-money img")
    figure.scroll_into_view_if_needed()

    box = figure.bounding_box()
    assert box["height"] < 800
    assert box["x"] + box["width"] <= width
    assert figure.evaluate("one => one.complete && one.naturalWidth > 0")
    assert money.says in figure.get_attribute("alt")
    for table in shown.locator(".trainkit-money table").all():
        assert table.evaluate("one => one.getBoundingClientRect().right") <= width
    figure.evaluate("one => one.scrollIntoView()")
    shots = Path(os.environ.get("TRAINKIT_SCREENSHOTS") or tmp_path)
    shown.screenshot(path=shots / f"case_money_{width}.png")
    window.close()
    assert complaints == []


def test_the_money_of_a_case_is_printed_on_a_sheet_of_its_own_with_no_column_cut(
    browser, money_page, tmp_path
):
    path, _ = money_page
    window = browser.new_context(offline=True, viewport={"width": 720, "height": 1020})
    shown = window.new_page()
    shown.goto(path.as_uri())
    shown.locator(".trainkit-net canvas").first.wait_for()
    shown.emulate_media(media="print")

    for table in shown.locator(".trainkit-money table").all():
        assert table.evaluate("one => one.getBoundingClientRect().right") <= 720
    began = shown.locator(".trainkit-money").evaluate("one => getComputedStyle(one).breakBefore")
    assert began == "page"
    shots = Path(os.environ.get("TRAINKIT_SCREENSHOTS") or tmp_path)
    shown.screenshot(path=shots / "case_money_print.png", full_page=True)
    window.close()

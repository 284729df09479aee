"""The page of a case in Chromium, opened as a file: filtered, read, and without a network."""

import os
from pathlib import Path

import pytest

from trainkit import load
from trainkit.case.investigation.dossier import dossier
from trainkit.experiments import run
from trainkit.kernel.luck import Luck
from trainkit.views.case_chart import case_chart, suspected_in_vain
from trainkit.views.link_page import page

pytestmark = pytest.mark.browser


@pytest.fixture
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

"""The link chart in Chromium: filtered, read by mouse and by keys, printed, and with 2,000 actors.

The widget itself answers on the Python side (`tests.views.page`); JupyterLab is not needed.
Pictures are kept where TRAINKIT_SCREENSHOTS says, for eyes.
"""

from dataclasses import replace
from functools import partial

import pytest
from benchmarks.link_chart_frames import items, network
from tests.views.case import ITEMS, NETWORK
from tests.views.page import picture
from tests.views.page import showing as shown_in

from trainkit.views.link_chart import LinkChart

pytestmark = pytest.mark.browser

CY = "document.querySelector('.trainkit-links').cy"
LARGE = 2000


@pytest.fixture(autouse=True)
def pictures(monkeypatch, tmp_path):
    import os

    if "TRAINKIT_SCREENSHOTS" not in os.environ:
        monkeypatch.setenv("TRAINKIT_SCREENSHOTS", str(tmp_path))


@pytest.fixture
def showing(browser):
    return partial(shown_in, browser, width=1280, height=800)


@pytest.fixture
def case():
    return LinkChart(NETWORK, ITEMS, "Harbour case").widget()


@pytest.fixture
def told():
    return LinkChart(NETWORK, ITEMS, "Harbour case", truth=NETWORK).widget()


def quiet(shown):
    assert shown.complaints == []
    assert shown.strangers == []


def drawn(shown, selector):
    """Return the names of what the network draws at full strength."""
    found = f"{CY}.elements('{selector}').not('.gone, .faded, .heading')"
    return sorted(shown.page.evaluate(f"{found}.map((one) => one.data('label') || one.id())"))


def click_actor(shown, number):
    box = shown.page.locator(".trainkit-net").bounding_box()
    at = shown.page.evaluate(f"{CY}.getElementById('a{number}').renderedPosition()")
    shown.page.mouse.click(box["x"] + at["x"], box["y"] + at["y"])


def facts(shown):
    return shown.page.inner_text(".trainkit-facts")


def strong_items(shown):
    marks = "all => all.map((one) => one.dataset.item)"
    return shown.page.eval_on_selector_all(".trainkit-item:not(.faded):not([style*=none])", marks)


def test_the_chart_opens_with_its_sentence_the_actors_and_the_items(case, showing):
    with showing(case) as shown:
        assert drawn(shown, "node") == ["F3", "O1", "S4", "T2"]
        assert len(drawn(shown, "edge")) == 4
        assert strong_items(shown) == ["I1", "I2", "I3"]
        assert "Most ties: T2, transporter" in shown.page.inner_text(".trainkit-said")
        assert shown.page.get_by_label("The truth").count() == 0
        picture(shown, "link_chart")
        quiet(shown)


def test_each_team_is_shown_what_it_knows(case, showing):
    with showing(case) as shown:
        shown.page.get_by_label("Alder team").check()
        assert drawn(shown, "node") == ["F3", "O1", "T2"]
        assert strong_items(shown) == ["I1", "I3"]
        assert "The Alder team knows 3 actors" in shown.page.inner_text(".trainkit-said")

        shown.page.get_by_label("Borea team").check()
        assert drawn(shown, "node") == ["F3", "S4", "T2"]


def test_the_truth_marks_what_was_never_seen(told, showing):
    with showing(told) as shown:
        shown.page.get_by_label("The truth").check()

        assert "\N{MULTIPLICATION SIGN}C5" in drawn(shown, "node.never")
        assert len(drawn(shown, "edge.never")) == 1
        assert "neither team ever saw" in shown.page.inner_text(".trainkit-legend >> nth=0")
        click_actor(shown, 4)
        assert "a possible victim, not a suspect" in facts(shown)
        picture(shown, "link_chart_truth")
        quiet(shown)


def test_a_layer_is_taken_out_and_brought_back(case, showing):
    with showing(case) as shown:
        shown.page.get_by_label("money").uncheck()
        assert len(drawn(shown, "edge")) == 2

        shown.page.get_by_role("button", name="Show all").click()
        assert len(drawn(shown, "edge")) == 4


def test_a_source_grade_filters_items_and_network(case, showing):
    with showing(case) as shown:
        shown.page.get_by_label("Source", exact=True).select_option("B")
        assert strong_items(shown) == ["I1", "I3"]
        assert drawn(shown, "node") == ["F3", "T2"]

        shown.page.get_by_label("Information", exact=True).select_option("1")
        assert strong_items(shown) == ["I3"]
        assert drawn(shown, "edge") == []


def test_a_drag_over_the_timeline_chooses_a_time_in_the_network(case, showing):
    with showing(case) as shown:
        mark = shown.page.locator("[data-item=I2] rect").bounding_box()
        y = mark["y"] - 3
        shown.page.mouse.move(mark["x"] - 20, y)
        shown.page.mouse.down()
        shown.page.mouse.move(mark["x"] + mark["width"] + 20, y, steps=4)
        shown.page.mouse.up()

        assert strong_items(shown) == ["I2"]
        assert drawn(shown, "node") == ["F3", "S4"]
        assert "1 of 3 items, about 2 of 4 actors" in shown.page.inner_text("[role=status]")
        picture(shown, "link_chart_brushed")

        shown.page.mouse.click(mark["x"] + 120, y)
        assert strong_items(shown) == ["I1", "I2", "I3"]


def test_days_are_chosen_by_keys(case, showing):
    with showing(case) as shown:
        shown.page.get_by_label("From day").focus()
        shown.page.keyboard.press("ArrowRight")  # past day 3, when I1 was collected

        assert strong_items(shown) == ["I2", "I3"]
        shown.page.get_by_label("To day").focus()
        shown.page.keyboard.press("ArrowLeft")
        assert strong_items(shown) == ["I2"]


def test_an_actor_clicked_is_read_and_filters_the_timeline(case, showing):
    with showing(case) as shown:
        click_actor(shown, 3)

        said = facts(shown)
        assert "F3: financier" in said
        assert "Alder and Borea" in said
        assert "B2: usually reliable source, probably true" in said
        assert "Basis: warrant of a judge" in said
        assert strong_items(shown) == ["I1", "I2"]
        assert drawn(shown, "node") == ["F3", "S4", "T2"]
        quiet(shown)


def test_an_item_clicked_shows_custody_basis_grade_and_who_knows_it(case, showing):
    with showing(case) as shown:
        shown.page.locator("[data-item=I1]").click()
        said = facts(shown)
        for words in ("They speak of a payment.", "B2: usually reliable", "warrant of a judge"):
            assert words in said
        assert "day 3, 08:00: officer 4 to laboratory" in said
        assert drawn(shown, "node") == ["F3", "T2"]

        shown.page.locator("[data-item=I2]").click()
        assert "Gap: officer 9 took it, courier gave it on." in facts(shown)
        assert "nowhere: intelligence only" in facts(shown)
        picture(shown, "link_chart_item")


def test_all_is_read_by_keyboard_alone(case, showing):
    with showing(case) as shown:
        net = shown.page.get_by_role("application")
        net.focus()
        shown.page.keyboard.press("ArrowRight")
        assert "T2, transporter, aide, Alder" in shown.page.inner_text("[role=status]")
        shown.page.keyboard.press("ArrowRight")
        shown.page.keyboard.press("Enter")
        assert "State\nBorea" in facts(shown)
        shown.page.keyboard.press("Escape")
        assert "Nothing is chosen" in facts(shown)

        shown.page.get_by_role("listbox").focus()
        shown.page.keyboard.press("End")
        assert "I3, record" in shown.page.inner_text("[role=status]")
        shown.page.keyboard.press("Enter")
        assert "I3: record" in facts(shown)
        shown.page.keyboard.press("Escape")
        assert "Nothing is chosen" in facts(shown)
        quiet(shown)


def test_network_and_timeline_are_reached_by_tab(case, showing):
    with showing(case) as shown:
        reached = []
        for _ in range(20):
            shown.page.keyboard.press("Tab")
            reached.append(shown.page.evaluate("document.activeElement.getAttribute('role') || ''"))

        assert reached.index("application") < reached.index("listbox")


def test_every_control_keeps_its_keys_from_the_shortcuts_of_jupyterlab(case, showing):
    with showing(case) as shown:
        click_actor(shown, 3)
        controls = shown.page.locator("button, input, select, summary, [tabindex='0']")

        assert controls.count() > 15
        for control in controls.all():
            assert control.get_attribute("data-lm-suppress-shortcuts") == "true"


def test_every_control_and_picture_has_a_name(case, showing):
    with showing(case) as shown:
        for role in ("radio", "checkbox", "combobox", "slider", "button", "option"):
            every = shown.page.get_by_role(role).all()
            assert every
            named = "one => one.getAttribute('aria-label') || one.labels?.[0]?.innerText \
                || one.innerText"
            assert all(one.evaluate(named) for one in every)


def test_the_tables_hold_what_is_shown_and_follow_the_filters(case, showing):
    with showing(case) as shown:
        shown.page.get_by_text("The chart in words").click()
        captions = shown.page.locator(".trainkit-tables caption")
        captions.first.wait_for()  # the tables are written once they are asked for
        assert captions.all_inner_texts() == ["Actors (4)", "Ties (4)", "Items (3)"]

        shown.page.get_by_label("Source", exact=True).select_option("B")
        assert captions.all_inner_texts() == ["Actors (2)", "Ties (1)", "Items (2)"]
        assert "warrant of a judge" in shown.page.inner_text(".trainkit-tables")


def test_it_prints_white_with_the_network_the_timeline_and_the_legend(told, showing):
    with showing(told) as shown:
        shown.page.wait_for_function(
            "document.querySelector('.trainkit-printed').naturalWidth > 300"
        )
        shown.page.emulate_media(media="print")

        visible = "one => getComputedStyle(one).display !== 'none'"
        for name in (".trainkit-printed", ".trainkit-time", ".trainkit-legend", ".trainkit-said"):
            assert shown.page.eval_on_selector(name, visible)
        for name in (".trainkit-net", ".trainkit-filters", ".trainkit-zoom", ".trainkit-dates"):
            assert not shown.page.eval_on_selector(name, visible)
        picture(shown, "link_chart_printed")
        assert shown.page.pdf(format="A4").startswith(b"%PDF")
        quiet(shown)


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_it_is_dark_on_white_whatever_the_reader_prefers(case, showing, scheme):
    with showing(case, color_scheme=scheme) as shown:
        paper, ink = shown.page.eval_on_selector(
            ".trainkit-links",
            "one => [getComputedStyle(one).backgroundColor, getComputedStyle(one).color]",
        )

        assert (paper, ink) == ("rgb(255, 255, 255)", "rgb(26, 26, 26)")
        select = "one => getComputedStyle(one).colorScheme"
        assert shown.page.eval_on_selector("select", select) == "light"
        picture(shown, f"link_chart_{scheme}")


def test_it_fits_a_narrow_window_at_150_percent(told, showing):
    with showing(told, width=853, height=533, device_scale_factor=1.5) as shown:
        assert shown.page.evaluate("document.documentElement.scrollWidth") <= 853
        picture(shown, "link_chart_narrow")
        quiet(shown)


def test_a_chart_without_items_or_actors_stands(showing):
    from trainkit.case.actors import Network

    with showing(LinkChart(Network((), ())).widget()) as shown:
        assert "0 actors and 0 tied pairs." in shown.page.inner_text(".trainkit-said")
        quiet(shown)


def test_a_chart_without_items_asks_for_no_day_and_no_grade(showing):
    whole = replace(NETWORK, seen=())
    with showing(LinkChart(whole, (), "Who is tied to whom").widget()) as shown:
        assert len(drawn(shown, "node")) == len(NETWORK.actors)
        for name in (".trainkit-timeline", ".trainkit-dates", ".trainkit-field", ".trainkit-marks"):
            assert not shown.page.locator(name).first.is_visible()
        picture(shown, "link_chart_itemless")
        quiet(shown)


def test_a_chart_that_is_put_away_leaves_nothing_that_runs(case, showing):
    with showing(case) as shown:
        shown.page.evaluate("window.leave()")
        shown.page.wait_for_timeout(1200)

        assert shown.page.evaluate(f"{CY}.destroyed()")
        quiet(shown)


@pytest.mark.slow
def test_two_thousand_actors_stand_and_answer_a_filter_in_time(showing):
    whole = network(LARGE)
    large = LinkChart(whole, items(whole), "A large case", truth=whole, whose="truth").widget()
    with showing(large) as shown:
        assert len(drawn(shown, "node")) == LARGE
        took = shown.page.evaluate(
            f"""() => new Promise((done) => {{
              const began = performance.now();
              {CY}.one("render", () => done(performance.now() - began));
              document.querySelector("[value=money]").click();
            }})"""
        )

        assert took < 3000  # about 200 ms alone; the machine may be shared
        assert len(drawn(shown, "edge")) == sum(tie.layer != "money" for tie in whole.ties)
        picture(shown, "link_chart_large")
        quiet(shown)

"""The notebooks of coast guards in JupyterLab: they run, react to a key, reveal after a commit."""

import pytest

from trainkit.lessons.catalogue import lesson

pytestmark = [pytest.mark.browser, pytest.mark.slow]
SAID = ".trainkit-said"
SEA = "canvas.trainkit-sea"
DRAWN = "canvas => canvas.toDataURL()"


def test_a_key_on_a_slider_of_e1_changes_the_number_and_the_chart(opened):
    e1 = opened("E1")
    slider = e1.page.locator("input[data-name=wind_kn]")
    said, sea = e1.page.locator(SAID).first, e1.page.locator(SEA).first
    sea.scroll_into_view_if_needed()
    words, picture = said.inner_text(), sea.evaluate(DRAWN)

    e1.focus(slider)
    e1.page.keyboard.press("ArrowRight")
    e1.says("in 16 kn", e1.cell_of("explorer.drift()"))
    e1.page.wait_for_function(
        "([place, before]) => document.querySelector(place).toDataURL() !== before",
        arg=[SEA, picture],
    )

    assert slider.input_value() == "16"
    assert said.inner_text() != words
    e1.shot("e1-slider")


def test_e1_reveals_after_commit_and_its_chart_comes_with_the_datum(opened):
    e1 = opened("E1")
    areas = e1.cell_of("page.areas()")
    assert "after you commit" in e1.cell(areas).inner_text()

    alert = e1.cell("e1_phase-decide").get_by_label("Alert phase")
    for call in range(alert.count()):
        alert.nth(call).check()
    e1.commit("e1_phase-decide")
    e1.says("of 1,000 evenings", "e1_phase-reveal")
    e1.cell("e1_phase-reveal").scroll_into_view_if_needed()
    e1.shot("e1-reveal")

    form = e1.cell("e1_datum-decide")
    for place, value in enumerate(("3", "4", "6")):
        form.get_by_role("textbox").nth(place).fill(value)
    e1.commit("e1_datum-decide")
    e1.says("of 1,000 nights", "e1_datum-reveal")
    chart = e1.cell(areas).locator(SEA)
    chart.wait_for()
    chart.scroll_into_view_if_needed()
    e1.shot("e1-areas")
    assert e1.cell(areas).get_by_text("mist, width 0.3 NM").count() == 8


def test_e2_answers_a_key_reveals_the_nights_and_shows_one_of_them_twice(opened):
    e2 = opened("E2")
    approaches = e2.cell_of("explorer.approaches()")

    e2.focus(e2.page.locator("input[data-name=craft]"))
    e2.page.keyboard.press("ArrowRight")
    e2.says("over in 87 of 100", approaches)
    e2.shot("e2-approaches")

    twice = e2.cell_of("page.branches()")
    assert "after you commit" in e2.cell(twice).inner_text()
    form = e2.cell("e2_approach-decide")
    for label in ("before anybody is taken", "lies to windward", "takes part in the rescue"):
        form.get_by_label(label).first.check()
    form.get_by_role("textbox").nth(0).fill("2")
    e2.commit("e2_approach-decide")
    e2.says("of 300 nights", "e2_approach-reveal")
    e2.cell("e2_approach-reveal").scroll_into_view_if_needed()
    e2.shot("e2-reveal")
    e2.cell(twice).get_by_text("One night under two orders").wait_for()
    e2.cell(twice).scroll_into_view_if_needed()
    e2.shot("e2-twice")


def test_e3_answers_a_key_and_reveals_the_night_that_was_ordered(opened):
    e3 = opened("E3")
    waiting = e3.cell_of("explorer.waiting()")
    slider = e3.page.locator("input[data-name=waited_h]")
    slider.scroll_into_view_if_needed()

    e3.focus(slider)
    e3.page.keyboard.press("ArrowRight")
    e3.says("After 5 h", waiting)

    e3.cell(e3.cell_of("page.vessels()")).locator(SEA).wait_for()
    own = e3.cell_of("ordered.night()")
    assert "after you commit" in e3.cell(own).inner_text()
    acts = ("report", "jackets", "take_off", "triage", "ask", "observe", "question", "board")
    told = [dict(lesson("E3").task("e3_order").fields[0].options)[act] for act in acts]
    for place, label in enumerate(told):
        e3.cell("e3_order-decide").get_by_role("combobox").nth(place).select_option(label=label)
    e3.commit("e3_order-decide")
    e3.says("of 1,000 nights", "e3_order-reveal")
    e3.cell(own).get_by_text("begins to report to RCC Alder").wait_for()
    e3.cell(own).scroll_into_view_if_needed()
    e3.shot("e3-night")


def test_e4_answers_a_key_and_reveals_the_watches_of_a_message_and_of_a_protocol(opened):
    e4 = opened("E4")
    orders = e4.cell_of("explorer.orders()")
    slider = e4.page.locator("input[data-name=read_min]")
    slider.scroll_into_view_if_needed()

    e4.focus(slider)
    e4.page.keyboard.press("ArrowRight")
    e4.says("busy 92 % of the time", orders)
    e4.shot("e4-orders")

    form = e4.cell("e4_relay-decide")
    for place in range(14):
        form.get_by_label("Leave out" if place > 8 else "Send", exact=True).nth(place).check()
    for label in ("Distress", "RCC Borea", "SAR Convention: rescue"):
        form.get_by_label(label, exact=True).check()
    form.get_by_label("Until the case is closed, then deleted").check()
    e4.commit("e4_relay-decide")
    e4.says("sooner than with the whole form", "e4_relay-reveal")
    e4.cell("e4_relay-reveal").scroll_into_view_if_needed()
    e4.shot("e4-relay")


def test_e5_reads_writings_by_key_and_shows_the_plan_once_the_window_is_committed(opened):
    e5 = opened("E5")
    writings = e5.cell_of("explorer.writings()")

    e5.focus(e5.cell(writings).get_by_role("button", name="13 in place of 12"))
    e5.page.keyboard.press("Space")
    e5.says("has another hash", writings)
    e5.shot("e5-writings")

    acts = e5.cell_of("page.acts()")
    assert "after you commit" in e5.cell(acts).inner_text()
    form = e5.cell("e5_window-decide")
    instants = ("2033-10-29T00:00+02:00", "2033-10-29T20:00+02:00", "2033-10-30T07:00+02:00")
    for place, value in enumerate(instants):
        form.get_by_role("textbox").nth(place).fill(value)
    e5.commit("e5_window-decide")
    e5.says("of 1,000 logs", "e5_window-reveal")
    e5.cell(acts).get_by_text("when (whose clock)").wait_for()
    e5.cell(acts).scroll_into_view_if_needed()
    e5.shot("e5-acts")


def test_e6_answers_a_key_and_goes_on_to_its_next_pause_by_the_orders_committed(opened):
    e6 = opened("E6")
    waiting = e6.cell_of("explorer.waiting()")
    slider = e6.page.locator("input[data-name=inquiry_h]")
    slider.scroll_into_view_if_needed()

    e6.focus(slider)
    e6.page.keyboard.press("ArrowRight")
    e6.says("after 10.0 h", waiting)
    e6.shot("e6-waiting")

    noon, evening = e6.cell_of("page.pause(1)"), e6.cell_of("page.pause(2)")
    e6.cell(noon).locator(SEA).wait_for()
    assert "after you commit" in e6.cell(evening).inner_text()
    form = e6.cell("e6_watch_1-decide")
    for label in (
        "alerts: each centre passes on",
        "the unit that is there first",
        "the alert phase",
    ):
        form.get_by_label(label).check()
    ready = form.get_by_label("stands ready at its base")
    for unit in range(ready.count()):
        ready.nth(unit).check()
    form.get_by_label("No: an alert is answered at once").check()
    e6.commit("e6_watch_1-decide")
    e6.says("fewer hours in distress under your orders", "e6_watch_1-reveal")
    e6.cell("e6_watch_1-reveal").scroll_into_view_if_needed()
    e6.shot("e6-reveal")
    e6.cell(evening).get_by_text("What RCC Alder knows at 18:00 UTC: open cases").wait_for()
    e6.cell(evening).scroll_into_view_if_needed()
    e6.shot("e6-evening")

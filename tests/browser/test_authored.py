"""The authored notebooks in JupyterLab: they run, react to a key, and reveal after a commit."""

import pytest

from trainkit.grading.academy import init_academy, open_academy
from trainkit.grading.building import build
from trainkit.lessons.catalogue import lesson

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SAID, SEA = ".trainkit-said", "canvas.trainkit-sea"
DRAWN = "canvas => canvas.toDataURL()"


@pytest.fixture
def opened(serve, notebook, tmp_path, monkeypatch):
    """Open an authored notebook as a trainee and run it from the top."""
    monkeypatch.setenv("TRAINKIT_CONFIG", str(tmp_path / "settings"))
    academy = tmp_path / "académie d'été"
    init_academy(academy, tmp_path / "a.key")

    def opened(name, **size):
        build(open_academy(academy), name)
        where = ("--workspace", str(academy), "--trainee", "ada-strong")
        one = notebook(serve(tmp_path / "stagiaire é", name, *where).url, **size)
        one.run_all()
        return one

    return opened


def test_a_key_on_a_slider_of_e1_changes_the_number_and_the_chart(opened):
    e1 = opened("E1")
    slider = e1.page.locator("input[data-name=wind_kn]")
    said, sea = e1.page.locator(SAID).first, e1.page.locator(SEA).first
    sea.scroll_into_view_if_needed()
    words, picture = said.inner_text(), sea.evaluate(DRAWN)

    e1.focus(slider)
    e1.page.keyboard.press("ArrowRight")
    e1.says("in 16 kn", _cell_of(e1, "explorer.drift()"))
    e1.page.wait_for_function(
        "([place, before]) => document.querySelector(place).toDataURL() !== before",
        arg=[SEA, picture],
    )

    assert slider.input_value() == "16"
    assert said.inner_text() != words
    e1.shot("e1-slider")


def test_e1_reveals_after_commit_and_its_chart_comes_with_the_datum(opened):
    e1 = opened("E1")
    areas = _cell_of(e1, "page.areas()")
    assert "after you commit" in e1.cell(areas).inner_text()

    alert = e1.cell("e1_phase-decide").get_by_label("Alert phase")
    for call in range(alert.count()):
        alert.nth(call).check()
    _commit(e1, "e1_phase-decide")
    e1.says("of 1,000 evenings", "e1_phase-reveal")
    e1.cell("e1_phase-reveal").scroll_into_view_if_needed()
    e1.shot("e1-reveal")

    form = e1.cell("e1_datum-decide")
    for place, value in enumerate(("3", "4", "6")):
        form.get_by_role("textbox").nth(place).fill(value)
    _commit(e1, "e1_datum-decide")
    e1.says("of 1,000 nights", "e1_datum-reveal")
    chart = e1.cell(areas).locator(SEA)
    chart.wait_for()
    chart.scroll_into_view_if_needed()
    e1.shot("e1-areas")
    assert e1.cell(areas).get_by_text("mist, width 0.3 NM").count() == 8


def test_a1_reveals_after_commit(opened):
    a1 = opened("A1")

    form = a1.cell("a1_date-decide")
    form.get_by_role("textbox").nth(0).fill("2032-10-03T00:00+02:00")
    form.get_by_role("textbox").nth(1).fill("2032-10-03T01:00+03:00")
    form.get_by_label("the paper names no end").check()
    _commit(a1, "a1_date-decide")

    a1.says("the paper is in operation", "a1_date-reveal")
    a1.shot("a1-reveal")


def test_a_key_works_a_case_of_a2_and_a_commit_reveals_whom_texts_bind(opened):
    a2 = opened("A2")
    worked = _cell_of(a2, "explorer.worked_cases()")

    a2.focus(a2.cell(worked).get_by_role("button", name="The same man, seen by a ship"))
    a2.page.keyboard.press("Space")
    a2.says("seen by a ship of a State outside that treaty. Facts", worked)
    a2.shot("a2-worked")

    form = a2.cell("a2_binding-decide")
    both = form.get_by_label("both States")
    for number in range(both.count()):
        both.nth(number).check()
    _commit(a2, "a2_binding-decide")
    a2.says("A treaty binds its parties.", "a2_binding-reveal")
    a2.cell("a2_binding-reveal").scroll_into_view_if_needed()
    a2.shot("a2-reveal")


def test_at_one_and_a_half_times_the_size_no_control_of_a2_is_cut_off(opened):
    a2 = opened("A2", zoom=1.5)

    for task in ("a2_binding", "a2_duty", "a2_place", "a2_order"):
        form = a2.cell(f"{task}-decide")
        form.scroll_into_view_if_needed()
        a2.shot(f"{task}-150")
        assert form.evaluate(_CUT_OFF) == [], task


def test_a_key_works_a_case_of_a3_and_a_commit_reveals_why_each_file_is_what_it_is(opened):
    a3 = opened("A3")
    worked = _cell_of(a3, "explorer.worked_cases()")

    a3.focus(a3.cell(worked).get_by_role("button", name="The same, and the driver is paid"))
    a3.page.keyboard.press("Space")
    a3.says("for a benefit: yes. Trafficking", worked)
    a3.shot("a3-worked")
    a3.says("1,000 people met", _cell_of(a3, "explorer.thousand_people()"))

    neither = a3.cell("a3_laws-decide").get_by_label("neither State")
    for number in range(neither.count()):
        neither.nth(number).check()
    _commit(a3, "a3_laws-decide")
    a3.says("Alder punishes help with an illegal entry", "a3_laws-reveal")
    a3.cell("a3_laws-reveal").scroll_into_view_if_needed()
    a3.shot("a3-reveal")


def test_at_one_and_a_half_times_the_size_no_control_of_a3_is_cut_off(opened):
    a3 = opened("A3", zoom=1.5)

    for task in ("a3_elements", "a3_laws", "a3_files", "a3_treat", "a3_clock"):
        form = a3.cell(f"{task}-decide")
        form.scroll_into_view_if_needed()
        a3.shot(f"{task}-150")
        assert form.evaluate(_CUT_OFF) == [], task


def test_at_one_and_a_half_times_the_size_no_control_of_e1_is_cut_off(opened):
    e1 = opened("E1", zoom=1.5)

    for task in ("e1_phase", "e1_datum", "e1_allocation", "e1_reading", "e1_replan"):
        form = e1.cell(f"{task}-decide")
        form.scroll_into_view_if_needed()
        e1.shot(f"{task}-150")
        outside = form.evaluate(_CUT_OFF)
        assert outside == [], task


def test_e2_answers_a_key_reveals_the_nights_and_shows_one_of_them_twice(opened):
    e2 = opened("E2")
    approaches = _cell_of(e2, "explorer.approaches()")

    e2.focus(e2.page.locator("input[data-name=craft]"))
    e2.page.keyboard.press("ArrowRight")
    e2.says("over in 87 of 100", approaches)
    e2.shot("e2-approaches")

    twice = _cell_of(e2, "page.branches()")
    assert "after you commit" in e2.cell(twice).inner_text()
    form = e2.cell("e2_approach-decide")
    for label in ("before anybody is taken", "lies to windward", "takes part in the rescue"):
        form.get_by_label(label).first.check()
    form.get_by_role("textbox").nth(0).fill("2")
    _commit(e2, "e2_approach-decide")
    e2.says("of 300 nights", "e2_approach-reveal")
    e2.cell("e2_approach-reveal").scroll_into_view_if_needed()
    e2.shot("e2-reveal")
    e2.cell(twice).get_by_text("One night under two orders").wait_for()
    e2.cell(twice).scroll_into_view_if_needed()
    e2.shot("e2-twice")


def test_at_one_and_a_half_times_the_size_no_control_of_e2_is_cut_off(opened):
    e2 = opened("E2", zoom=1.5)

    for task in ("coordinator", "approach", "hulls", "triage", "count", "landing"):
        form = e2.cell(f"e2_{task}-decide")
        form.scroll_into_view_if_needed()
        e2.shot(f"e2_{task}-150")
        assert form.evaluate(_CUT_OFF) == [], task


def test_e3_answers_a_key_and_reveals_the_night_that_was_ordered(opened):
    e3 = opened("E3")
    waiting = _cell_of(e3, "explorer.waiting()")
    slider = e3.page.locator("input[data-name=waited_h]")
    slider.scroll_into_view_if_needed()

    e3.focus(slider)
    e3.page.keyboard.press("ArrowRight")
    e3.says("After 5 h", waiting)

    e3.cell(_cell_of(e3, "page.vessels()")).locator(SEA).wait_for()
    own = _cell_of(e3, "ordered.night()")
    assert "after you commit" in e3.cell(own).inner_text()
    acts = ("report", "jackets", "take_off", "triage", "ask", "observe", "question", "board")
    told = [dict(lesson("E3").task("e3_order").fields[0].options)[act] for act in acts]
    for place, label in enumerate(told):
        e3.cell("e3_order-decide").get_by_role("combobox").nth(place).select_option(label=label)
    _commit(e3, "e3_order-decide")
    e3.says("of 1,000 nights", "e3_order-reveal")
    e3.cell(own).get_by_text("begins to report to RCC Alder").wait_for()
    e3.cell(own).scroll_into_view_if_needed()
    e3.shot("e3-night")


def test_at_one_and_a_half_times_the_size_no_control_of_e3_is_cut_off(opened):
    e3 = opened("E3", zoom=1.5)

    for task in ("e3_gates", "e3_order", "e3_wait", "e3_force", "e3_record"):
        form = e3.cell(f"{task}-decide")
        form.scroll_into_view_if_needed()
        e3.shot(f"{task}-150")
        assert form.evaluate(_CUT_OFF) == [], task


def test_e4_answers_a_key_and_reveals_the_watches_of_a_message_and_of_a_protocol(opened):
    e4 = opened("E4")
    orders = _cell_of(e4, "explorer.orders()")
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
    _commit(e4, "e4_relay-decide")
    e4.says("sooner than with the whole form", "e4_relay-reveal")
    e4.cell("e4_relay-reveal").scroll_into_view_if_needed()
    e4.shot("e4-relay")


def test_at_one_and_a_half_times_the_size_no_control_of_e4_is_cut_off(opened):
    e4 = opened("E4", zoom=1.5)

    for task in ("e4_class", "e4_relay", "e4_request", "e4_protocol", "e4_audit"):
        form = e4.cell(f"{task}-decide")
        form.scroll_into_view_if_needed()
        e4.shot(f"{task}-150")
        assert form.evaluate(_CUT_OFF) == [], task


def test_c1_answers_a_key_and_reveals_the_week_that_was_planned(opened):
    c1 = opened("C1")
    c1.focus(c1.page.locator("input[data-name=sources]"))
    c1.page.keyboard.press("ArrowRight")
    c1.says("There are 2 persons behind them", _cell_of(c1, "explorer.sources()"))
    c1.shot("c1-sources")

    shown = _cell_of(c1, "watched.week()")
    assert "after you commit" in c1.cell(shown).inner_text()
    form = c1.cell("c1_plan-decide")
    for label in ("First", "Is worked at once", "Is asked first"):
        choices = form.get_by_label(label)
        for place in range(choices.count()):
            choices.nth(place).check()
    _commit(c1, "c1_plan-decide")
    c1.says("of 60 weeks", "c1_plan-reveal")
    c1.cell("c1_plan-reveal").scroll_into_view_if_needed()
    c1.shot("c1-reveal")
    c1.cell(shown).get_by_text("One week of your plan").wait_for()
    c1.cell(shown).scroll_into_view_if_needed()
    c1.shot("c1-week")


def test_at_one_and_a_half_times_the_size_no_control_of_c1_is_cut_off(opened):
    c1 = opened("C1", zoom=1.5)

    for task in ("c1_set", "c1_matrix", "c1_chain", "c1_plan", "c1_stop"):
        form = c1.cell(f"{task}-decide")
        form.scroll_into_view_if_needed()
        c1.shot(f"{task}-150")
        assert form.evaluate(_CUT_OFF) == [], task


def test_c3_answers_a_key_and_reveals_the_way_of_the_exhibits(opened):
    c3 = opened("C3")
    c3.focus(c3.page.locator("input[data-name=judge]"))
    c3.page.keyboard.press("ArrowRight")
    c3.says("of 100 the judge decides before", _cell_of(c3, "explorer.request()"))
    c3.shot("c3-request")

    shown = _cell_of(c3, "watched.run()")
    assert "after you commit" in c3.cell(shown).inner_text()
    form = c3.cell("c3_plan-decide")
    for label in ("Unit, place 1", "Sworn courier", "Stops", "With the weekly round"):
        choices = form.get_by_label(label)
        for place in range(choices.count()):
            choices.nth(place).check()
    form.get_by_role("textbox").first.fill("4")
    _commit(c3, "c3_plan-decide")
    c3.says("of 60 runs", "c3_plan-reveal")
    c3.cell("c3_plan-reveal").scroll_into_view_if_needed()
    c3.shot("c3-reveal")
    c3.cell(shown).get_by_text("One run of your plan").wait_for()
    c3.cell(shown).scroll_into_view_if_needed()
    c3.shot("c3-run")


def test_at_one_and_a_half_times_the_size_no_control_of_c3_is_cut_off(opened):
    c3 = opened("C3", zoom=1.5)

    for task in ("c3_items", "c3_custody", "c3_clocks", "c3_disclosure", "c3_plan"):
        form = c3.cell(f"{task}-decide")
        form.scroll_into_view_if_needed()
        c3.shot(f"{task}-150")
        assert form.evaluate(_CUT_OFF) == [], task


def test_c2_answers_a_key_shows_its_pictures_and_reveals_how_a_plan_wore_off(opened):
    c2 = opened("C2")
    slider = c2.page.locator("input[data-name=gone]").first
    slider.scroll_into_view_if_needed()
    c2.focus(slider)
    c2.page.keyboard.press("ArrowRight")
    c2.says("4 of 60 are gone", _cell_of(c2, "explorer.removal()"))
    c2.shot("c2-removal")

    web = c2.cell(_cell_of(c2, "page.web()"))
    web.scroll_into_view_if_needed()
    assert "Eleven actors" in web.get_by_role("img").first.get_attribute("alt")
    c2.shot("c2-web")
    shown = _cell_of(c2, "watched.run()")
    assert "after you commit" in c2.cell(shown).inner_text()
    form = c2.cell("c2_plan-decide")
    for label in (
        "All on one day",
        "Jointly with Borea",
        "Act at once",
        "Possible victims: refer, do not arrest",
    ):
        form.get_by_label(label).check()
    form.get_by_label("Those who supply papers").first.check()
    form.get_by_label("Nobody").check()
    form.get_by_role("textbox").first.fill("8")
    _commit(c2, "c2_plan-decide")
    c2.says("harm to be expected", "c2_plan-reveal")
    c2.cell("c2_plan-reveal").scroll_into_view_if_needed()
    c2.shot("c2-reveal")
    c2.cell(shown).get_by_text("One run of your plan").wait_for()
    c2.cell(shown).scroll_into_view_if_needed()
    c2.shot("c2-run")


def test_at_one_and_a_half_times_the_size_no_control_of_c2_is_cut_off(opened):
    c2 = opened("C2", zoom=1.5)

    for task in ("c2_read", "c2_claims", "c2_links", "c2_curves", "c2_moments", "c2_plan"):
        form = c2.cell(f"{task}-decide")
        form.scroll_into_view_if_needed()
        c2.shot(f"{task}-150")
        assert form.evaluate(_CUT_OFF) == [], task


def test_c4_types_an_own_question_answers_a_key_and_reveals_the_days_that_were_planned(opened):
    c4 = opened("C4")
    own = _cell_of(c4, "explorer.own_question()")
    entry = c4.cell(own).get_by_role("textbox")
    entry.scroll_into_view_if_needed()
    entry.fill("You slept there, didn't you?")
    entry.press("Tab")
    c4.press("Read it", own)
    c4.says("reads as leading", own)
    c4.shot("c4-own-question")

    c4.focus(c4.page.locator("input[data-name=rest_h]"))
    c4.page.keyboard.press("ArrowRight")
    c4.says("Tiredness, from 0 to 100", _cell_of(c4, "explorer.one_account()"))

    shown = _cell_of(c4, "watched.one_day()")
    assert "after you commit" in c4.cell(shown).inner_text()
    form = c4.cell("c4_day-decide")
    for label in ("Before any question", "Once, on one record", "In the room", "Pause, and ask"):
        form.get_by_label(label).first.check()
    for place, typed in enumerate(("2", "30", "60", "30", "6", "4", "0", "0")):
        form.get_by_role("textbox").nth(place).fill(typed)
    _commit(c4, "c4_day-decide")
    c4.says("of 60 days", "c4_day-reveal")
    c4.cell("c4_day-reveal").scroll_into_view_if_needed()
    c4.shot("c4-reveal")
    c4.cell(shown).get_by_text("One day under your plan").wait_for()
    c4.cell(shown).scroll_into_view_if_needed()
    c4.shot("c4-day")


def test_at_one_and_a_half_times_the_size_no_control_of_c4_is_cut_off(opened):
    c4 = opened("C4", zoom=1.5)

    for task in ("c4_status", "c4_signs", "c4_rights", "c4_questions", "c4_day"):
        form = c4.cell(f"{task}-decide")
        form.scroll_into_view_if_needed()
        c4.shot(f"{task}-150")
        assert form.evaluate(_CUT_OFF) == [], task


_CUT_OFF = """form => [...form.querySelectorAll('input, button, select, textarea')]
  .filter(one => one.offsetParent !== null)
  .filter(one => one.getBoundingClientRect().right > window.innerWidth)
  .map(one => one.outerHTML.slice(0, 80))"""


def _commit(opened, cell):
    opened.press("Commit ...", cell)
    opened.press("Yes, commit this answer", cell)
    opened.says("It is committed and counts.", cell)


def _cell_of(opened, source):
    """Return the id of the cell that ends with *source*."""
    return opened.page.evaluate(
        "end => [...jupyterapp.shell.currentWidget.content.model.cells]"
        ".find(one => one.sharedModel.getSource().endsWith(end)).id",
        source,
    )


def test_e5_reads_writings_by_key_and_shows_the_plan_once_the_window_is_committed(opened):
    e5 = opened("E5")
    writings = _cell_of(e5, "explorer.writings()")

    e5.focus(e5.cell(writings).get_by_role("button", name="13 in place of 12"))
    e5.page.keyboard.press("Space")
    e5.says("has another hash", writings)
    e5.shot("e5-writings")

    acts = _cell_of(e5, "page.acts()")
    assert "after you commit" in e5.cell(acts).inner_text()
    form = e5.cell("e5_window-decide")
    instants = ("2033-10-29T00:00+02:00", "2033-10-29T20:00+02:00", "2033-10-30T07:00+02:00")
    for place, value in enumerate(instants):
        form.get_by_role("textbox").nth(place).fill(value)
    _commit(e5, "e5_window-decide")
    e5.says("of 1,000 logs", "e5_window-reveal")
    e5.cell(acts).get_by_text("when (whose clock)").wait_for()
    e5.cell(acts).scroll_into_view_if_needed()
    e5.shot("e5-acts")


def test_at_one_and_a_half_times_the_size_no_control_of_e5_is_cut_off(opened):
    e5 = opened("E5", zoom=1.5)

    for task in ("window", "elements", "area", "versions", "acts", "joining", "orders"):
        form = e5.cell(f"e5_{task}-decide")
        form.scroll_into_view_if_needed()
        e5.shot(f"e5_{task}-150")
        assert form.evaluate(_CUT_OFF) == [], task
    water = e5.cell(_cell_of(e5, "page.water()"))
    water.scroll_into_view_if_needed()
    e5.shot("e5_water-150")


def test_e6_answers_a_key_and_goes_on_to_its_next_pause_by_the_orders_committed(opened):
    e6 = opened("E6")
    waiting = _cell_of(e6, "explorer.waiting()")
    slider = e6.page.locator("input[data-name=inquiry_h]")
    slider.scroll_into_view_if_needed()

    e6.focus(slider)
    e6.page.keyboard.press("ArrowRight")
    e6.says("after 10.0 h", waiting)
    e6.shot("e6-waiting")

    noon, evening = _cell_of(e6, "page.pause(1)"), _cell_of(e6, "page.pause(2)")
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
    _commit(e6, "e6_watch_1-decide")
    e6.says("fewer hours in distress under your orders", "e6_watch_1-reveal")
    e6.cell("e6_watch_1-reveal").scroll_into_view_if_needed()
    e6.shot("e6-reveal")
    e6.cell(evening).get_by_text("What RCC Alder knows at 18:00 UTC: open cases").wait_for()
    e6.cell(evening).scroll_into_view_if_needed()
    e6.shot("e6-evening")


def test_at_one_and_a_half_times_the_size_no_control_of_e6_is_cut_off(opened):
    e6 = opened("E6", zoom=1.5)

    for task in ("watch_1", "watch_2", "watch_3", "kpi", "acts", "timeline"):
        form = e6.cell(f"e6_{task}-decide")
        form.scroll_into_view_if_needed()
        e6.shot(f"e6_{task}-150")
        assert form.evaluate(_CUT_OFF) == [], task


def test_d1_answers_a_key_and_reveals_the_weeks_in_which_money_was_held(opened):
    d1 = opened("D1")
    rates = _cell_of(d1, "explorer.base_rates()")

    d1.focus(d1.cell(rates).get_by_role("button", name="one in 1,000", exact=True))
    d1.page.keyboard.press("Space")
    d1.says("of 100 alerts, 1.6 are right", rates)
    d1.shot("d1-rates")

    ten_days = d1.cell(_cell_of(d1, "page.way()"))
    ten_days.get_by_alt_text("Ten days. Payment 1").wait_for()
    ten_days.scroll_into_view_if_needed()
    d1.shot("d1-way")

    form = d1.cell("d1_hold-decide")
    reasons = form.get_by_label("write the reason, then ask")
    for account in range(reasons.count()):
        reasons.nth(account).check()
    form.get_by_label("account P").check()
    form.get_by_role("textbox").nth(0).fill("10")
    _commit(d1, "d1_hold-decide")
    d1.says("of 200 weeks yours came out ahead", "d1_hold-reveal")
    d1.cell("d1_hold-reveal").scroll_into_view_if_needed()
    d1.shot("d1-hold")


def test_at_one_and_a_half_times_the_size_no_control_of_d1_is_cut_off(opened):
    d1 = opened("D1", zoom=1.5)

    for task in ("path", "alerts", "subjects", "value", "branch", "hold"):
        form = d1.cell(f"d1_{task}-decide")
        form.scroll_into_view_if_needed()
        d1.shot(f"d1_{task}-150")
        assert form.evaluate(_CUT_OFF) == [], task

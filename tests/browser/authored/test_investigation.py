"""The notebooks on investigation in JupyterLab: they run, react to a key, reveal on commit."""

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_c1_answers_a_key_and_reveals_the_week_that_was_planned(opened):
    c1 = opened("C1")
    c1.focus(c1.page.locator("input[data-name=sources]"))
    c1.page.keyboard.press("ArrowRight")
    c1.says("There are 2 persons behind them", c1.cell_of("explorer.sources()"))
    c1.shot("c1-sources")

    shown = c1.cell_of("watched.week()")
    assert "after you commit" in c1.cell(shown).inner_text()
    form = c1.cell("c1_plan-decide")
    for label in ("First", "Is worked at once", "Is asked first"):
        choices = form.get_by_label(label)
        for place in range(choices.count()):
            choices.nth(place).check()
    c1.commit("c1_plan-decide")
    c1.says("of 60 weeks", "c1_plan-reveal")
    c1.cell("c1_plan-reveal").scroll_into_view_if_needed()
    c1.shot("c1-reveal")
    c1.cell(shown).get_by_text("One week of your plan").wait_for()
    c1.cell(shown).scroll_into_view_if_needed()
    c1.shot("c1-week")


def test_c2_answers_a_key_shows_its_pictures_and_reveals_how_a_plan_wore_off(opened):
    c2 = opened("C2")
    slider = c2.page.locator("input[data-name=gone]").first
    slider.scroll_into_view_if_needed()
    c2.focus(slider)
    c2.page.keyboard.press("ArrowRight")
    c2.says("4 of 60 are gone", c2.cell_of("explorer.removal()"))
    c2.shot("c2-removal")

    web = c2.cell(c2.cell_of("page.web()"))
    web.scroll_into_view_if_needed()
    assert "Eleven actors" in web.get_by_role("img").first.get_attribute("alt")
    assert web.bounding_box()["height"] < c2.page.viewport_size["height"]
    c2.shot("c2-web")
    second = c2.cell(c2.cell_of("page.fewer_actors()"))
    second.scroll_into_view_if_needed()
    assert "actors and" in second.get_by_role("img").first.get_attribute("alt")
    c2.shot("c2-second")
    c2.cell("c2_missing-decide").scroll_into_view_if_needed()
    c2.shot("c2-missing")
    shown = c2.cell_of("watched.run()")
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
    c2.commit("c2_plan-decide")
    c2.says("harm to be expected", "c2_plan-reveal")
    c2.cell("c2_plan-reveal").scroll_into_view_if_needed()
    c2.shot("c2-reveal")
    c2.cell(shown).get_by_text("One run of your plan").wait_for()
    c2.cell(shown).scroll_into_view_if_needed()
    c2.shot("c2-run")


def test_c3_answers_a_key_and_reveals_the_way_of_the_exhibits(opened):
    c3 = opened("C3")
    c3.focus(c3.page.locator("input[data-name=judge]"))
    c3.page.keyboard.press("ArrowRight")
    c3.says("of 100 the judge decides before", c3.cell_of("explorer.request()"))
    c3.shot("c3-request")

    shown = c3.cell_of("watched.run()")
    assert "after you commit" in c3.cell(shown).inner_text()
    form = c3.cell("c3_plan-decide")
    for label in ("Unit, place 1", "Sworn courier", "Stops", "With the weekly round"):
        choices = form.get_by_label(label)
        for place in range(choices.count()):
            choices.nth(place).check()
    form.get_by_role("textbox").first.fill("4")
    c3.commit("c3_plan-decide")
    c3.says("of 60 runs", "c3_plan-reveal")
    c3.cell("c3_plan-reveal").scroll_into_view_if_needed()
    c3.shot("c3-reveal")
    c3.cell(shown).get_by_text("One run of your plan").wait_for()
    c3.cell(shown).scroll_into_view_if_needed()
    c3.shot("c3-run")


def test_c4_types_an_own_question_answers_a_key_and_reveals_the_days_that_were_planned(opened):
    c4 = opened("C4")
    own = c4.cell_of("explorer.own_question()")
    entry = c4.cell(own).get_by_role("textbox")
    entry.scroll_into_view_if_needed()
    entry.fill("You slept there, didn't you?")
    entry.press("Tab")
    c4.press("Read it", own)
    c4.says("reads as leading", own)
    c4.shot("c4-own-question")

    c4.focus(c4.page.locator("input[data-name=rest_h]"))
    c4.page.keyboard.press("ArrowRight")
    c4.says("Tiredness, from 0 to 100", c4.cell_of("explorer.one_account()"))

    shown = c4.cell_of("watched.one_day()")
    assert "after you commit" in c4.cell(shown).inner_text()
    form = c4.cell("c4_day-decide")
    for label in ("Before any question", "Once, on one record", "In the room", "Pause, and ask"):
        form.get_by_label(label).first.check()
    for place, typed in enumerate(("2", "30", "60", "30", "6", "4", "0", "0")):
        form.get_by_role("textbox").nth(place).fill(typed)
    c4.commit("c4_day-decide")
    c4.says("of 60 days", "c4_day-reveal")
    c4.cell("c4_day-reveal").scroll_into_view_if_needed()
    c4.shot("c4-reveal")
    c4.cell(shown).get_by_text("One day under your plan").wait_for()
    c4.cell(shown).scroll_into_view_if_needed()
    c4.shot("c4-day")


def test_c5_answers_a_key_shows_its_board_and_reveals_the_months_of_two_teams(opened):
    c5 = opened("C5")
    slider = c5.page.locator("input[data-name=alder]")
    slider.scroll_into_view_if_needed()
    c5.focus(slider)
    c5.page.keyboard.press("ArrowRight")
    c5.says("On average 1.4 people are taken up by both", c5.cell_of("explorer.meetings()"))
    c5.shot("c5-meetings")

    for source in ("page.example()", "page.week()"):
        board = c5.cell(c5.cell_of(source))
        board.scroll_into_view_if_needed()
        picture = board.get_by_role("img").first
        assert "Borea: " in picture.get_attribute("alt")
        picture.scroll_into_view_if_needed()
        c5.shot(f"c5-{source[5:-2]}")
    shown = c5.cell_of("watched.run()")
    assert "after you commit" in c5.cell(shown).inner_text()
    form = c5.cell("c5_plan-decide")
    for place in range(3):
        form.get_by_label("In use", exact=True).nth(place).check()
    for label in ("In a joint team", "Both States", "The rescue centre", "before a charge"):
        form.get_by_label(label).check()
    typed = ("0", "40", "0", "90", "0", "0", "20", "30", "0", "60", "90")
    for place, text in enumerate(typed):
        form.get_by_role("textbox").nth(place).fill(text)
    c5.commit("c5_plan-decide")
    c5.says("fewer people are lost at sea", "c5_plan-reveal")
    c5.cell("c5_plan-reveal").scroll_into_view_if_needed()
    c5.shot("c5-reveal")
    c5.cell(shown).get_by_text("One run of your plan").wait_for()
    c5.cell(shown).scroll_into_view_if_needed()
    c5.shot("c5-run")

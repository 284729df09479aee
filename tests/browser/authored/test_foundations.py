"""The foundations in JupyterLab: they run, react to a key, and reveal after a commit."""

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_a1_reveals_after_commit(opened):
    a1 = opened("A1")

    form = a1.cell("a1_date-decide")
    form.get_by_role("textbox").nth(0).fill("2032-10-03T00:00+02:00")
    form.get_by_role("textbox").nth(1).fill("2032-10-03T01:00+03:00")
    form.get_by_label("the paper names no end").check()
    a1.commit("a1_date-decide")

    a1.says("the paper is in operation", "a1_date-reveal")
    a1.shot("a1-reveal")


def test_a_key_works_a_case_of_a2_and_a_commit_reveals_whom_texts_bind(opened):
    a2 = opened("A2")
    worked = a2.cell_of("explorer.worked_cases()")

    a2.focus(a2.cell(worked).get_by_role("button", name="The same man, seen by a ship"))
    a2.page.keyboard.press("Space")
    a2.says("seen by a ship of a State outside that treaty. Facts", worked)
    a2.shot("a2-worked")

    form = a2.cell("a2_binding-decide")
    both = form.get_by_label("both States")
    for number in range(both.count()):
        both.nth(number).check()
    a2.commit("a2_binding-decide")
    a2.says("A treaty binds its parties.", "a2_binding-reveal")
    a2.cell("a2_binding-reveal").scroll_into_view_if_needed()
    a2.shot("a2-reveal")


def test_a_key_works_a_case_of_a3_and_a_commit_reveals_why_each_file_is_what_it_is(opened):
    a3 = opened("A3")
    worked = a3.cell_of("explorer.worked_cases()")

    a3.focus(a3.cell(worked).get_by_role("button", name="The same, and the driver is paid"))
    a3.page.keyboard.press("Space")
    a3.says("for a benefit: yes. Trafficking", worked)
    a3.shot("a3-worked")
    a3.says("1,000 people met", a3.cell_of("explorer.thousand_people()"))

    neither = a3.cell("a3_laws-decide").get_by_label("neither State")
    for number in range(neither.count()):
        neither.nth(number).check()
    a3.commit("a3_laws-decide")
    a3.says("Alder punishes help with an illegal entry", "a3_laws-reveal")
    a3.cell("a3_laws-reveal").scroll_into_view_if_needed()
    a3.shot("a3-reveal")


def test_a4_forges_a_line_by_key_and_reveals_the_watches_of_a_policy(opened):
    a4 = opened("A4")
    chain = a4.cell_of("explorer.chain()")
    done = a4.cell(chain).locator("[data-name=done]")

    a4.focus(done)
    a4.page.keyboard.press("ArrowDown")
    a4.says("Line 3 computed anew gives", chain)
    a4.shot("a4-chain")
    desk = a4.cell_of("explorer.desk()")
    slider = a4.page.locator("input[data-name=voice_min]")
    slider.scroll_into_view_if_needed()
    a4.focus(slider)
    a4.page.keyboard.press("ArrowRight")
    a4.says("what is in hand is set aside: 7.", desk)
    a4.shot("a4-desk")

    form = a4.cell("a4_desk-decide")
    for label in (
        "a life in danger sets aside what is in hand",
        "Basis, post, category, and each field",
        "Before anything else",
        "Says what is missing",
        "Before the data go",
    ):
        form.get_by_label(label).check()
    form.get_by_label("A life in danger", exact=True).check()
    a4.commit("a4_desk-decide")
    a4.says("watches with a life in danger", "a4_desk-reveal")
    a4.cell("a4_desk-reveal").scroll_into_view_if_needed()
    a4.shot("a4-reveal")

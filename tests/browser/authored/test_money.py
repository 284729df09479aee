"""The notebook on money in JupyterLab: they run, react to a key, and reveal after a commit."""

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_d1_answers_a_key_and_reveals_the_weeks_in_which_money_was_held(opened):
    d1 = opened("D1")
    rates = d1.cell_of("explorer.base_rates()")

    d1.focus(d1.cell(rates).get_by_role("button", name="one in 1,000", exact=True))
    d1.page.keyboard.press("Space")
    d1.says("of 100 alerts, 1.6 are right", rates)
    d1.shot("d1-rates")

    ten_days = d1.cell(d1.cell_of("page.way()"))
    ten_days.get_by_alt_text("Ten days. Payment 1").wait_for()
    ten_days.scroll_into_view_if_needed()
    d1.shot("d1-way")

    form = d1.cell("d1_hold-decide")
    reasons = form.get_by_label("write the reason, then ask")
    for account in range(reasons.count()):
        reasons.nth(account).check()
    form.get_by_label("account P").check()
    form.get_by_role("textbox").nth(0).fill("10")
    d1.commit("d1_hold-decide")
    d1.says("of 200 weeks yours came out ahead", "d1_hold-reveal")
    d1.cell("d1_hold-reveal").scroll_into_view_if_needed()
    d1.shot("d1-hold")

"""The views in Chromium: moved by keyboard, played, scrubbed; silent, and without outside requests.

The widget itself answers on the Python side (`tests.views.page`); JupyterLab is not needed.
Pictures are kept where TRAINKIT_SCREENSHOTS says, for eyes.
"""

from functools import partial

import numpy as np
import pytest
from tests.views.page import picture
from tests.views.page import showing as shown_in

from trainkit.views.chart import Area, Event, Grid, Mark, Track, chart_widget
from trainkit.views.live import Live, Shown, Slider, widget
from trainkit.views.outcomes import outcomes

pytestmark = pytest.mark.browser

SKUA = Track("Skua", [0.0, 4.0], [0.0, 40.0], [0.0, 0.0], "Alder")
TERN = Track("Tern", [0.0, 4.0], [40.0, 40.0], [0.0, 20.0], "Borea")
EVENTS = (Event(1.0, "Skua sees a light."), Event(3.0, "Tern is alongside."))


@pytest.fixture(autouse=True)
def pictures(monkeypatch, tmp_path):
    import os

    if "TRAINKIT_SCREENSHOTS" not in os.environ:
        monkeypatch.setenv("TRAINKIT_SCREENSHOTS", str(tmp_path))


@pytest.fixture
def showing(browser):
    return partial(shown_in, browser)


@pytest.fixture
def drift():
    spread = np.random.default_rng(1).normal(size=(2, 500))

    def compute(values):
        away = 0.1 * values["wind_kn"] * values["hours"]
        x_nm = away + spread[0]
        words = f"The raft is {away:.1f} NM away."
        grid = Grid(("A", "B", "C", "D"), 2, 0.0, -6.0, 6.0)
        marks = (Mark("last known position", 0.0, 0.0), grid)
        return Shown(words, x_nm, "Distance (NM)", (x_nm, spread[1]), marks)

    wind = Slider("wind_kn", "Wind", "kn", 0, 40, 1, value=10)
    hours = Slider("hours", "Time adrift", "h", 0.5, 8.0, 0.5, value=2.0)
    live = Live((wind, hours), compute, "Wind and drift")
    return widget(live, live.setting({}))


def quiet(shown):
    assert shown.complaints == []
    assert shown.strangers == []


def pixels(shown, selector=".trainkit-sea"):
    return shown.page.eval_on_selector(selector, "canvas => canvas.toDataURL()")


def test_a_slider_moved_by_keyboard_changes_number_bars_and_chart(drift, showing):
    with showing(drift) as shown:
        chart, svg = pixels(shown), shown.page.inner_html(".trainkit-bars svg")

        shown.page.focus("input[data-name=wind_kn]")
        for _ in range(5):
            shown.page.keyboard.press("ArrowRight")
        shown.page.get_by_text("The raft is 3.0 NM away.").wait_for()

        slider = shown.page.get_by_role("slider", name="Wind")
        assert slider.get_attribute("aria-valuetext") == "15 kn"
        mean = 3.0 + np.random.default_rng(1).normal(size=(2, 500))[0].mean()
        assert f"mean {mean:.3g} (" in shown.page.inner_text(".trainkit-bars figcaption")
        assert pixels(shown) != chart
        assert shown.page.inner_html(".trainkit-bars svg") != svg
        picture(shown, "live")
        quiet(shown)


def test_sliders_are_reached_by_tab_and_go_to_their_ends_by_keys(drift, showing):
    with showing(drift) as shown:
        shown.page.keyboard.press("Tab")
        shown.page.keyboard.press("End")
        shown.page.keyboard.press("Tab")
        shown.page.keyboard.press("Home")

        shown.page.get_by_text("The raft is 2.0 NM away.").wait_for()  # 0.1 x 40 kn x 0.5 h


def test_the_last_of_many_moves_wins_and_not_all_are_asked(drift, showing):
    with showing(drift) as shown:
        shown.page.eval_on_selector(
            "input[data-name=wind_kn]",
            """input => { for (let kn = 0; kn <= 40; kn++) {
                input.value = kn; input.dispatchEvent(new Event("input")); } }""",
        )

        shown.page.get_by_text("The raft is 8.0 NM away.").wait_for()
        assert len(shown.asked) == 2


def test_changed_numbers_are_read_aloud_and_pictures_have_names(drift, showing):
    with showing(drift) as shown:
        status = shown.page.get_by_role("status")

        assert status.count() == 1
        assert status.get_attribute("aria-live") == "polite"
        names = shown.page.eval_on_selector_all(
            "[role=img]", "all => all.map((one) => one.getAttribute('aria-label'))"
        )
        assert len(names) == 2
        assert any("500 points about" in name for name in names)
        assert any("Distance (NM): mean" in name for name in names)


def test_bars_are_as_high_as_their_counts(showing):
    with showing(outcomes({"yours": [1, 2, 2, 2, 2], "baseline": [1]}, "Persons")) as shown:
        heights = shown.page.eval_on_selector_all(
            "rect", "all => all.map((one) => Number(one.getAttribute('height')))"
        )

        assert heights[0] > 0
        assert heights[1] == pytest.approx(4 * heights[0])
        assert heights[2:] == pytest.approx([heights[0], 0.0])
        picture(shown, "outcomes")
        quiet(shown)


def test_no_number_of_an_axis_is_cut_off_at_the_rim(showing):
    """15,000 at the end of an axis lost its last figure."""
    for yours in ([0.0, 14_990.0], [0.0, 1_499_900.0], [0.0, 1.0]):
        with showing(outcomes({"yours": yours}, "Crowns kept")) as shown:
            rights = shown.page.eval_on_selector_all(
                "svg text", "all => all.map((one) => one.getBoundingClientRect().right)"
            )
            box = shown.page.locator("svg").bounding_box()
            assert max(rights) <= box["x"] + box["width"]
            picture(shown, f"outcomes_{yours[1]:.0f}")


def test_outcomes_without_any_value_are_said_and_not_drawn(showing):
    with showing(outcomes({"yours": [np.nan]}, "Time (h)")) as shown:
        assert shown.page.locator("svg").count() == 0
        assert "there is no value. 1 of 1 have no value." in shown.page.inner_text("figcaption")
        quiet(shown)


@pytest.fixture
def night():
    area = Area("area of Skua", ((10.0, -5.0), (20.0, -5.0), (20.0, 5.0), (10.0, 5.0)), 1.0, 0.0)
    mark = Mark("found by Skua", 10.0, 0.0, 1.0)
    return chart_widget("A night", (SKUA, TERN), (area, mark), EVENTS)


def test_scrubbing_by_keyboard_moves_the_vessels_to_where_they_were(night, showing):
    with showing(night) as shown:
        before = pixels(shown)
        shown.page.click("summary")

        shown.page.focus(".trainkit-scrub")
        shown.page.keyboard.press("End")

        assert shown.page.inner_text(".trainkit-clock") == "4.00 h"
        rows = shown.page.locator("tbody tr").all_inner_texts()
        assert [row.split("\t") for row in rows] == [
            ["Skua", "Alder", "40.0", "0.0"],
            ["Tern", "Borea", "40.0", "20.0"],
        ]
        assert pixels(shown) != before
        assert "3.00 h: Tern is alongside." in shown.page.inner_text(".trainkit-told")
        picture(shown, "chart")
        quiet(shown)


def test_a_vessel_is_drawn_where_the_scale_of_the_chart_puts_it(night, showing):
    """At hour 2 Skua is at 20 NM east: its colour lies there, and no longer where it began."""
    where = """(canvas, nm) => {
      const [west, east, south, north] = window.state.about.views[0][1];
      const scale = (canvas.clientWidth - 66) / (east - west);
      const ratio = window.devicePixelRatio;
      const at = [52 + (nm - west) * scale, 14 + north * scale].map((px) => Math.round(px * ratio));
      return [...canvas.getContext("2d").getImageData(...at, 1, 1).data].slice(0, 3);
    }"""
    alder = [0x00, 0x72, 0xB2]
    with showing(night) as shown:
        assert shown.page.eval_on_selector(".trainkit-sea", where, 0.0) == alder

        shown.page.eval_on_selector(
            ".trainkit-scrub",
            "scrub => { scrub.value = 500; scrub.dispatchEvent(new Event('input')); }",
        )

        assert shown.page.eval_on_selector(".trainkit-sea", where, 20.0) == alder
        assert shown.page.eval_on_selector(".trainkit-sea", where, 30.0) != alder


def test_play_and_pause_by_keyboard_move_the_hour_and_hold_it(night, showing):
    with showing(night) as shown:
        shown.page.focus(".trainkit-play")
        shown.page.keyboard.press("Space")
        shown.page.wait_for_function(
            "parseFloat(document.querySelector('.trainkit-clock').textContent) > 0.05"
        )
        assert shown.page.inner_text(".trainkit-play") == "Pause"

        shown.page.keyboard.press("Space")
        held = shown.page.inner_text(".trainkit-clock")
        shown.page.wait_for_timeout(300)

        assert shown.page.inner_text(".trainkit-play") == "Play"
        assert shown.page.inner_text(".trainkit-clock") == held
        quiet(shown)


def test_five_times_the_speed_plays_five_times_as_far(night, showing):
    def played(speed):
        with showing(night) as shown:
            shown.page.select_option(".trainkit-player select", speed)
            return shown.page.evaluate(
                """() => new Promise((done) => {
                  document.querySelector(".trainkit-play").click();
                  const clock = document.querySelector(".trainkit-clock");
                  const hour = () => parseFloat(clock.textContent);
                  let began = null;
                  const look = (now) => {
                    if (began === null) began = [now, hour()];
                    if (now - began[0] < 1500) requestAnimationFrame(look);
                    else done((hour() - began[1]) / (now - began[0]));
                  };
                  requestAnimationFrame(look);
                })"""
            )

    normal, fast = played("1"), played("5")

    assert fast / normal == pytest.approx(5.0, rel=0.15)


def test_with_reduced_motion_the_picture_changes_once_in_a_second(night, showing):
    with showing(night, reduced_motion="reduce") as shown:
        shown.page.click(".trainkit-play")
        hours = shown.page.evaluate(
            """() => new Promise((done) => {
              const seen = new Set();
              const began = performance.now();
              const look = (now) => {
                seen.add(document.querySelector(".trainkit-clock").textContent);
                if (now - began < 2500) requestAnimationFrame(look);
                else done([...seen]);
              };
              requestAnimationFrame(look);
            })"""
        )

        assert 2 <= len(hours) <= 4


def test_the_chart_fits_a_narrow_window_at_150_percent(night, showing):
    with showing(night, width=853, height=533, device_scale_factor=1.5) as shown:
        wide = shown.page.evaluate("document.documentElement.scrollWidth")

        assert wide <= 853
        assert shown.page.eval_on_selector(
            ".trainkit-sea", "canvas => canvas.width === Math.round(canvas.clientWidth * 1.5)"
        )
        picture(shown, "narrow")
        quiet(shown)


def test_a_chart_without_anything_that_moves_has_no_player(showing):
    grid = Grid(("A", "B"), 2, 0.0, 0.0, 6.0, (0.25, 0.75), "Chance")
    with showing(chart_widget("Cells", (), (grid,))) as shown:
        assert shown.page.locator(".trainkit-play").count() == 0
        told = shown.page.locator(".trainkit-words li").all_text_contents()
        assert len(told) == 1
        assert told[0].endswith("eastwards and north; Chance: A 0.25, B 0.75.")
        picture(shown, "cells")
        quiet(shown)


def test_the_hour_that_runs_is_not_read_aloud(night, showing):
    with showing(night) as shown:
        assert shown.page.get_by_role("status").count() == 0


def test_every_control_keeps_its_keys_from_the_shortcuts_of_jupyterlab(night, drift, showing):
    """JupyterLab takes the arrow keys of a focused range input that does not itself say so."""
    for made in (night, drift):
        with showing(made) as shown:
            controls = shown.page.locator("button, input, select, summary")

            assert controls.count() > 2
            for control in controls.all():
                assert control.get_attribute("data-lm-suppress-shortcuts") == "true"


def test_a_chart_that_is_put_away_stops_playing(night, showing):
    with showing(night) as shown:
        shown.page.click(".trainkit-play")
        shown.page.evaluate("window.leave()")
        held = shown.page.inner_text(".trainkit-clock")
        shown.page.wait_for_timeout(300)

        assert shown.page.inner_text(".trainkit-clock") == held

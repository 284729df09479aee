"""Levers of the joint model moved by keyboard in Chromium: first some runs, then all, compared."""

from dataclasses import replace
from functools import partial

import pytest
from tests.views.page import picture
from tests.views.page import showing as shown_in

from trainkit import load, replicate
from trainkit.analysis.intervals import mean_interval
from trainkit.views import again
from trainkit.views.axis import figure
from trainkit.views.explore import explored
from trainkit.views.live import widget

pytestmark = pytest.mark.browser

LEVERS = ("sharing", "dispatch_phase", "most_units", "ask_merchants", "units.0.area_x_nm")
METRIC, N = "person_hours_in_distress_h", 40
_HEARD = """() => {
  const said = document.querySelector(".trainkit-said");
  window.heard = [];
  new MutationObserver(() => window.heard.push([said.textContent, said.ariaBusy]))
    .observe(said, { childList: true });
}"""


@pytest.fixture(autouse=True)
def cold(monkeypatch, tmp_path):
    import os

    monkeypatch.setattr(again, "is_warm", lambda model: False)
    if "TRAINKIT_SCREENSHOTS" not in os.environ:
        monkeypatch.setenv("TRAINKIT_SCREENSHOTS", str(tmp_path))


@pytest.fixture(scope="module")
def season():
    """The joint season, cut to two days: SimPy plays it in a moment."""
    return replace(load("trainkit/joint-season"), horizon_h=48.0)


@pytest.fixture
def showing(browser, season):
    """Show levers of the season, and note whatever is said."""
    live = explored(season, LEVERS, METRIC, N)
    return partial(shown_in, browser, widget(live, live.setting({})))


def move(shown, name, *keys):
    shown.page.focus(f"[data-name='{name}']")
    for key in keys:
        shown.page.keyboard.press(key)


def stands(shown, words):
    """Wait until all runs of a setting that is compared with *words* are shown; return the text."""
    shown.page.wait_for_function(
        """words => { const said = document.querySelector(".trainkit-said");
          return said.ariaBusy === "false" && said.textContent.includes(words); }""",
        arg=words,
    )
    return shown.page.inner_text(".trainkit-said")


@pytest.fixture(scope="module")
def expected():
    """Return what must be said of two settings, from experiments of their own, each run once."""
    known = {}

    def values(one):
        key = one.parameters.model_dump_json()
        if key not in known:
            known[key] = replicate(one, N, progress=False, engine="simpy").values(METRIC)
        return known[key]

    def expected(before, now):
        first, second = values(before), values(now)
        return [
            f"{figure(one.estimate)} ({figure(one.low)} to {figure(one.high)})"
            for one in (mean_interval(second), mean_interval(second - first))
        ]

    return expected


def test_a_word_lever_shows_first_a_tenth_of_the_runs_and_then_all_beside_those_before(
    showing, season, expected
):
    own, difference = expected(season, season.vary("sharing", "alerts"))
    with showing() as shown:
        shown.page.evaluate(_HEARD)

        move(shown, "sharing", "ArrowDown")
        said = stands(shown, "is given: alone), run by run")

        heard = shown.page.evaluate("window.heard")
        assert ["4 of 40 runs so far" in text for text, _ in heard] == [True, False, False]
        assert [busy for _, busy in heard] == ["true", "true", "false"]
        assert f"{own} with these values." in said
        assert f"run by run: {difference};" in said
        assert "40 runs, in the same luck" in said
        counts = shown.page.locator(".trainkit-bars figcaption").inner_text()
        assert "these values: mean" in counts
        assert "the setting before: mean" in counts
        assert shown.page.locator(".trainkit-bars rect").count() > 2
        picture(shown, "levers")
        assert shown.complaints == []
        assert shown.strangers == []


@pytest.mark.parametrize(
    ("name", "key", "before", "values"),
    [
        ("dispatch_phase", "ArrowDown", "units are sent: alert", {"dispatch_phase": "distress"}),
        ("most_units", "ArrowLeft", "sent to one case 4", {"most_units": 3}),
        ("ask_merchants", "ArrowDown", "asked when no unit can go", {"ask_merchants": False}),
        ("units.0.area_x_nm", "ArrowRight", "area, east -20 NM", {"units.0.area_x_nm": -19.0}),
    ],
)
def test_each_kind_of_lever_answers_its_key(showing, season, expected, name, key, before, values):
    own, difference = expected(season, season.vary(values))
    with showing() as shown:
        move(shown, name, key)
        said = stands(shown, before)

        assert f"{own} with these values." in said
        assert f"run by run: {difference};" in said


def test_of_levers_moved_while_the_runs_come_in_the_last_setting_stands(showing, season, expected):
    last = season.vary({"sharing": "tasking", "most_units": 2})
    passed = [season.vary("sharing", word) for word in ("alone", "alerts", "picture", "tasking")]
    passed.append(passed[-1].vary("most_units", 3))
    possible = [expected(before, last) for before in passed]
    with showing() as shown:
        move(shown, "sharing", "ArrowDown", "ArrowDown", "ArrowDown")
        move(shown, "most_units", "ArrowLeft", "ArrowLeft")
        shown.page.get_by_text(f"{possible[0][0]} with these values.").first.wait_for()
        said = stands(shown, "40 runs, in the same luck")

        asked = shown.asked[-1]["asked"]["values"]
        assert (asked["sharing"], asked["most_units"]) == ("tasking", 2)
        assert any(f"run by run: {difference};" in said for _, difference in possible)


def test_a_patrol_beyond_land_is_refused_in_words_and_the_next_move_answers(showing):
    with showing() as shown:
        move(shown, "units.0.area_x_nm", "End")
        shown.page.get_by_text("from its base to its area crosses land").wait_for()
        assert shown.page.locator(".trainkit-bars").count() == 0

        shown.page.eval_on_selector(
            "[data-name='units.0.area_x_nm']",
            "one => { one.value = 0; one.dispatchEvent(new Event('input')); }",
        )

        stands(shown, "area, east -20 NM")


def test_the_view_says_that_simpy_answers_for_an_engine_that_is_not_warm(
    browser, season, monkeypatch
):
    monkeypatch.setattr(again, "_MOST_SIMPY", 3)
    live = explored(season, ("sharing",), METRIC, 1000)
    with shown_in(browser, widget(live, live.setting({}))) as shown:
        move(shown, "sharing", "ArrowDown")

        said = stands(shown, "3 runs, in the same luck")
        assert "SimPy answers, with 3 runs in place of 1,000" in said


def test_a_list_keeps_its_keys_from_the_shortcuts_of_jupyterlab(showing):
    with showing() as shown:
        lists = shown.page.locator(".trainkit-view select")

        assert lists.count() == 3
        for one in lists.all():
            assert one.get_attribute("data-lm-suppress-shortcuts") == "true"

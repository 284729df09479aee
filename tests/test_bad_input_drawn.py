"""Drawn files and drawn values: a scenario or one paragraph, never another exception."""

import math

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trainkit.errors import TrainkitError
from trainkit.scenarios import Scenario, load

quick = settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)

scalars = st.one_of(
    st.integers(),
    st.integers(-(10**400), 10**400),
    st.floats(),
    st.booleans(),
    st.text(max_size=20),
    st.sampled_from(["random", "certain", "2026-11-24", "12:30"]),
)
values = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.text(max_size=8), inner, max_size=4),
    ),
    max_leaves=12,
)
names = st.one_of(
    st.text(max_size=20),
    st.lists(
        st.sampled_from(["units", "0", "1", "-1", "²", "speed_kn", "law", "name", "*", ""]),
        max_size=5,
    ).map(".".join),
)
keys = ["id", "title", "model", "horizon_h", "seed", "synthetic", "parameters", "provenance", "x"]


def toml(value):
    """Write a value as TOML."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return "nan" if math.isnan(value) else f"{value!r}"
    if isinstance(value, int):
        return hex(value) if value > 10**300 else str(value)
    if isinstance(value, str):
        return '"' + "".join(f"\\U{ord(c):08x}" for c in value) + '"'
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    return "{" + ", ".join(f"{toml(k)} = {toml(v)}" for k, v in value.items()) + "}"


def outcome(ask):
    """Return what was asked for, or the error, after holding it to one paragraph."""
    try:
        return ask()
    except TrainkitError as error:
        explained = error
    assert "\n" not in str(explained)
    assert 10 < len(str(explained)) < 3000
    return explained


@quick
@given(content=st.binary(max_size=300))
def test_drawn_bytes_are_a_scenario_or_an_explanation(partner, tmp_path, content):
    path = tmp_path / "drawn.toml"
    path.write_bytes(content)

    assert isinstance(outcome(lambda: load(path)), TrainkitError)


@quick
@given(data=st.data())
def test_a_file_with_drawn_changes_is_a_scenario_or_an_explanation(partner, tmp_path, data):
    text = (partner / "hcg_scenarios/night_search/scenario.toml").read_text(encoding="utf-8")
    lines = text.splitlines()
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(lines) - 1))
        name = lines[place].partition("=")[0] or "x"
        lines[place] = data.draw(
            st.one_of(values.map(lambda v, n=name: f"{n} = {toml(v)}"), st.just(""), st.text())
        )
    path = tmp_path / "drawn.toml"
    path.write_text("\n".join(lines), encoding="utf-8", errors="replace")

    assert isinstance(outcome(lambda: load(path)), Scenario | TrainkitError)


@quick
@given(document=st.dictionaries(st.sampled_from(keys), values, max_size=9))
def test_drawn_documents_are_a_scenario_or_an_explanation(partner, tmp_path, document):
    path = tmp_path / "drawn.toml"
    lines = [f"{key} = {toml(value)}\n" for key, value in document.items()]
    path.write_text("".join(lines), encoding="utf-8")

    assert isinstance(outcome(lambda: load(path)), TrainkitError)


@quick
@given(name=names, value=values)
def test_drawn_variations_are_a_scenario_or_an_explanation(night_search, name, value):
    found = outcome(lambda: night_search.vary(name, value))

    if isinstance(found, Scenario):
        assert found.vary(name, value) == found


@quick
@given(name=st.text())
def test_a_drawn_name_is_explained(partner, name):
    assert isinstance(outcome(lambda: load(name)), TrainkitError)


@quick
@given(
    speed_kn=st.floats(5.0, 40.0),
    area_nm2=st.floats(1.0, 10_000.0),
    law=st.sampled_from(["random", "certain"]),
)
def test_what_is_varied_there_and_back_is_the_same(night_search, speed_kn, area_nm2, law):
    there = night_search.vary({"units.1.speed_kn": speed_kn, "area_nm2": area_nm2, "law": law})

    back = there.vary({"units.1.speed_kn": 18.0, "area_nm2": 400.0, "law": "random"})

    assert there.parameters.units[1].speed_kn == speed_kn
    assert back == night_search

"""Specs made in Python: a mistake is told in one paragraph, as one in a file is."""

import importlib
import pickle
import pkgutil

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.test_bad_input_drawn import outcome, values

from trainkit.case.investigation.plan import OrderSpec, PlanSpec
from trainkit.case.network.spec import NetworkSpec
from trainkit.errors import TrainkitError
from trainkit.model import Spec, declarations
from trainkit.scenarios import load, names


def kinds():
    """Return every spec that the package declares, by importing the whole of its models."""
    for layer in ("sea", "case", "joint"):
        package = importlib.import_module(f"trainkit.{layer}")
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            importlib.import_module(found.name)
    ours = [one for one in Spec.__subclasses__() if one.__module__.startswith("trainkit.")]
    return sorted(ours, key=lambda one: (one.__module__, one.__name__))


def within(spec):
    """Yield a spec and all that it holds."""
    yield spec
    for value in spec.__dict__.values():
        for member in value if isinstance(value, tuple) else (value,):
            if isinstance(member, Spec):
                yield from within(member)


def examples():
    """Return a sound spec of each kind: the first that a scenario has, or what defaults give."""
    found = {}
    for name in names():
        for spec in within(load(name).parameters):
            found.setdefault(type(spec), spec)
    found[OrderSpec] = OrderSpec(time_h=24.0, order="deconflict")
    for kind in kinds():
        if kind not in found and not any(f.is_required() for f in kind.model_fields.values()):
            found[kind] = kind()
    return found


KINDS = kinds()
SOUND = examples()
every_kind = pytest.mark.parametrize(
    "kind", KINDS, ids=[f"{k.__module__.removeprefix('trainkit.')}.{k.__name__}" for k in KINDS]
)


def told(kind, changed, *, without=()):
    """Return what each way of making a spec says of changed values, held to be the same."""
    sound = {k: v for k, v in SOUND[kind].__dict__.items() if k not in without}
    ways = [lambda: kind(**sound, **changed), lambda: kind.model_validate({**sound, **changed})]
    if not without:
        ways = [ways[1], lambda: SOUND[kind].model_copy(update=changed)]
    return _one([_said(way) for way in ways], kind)


def _said(way):
    with pytest.raises(TrainkitError) as caught:
        way()
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__
    return str(caught.value)


def _one(said, kind):
    assert len(set(said)) == 1
    assert said[0].startswith(f"{kind.__name__}: ")
    assert "\n" not in said[0]
    assert "pydantic" not in said[0]
    return said[0]


def test_a_sound_spec_of_every_kind_is_known_to_these_tests():
    assert len(KINDS) > 35
    assert [kind for kind in KINDS if kind not in SOUND] == []
    for kind, spec in SOUND.items():
        assert kind(**spec.__dict__) == spec


@every_kind
def test_a_misspelt_field_is_named_with_the_known_one_most_like_it(kind):
    for name in kind.model_fields:
        if len(name) > 3:
            misspelt = name[:-2] + name[-1]
            said = told(kind, {misspelt: SOUND[kind].__dict__[name]}, without={name})
            assert f"the key '{misspelt}' is not known. Did you mean '{name}'?" in said
            assert name in said.split("Known are ")[1]


@every_kind
def test_a_misspelt_field_of_a_changed_copy_is_not_passed_over(kind):
    for name in kind.model_fields:
        if len(name) > 3:
            said = told(kind, {f"{name}_": SOUND[kind].__dict__[name]})
            assert f"the key '{name}_' is not known. Did you mean '{name}'?" in said


@every_kind
def test_a_value_of_the_wrong_type_is_shown_with_the_field(kind):
    for name in kind.model_fields:
        assert f"{name} = {{3.5}} is refused: it is n" in told(kind, {name: {3.5}})


@every_kind
def test_a_value_beyond_a_bound_is_told_with_field_bound_and_unit(kind):
    for row in declarations(kind):
        if "." not in row.name:
            for bound, step in ((row.low, -1), (row.high, 1)):
                if bound is not None:
                    said = told(kind, {row.name: bound + step})
                    assert f"{row.name} = {bound + step} is refused: it must be" in said
                    assert f"{bound:g}" in said
                    assert row.unit in said


@every_kind
def test_a_field_that_is_missing_is_named(kind):
    for name, field in kind.model_fields.items():
        if field.is_required():
            assert f"the key '{name}' is missing" in told(kind, {}, without={name})


@every_kind
def test_a_spec_is_not_changed_and_says_how_to_make_another(kind):
    for name, value in SOUND[kind].__dict__.items():
        with pytest.raises(TrainkitError, match=rf"{name} = .* cannot be set.*model_copy"):
            setattr(SOUND[kind], name, value)
        with pytest.raises(TrainkitError, match=rf"there is no '{name}_'.*"):
            setattr(SOUND[kind], f"{name}_", value)


@every_kind
@settings(max_examples=40, deadline=None, derandomize=True, database=None)
@given(data=st.data())
def test_drawn_values_make_a_spec_or_an_explanation(kind, data):
    name = data.draw(st.one_of(st.sampled_from([*kind.model_fields]), st.text(max_size=8)))
    changed = {name: data.draw(values)}

    ways = (lambda: SOUND[kind].model_copy(update=changed), lambda: kind(**changed))
    assert all(isinstance(outcome(way), kind | TrainkitError) for way in ways)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (
            lambda: NetworkSpec(n_actors="60"),
            "n_actors = '60' is refused: it is not a whole",
        ),
        (lambda: NetworkSpec(n_actors=np.int64(60)), "Write it as int(...)"),
        (lambda: NetworkSpec(density=float("nan")), "density = nan is refused"),
        (lambda: NetworkSpec(density=0.9, kin=2.0), "1 more after this one"),
        (lambda: NetworkSpec.model_validate(3), "NetworkSpec: 3 is refused: it is not a table"),
        (lambda: NetworkSpec(nationality=0.5), "'nationality' uses the protected characteristic"),
        (
            lambda: PlanSpec(efforts=[]),
            "efforts = [] is refused: it is not an array. Write it as",
        ),
        (
            lambda: PlanSpec(arrest={"whm": "hub"}),
            "'arrest.whm' is not known. Did you mean 'whom'?",
        ),
        (lambda: PlanSpec(arrest={"whom": "hob"}), "arrest.whom = 'hob' is refused: it is none of"),
        (lambda: PlanSpec(arrest={"whom": "hob"}), "Did you mean 'hub'?"),
        (
            lambda: PlanSpec(efforts=({"action": "analysis"}, {"action": "analysis", "h": 1.0})),
            "'efforts.1.h' is not known.",
        ),
    ],
)
def test_a_mistake_in_a_program_says_what_to_do(make, said):
    assert said in _said(make)


def test_a_changed_copy_is_the_spec_that_a_call_makes():
    spec = NetworkSpec(n_actors=80)

    assert spec.model_copy(update={"density": 0.1}) == NetworkSpec(n_actors=80, density=0.1)
    assert spec.model_copy(update={"density": 0.1}, deep=True).n_actors == 80
    assert spec.model_copy() == spec
    assert spec.n_actors == 80


def test_a_spec_travels_to_another_process():
    spec = SOUND[PlanSpec]

    assert pickle.loads(pickle.dumps(spec)) == spec  # noqa: S301 - ours, made in this line

"""Every person is in exactly one state at every time, and none is lost from the books."""

import simpy
from hypothesis import given, settings
from hypothesis import strategies as st

from trainkit.joint.mass_rescue import (
    MODEL,
    MassRescueSpec,
    PlaceSpec,
    SourceSpec,
    UnitSpec,
    WeatherSpec,
)
from trainkit.joint.mass_rescue.people import IN_DISTRESS, LANDED, LOST, ON_UNIT, STATES
from trainkit.joint.mass_rescue.processes import launch
from trainkit.joint.mass_rescue.scene import Scene
from trainkit.kernel.luck import Luck
from trainkit.kernel.writer import Writer

SMALL = st.floats(0.0, 5.0)


@st.composite
def units(draw, name):
    calm = draw(st.integers(0, 60))
    return UnitSpec(
        name=name,
        arrive_h=draw(SMALL),
        on_scene_h=draw(st.floats(0.2, 12.0)),
        returns=draw(st.booleans()),
        land_h=draw(st.floats(0.1, 4.0)),
        back_h=draw(st.floats(0.1, 4.0)),
        trained=draw(st.booleans()),
        communications=draw(st.integers(0, 3)),
        takes_over=draw(st.booleans()),
        lifejackets=draw(st.integers(0, 80)),
        load=draw(st.integers(1, 20)),
        boat_per_h=draw(st.sampled_from([0.0, 10.0, 60.0])),
        swamped_per_h=draw(st.sampled_from([0.0, 10.0, 60.0])),
        water_per_h=draw(st.sampled_from([0.0, 10.0, 60.0])),
        highest_sea_m=draw(st.sampled_from([1.0, 8.0])),
        bulk=draw(st.floats(0.0, 6.0)),
        makes_lee=draw(st.booleans()),
        capacity=draw(st.integers(0, 90)),
        safe_calm=calm,
        safe_rough=draw(st.integers(0, calm)),
        quota=draw(st.integers(0, 90)),
        when_full=draw(st.sampled_from(["land", "transfer", "exceed"])),
        medic=draw(st.booleans()),
        first_task=draw(st.sampled_from(["rescue", "secure"])),
        screening_h=draw(st.sampled_from([0.0, 2.0])),
        place=draw(st.sampled_from(["harbour", ""])),
    )


@st.composite
def rescues(draw):
    persons = draw(st.integers(0, 120))
    part = st.integers(0, persons)
    steps = sorted(draw(st.lists(SMALL, max_size=3)))
    return MassRescueSpec(
        units=tuple(draw(units(f"unit {n}")) for n in "abcd"[: draw(st.integers(0, 4))]),
        weather=tuple(WeatherSpec(from_h=at, sea_m=draw(st.floats(0.0, 5.0))) for at in steps),
        sources=(SourceSpec(name="a list", at_h=draw(SMALL), persons=draw(st.integers(0, 150))),),
        places=(PlaceSpec(name="harbour"),),
        lifejackets=draw(st.sampled_from(["first", "while", "none"])),
        alongside=draw(st.integers(1, 4)),
        first_coordinates=draw(st.booleans()),
        triage=draw(st.sampled_from(["need", "as_they_come"])),
        triage_on_board=draw(st.booleans()),
        stand_down=draw(st.sampled_from(["reconciled", "reported"])),
        suspend_h=draw(st.floats(1.0, 12.0)),
        persons=persons,
        in_water=draw(part),
        children=draw(part),
        injured=draw(part),
        jackets_on=draw(part),
        approach_risk=draw(st.sampled_from([0.0, 0.01, 1.0])),
        founder_per_h=draw(st.sampled_from([0.0, 0.05, 5.0])),
        breakup_per_h=draw(st.sampled_from([0.0, 1.0])),
        water_c=draw(st.floats(5.0, 28.0)),
        all_clear_h=draw(SMALL),
    )


def watched(spec, seed, hours=14.0):
    """Run a rescue event by event; yield the scene after each."""
    env = simpy.Environment()
    writer = Writer(env, MODEL.kinds, MODEL.subjects(spec))
    scene = Scene(env, spec, Luck(seed), writer)
    launch(scene)
    while env.peek() < hours:
        env.step()
        yield scene, writer


@settings(max_examples=60, deadline=None)
@given(spec=rescues(), seed=st.integers(0, 2**32))
def test_at_every_event_every_person_is_in_exactly_one_state(spec, seed):
    for scene, _ in watched(spec, seed):
        people = scene.people
        places = [*(person for state in IN_DISTRESS for person in people.at[state])]
        places += [person for aboard in people.aboard for person in aboard]
        settled = [p for p in range(spec.persons) if people.state[p] in {LANDED, LOST}]

        assert sorted(places + settled) == list(range(spec.persons))
        assert sum(people.counts()) == spec.persons
        assert len(people.counts()) == len(STATES)


@settings(max_examples=60, deadline=None)
@given(spec=rescues(), seed=st.integers(0, 2**32))
def test_the_log_accounts_for_everybody_whom_the_states_hold(spec, seed):
    scene = writer = None
    for scene, writer in watched(spec, seed):  # noqa: B007, the last one is meant
        pass
    if scene is None:
        return
    book, counts = writer.logbook(), scene.people.counts()

    recovered = sum(entry.facts["persons"] for entry in book.of("persons_recovered"))
    lost = [entry.facts["place"] for entry in book.of("person_lost")]
    out = sum(counts[state] for state in IN_DISTRESS)
    assert recovered + (len(lost) - lost.count("unit")) + out == spec.persons
    assert counts[ON_UNIT] + counts[LANDED] == recovered - lost.count("unit")
    given_over = sum(entry.facts["persons"] for entry in book.of("persons_handed_over"))
    assert given_over == sum(entry.facts["persons"] for entry in book.of("persons_taken_over"))


@settings(max_examples=40, deadline=None)
@given(spec=rescues(), seed=st.integers(0, 2**32))
def test_times_never_run_backwards_and_nobody_takes_more_than_there_is_room_for(spec, seed):
    rooms = {unit.name: unit.capacity for unit in spec.units}
    for scene, writer in watched(spec, seed):
        for unit, aboard in zip(spec.units, scene.people.aboard, strict=True):
            assert len(aboard) <= rooms[unit.name]
        times = [row[0] for row in writer.logbook().records()[-2:]]
        assert times == sorted(times)

"""Every person is in exactly one place at every entry, and no unit does more than it can."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.joint.operation.books import Books
from tests.joint.operation.drawn import operations
from tests.joint.operation.waters import run, season

few = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@few
@given(spec=operations(), seed=st.integers(0, 2**32))
def test_every_person_is_in_exactly_one_place_at_every_entry(spec, seed):
    Books(spec).read_through(run(spec, 120.0, seed))


def never_beyond_endurance(spec, book):
    """Hold every sortie to the endurance of its unit, whatever sea it came home through."""
    endurance = {unit.name: unit.endurance_h for unit in spec.units}
    ended = [e for e in book.of("sortie_ended") if e.subject in endurance]
    for entry in ended:
        assert entry.facts["left_h"] >= -1e-9, entry
        total_h = entry.facts["away_h"] + entry.facts["left_h"]
        assert abs(total_h - endurance[entry.subject]) < 1e-9, entry
    return len(ended)


@few
@given(spec=operations(), seed=st.integers(0, 2**32))
def test_no_unit_exceeds_its_endurance_in_any_drawn_operation(spec, seed):
    never_beyond_endurance(spec, run(spec, 120.0, seed))


def test_no_unit_exceeds_its_endurance_in_a_season():
    spec = season().parameters

    ended = sum(never_beyond_endurance(spec, run(spec, 720.0, replication=n)) for n in range(4))

    assert ended > 400


def test_a_whole_season_keeps_its_books():
    spec = season().parameters

    for replication in range(3):
        books = Books(spec).read_through(run(spec, 720.0, replication=replication))
        assert sum(people.left for people in books.boats.values()) > 500
        assert sum(people.ashore for people in books.boats.values()) > 50
        assert books.read > 10


def test_books_that_miss_a_person_are_noticed():
    spec = season().parameters
    book = run(spec, 720.0)
    first = next(e for e in book if e.kind == "persons_recovered")
    book.entries["facts"][first.sequence, 1] -= 1.0

    with pytest.raises(AssertionError):
        Books(spec).read_through(book)


def test_a_boat_that_nobody_stays_with_is_reported_once_and_the_patrol_goes_on():
    """Such a patrol once saw one boat for ever at one moment, and the run never ended."""
    values = {"definite_range_nm": 2.0, "shadow_doubtful": False, "dispatch_phase": "distress"}
    spec = season(96.0, departures_per_day=20.0, **values).parameters

    book = run(spec, 96.0)

    sighted = [(e.subject, e.time_h) for e in book.of("boat_sighted")]
    assert len(sighted) > 2
    assert len(sighted) == len(set(sighted))

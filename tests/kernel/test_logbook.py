import numpy as np
import pytest
import simpy

from trainkit import TrainkitError
from trainkit.kernel.logbook import Kind, Logbook, Logbooks
from trainkit.kernel.writer import Writer

KINDS = (
    Kind("search_began"),
    Kind("leg_began", ("x_nm", "y_nm")),
    Kind("phase_declared", ("phase",), {"phase": ("uncertainty", "alert", "distress")}),
)
SUBJECTS = ("alder-1", "borea-1")


def book(*lines) -> Logbook:
    env = simpy.Environment()
    writer = Writer(env, KINDS, SUBJECTS)

    def process():
        for time_h, kind, subject, facts in lines:
            yield env.timeout(time_h - env.now)
            writer.write(kind, subject, **facts)

    env.process(process())
    env.run()
    return writer.logbook()


NIGHT = (
    (0.0, "search_began", "alder-1", {}),
    (0.5, "leg_began", "alder-1", {"x_nm": 1.5, "y_nm": -2.0}),
    (1.25, "leg_began", "borea-1", {"x_nm": 4.0}),
    (2.0, "phase_declared", "borea-1", {"phase": "distress"}),
)


def test_records_are_what_was_written_in_order():
    assert book(*NIGHT).records() == [
        (0.0, "search_began", "alder-1", {}),
        (0.5, "leg_began", "alder-1", {"x_nm": 1.5, "y_nm": -2.0}),
        (1.25, "leg_began", "borea-1", {"x_nm": 4.0}),
        (2.0, "phase_declared", "borea-1", {"phase": "distress"}),
    ]


def test_entries_are_found_by_kind_and_subject():
    night = book(*NIGHT)

    assert [entry.sequence for entry in night.of("leg_began")] == [1, 2]
    assert night.first("leg_began", "borea-1").time_h == 1.25
    assert night.first("search_began", "borea-1") is None


def test_readers_give_one_number_a_replication_and_nan_where_nothing_happened():
    nights = Logbooks.of([book(*NIGHT), book(), book(*NIGHT[2:])])

    np.testing.assert_array_equal(nights.count("leg_began"), [2, 0, 1])
    np.testing.assert_array_equal(nights.count("leg_began", "alder-1"), [1, 0, 0])
    np.testing.assert_array_equal(nights.first_time_h("leg_began"), [0.5, np.nan, 1.25])
    np.testing.assert_array_equal(nights.first_fact("leg_began", "x_nm"), [1.5, np.nan, 4.0])
    np.testing.assert_array_equal(nights.total("leg_began", "x_nm"), [5.5, 0, 4.0])


def test_side_by_side_each_logbook_is_still_itself():
    one, two = book(*NIGHT), book(*NIGHT[:2])

    nights = Logbooks.of([one, two])

    assert len(nights) == 2
    assert nights[0].records() == one.records()
    assert nights[1].records() == two.records()


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ((0.0, "leg_begun", "alder-1", {}), "'leg_began'"),
        ((0.0, "leg_began", "alder-2", {}), "'alder-1'"),
        ((0.0, "leg_began", "alder-1", {"x_nn": 1.0}), "'x_nm'"),
        ((0.0, "phase_declared", "alder-1", {"phase": "alarm"}), "phase"),
    ],
)
def test_what_the_model_does_not_declare_is_refused_with_a_hint(line, hint):
    with pytest.raises(TrainkitError, match=hint):
        book(line)


def test_a_reader_is_told_the_kinds_nearest_to_a_wrong_one():
    with pytest.raises(TrainkitError, match="'leg_began'"):
        Logbooks.of([book(*NIGHT)]).count("leg_begun")


def test_books_of_two_models_do_not_go_side_by_side():
    other = Logbook((Kind("visa_issued"),), ("desk",), book().entries)

    with pytest.raises(TrainkitError, match="one model"):
        Logbooks.of([book(), other])

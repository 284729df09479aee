"""Orders are data: the same seed and orders give the same logbook, and a branch its own future."""

from functools import cache

import pytest
from tests.joint.operation.waters import facts, run, season, times

from trainkit.joint.operation import OrderSpec

AT_H = 100.25
ORDERS = {
    "patrol": OrderSpec(time_h=AT_H, order="patrol", unit="Skua", area_x_nm=-10.0, area_y_nm=30.0),
    "stand by": OrderSpec(time_h=AT_H, order="stand_by", unit=""),
    "share": OrderSpec(time_h=AT_H, order="sharing", word="tasking"),
    "largest": OrderSpec(time_h=AT_H, order="dispatch", word="largest"),
    "distress only": OrderSpec(time_h=AT_H, order="dispatch_phase", word="distress"),
}
UNTIL_H = 360.0


@cache
def ordered(*orders, replication=0):
    """Return the logbook of a run with orders, which no test changes."""
    return played(*orders, replication=replication)


def played(*orders, replication=0):
    spec = season(UNTIL_H, departures_per_day=8.0).parameters
    return run(spec.model_copy(update={"orders": orders}), UNTIL_H, replication=replication)


@pytest.mark.parametrize("name", ORDERS)
def test_a_replay_with_the_same_seed_and_orders_is_the_same_bit_for_bit(name):
    first, again = ordered(ORDERS[name]), played(ORDERS[name])

    assert first.entries.tobytes() == again.entries.tobytes()


@pytest.mark.parametrize("name", ORDERS)
def test_a_branch_differs_from_its_stem_after_its_moment_only(name):
    changed = False
    for replication in range(3):
        stem, branch = (ordered(*o, replication=replication) for o in ((), (ORDERS[name],)))

        def before(book):
            return [record for record in book.records() if record[0] < AT_H]

        assert len(before(stem)) > 50
        assert before(branch) == before(stem)
        after = [r for r in branch.records() if r[0] >= AT_H and r[1] != "order_given"]
        changed |= after != [r for r in stem.records() if r[0] >= AT_H]
    assert changed


@pytest.mark.parametrize("name", ORDERS)
def test_a_branch_changes_neither_the_weather_nor_who_leaves(name):
    stem, branch = ordered(), ordered(ORDERS[name])

    for kind in ("weather_changed", "light_changed", "boat_departed"):
        assert [r for r in stem.records() if r[1] == kind] == [
            r for r in branch.records() if r[1] == kind
        ]


def test_every_order_is_written_down_at_its_moment_in_the_order_of_time():
    late = OrderSpec(time_h=200.0, order="sharing", word="picture")

    book = ordered(late, *ORDERS.values())

    assert times(book, "order_given").tolist() == [AT_H] * len(ORDERS) + [200.0]
    told = [entry.facts["order"] for entry in book.of("order_given")]
    assert told == ["patrol", "stand_by", "sharing", "dispatch", "dispatch_phase", "sharing"]


def test_units_that_are_to_stand_by_leave_for_no_more_patrols():
    book = ordered(ORDERS["stand by"])
    stem = ordered()

    def patrols(found):
        late = [e for e in found.of("boat_sighted") if e.time_h > AT_H + 24.0]
        return len([e for e in late if e.subject != "Dawn"])

    assert patrols(stem) > 0
    assert patrols(book) == 0


def test_a_unit_that_is_ordered_to_a_case_goes_to_it():
    stem = ordered()
    flying = [u.name for u in season().parameters.units if u.posture == "stand_by"]
    told = next(e for e in stem.of("alert_received") if e.time_h > 50.0)
    at_h = round(told.time_h + 0.3, 2)

    sent = 0
    for name in flying:
        task = OrderSpec(time_h=at_h, order="task", unit=name, case=int(told.facts["case"]))
        book = ordered(task)
        (given,) = book.of("order_given")
        tasked = [e for e in book.of("unit_tasked", name) if e.time_h == given.time_h]
        sent += [e.facts["case"] for e in tasked] == [told.facts["case"]]
    assert sent > 0


def test_an_order_to_a_case_that_is_not_there_is_given_and_changes_nothing():
    task = OrderSpec(time_h=AT_H, order="task", unit="Skua", case=9_999)

    branch = [r for r in ordered(task).records() if r[1] != "order_given"]

    assert branch == ordered().records()


def test_what_is_shared_from_a_moment_on_is_sent_from_that_moment_on():
    stem, branch = ordered(), ordered(ORDERS["share"])

    sent_before = times(stem, "message_sent")
    sent_after = times(branch, "message_sent")
    assert (sent_before < AT_H).sum() == (sent_after < AT_H).sum()
    assert (sent_after >= AT_H).sum() > (sent_before >= AT_H).sum()
    assert facts(branch, "message_received", "age_h").min() >= 0.0

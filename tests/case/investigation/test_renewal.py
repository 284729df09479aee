"""Orders in use are renewed on new grounds, as far as the statute goes; others end and cost."""

import pytest
import simpy

from trainkit.case.investigation import MODEL
from trainkit.case.investigation.processes import opened
from trainkit.case.investigation.run import Task
from trainkit.case.investigation.team import Item
from trainkit.case.investigation.work import perform
from trainkit.kernel.logbook import Logbooks
from trainkit.kernel.luck import Luck
from trainkit.kernel.writer import Writer

DAY_H = 24.0
WEEK_H = 10.0
"""Hours of staff in a week: few, so that an act may take most of a year."""
SIDES = {"Alder": 0, "Borea": 1}
LASTS = {"surveillance": 5, "telecom_data": 3, "source_handling": 11, "search": 7}
"""Places of some actions in the scenario."""


def item(run, team, person, number):
    """Let something new speak against somebody."""
    item = Item(900 + number, f"witness {number}", person, 1.0, True, run.env.now, team)
    run.teams[team].take(item)


def done(year, action, side, *, days, grounds=(), lead=5.0, until=400.0):
    """Let an act of so many days run; new grounds come on the days told; return the logbook."""
    place = f"actions.{LASTS[action]}"
    told = {"work_median_h": days * WEEK_H / 7.0, "work_sigma": 0.0, "custody_gap": 0.0}
    case = year.vary({f"{place}.{name}": value for name, value in told.items()})
    spec = case.vary({"plan.renewal_lead_days": lead, "staff_h_a_week": WEEK_H}).parameters
    assert spec.actions[LASTS[action]].action == action
    env = simpy.Environment()
    run = opened(env, spec, Luck(7, 0), Writer(env, MODEL.kinds, MODEL.subjects(spec)))
    team, person = SIDES[side], run.network.actors[0].id
    item(run, team, person, 0)

    def news():
        for number, day in enumerate(grounds, start=1):
            yield env.timeout(day * DAY_H - env.now)
            item(run, team, person, number)

    env.process(news())
    env.process(perform(run, Task(run.teams[team], action, person, 1)))
    env.run(until=until * DAY_H)
    return run.writer.logbook()


def kinds(book):
    """Return what became of the order of the act; that of waiting with an arrest is another."""
    names = ("order_granted", "order_renewed", "order_expired_in_use")
    told = [one for one in book if one.kind in names and one.facts["action"] != "defer_arrest"]
    return [one.kind.removeprefix("order_") for one in told]


def worth(book):
    """Return whether what the act brought is evidence, and whether its order was in force."""
    (brought,) = book.of("item_obtained")
    return bool(brought.facts["evidence"]), bool(brought.facts["in_force"])


@pytest.mark.parametrize("action", ["surveillance", "telecom_data"])
@pytest.mark.parametrize("side", ["Alder", "Borea"])
def test_on_new_grounds_an_order_is_renewed_and_what_it_brings_is_evidence(year, action, side):
    book = done(year, action, side, days=80.0, grounds=(20.0, 50.0))

    assert set(kinds(book)) == {"granted", "renewed"}
    assert worth(book) == (True, True)


@pytest.mark.parametrize("action", ["surveillance", "telecom_data"])
def test_without_anything_new_it_is_not_renewed_and_use_after_its_end_costs_the_exhibit(
    year, action
):
    book = done(year, action, "Borea", days=80.0)

    assert kinds(book) == ["granted", "expired_in_use"]
    assert worth(book) == (False, False)


def test_a_ground_serves_one_renewal_and_no_second(year):
    """Thirty days and thirty more in Borea; the second renewal would need something newer."""
    book = done(year, "surveillance", "Borea", days=80.0, grounds=(20.0,))

    assert kinds(book) == ["granted", "renewed", "expired_in_use"]
    assert worth(book) == (False, False)


def test_a_plan_that_watches_no_clock_lets_it_end_whatever_is_new(year):
    book = done(year, "surveillance", "Borea", days=80.0, grounds=(20.0, 50.0), lead=0.0)

    assert kinds(book) == ["granted", "expired_in_use"]
    assert worth(book) == (False, False)


@pytest.mark.parametrize(
    ("action", "side", "most_days"),
    [("telecom_data", "Borea", 150.0), ("surveillance", "Borea", None),
     ("telecom_data", "Alder", None)],
)  # fmt: skip
def test_renewals_go_as_far_as_the_statute_and_not_further(year, action, side, most_days):
    """Something new comes every five days, for three hundred days of work."""
    book = done(year, action, side, days=300.0, grounds=tuple(range(5, 300, 5)))
    granted = book.of("order_granted")[0]
    ends = [entry.facts["expires_h"] for entry in book.of("order_renewed")]

    if most_days is None:
        assert "expired_in_use" not in kinds(book)
        assert max(ends) > 300.0 * DAY_H
    else:
        assert max(ends) == pytest.approx(granted.time_h + most_days * DAY_H)
        assert kinds(book)[-1] == "expired_in_use"
        assert worth(book) == (False, False)


def test_an_order_for_a_search_no_law_renews(year):
    book = done(year, "search", "Alder", days=60.0, grounds=(5.0, 15.0, 25.0))

    assert kinds(book) == ["granted", "expired_in_use"]


def test_an_act_that_is_over_in_time_asks_for_no_renewal(year):
    book = done(year, "surveillance", "Borea", days=10.0, grounds=(5.0, 20.0))

    assert kinds(book) == ["granted"]
    assert worth(book) == (True, True)


def test_a_year_of_care_lets_few_orders_end_in_use_and_a_careless_one_many(year, play):
    read = {metric.name: metric.read for metric in MODEL.metrics}["orders_expired"]
    ended, watched = {}, {}
    for lead in (5.0, 0.0):
        books = [play(year.vary("plan.renewal_lead_days", lead), r) for r in range(4)]
        ended[lead] = read(Logbooks.of(books)).mean()
        watched[lead] = sum(_of_surveillance(book) for book in books)
    assert watched[5.0] < watched[0.0] / 2
    assert 0.0 < ended[5.0] < ended[0.0] / 3


def _of_surveillance(book):
    return sum(e.facts["action"] == "surveillance" for e in book.of("order_expired_in_use"))

"""In the same luck a longer delay never helps, where theory says so.

With one unit and one boat, and neither drift nor other traffic, everything that follows the alert
is a sum of times whose draws do not depend on when it was given: notice, way, search, people
aboard. A later start shifts the whole chain, so nobody is aboard earlier. A death in the water
happens at its own time, so whoever is lost with the earlier start is lost with the later one too.
Where several boats want the same units this is not so (a late alert can leave a unit free for
another), and nothing is claimed.
"""

from itertools import pairwise

import pytest
from tests.joint.operation.waters import by_case, calm, facts, operation, region, run, unit

from trainkit.joint.operation import OrderSpec
from trainkit.joint.operation.places import LinkSpec, SpellSpec

UNTIL_H, LUCKS = 400.0, range(40)


def one_boat(notice_h=0.0, **values):
    """Return one unit and a sea that lets boats leave in the first hour only."""
    one = unit(flies=True, ready_h=notice_h, sweep_width_nm=4.0, recovery_per_h=20.0)
    seas = calm(name="leaving"), calm(name="shut", departure_factor=0.0)
    usual = {
        "units": (one,),
        "seas": seas,
        "spells": (SpellSpec(sea=0, time_h=1.0), SpellSpec(sea=1, time_h=1000.0)),
        "departures_per_day": 24.0,
        "call_error_nm": 1.0,
        "swamped_mean_h": 2.0,
        "water_mean_h": 1.0,
        "survival_median_h": 4.0,
    }
    return operation(**{**usual, **values})


def outcomes(spec):
    """Return, of each luck with one boat, when people came aboard and how many were lost."""
    found = {}
    for luck in LUCKS:
        book = run(spec, UNTIL_H, replication=luck)
        if len(book.of("boat_departed")) == 1:
            aboard = by_case(book, "persons_recovered").get(0.0)
            lost = facts(book, "person_lost", "persons").sum()
            found[luck] = (aboard.time_h if aboard else float("inf"), lost)
    return found


def never_helps(early, late):
    """Hold a later start to recovering nobody earlier and losing nobody less."""
    assert len(early) >= 8
    assert set(early) == set(late)
    for luck, (aboard_h, lost) in early.items():
        assert late[luck][0] >= aboard_h - 1e-9, luck
        assert late[luck][1] >= lost, luck
    assert sum(lost for _, lost in late.values()) > sum(lost for _, lost in early.values())


@pytest.fixture(scope="module")
def prompt():
    return outcomes(one_boat())


def test_a_longer_notice_recovers_nobody_earlier_and_saves_nobody_more(prompt):
    hours = [prompt, *(outcomes(one_boat(notice_h=notice)) for notice in (2.0, 6.0, 12.0))]

    for early, late in pairwise(hours):
        never_helps(early, late)


def test_a_later_alert_recovers_nobody_earlier(prompt):
    never_helps(prompt, outcomes(one_boat(call_mean_h=8.0)))


def test_a_slower_link_recovers_nobody_earlier_where_the_responsible_centre_has_the_unit():
    """Alder is told and has no unit; Borea has it, and sends it when it has read the request."""

    def told(median_h):
        link = LinkSpec(
            compose_median_h=median_h, translate_median_h=0.0, sigma=0.0, delay_h=0.0, loss=0.0
        )
        borea = unit("Petrel", state="Borea", flies=True, sweep_width_nm=4.0, recovery_per_h=20.0)
        here = region("Borea", accepts=1.0, answer_mean_h=0.01)
        return outcomes(one_boat(link=link, units=(borea,), regions=(here,)))

    never_helps(told(0.1), told(4.0))


def test_an_order_to_wait_for_distress_recovers_nobody_earlier():
    slow = {"distress_mean_h": 6.0, "escalate_mean_h": 48.0}
    at_once, later = (
        outcomes(one_boat(orders=(order,), **slow))
        for order in (
            OrderSpec(time_h=0.0, order="dispatch_phase", word="uncertainty"),
            OrderSpec(time_h=0.0, order="dispatch_phase", word="distress"),
        )
    )

    for luck, (aboard_h, _) in at_once.items():
        assert later[luck][0] >= aboard_h - 1e-9
    assert sum(h for h, _ in later.values()) > sum(h for h, _ in at_once.values())


def test_an_outage_of_the_link_recovers_nobody_earlier():
    borea = unit("Petrel", state="Borea", flies=True, sweep_width_nm=4.0, recovery_per_h=20.0)
    here = region("Borea", accepts=1.0, answer_mean_h=0.01)

    def told(until_h):
        link = LinkSpec(outage_from_h=0.0, outage_to_h=until_h, sigma=0.0, loss=0.0)
        return outcomes(one_boat(link=link, units=(borea,), regions=(here,)))

    never_helps(told(0.0), told(10.0))

"""Who is sent of units that lie ready: the first to arrive, or by another rule the largest."""

import pytest
from tests.joint.operation.waters import operation, run, unit


def first_sent(rule):
    """Return who is sent to the first case: far and large, or near and small; both carry all."""
    units = (
        unit("Far", flies=True, base_x_nm=-200.0, survivor_capacity=500),
        unit("Near", flies=True, base_x_nm=20.0, survivor_capacity=100),
    )
    spec = operation(units=units, dispatch=rule, departures_per_day=2.0)
    return run(spec, 48.0).first("unit_tasked").subject


@pytest.mark.parametrize(("rule", "sent"), [("nearest", "Near"), ("largest", "Far")])
def test_the_rule_of_dispatch_decides_who_is_sent_first(rule, sent):
    assert first_sent(rule) == sent

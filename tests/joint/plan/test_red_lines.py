"""R4 and R8 as functions of records."""

from datetime import UTC, datetime

from tests.joint.plan.conftest import DURING

from trainkit.joint.plan import RESCUE, Plan
from trainkit.joint.plan.red_lines import act_of, altered, outside_plan
from trainkit.kernel.clock import Clock

READ = act_of(Clock(DURING))
LAW = "Coast Guard Act of Alder, section 4"


def done(kind, hour=0.0, subject="Alder Skua", **facts):
    said = {"joint": 1.0, "basis": LAW, "x_nm": 0.0, "y_nm": 0.0, **facts}
    return (hour, kind, subject, said)


def test_joint_acts_outside_plan_area_or_time_cross_r4_and_others_do_not(record, approved):
    plan = approved(record)
    records = [
        done("patrol"),
        done("patrol", x_nm=30.0),
        done("board", joint=0.0, x_nm=30.0),
        done("board"),
        (1.0, "weather_changed", "sea", {}),
        done("patrol", hour=200.0),
        done("patrol", x_nm=float("nan")),
    ]

    found = outside_plan(plan, records, READ)

    assert [(one.rule, one.event) for one in found] == [("R4", n) for n in (1, 3, 5, 6)]
    assert "outside the execution area" in found[0].text


def test_no_act_of_rescue_crosses_r4_wherever_whenever_and_whoever(record, approved):
    records = [
        done(kind, hour=h, x_nm=x, basis="", subject=who)
        for kind in RESCUE
        for h in (-9000.0, 0.0, 9000.0)
        for x in (0.0, 900.0, float("nan"))
        for who in ("Alder Skua", "RCC Cyra", "a trawler")
    ]

    for plan in (None, Plan.of(record), approved(record)):
        assert outside_plan(plan, records, READ) == []


def test_without_a_plan_and_after_an_edit_every_joint_act_crosses_r4(record, approved):
    plan = approved(record)
    record["version"] = 2
    edited = Plan(Plan.of(record).content, plan.approvals)

    assert len(outside_plan(None, [done("patrol")], READ)) == 1
    assert len(outside_plan(edited, [done("patrol")], READ)) == 1


def test_facts_that_are_missing_are_read_to_the_disadvantage_of_the_act(record, approved):
    bare = (0.0, "patrol", "Alder Skua", {"joint": 1.0})

    (found,) = outside_plan(approved(record), [bare], READ)

    assert "names no basis" in found.text


def test_an_entry_changed_left_out_or_put_in_crosses_r8_at_its_place():
    kept = [(0.0, "a", "x", {}), (1.0, "b", "x", {"n": 1.0}), (2.0, "c", "x", {})]

    assert altered(kept, list(kept)) == []
    changed = altered(kept, [kept[0], (1.5, "b", "x", {"n": 1.0}), kept[2]])
    assert [(c.rule, c.event, c.text) for c in changed] == [
        ("R8", 1, "Entry 1 of the log is not as it was written.")
    ]
    assert altered(kept, kept[:2])[0].text == "Entry 2 of the log was left out."
    assert altered(kept[:2], kept)[0].text == "Entry 2 of the log was put in."


def test_an_act_is_read_at_its_hour_on_the_clock():
    act = READ(done("patrol", hour=2.5))

    assert act.at == datetime(2031, 5, 4, 3, 30, tzinfo=UTC)
    assert READ((0.0, "sun_rose", "sky", {})) is None

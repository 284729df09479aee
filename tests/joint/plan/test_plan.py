"""What a plan must hold, when it is valid, and what each mistake is told."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from tests.joint.plan.conftest import DURING, EARLIER, SIDES

from trainkit.errors import TrainkitError
from trainkit.joint.plan import Plan
from trainkit.joint.plan.approval import signed
from trainkit.joint.plan.operative import PUBLISHED, in_operation_from
from trainkit.joint.plan.writing import add_approval

VIENNA = ZoneInfo("Europe/Vienna")


def drop(key):
    def change(record):
        at, _, last = key.rpartition(".")
        del (record[at] if at else record)[last]

    return change


def put(key, value):
    def change(record):
        steps, at = key.split("."), record
        for step in steps[:-1]:
            at = at[int(step)] if step.isdigit() else at[step]
        at[int(steps[-1]) if steps[-1].isdigit() else steps[-1]] = value

    return change


def refused(record, change):
    change(record)
    with pytest.raises(TrainkitError) as caught:
        Plan.of(record, "plan.toml")
    return str(caught.value)


@pytest.mark.parametrize("part", [
    "scope", "target", "force", "duration", "area", "rescue", "suspension", "sides", "paper",
    "synthetic", "rescue.text", "rescue.coordinated_by", "suspension.who", "duration.end",
    "force.report_within_h",
])  # fmt: skip
def test_a_plan_without_an_element_or_a_mandatory_clause_is_refused_by_name(record, part):
    told = refused(record, drop(part))

    assert f"plan.toml.{part} is missing" in told


@pytest.mark.parametrize(("key", "value", "told"), [
    ("synthetic", False, "must say 'synthetic = true'"),
    ("rescue.needs_plan", True, "rescue needs no plan"),
    ("rescue.text", "  ", "write some words"),
    ("scope.acts.0.kind", "recover_people", "needs no plan and stands in no list"),
    ("scope.acts.0.kind", "patrl", "Did you mean 'patrol'"),
    ("scope.acts.0.basis", "the paper, point 9", "names no law and no treaty"),
    ("third_parties.0.may", ["board"], "is not in the plan's scope"),
    ("third_parties.0.may", ["recover_people"], "is in nobody's gift"),
    ("third_parties.0.name", "Alder", "is a side of the plan"),
    ("third_parties.0.consent.at", datetime(2031, 6, 1, tzinfo=UTC), "consent is recorded before"),
    ("third_parties.0.caveats", [], "a list of 1 or more"),
    ("duration.start", datetime(2031, 5, 3, 20), "has no zone"),  # noqa: DTZ001
    ("duration.start", "tonight", "a date with time and offset"),
    ("duration.start", datetime(2031, 5, 7, tzinfo=timezone(timedelta(hours=2))), "not after"),
    ("paper.host", "Cyra", "is no side"),
    ("sides.Alder.zone", "Europe/Vienne", "is no clock that is known"),
    ("sides.Alder.zone", "../../etc/passwd", "is no clock that is known"),
    ("sides.Alder.public_key", "ab", "no public key of 64"),
    ("force.report_within_h", 0, "hours, more than 0"),
    ("version", True, "a whole number"),
    ("area.corners_nm", [[0, 0], [1, 1]], "a list of 3 or more"),
    ("area.corners_nm", [[0, 0], [1, 1], "x"], "east and north"),
    ("target.text", "Call Ada on +390612345678", "telephone number"),
    ("area.corner_nm", [], "Did you mean 'corners_nm'"),
])  # fmt: skip
def test_what_may_not_stand_in_a_plan_is_refused_with_its_key_and_what_to_write(
    record, key, value, told
):
    found = refused(record, put(key, value))

    assert told in found
    assert "plan.toml" in found
    assert "\n" not in found


SQUARE = [[0, 0], [10, 0], [10, 10], [0, 10]]


@pytest.mark.parametrize(("corners", "told"), [
    (SQUARE, "is not closed"),
    ([[0, 0], [10, 10], [10, 0], [0, 10], [0, 0]], "crosses or touches itself, near [5, 5]"),
    ([[0, 0], [10, 0], [4, 0], [0, 0]], "encloses no water"),
    ([[0, 0], [0, 0], [0, 0]], "encloses no water"),
    ([[0, 0], [1e9, 0], [0, 1], [0, 0]], "off the chart"),
    ([[0, 0], [float("inf"), 0], [0, 1], [0, 0]], "no number"),
    ([[19, 1], [23, 1], [23, 5], [19, 5], [19, 1]], "overlaps the forbidden area 'cable ground'"),
    ([[0, 0], [4, 0], [4, 4], [8, 4], [8, 8], [4, 4], [0, 0]], "touches itself, near [4, 4]"),
])  # fmt: skip
def test_an_area_that_cannot_be_one_is_refused(record, corners, told):
    record["third_parties"] = []

    assert told in refused(record, put("area.corners_nm", corners))


def test_an_overlap_is_told_in_square_miles(record):
    """The forbidden ground is 6 by 6; a strip of 1 by 4 of it lies in the area."""
    corners = [[10, 2], [21, 2], [21, 8], [10, 8], [10, 2]]

    assert "by 4 square nautical miles" in refused(record, put("area.corners_nm", corners))


def test_areas_that_touch_do_not_overlap(record):
    assert record["area"]["forbidden"][0]["corners_nm"][0] == [20.0, 0.0]
    assert Plan.of(record)


def test_one_key_for_both_sides_is_refused(record):
    key = record["sides"]["Alder"]["public_key"]

    assert "sign for both" in refused(record, put("sides.Borea.public_key", key.upper()))


def test_a_third_or_a_missing_side_is_refused(record):
    record["sides"]["Cyra"] = record["sides"]["Alder"]

    assert "2 tables" in refused(record, lambda _: None)


def test_the_published_paper_is_in_operation_from_26_september_2025():
    rome, ankara = timezone(timedelta(hours=2)), timezone(timedelta(hours=3))

    assert datetime(2025, 9, 26, tzinfo=rome) == PUBLISHED
    assert PUBLISHED.astimezone(ankara).hour == 1
    assert PUBLISHED.astimezone(UTC).day == 25


def test_days_are_days_of_the_clock_though_summer_time_begins_between():
    """Signed 20 March 2031 at UTC+1; on 4 April Vienna is at UTC+2: 14 days and 23 hours later."""
    first = in_operation_from(datetime(2031, 3, 20, 0, tzinfo=VIENNA), VIENNA)

    assert first.isoformat() == "2031-04-04T00:00:00+02:00"
    passed = first.astimezone(UTC) - datetime(2031, 3, 19, 23, tzinfo=UTC)
    assert passed == timedelta(days=14, hours=23)


def test_a_plan_may_begin_with_the_paper_and_not_a_second_before(record):
    record["duration"]["start"] = datetime(2025, 9, 26, 1, tzinfo=timezone(timedelta(hours=3)))
    assert Plan.of(record).valid_at(DURING).reason.startswith("Alder has not")

    told = refused(record, put("duration.start", PUBLISHED - timedelta(seconds=1)))

    assert "lies before the paper is in operation" in told
    assert "2025-09-26T00:00:00+02:00" in told


@pytest.mark.parametrize(("at", "told"), [
    (datetime(2025, 9, 25, 23, tzinfo=UTC) - timedelta(hours=2), "only from 2025-09-26 00:00"),
    (datetime(2031, 5, 3, 17, 59, tzinfo=UTC), "not yet valid: it begins at 2031-05-03 20:00"),
    (datetime(2031, 5, 6, 4, tzinfo=UTC), "has ended, at 2031-05-06 06:00 +02:00 (Alder)"),
    (datetime(2031, 5, 4), "has no zone"),  # noqa: DTZ001
])  # fmt: skip
def test_outside_its_windows_a_plan_is_not_valid_and_says_so_on_both_clocks(
    record, approved, at, told
):
    found = approved(record).valid_at(at)

    assert not found
    assert told in found.reason


def test_a_plan_is_valid_only_from_the_second_approval(record, keys):
    plan = Plan.of(record)
    second = DURING + timedelta(minutes=1)
    both = (
        signed(keys["Alder"], "Alder", "chief", EARLIER, plan.digest),
        signed(keys["Borea"], "Borea", "chief", second, plan.digest),
    )
    plan = Plan(plan.content, both)

    assert not plan.valid_at(DURING)
    assert plan.valid_at(second)


def test_one_signature_a_wrong_key_another_version_and_a_changed_approval_are_told_apart(
    record, keys
):
    plan = Plan.of(record)

    def reasons(*approvals):
        return Plan(plan.content, approvals).valid_at(DURING).reason

    good = {side: signed(keys[side], side, "chief", EARLIER, plan.digest) for side in SIDES}
    crossed = signed(keys["Alder"], "Borea", "chief", EARLIER, plan.digest)
    older = signed(keys["Borea"], "Borea", "chief", EARLIER, "ab" * 32)
    moved = type(crossed)("Borea", "chief", EARLIER - timedelta(days=1), plan.digest,
                          good["Borea"].signature)  # fmt: skip

    assert "Borea has not approved it" in reasons(good["Alder"])
    assert "Borea's signature does not hold" in reasons(good["Alder"], crossed)
    assert "Borea's signature does not hold" in reasons(good["Alder"], moved)
    assert "Borea approved another version (abababababab..." in reasons(good["Alder"], older)
    assert reasons(older, crossed, good["Borea"], good["Alder"]).startswith("It is valid")


def test_any_edit_voids_both_approvals_and_an_edit_taken_back_restores_them(record, approved):
    plan = approved(record)
    assert plan.valid_at(DURING)

    record["force"]["report_within_h"] = 3
    edited = Plan(Plan.of(record).content, plan.approvals)
    record["force"]["report_within_h"] = 2.0
    restored = Plan(Plan.of(record).content, plan.approvals)

    assert not edited.valid_at(DURING)
    for side in SIDES:
        assert f"{side} approved another version" in edited.valid_at(DURING).reason
    assert restored.valid_at(DURING)


def autumn(record, start, end):
    record["duration"] = {
        "start": datetime.fromisoformat(start),
        "end": datetime.fromisoformat(end),
    }
    return record


def test_a_window_over_the_end_of_summer_time_lasts_an_hour_longer_than_its_wall_clocks_say(
    record, approved
):
    """26 October 2031: Vienna goes from +02:00 to +01:00 and Helsinki from +03:00 to +02:00."""
    plan = approved(autumn(record, "2031-10-25T22:00+02:00", "2031-10-26T06:00+01:00"))

    assert plan.valid_at(datetime(2031, 10, 26, 0, 30, tzinfo=UTC))
    assert plan.valid_at(datetime(2031, 10, 26, 4, 59, 59, tzinfo=UTC))
    assert not plan.valid_at(datetime(2031, 10, 26, 5, tzinfo=UTC))
    assert plan.valid_at(datetime(2031, 10, 26, 2, 30, tzinfo=VIENNA).replace(fold=1))


def test_an_hour_that_occurs_twice_is_two_instants_and_both_may_be_written(record):
    first = Plan.of(autumn(record, "2031-10-26T02:30+02:00", "2031-10-26T09:00+01:00")).digest
    second = Plan.of(autumn(record, "2031-10-26T02:30+01:00", "2031-10-26T09:00+01:00")).digest

    assert first != second


@pytest.mark.parametrize(("start", "alder", "borea"), [
    ("2031-10-26T09:00+03:00", "2031-10-26 07:00 +01:00", "2031-10-26 08:00 +02:00"),
    ("2031-03-30T02:30+01:00", "2031-03-30 03:30 +02:00", "2031-03-30 04:30 +03:00"),
    ("2031-05-03T20:00+00:00", "2031-05-03 22:00 +02:00", "2031-05-03 23:00 +03:00"),
])  # fmt: skip
def test_an_offset_that_neither_side_s_clock_has_on_that_day_is_refused_with_both_readings(
    record, start, alder, borea
):
    found = refused(record, lambda r: autumn(r, start, "2031-11-02T09:00+01:00"))

    assert f"{alder} in Alder, {borea} in Borea" in found
    assert "Where summer time begins or ends" in found


def test_a_plan_file_that_is_no_toml_or_not_there_is_told_with_what_to_do(tmp_path):
    (tmp_path / "bad.toml").write_text("scope = [", encoding="utf-8")

    with pytest.raises(TrainkitError, match=r"plan new missing\.toml"):
        Plan.read(tmp_path / "missing.toml")
    with pytest.raises(TrainkitError, match="Mend that line; what you wrote is still there"):
        Plan.read(tmp_path / "bad.toml")
    (tmp_path / "bad.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(TrainkitError, match=r"bad\.toml cannot be read"):
        Plan.read(tmp_path / "bad.toml")


def test_a_plan_saved_with_windows_line_ends_and_mark_has_the_same_hash(file):
    text = file.read_text(encoding="utf-8")
    before = Plan.read(file).digest

    file.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())

    assert Plan.read(file).digest == before


def test_the_day_of_signature_is_that_of_the_place_whatever_clock_wrote_it_down():
    """23:30 UTC on 10 September was 01:30 on 11 September in Vienna."""
    written_in_utc = datetime(2025, 9, 10, 23, 30, tzinfo=UTC)

    assert in_operation_from(written_in_utc, VIENNA) == PUBLISHED


def test_a_file_that_was_changed_while_it_was_approved_stays_as_it_is(file, keys):
    was = file.read_bytes()
    plan = Plan.parsed(was, file.name)
    approval = signed(keys["Alder"], "Alder", "chief", EARLIER, plan.digest)
    changed = was.replace(b"version = 1", b"version = 2")
    file.write_bytes(changed)

    with pytest.raises(TrainkitError, match="changed while it was being approved"):
        add_approval(file, approval, was)

    assert file.read_bytes() == changed
    assert list(file.parent.iterdir()) == [file]

"""What being late costs: by the rules, after a re-grade, and after an extension granted later."""

from datetime import UTC, datetime, timedelta

import pytest

from trainkit.errors import TrainkitError
from trainkit.grading.course import Rules
from trainkit.grading.exchange.dates import Due, parse_due
from trainkit.grading.exchange.deadline import due_for, due_of, set_due
from trainkit.grading.exchange.extending import grant, granted
from trainkit.grading.importing import import_submissions
from trainkit.grading.journal import broken
from trainkit.grading.late import is_too_late, late_penalty
from trainkit.grading.nbgrader_use import gradebook, nbgrader_api
from trainkit.grading.pipeline import grade

DAY = 86_400
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
DUE = Due(NOON, "Europe/Rome")


@pytest.mark.parametrize(
    ("seconds", "points"),
    [(-5, 0), (0, 0), (60, 0), (1800, 0), (1801, 5), (DAY, 5), (DAY + 1, 10), (3 * DAY, 15)],
)
def test_days_begun_cost_points_and_grace_costs_none(seconds, points):
    rules = Rules(penalty_per_day=10, grace_minutes=30, refuse_after_days=3)

    assert late_penalty(rules, seconds, 50) == points


def test_behind_the_last_day_nothing_is_left_and_never_more_is_taken_than_there_is():
    rules = Rules(penalty_per_day=10, refuse_after_days=3)

    assert late_penalty(rules, 3 * DAY + 1, 50) == 50
    assert late_penalty(Rules(penalty_per_day=30), 9 * DAY, 50) == 50
    assert (is_too_late(rules, 3 * DAY), is_too_late(rules, 3 * DAY + 1)) == (False, True)


@pytest.fixture
def set_noon():
    def set_noon(academy, due=DUE):
        with gradebook(academy) as book:
            set_due(book, "T1", due)
            book.db.commit()

    return set_noon


@pytest.fixture
def extend():
    def extend(academy, until, trainee="ada", reason="at sea"):
        with gradebook(academy) as book:
            made = grant(book, due_of(book, "T1"), trainee, "T1", until, reason, "M. Oak")
            book.db.commit()
        return made

    return extend


def final(academy, trainee="ada", **how):
    (row,) = [one for one in grade(academy, "T1", **how).rows if one.trainee == trainee]
    return row.percent


def test_a_due_date_is_kept_in_utc_with_the_zone_it_was_set_in(built, set_noon):
    set_noon(built)

    with gradebook(built) as book:
        due, stored = due_of(book, "T1"), book.find_assignment("T1").duedate

    assert stored == datetime(2026, 3, 2, 12)  # noqa: DTZ001  (nbgrader's form)
    assert str(due) == "2 March 2026 13:00 Europe/Rome (UTC+01:00)"


def test_a_due_date_set_on_nbgraders_own_pages_counts_and_is_shown_in_utc(built):
    with gradebook(built) as book:
        book.update_or_create_assignment("T1", duedate="2026-03-02 12:00:00 UTC")
        assert str(due_of(book, "T1")) == "2 March 2026 12:00 UTC"


def test_a_notebook_that_was_not_built_gets_no_due_date(built):
    with gradebook(built) as book, pytest.raises(TrainkitError, match="does not know X9"):
        set_due(book, "X9", DUE)


def test_the_penalty_follows_an_extension_that_is_granted_later(course, hand_in, set_noon, extend):
    academy = course("[late]\npenalty_per_day = 10\n")
    set_noon(academy)
    import_submissions(academy, "T1", hand_in(at=NOON + timedelta(days=1, hours=1)))

    before = final(academy)
    extend(academy, parse_due("2026-03-03 12:00 +00:00"))
    one_day, regraded = final(academy), final(academy, again=True)
    extend(academy, parse_due("2026-03-04 12:00 +00:00"))
    in_time = final(academy)

    raw = in_time
    assert (before, one_day, regraded) == (raw - 20, raw - 10, raw - 10)


def test_an_extension_granted_before_the_work_came_in_counts(
    course, hand_in, set_noon, extend, submit
):
    academy = course("[late]\npenalty_per_day = 10\n")
    set_noon(academy)
    submit("ben", {})
    grade(academy, "T1")
    with gradebook(academy) as book:
        book.update_or_create_student("ada")
    extend(academy, parse_due("2026-03-05 12:00 +00:00"))

    import_submissions(academy, "T1", hand_in(at=NOON + timedelta(days=2)))
    with_it = final(academy)
    with nbgrader_api(academy) as api:  # formgrader's button
        assert api.autograde("T1", "ada")["success"]
    with gradebook(academy) as book:
        found = book.find_submission("T1", "ada")
        assert (found.extension, found.total_seconds_late) == (timedelta(days=3), 0)
        assert not found.late_submission_penalty
    assert with_it == final(academy)


def test_too_late_brings_no_mark_even_when_written_answers_are_marked_later(
    course, hand_in, set_noon, extend
):
    academy = course("[late]\npenalty_per_day = 1\nrefuse_after_days = 2\n")
    set_noon(academy)
    import_submissions(academy, "T1", hand_in(at=NOON + timedelta(days=3)))

    first = final(academy)
    with gradebook(academy) as book:
        memo = book.find_grade("t1_memo", "T1", "T1", "ada")
        memo.manual_score, memo.needs_manual_grade = 24.0, False
        book.db.commit()
    second = final(academy)
    extend(academy, parse_due("2026-03-05 12:00 +00:00"))
    healed = final(academy)

    assert (first, second) == (0, 0)
    assert healed >= 24


def test_a_due_date_that_moves_takes_no_extension_away(course, hand_in, set_noon, extend):
    academy = course("[late]\npenalty_per_day = 10\n")
    set_noon(academy)
    import_submissions(academy, "T1", hand_in(at=NOON + timedelta(days=2)))
    grade(academy, "T1")
    extend(academy, parse_due("2026-03-05 12:00 +00:00"))
    in_time = final(academy)

    set_noon(academy, Due(NOON - timedelta(days=4), "UTC"))

    with gradebook(academy) as book:
        assert due_for(book, "T1", "ada").at == NOON + timedelta(days=3)
    assert final(academy) == in_time


def test_an_extension_is_in_the_journal_with_who_and_why(built, hand_in, set_noon, extend):
    set_noon(built)
    import_submissions(built, "T1", hand_in(at=NOON))
    grade(built, "T1")

    made = extend(built, parse_due("2026-03-05 18:00 Europe/Athens"))

    with gradebook(built) as book:
        assert granted(book, "ada") == [made]
        assert broken(book) == []
    assert (made.who, made.reason) == ("M. Oak", "at sea")
    assert str(made) == "5 March 2026 18:00 Europe/Athens (UTC+02:00)"


@pytest.mark.parametrize(
    ("until", "trainee", "reason", "told"),
    [
        ("2026-03-05 12:00 UTC", "adda", "at sea", "Did you mean 'ada'"),
        ("2026-03-05 12:00 UTC", "ada", "  ", "needs a reason"),
        ("2026-03-02 12:00 UTC", "ada", "at sea", "is no extension"),
    ],
)
def test_an_extension_that_cannot_be_granted_is_refused(
    built, hand_in, set_noon, extend, until, trainee, reason, told
):
    set_noon(built)
    import_submissions(built, "T1", hand_in(at=NOON))
    grade(built, "T1")

    with pytest.raises(TrainkitError, match=told):
        extend(built, parse_due(until), trainee, reason)


def test_without_a_due_date_nothing_can_be_extended(built, extend):
    with pytest.raises(TrainkitError, match="has no due date"):
        extend(built, DUE)

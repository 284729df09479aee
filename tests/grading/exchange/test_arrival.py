"""How a submission arrives: which machine signed it, which clock, and which of several, counts."""

import json
import shutil
from datetime import UTC, datetime, timedelta

import pytest

from trainkit.grading.exchange.arrival import earlier
from trainkit.grading.exchange.dates import Due
from trainkit.grading.exchange.deadline import set_due
from trainkit.grading.importing import import_submissions
from trainkit.grading.intake import graded
from trainkit.grading.nbgrader_use import gradebook

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def due():
    def due(academy, at=NOON):
        with gradebook(academy) as book:
            set_due(book, "T1", Due(at, "Europe/Rome"))
            book.db.commit()

    return due


def counted(academy, trainee="ada"):
    path = academy.of("submitted", trainee, "T1") / "answers.jsonl"
    return json.loads(path.read_bytes().splitlines()[-1])["value"]["hours"]["A"]


def take(academy, path):
    (one,) = import_submissions(academy, "T1", path)
    return one


def told(one):
    return " | ".join(one.notes)


def test_a_signed_submission_is_noted_with_its_key_and_times(built, hand_in):
    take(built, hand_in(at=NOON))

    with gradebook(built) as book:
        (found,) = earlier(book, "ada")
    assert found["by"] == "receipt"
    assert found["handed_in"] == "2026-03-02T12:00:00+00:00"
    assert len(found["signer"]) == 64
    received = datetime.fromisoformat(found["received"])
    assert abs(datetime.now(UTC) - received) < timedelta(minutes=2)


def test_the_same_machine_and_an_honest_signature_leave_no_note(built, hand_in):
    first = take(built, hand_in(at=NOON))
    second = take(built, hand_in(at=NOON + HOUR, a=5))

    assert first.notes == ()
    assert "signed" not in told(second)


def test_another_machine_is_a_fact_on_the_row_and_costs_nothing(built, hand_in):
    take(built, hand_in(at=NOON))
    second = take(built, hand_in(at=NOON + HOUR, a=5, on="tablet"))

    assert second.state == "replaced"
    assert "signed on another machine" in told(second)
    assert counted(built) == 5
    (row,) = graded(built, "T1").rows
    assert row.state == "graded"


def test_a_receipt_changed_after_signing_is_said_and_its_time_does_not_count(
    built, hand_in, rewritten, edited
):
    path = rewritten(hand_in(at=NOON), "receipt.json", edited(at="2026-01-01T12:00:00+00:00"))

    one = take(built, path)

    assert one.state == "imported"
    assert "changed after the trainee's machine had signed it" in told(one)
    with gradebook(built) as book:
        assert earlier(book, "ada")[0]["by"] == "received"


def test_an_unsigned_receipt_of_an_older_trainkit_is_taken_without_a_word(
    built, hand_in, rewritten
):
    def bare(raw):
        content = json.loads(raw)
        return json.dumps({name: content[name] for name in ("notebook", "trainee", "at", "sha256")})

    one = take(built, rewritten(hand_in(at=NOON), "receipt.json", bare))

    assert (one.state, one.notes) == ("imported", ())
    with gradebook(built) as book:
        (found,) = earlier(book, "ada")
    assert (found["by"], found["signer"]) == ("receipt", "")


def test_a_signature_taken_away_is_said_and_the_time_under_it_does_not_count(
    built, hand_in, rewritten
):
    def bare(raw):
        content = json.loads(raw)
        del content["signature"], content["public_key"]
        return json.dumps({**content, "at": "2026-01-01T12:00:00+00:00"})

    take(built, hand_in(at=NOON))
    one = take(built, rewritten(hand_in(at=NOON + HOUR, a=5), "receipt.json", bare))

    assert one.state == "replaced"
    assert "not signed, and earlier ones of this trainee were" in told(one)
    with gradebook(built) as book:
        assert [found["by"] for found in earlier(book, "ada")] == ["receipt", "received"]


def test_the_receipt_of_another_trainee_says_nothing_of_this_one(
    built, hand_in, rewritten, tmp_path
):
    path = hand_in("ben", at=NOON)
    shutil.unpack_archive(path, tmp_path / "copied")
    (tmp_path / "copied" / "ben").rename(tmp_path / "copied" / "ada")

    one = take(built, tmp_path / "copied")

    assert one.trainee == "ada"
    assert "its receipt is of another trainee, 'ben'" in told(one)


def test_a_file_on_its_way_for_days_counts_as_its_receipt_says(built, hand_in, due):
    due(built)

    one = take(built, hand_in(at=NOON - HOUR))

    stamp = built.of("submitted", "ada", "T1") / "timestamp.txt"
    assert one.state == "imported"
    assert stamp.read_text(encoding="utf-8").startswith("2026-03-02 11:00:00")


def test_the_two_clocks_are_told_where_they_make_a_difference(course, hand_in, due):
    academy = course("[late]\npenalty_per_day = 10\n")
    due(academy)

    in_time = take(academy, hand_in(at=NOON - HOUR))
    late = take(academy, hand_in("ben", at=NOON + HOUR))

    assert (
        "counts as handed in on 2 March 2026 12:00 Europe/Rome (UTC+01:00), in time, by the "
        in (told(in_time))
    )
    assert "it was received on" in told(in_time)
    assert late.notes == ()


def test_without_a_receipt_the_import_counts_and_that_is_told(course, handed, inbox, due):
    academy = course("[late]\npenalty_per_day = 10\n")
    due(academy)
    handed(inbox / "ada")

    one = take(academy, inbox)

    assert "no receipt says when it was handed in, so the time of its import counts" in told(one)
    assert "the due date is 2 March 2026 13:00 Europe/Rome" in told(one)


@pytest.mark.parametrize(
    ("rules", "second_at", "counts"),
    [
        ("", NOON + HOUR, 5),
        ("", NOON - HOUR, 10),
        ('[resubmission]\nallowed = "first"\n', NOON + HOUR, 10),
        ('[resubmission]\nallowed = "first"\n', NOON - HOUR, 10),
        ('[resubmission]\nuntil = "due"\n', NOON + HOUR, 5),
        ('[resubmission]\nuntil = "due"\n', NOON + 3 * HOUR, 10),
        ('[late]\ngrace_minutes = 90\n[resubmission]\nuntil = "due"\n', NOON + 3 * HOUR, 5),
    ],
)
def test_which_of_two_submissions_counts_is_the_courses_rule(
    course, hand_in, due, rules, second_at, counts
):
    academy = course(rules)
    due(academy, NOON + 2 * HOUR)

    take(academy, hand_in(at=NOON, a=10))
    second = take(academy, hand_in(at=second_at, a=5))

    assert counted(academy) == counts
    assert second.state == ("replaced" if counts == 5 else "kept")
    kept = academy.folder / "inbox" / "originals" / "T1" / "ada"
    assert len(list(kept.iterdir())) == 2
    (row,) = graded(academy, "T1").rows
    assert row.state == "graded"


def test_a_late_first_submission_is_taken_in_where_resubmission_ends_with_the_due_date(
    course, hand_in, due
):
    academy = course('[resubmission]\nuntil = "due"\n')
    due(academy)

    assert take(academy, hand_in(at=NOON + HOUR)).state == "imported"


def test_of_several_in_one_import_the_first_by_its_receipt_counts(course, hand_in, inbox):
    academy = course('[resubmission]\nallowed = "first"\n')
    hand_in(at=NOON + HOUR, a=5).rename(inbox / "a.zip")
    hand_in(at=NOON, a=10).rename(inbox / "b.zip")

    import_submissions(academy, "T1", inbox)

    assert counted(academy) == 10


def test_an_older_submission_that_is_played_again_never_counts_anew(built, hand_in):
    older, newer = hand_in(at=NOON, a=10), hand_in(at=NOON + HOUR, a=5)
    never_sent = hand_in(at=NOON - HOUR, a=7)
    take(built, older)
    take(built, newer)

    replayed, unknown = take(built, older), take(built, never_sent)

    assert (replayed.state, unknown.state) == ("unchanged", "kept")
    assert counted(built) == 5


def test_the_gradebooks_due_date_counts_whatever_a_trainee_puts_into_the_zip(
    course, hand_in, due, rewritten
):
    academy = course("[late]\npenalty_per_day = 10\n")
    due(academy)
    forged = json.dumps({"kind": "release", "due": {"at": "2099-01-01T00:00:00+00:00"}})
    path = rewritten(hand_in(at=NOON + HOUR), "ada/T1/release.json", lambda _: forged)

    take(academy, path)
    (row,) = graded(academy, "T1").rows

    assert any("taken off for being late" in note for note in row.notes)

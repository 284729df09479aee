"""Appeals against red lines: one decision for report, feedback and exports, kept in the journal."""

import json
from pathlib import Path

import pytest
from sqlalchemy import select, update

from trainkit.errors import TrainkitError
from trainkit.grading.appealing import appeal, appeals, decide
from trainkit.grading.appeals import Wanted, capping, remarks, standing
from trainkit.grading.journal import Noted, broken, entries
from trainkit.grading.nbgrader_use import gradebook
from trainkit.grading.pipeline import grade
from trainkit.grading.report import reports
from trainkit.grading.tables import JOURNAL

R1 = {"task": "t1_speed", "rule": "R1", "event": 3, "text": "Boarded before the rescue."}
R4 = {"task": "t1_hours", "rule": "R4", "event": 7, "text": "Outside the area."}


@pytest.fixture
def crossed(built, submit, reference):
    """An academy in which cem took the wrong boat first, was marked, and is capped at 40."""
    answers = reference("cem")
    submit("cem", {**answers, "t1_speed": {**answers["t1_speed"], "boat": "cutter"}}, "We went.")
    grade(built, "T1", feedback=False)
    with gradebook(built) as book:
        memo = book.find_grade("t1_memo", "T1", "T1", "cem")
        memo.manual_score, memo.needs_manual_grade = 25.0, False
        book.db.commit()
    return built


def entry(kind, line, notebook="T1", **content):
    about = {name: line[name] for name in ("task", "rule", "event")}
    return Noted("cem", notebook, kind, "M. Oak", "", {**about, **content}, "")


def decision(line, what, *known):
    lines = [[one["task"], one["rule"], one["event"]] for one in known or (line,)]
    return entry("appeal_decided", line, decision=what, reason="why", lines=lines)


def mark(academy):
    (row,) = reports(academy, "T1")
    return row


def page(academy):
    return (academy.of("feedback", "cem", "T1") / "T1.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("noted", "state", "caps"),
    [
        ([], "crossed", True),
        ([entry("appealed", R1, text="no")], "appealed", True),
        ([decision(R1, "upheld")], "upheld", True),
        ([decision(R1, "lifted")], "lifted", False),
        ([decision(R1, "upheld"), decision(R1, "lifted")], "lifted", False),
        ([decision(R1, "lifted"), decision(R1, "upheld")], "upheld", True),
        ([decision(R4, "lifted")], "crossed", True),
        ([decision({**R1, "event": 4}, "lifted")], "crossed", True),
        ([decision({**R1, "task": "t1_hours"}, "lifted")], "crossed", True),
    ],
)
def test_the_last_entry_about_this_very_line_counts(noted, state, caps):
    (found,) = standing([R1], noted)

    assert found.state == state
    assert bool(capping([found])) is caps


def test_a_line_that_appears_after_a_decision_is_pointed_out_and_so_is_one_that_went():
    noted = [decision(R1, "lifted")]

    again = remarks(standing([R1], noted), noted)
    more = remarks(standing([R1, R4], noted), noted)
    other = remarks(standing([R4], noted), noted)

    assert again == []
    assert len(more) == 1
    assert "R4 (t1_hours, entry 7) is new" in more[0]
    assert any("R1 (t1_speed, entry 3) was decided and is gone" in told for told in other)


def test_a_line_that_was_there_when_another_was_decided_is_not_called_new():
    noted = [decision(R1, "lifted", R1, R4)]

    assert remarks(standing([R1, R4], noted), noted) == []


def test_a_lifted_red_line_caps_neither_report_nor_feedback(crossed, tell):
    before = mark(crossed)
    tell("appeal", "T1", "cem", "--rule", "R1", "--text", "The cutter was alongside.")
    waiting = mark(crossed)

    code, out, _ = tell(
        "decide", "T1", "cem", "--rule", "R1", "--lift", "--reason", "The <log> shows it."
    )

    after = mark(crossed)
    told = page(crossed)
    assert (before.raw, before.final, before.capped, before.passed) == (90, 40, True, False)
    assert (waiting.final, waiting.lines[0].state) == (40, "appealed")
    assert (after.raw, after.final, after.capped, after.passed) == (90, 90, False, True)
    assert after.red_lines == ()
    assert (code, "lifted" in out, "Final mark: 90" in out) == (0, True, True)
    assert "Final mark: 90 of 100" in told
    assert (
        "was lifted on appeal: it caps the mark no more. Reason: The &lt;log&gt; shows it" in told
    )


def test_an_upheld_red_line_goes_on_capping_and_says_why(crossed, tell):
    tell("appeal", "T1", "cem", "--rule", "R1", "--text", "No.")

    tell("decide", "T1", "cem", "--rule", "R1", "--uphold", "--reason", "The raft came second.")

    assert (mark(crossed).final, mark(crossed).lines[0].state) == (40, "upheld")
    assert "was upheld on appeal: it caps the mark. Reason: The raft came second." in page(crossed)


def test_a_later_decision_counts_and_both_stay_in_a_journal_that_verifies(crossed, tell):
    tell("appeal", "T1", "cem", "--rule", "R1", "--text", "No.")
    tell("decide", "T1", "cem", "--rule", "R1", "--uphold", "--reason", "One.", "--by", "M. Oak")
    tell("decide", "T1", "cem", "--rule", "R1", "--lift", "--reason", "Two.", "--by", "N. Elm")

    with gradebook(crossed) as book:
        noted, altered = entries(book, "cem"), broken(book)

    assert [(one.kind, one.content.get("decision")) for one in noted] == [
        ("appealed", None),
        ("appeal_decided", "upheld"),
        ("appeal_decided", "lifted"),
    ]
    assert [one.who for one in noted[1:]] == ["M. Oak", "N. Elm"]
    assert altered == []
    assert mark(crossed).final == 90


def test_a_new_grading_keeps_the_decision(crossed, tell):
    tell("appeal", "T1", "cem", "--rule", "R1", "--text", "No.")
    tell("decide", "T1", "cem", "--rule", "R1", "--lift", "--reason", "Yes.")

    (row,) = grade(crossed, "T1", again=True).rows

    assert (row.final, row.lines[0].state, row.notes) == (90, "lifted", ())


def test_an_appeal_against_a_line_that_is_not_there_names_those_that_are(crossed):
    with (
        gradebook(crossed) as book,
        pytest.raises(TrainkitError, match=r"no such red line 'R4'.*R1 \(t1_speed, entry 3\)"),
    ):
        appeal(book, "T1", "cem", Wanted("R4"), "No.", "M. Oak")


def test_a_person_without_a_graded_notebook_is_told_with_the_nearest_name(crossed):
    with gradebook(crossed) as book, pytest.raises(TrainkitError, match="Did you mean 'cem'"):
        appeal(book, "T1", "cen", Wanted("R1"), "No.", "M. Oak")


def test_an_id_in_capitals_is_the_same_person(crossed):
    with gradebook(crossed) as book:
        appeal(book, "T1", "CEM", Wanted("r1"), "No.", "M. Oak")

        assert [one.trainee for one in entries(book)] == ["cem"]


def test_nothing_is_decided_that_nobody_appealed_against(crossed):
    with gradebook(crossed) as book, pytest.raises(TrainkitError, match="Nobody has appealed"):
        decide(book, "T1", "cem", Wanted("R1"), "lifted", "Yes.", "M. Oak")


def test_a_lifted_line_cannot_be_appealed_against_and_an_upheld_one_can(crossed):
    with gradebook(crossed) as book:
        appeal(book, "T1", "cem", Wanted("R1"), "No.", "M. Oak")
        decide(book, "T1", "cem", Wanted("R1"), "upheld", "Stays.", "M. Oak")
        appeal(book, "T1", "cem", Wanted("R1"), "Look again.", "M. Oak")
        (again,) = appeals(book, "T1")
        decide(book, "T1", "cem", Wanted("R1"), "lifted", "Goes.", "M. Oak")

        assert (again.line.state, again.line.appeal) == ("appealed", "Look again.")
        with pytest.raises(TrainkitError, match="lifted already"):
            appeal(book, "T1", "cem", Wanted("R1"), "No.", "M. Oak")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("appeal", "T1", "cem", "--rule", "R1", "--text", " "), "needs --text"),
        (("appeal", "T1", "cem", "--rule", "R1", "--text", "@none.txt"), "cannot be read"),
        (("decide", "T1", "cem", "--rule", "R1", "--lift", "--reason", ""), "needs --reason"),
        (("decide", "T1", "cem", "--rule", "R1", "--reason", "x"), "Say --lift"),
    ],
)
def test_what_is_missing_is_told_in_one_paragraph(crossed, tell, arguments, told):
    code, _, err = tell(*arguments)

    assert code == 2
    assert told in err
    assert "Traceback" not in err


def test_the_text_of_an_appeal_may_come_from_a_file(crossed, tell, tmp_path):
    letter = tmp_path / "a letter.txt"
    letter.write_text("\ufeffWir waren früher da.\n", encoding="utf-8")

    tell("appeal", "T1", "cem", "--rule", "R1", "--text", f"@{letter}")

    (row,) = json.loads(tell("appeals", "--json")[1])["appeals"]
    assert (row["appeal"], row["state"]) == ("Wir waren früher da.", "appealed")


def test_appeals_lists_state_reason_and_a_line_that_is_found_no_more(crossed, tell, submit):
    tell("appeal", "T1", "cem", "--rule", "R1", "--text", "No.")
    tell("decide", "T1", "cem", "--rule", "R1", "--lift", "--reason", "Yes.", "--by", "M. Oak")
    first = tell("appeals", "t/T1")
    (Path(crossed.folder) / "submitted" / "cem" / "T1" / "answers.jsonl").unlink()
    grade(crossed, "T1")

    second = tell("appeals")

    assert first[0] == 0
    assert first[1].splitlines()[1].split()[:6] == ["T1", "cem", "R1", "t1_speed", "3", "lifted"]
    assert "lifted, found no more" in second[1]
    assert "M. Oak" in second[1]


def test_a_journal_altered_by_hand_is_noticed_and_said(crossed, tell):
    tell("appeal", "T1", "cem", "--rule", "R1", "--text", "No.")
    tell("decide", "T1", "cem", "--rule", "R1", "--uphold", "--reason", "Stays.")
    with gradebook(crossed) as book:
        row = book.db.execute(select(JOURNAL).order_by(JOURNAL.c.number.desc())).first()
        forged = row.content.replace('"upheld"', '"lifted"')
        book.db.execute(
            update(JOURNAL).where(JOURNAL.c.number == row.number).values(content=forged)
        )
        book.db.commit()

    code, out, _ = tell("appeals")

    assert code == 1
    assert "The journal of cem is not as it was written" in out


def test_nobody_appealed_is_said(crossed, tell):
    code, out, _ = tell("appeals")

    assert (code, out.strip()) == (0, "Nobody has appealed.")

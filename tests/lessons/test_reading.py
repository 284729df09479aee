"""Whatever an answers file holds, each line is a record or a flaw, and never an exception."""

import json
import os
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainkit.lessons.answers import append
from trainkit.lessons.reading import parse, read

LINE = {
    "sequence": 0,
    "task": "speed",
    "event": "saved",
    "value": 1,
    "reason": "",
    "at": "2025-01-01T00:00:00+00:00",
    "previous": "0" * 64,
    "hash": "",
}


def line(**changed):
    return json.dumps({**LINE, **changed}).encode()


def flaws(content):
    return [str(flaw) for flaw in parse(content).flaws]


@given(st.binary(max_size=400))
def test_no_bytes_raise(content):
    parse(content)


@given(
    st.dictionaries(
        st.sampled_from(list(LINE)),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
            lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        ),
    )
)
def test_no_line_of_json_raises_and_each_is_a_record_or_a_flaw(changed):
    found = parse(line(**changed))

    assert len(found.records) + len(found.flaws) >= 1


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"\xff\xfe\x00", "is no text in UTF-8"),
        (b'{"sequence": 0, "task"', "is cut off or is no JSON"),
        (b"[1, 2]", "is no record"),
        (b"null", "is no record"),
        (b'{"sequence": NaN}', "holds NaN, which is no number"),
        (b'{"sequence": -Infinity}', "holds -Infinity, which is no number"),
        (b'{"sequence": ' + b"9" * 5000 + b"}", "holds a number of too many figures"),
        (b'{"value": ' + b"[" * 20 + b"]" * 20 + b"}", "is nested too deeply"),
        (b"[" * 100_000, "is nested too deeply"),
        (b'"' + b"x" * 200_001 + b'"', "has 200,003 bytes; 200,000 are allowed"),
        (line(sequence=True), "has no number in its 'sequence'"),
        (line(sequence="0"), "has no number in its 'sequence'"),
        (line(event="graded"), "has none of the events"),
        (line(event=["saved"]), "has none of the events"),
        (line(task=3), "in its 'task'"),
        (line(task="x" * 65), "in its 'task'"),
        (line(reason="x" * 4001), "in its 'reason'"),
        (line(reason="\ud800"), "is no text in UTF-8"),
        (line(at={"year": 2025}), "in its 'at'"),
    ],
)
def test_a_line_that_is_no_record_is_pointed_out_and_the_next_is_read(content, told):
    found = parse(content + b"\n" + line())

    assert told in str(found.flaws[0])
    assert found.flaws[0].line == 1
    assert [record.task for record in found.records] == ["speed"]


def test_a_time_without_a_zone_is_pointed_out_and_the_record_is_kept():
    found = parse(line(at="2025-01-01T00:00:00"))

    assert "line 1 has no time with a zone" in [str(flaw) for flaw in found.flaws]
    assert len(found.records) == 1


@pytest.fixture
def three(tmp_path):
    path = tmp_path / "answers.jsonl"
    for value in (1, 2, 3):
        append(path, "speed", "saved", value)
    return path


def test_an_altered_answer_is_still_a_record_and_is_pointed_out(three):
    content = three.read_bytes().replace(b'"value":2', b'"value":9')

    found = parse(content)

    assert [record.value for record in found.records] == [1, 9, 3]
    assert [str(flaw) for flaw in found.flaws] == ["line 2 was altered after it was written"]


def test_a_line_taken_out_is_pointed_out_where_the_chain_breaks(three):
    first, _, third = three.read_bytes().splitlines()

    assert flaws(first + b"\n" + third) == ["line 2 does not follow the line before it"]


def test_lines_that_changed_places_are_pointed_out(three):
    first, second, third = three.read_bytes().splitlines()

    assert flaws(b"\n".join([second, first, third])) == [
        "line 1 does not follow the line before it",
        "line 2 does not follow the line before it",
        "line 3 does not follow the line before it",
    ]


def test_windows_line_ends_and_empty_lines_are_no_flaws(three):
    assert flaws(three.read_bytes().replace(b"\n", b"\r\n\r\n")) == []


def test_too_many_lines_are_left_out_and_said():
    found = parse(b"1\n" * 20_001)

    assert str(found.flaws[-1]).startswith("line 20001 and what follows is left out")


def test_a_missing_file_has_no_answers_and_no_flaws(tmp_path):
    found = read(tmp_path / "answers.jsonl")

    assert (found.records, found.flaws) == ((), ())


def test_a_file_that_is_too_large_is_not_read(tmp_path):
    path = tmp_path / "answers.jsonl"
    path.write_bytes(b" " * 4_000_001)

    assert "4,000,001 bytes; 4,000,000 are allowed" in str(read(path).flaws[0])


def test_a_folder_in_the_place_of_the_file_is_a_flaw(tmp_path):
    assert "cannot be read" in str(read(tmp_path).flaws[0])


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there; pipes are no files")
def test_links_and_pipes_are_not_followed(tmp_path, three):
    link, pipe = tmp_path / "link", tmp_path / "pipe"
    link.symlink_to(three)
    os.mkfifo(pipe)

    assert "link to another file" in str(read(link).flaws[0])
    assert "no regular file" in str(read(pipe).flaws[0])


def test_who_and_what_a_file_names_comes_from_its_first_start():
    start = line(task="", event="started", value={"trainee": "ada", "notebook": "E1"})
    other = line(task="", event="started", value={"trainee": "ben", "notebook": "A1"})

    found = parse(line() + b"\n" + start + b"\n" + other)

    assert (found.trainee, found.notebook) == ("ada", "E1")
    assert parse(line()).trainee == ""


def test_the_first_commit_counts_and_the_last_answer_is_shown_again():
    events = [("saved", 1), ("committed", 1), ("saved", 2), ("committed", 3), ("checked", 4)]
    content = b"\n".join(line(event=event, value=value) for event, value in events)

    found = parse(content)

    assert found.committed("speed").value == 1
    assert found.latest("speed").value == 3
    assert found.committed("hours") is None
    assert found.latest("hours") is None

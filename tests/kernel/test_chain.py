import json

import pytest
from tests.kernel.test_logbook import NIGHT, book

from trainkit import TrainkitError
from trainkit.kernel.chain import STATEMENT, load, save, verify


@pytest.fixture
def saved(tmp_path):
    path = tmp_path / "veglia è lunga.jsonl"
    save(book(*NIGHT), path, {"scenario": "trainkit/night", "seed": 1946})
    return path


def lines(path):
    return path.read_text(encoding="utf-8").splitlines()


def write(path, content):
    path.write_text("\n".join(content) + "\n", encoding="utf-8")


def test_a_saved_logbook_comes_back_as_it_was(saved):
    assert load(saved).records() == book(*NIGHT).records()
    assert verify(saved) is None


def test_the_same_run_gives_the_same_bytes(saved, tmp_path):
    again = tmp_path / "again.jsonl"

    save(book(*NIGHT), again, {"scenario": "trainkit/night", "seed": 1946})

    assert again.read_bytes() == saved.read_bytes()


def test_the_first_line_says_that_all_is_synthetic(saved):
    assert json.loads(lines(saved)[0])["statement"] == STATEMENT


@pytest.mark.parametrize("number", range(1, 7))
def test_an_altered_line_is_named(saved, number):
    content = lines(saved)
    altered = json.loads(content[number - 1])
    altered["note"] = "put in"
    content[number - 1] = json.dumps(altered)
    write(saved, content)

    flaw = verify(saved)

    assert (flaw.line, flaw.what) == (number, "was altered")


@pytest.mark.parametrize("number", range(2, 6))
def test_a_missing_line_is_named_where_it_should_be(saved, number):
    content = lines(saved)
    del content[number - 1]
    write(saved, content)

    flaw = verify(saved)

    assert flaw.line == number
    assert "missing" in flaw.what


@pytest.mark.parametrize("number", range(2, 5))
def test_lines_that_change_places_are_named(saved, number):
    content = lines(saved)
    content[number - 1], content[number] = content[number], content[number - 1]
    write(saved, content)

    assert verify(saved).line == number


def test_a_line_that_stands_twice_is_out_of_order(saved):
    content = lines(saved)
    content.insert(3, content[2])
    write(saved, content)

    flaw = verify(saved)

    assert (flaw.line, flaw.what) == (4, "is out of order")


@pytest.mark.parametrize("left", [1, 2, 5])
def test_a_file_that_ends_early_is_not_whole(saved, left):
    write(saved, lines(saved)[:left])

    flaw = verify(saved)

    assert flaw.line == left + 1
    assert "cut off" in flaw.what


def test_a_half_written_last_line_is_cut_off(saved):
    text = saved.read_text(encoding="utf-8")
    saved.write_text(text[:-40], encoding="utf-8")

    assert verify(saved).line == 6
    with pytest.raises(TrainkitError, match="line 6"):
        load(saved)


@pytest.mark.parametrize("content", ["", "[1]\n", "nonsense\n", "[" * 5000 + "\n"])
def test_a_file_that_is_no_logbook_has_a_flaw_and_no_traceback(tmp_path, content):
    path = tmp_path / "x.jsonl"
    path.write_text(content, encoding="utf-8")

    assert verify(path).line == 1


def test_a_file_that_cannot_be_read_or_written_is_a_clear_error(tmp_path):
    with pytest.raises(TrainkitError, match="could not be read"):
        verify(tmp_path / "nowhere.jsonl")
    with pytest.raises(TrainkitError, match="could not be written"):
        save(book(), tmp_path / "no such folder" / "x.jsonl")

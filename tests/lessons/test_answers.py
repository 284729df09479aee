"""An answers file: lines are appended whole or not at all, and nothing before is ever lost."""

import errno
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256
from json import dumps, loads
from pathlib import Path
from threading import Thread

import pytest

from trainkit.errors import TrainkitError
from trainkit.lessons.answers import append
from trainkit.lessons.reading import read

ATHENS = timezone(timedelta(hours=2))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "réponses" / "answers.jsonl"


@pytest.fixture
def two(path):
    """A file with two answers."""
    path.parent.mkdir()
    for value in (1, 2):
        append(path, "speed", "saved", {"kn": value})
    return path


def test_an_answer_is_read_as_it_was_written(path):
    path.parent.mkdir()
    value = {"kn": 12.5, "cells": {"A1": 3}, "why": 'Ώρα "x"\n'}

    append(path, "speed", "saved", value, "Fuel.", lambda: datetime(2025, 1, 2, 3, tzinfo=ATHENS))

    record = read(path).records[0]
    assert (record.sequence, record.task, record.event) == (0, "speed", "saved")
    assert (record.value, record.reason) == (value, "Fuel.")
    assert record.at == "2025-01-02T03:00:00+02:00"
    assert read(path).flaws == ()


def test_each_line_holds_the_hash_of_the_line_before(two):
    first, second = (loads(line) for line in two.read_text(encoding="utf-8").splitlines())

    body = {name: part for name, part in second.items() if name != "hash"}
    text = dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert first["previous"] == "0" * 64
    assert second["previous"] == first["hash"]
    assert second["hash"] == sha256(text.encode()).hexdigest()


def test_a_last_line_that_was_cut_off_is_pointed_out_and_the_next_is_whole(two):
    two.write_bytes(two.read_bytes()[:-20])

    append(two, "speed", "saved", {"kn": 3})

    found = read(two)
    assert [record.value for record in found.records] == [{"kn": 1}, {"kn": 3}]
    assert [str(flaw) for flaw in found.flaws] == ["line 2 is cut off or is no JSON"]


def test_a_last_line_without_its_end_is_not_joined_to_the_next(two):
    two.write_bytes(two.read_bytes().rstrip(b"\n"))

    append(two, "speed", "saved", {"kn": 3})

    found = read(two)
    assert [record.value for record in found.records] == [{"kn": 1}, {"kn": 2}, {"kn": 3}]
    assert found.flaws == ()


@pytest.mark.parametrize(
    ("number", "told"),
    [(errno.ENOSPC, "disk is full"), (errno.EIO, "could not be saved")],
)
def test_what_cannot_reach_the_disk_leaves_the_file_as_it_was(two, monkeypatch, number, told):
    before = two.read_bytes()

    def refuse(_):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("trainkit.lessons.answers.os.fsync", refuse)
    with pytest.raises(TrainkitError, match=told) as raised:
        append(two, "speed", "saved", {"kn": 3})

    assert "What was saved before is still there." in str(raised.value)
    assert two.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on a file's size")
def test_a_line_that_fits_only_in_part_is_taken_back(two):
    before = two.read_bytes()
    code = f"""
import resource, signal
from pathlib import Path
from trainkit.lessons.answers import append
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, ({len(before) + 40},) * 2)
append(Path({str(two)!r}), "speed", "saved", {{"kn": 3}})
"""

    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False, encoding="utf-8"
    )

    assert ended.returncode == 1
    assert "The disk is full: your answer could not be saved." in ended.stderr
    assert two.read_bytes() == before


def test_a_read_only_file_is_said_with_what_to_do(two, monkeypatch):
    def refuse(*_, **__):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(TrainkitError, match="the folder is read-only"):
        append(two, "speed", "saved", {"kn": 3})


def test_a_folder_in_the_place_of_the_file_is_said(path):
    path.mkdir(parents=True)

    with pytest.raises(TrainkitError, match="could not be saved"):
        append(path, "speed", "saved", {"kn": 3})


@pytest.mark.parametrize("value", [{1, 2}, object(), float("nan"), "\ud800", b"x"])
def test_what_json_cannot_hold_is_refused_and_nothing_is_written(two, value):
    before = two.read_bytes()

    with pytest.raises(TrainkitError, match="cannot be saved"):
        append(two, "speed", "saved", {"kn": value})

    assert two.read_bytes() == before


def test_an_answer_that_never_ends_is_refused(two):
    value = []
    value.append(value)

    with pytest.raises(TrainkitError, match="cannot be saved"):
        append(two, "speed", "saved", value)


def test_an_answer_that_could_not_be_read_again_is_refused_when_it_is_saved(two):
    with pytest.raises(TrainkitError, match="too long"):
        append(two, "why", "saved", {"text": "x" * 200_000})

    assert len(read(two).records) == 2


def test_an_event_that_is_not_known_is_refused(two):
    with pytest.raises(TrainkitError, match="No event is called 'guessed'"):
        append(two, "speed", "guessed")


def test_lines_of_two_kernels_at_once_stay_whole_and_in_their_own_order(path):
    path.parent.mkdir()

    def write(task):
        for number in range(15):
            append(path, task, "saved", number, clock=lambda: datetime.now(UTC))

    both = [Thread(target=write, args=(task,)) for task in ("one", "two")]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join()

    found = read(path)
    assert [record.value for record in found.of("one")] == list(range(15))
    assert [record.value for record in found.of("two")] == list(range(15))
    assert {flaw.what for flaw in found.flaws} <= {"does not follow the line before it"}

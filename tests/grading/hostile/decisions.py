"""Attacks on the answers file: forged, replayed, cut, poisoned, out of all bounds."""

import gzip
import json
import os

from tests.grading.hostile.case import Case, chained, record, write_answers

ESCAPES = "\x1b[2J\x1b]0;pwned\x07\x1b]8;;https://example.org\x1b\\x"
ACTIVE = "<script>window.__pwned=1</script><img src=x onerror=window.__pwned=1>"
FULL_HOURS = {"hours": {"A": 10, "B": 0}}


def lines(change):
    """Change the list of lines that an honest file has."""

    def attack(made):
        found = chained(made.records)
        write_answers(made.folder, change(found))

    return attack


def content(change):
    """Change the bytes of an honest file."""

    def attack(made):
        path = made.folder / "answers.jsonl"
        path.write_bytes(change(path.read_bytes()))

    return attack


def records(change):
    """Change the records, and chain them as if nothing had been."""

    def attack(made):
        write_answers(made.folder, chained(change(made.records)))

    return attack


def everywhere(**parts):
    return records(lambda found: [{**one, **parts} for one in found])


def answered(task, value):
    """Commit this value, and no other, in a task."""

    def change(found):
        own = [{**one, "value": value} if one["task"] == task else one for one in found]
        return [one for one in own if (one["task"], one["event"]) != (task, "saved")]

    return records(lambda found: [{**one, "sequence": n} for n, one in enumerate(change(found))])


def speed(**changes):
    """Change fields of the speed that was committed."""

    def change(found):
        return [
            {**one, "value": {**one["value"], **changes}} if one["task"] == "t1_speed" else one
            for one in found
        ]

    return records(change)


def front(*raw):
    return lines(lambda found: [*raw, *found])


def _stolen(made):
    write_answers(made.folder, chained(made.ground.records(made.neighbour)))


def _stolen_under_own_name(made):
    theirs = made.ground.records(made.neighbour)
    write_answers(made.folder, chained([made.records[0], *theirs[1:]]))


def _hard_link_to_the_neighbour(made):
    (made.folder / "answers.jsonl").unlink()
    os.link(made.folder.parent / made.neighbour / "answers.jsonl", made.folder / "answers.jsonl")


def _hard_link_to_the_gradebook(made):
    (made.folder / "answers.jsonl").unlink()
    os.link(made.ground.academy.folder / "gradebook.db", made.folder / "answers.jsonl")


def _pipe(made):
    (made.folder / "answers.jsonl").unlink()
    os.mkfifo(made.folder / "answers.jsonl")


def _link(made):
    (made.folder / "answers.jsonl").unlink()
    (made.folder / "answers.jsonl").symlink_to(made.ground.academy.folder / "gradebook.db")


def _two_machines(found):
    return [*found, *[line for line in found if b"committed" in line]]


def _two_starts(found):
    other = record(0, "", "started", {"trainee": "zoe", "notebook": "T1"})
    return [{**one, "sequence": n} for n, one in enumerate([found[0], other, *found[1:]])]


def _other_notebook(found):
    return [{**found[0], "value": {**found[0]["value"], "notebook": "E1"}}, *found[1:]]


def _doubled_key(found):
    return [line.replace(b'"value":', b'"value":{"points":990},"value":', 1) for line in found]


def _task(name):
    return records(
        lambda found: [{**one, "task": name} if one["task"] == "t1_speed" else one for one in found]
    )


def _extra(task, event, value):
    return records(lambda found: [*found, record(len(found), task, event, value)])


DEEP = json.dumps({"sequence": 0, "event": "saved", "value": [[[[[[[[[1]]]]]]]]]}).encode()
CASES = {
    "another's answers": Case(_stolen, raw=40, words="name the trainee 'ben'"),
    "another's answers under my name": Case(_stolen_under_own_name, raw=40),
    "a hard link to another's answers": Case(
        _hard_link_to_the_neighbour, raw=40, words="name the trainee 'ben'"
    ),
    "a hard link to the gradebook": Case(_hard_link_to_the_gradebook, raw=0, words="line 1"),
    "a link to the gradebook": Case(_link, "refused", None, "link to another file"),
    "a pipe": Case(_pipe, "refused", None, "no regular file"),
    "a hole in the chain": Case(lines(lambda found: [found[0], *found[2:]]), words="not follow"),
    "lines in another order": Case(
        lines(lambda found: [found[0], found[3], found[4], found[1], found[2]]), words="not follow"
    ),
    "one number twice": Case(
        records(lambda found: [{**one, "sequence": min(n, 1)} for n, one in enumerate(found)]),
        words="not follow",
    ),
    "two starts": Case(records(_two_starts), words="name the trainee 'zoe'"),
    "two machines in one file": Case(lines(_two_machines), words="not follow"),
    "another notebook's": Case(records(_other_notebook), words="begun for"),
    "no hash at all": Case(
        lines(lambda found: [line.replace(b'"hash"', b'"hush"') for line in found]),
        words="altered",
    ),
    "a key twice in a line": Case(lines(_doubled_key)),
    "escapes in reasons": Case(everywhere(reason=ESCAPES)),
    "HTML in reasons": Case(everywhere(reason=ACTIVE)),
    "a formula in reasons": Case(everywhere(reason="=HYPERLINK(1)")),
    "a reason that is a novel": Case(everywhere(reason="x" * 4001), "waiting", 0, "'reason'"),
    "a reason that is a number": Case(everywhere(reason=7), "waiting", 0, "'reason'"),
    "before the epoch": Case(everywhere(at="1969-12-31T23:59:59+00:00")),
    "the year 9999": Case(everywhere(at="9999-12-31T23:59:59-14:00")),
    "no zone": Case(everywhere(at="2026-03-02T10:00:00"), words="no time with a zone"),
    "a time in words": Case(everywhere(at="yesterday"), words="no time with a zone"),
    "a clock that runs backwards": Case(
        records(
            lambda found: [
                {**one, "at": f"2026-03-02T10:{50 - n}:00+01:00"} for n, one in enumerate(found)
            ]
        )
    ),
    "too large a number": Case(front(b'{"sequence": 1e400}'), words="too large for a number"),
    "too small a number": Case(
        lines(lambda found: [*found, b'{"sequence": 1e-400}']), words="no number in its 'sequence'"
    ),
    "a sequence of truth": Case(everywhere(sequence=True), raw=0, words="'sequence'"),
    "half a sign": Case(
        front(b'{"sequence":0,"event":"saved","task":"t1_hours","value":"\\ud800"}'),
        words="no text in UTF-8",
    ),
    "nine brackets deep": Case(front(DEEP), words="nested too deeply"),
    "zero bytes": Case(front(b"\0" * 100), words="no JSON"),
    "escapes in an answer": Case(speed(boat=f"rhib{ESCAPES}"), raw=40),
    "HTML in an answer": Case(speed(boat=ACTIVE), raw=40),
    "a formula in an answer": Case(speed(boat="=1+1"), raw=40),
    "a choice in full width": Case(speed(boat="\uff52\uff48\uff49\uff42"), raw=40),
    "a number as a text": Case(speed(speed_kn="10"), raw=40),
    "a number in a record": Case(speed(speed_kn={"speed_kn": 10}), raw=40),
    "a number that is a list": Case(speed(speed_kn=[10]), raw=40),
    "a field of my own": Case(speed(points=990), raw=40),
    "a speed of nothing": Case(speed(speed_kn=1e-320), raw=40),
    "a speed beyond all": Case(speed(speed_kn=10**19), raw=40),
    "hours of truth": Case(answered("t1_hours", {"hours": {"A": True, "B": 0}}), raw=30),
    "hours in a list": Case(answered("t1_hours", {"hours": [10, 0]}), raw=30),
    "hours in a cell of HTML": Case(answered("t1_hours", {"hours": {ACTIVE: 10}}), raw=30),
    "hours beyond all": Case(answered("t1_hours", {"hours": {"A": 10**19, "B": 0}}), raw=30),
    "a list for an answer": Case(answered("t1_hours", [FULL_HOURS]), raw=30),
    "nothing for an answer": Case(answered("t1_hours", None), raw=30),
    "points for the memo": Case(_extra("t1_memo", "committed", {"points": 30, "score": 30})),
    "an event that grades": Case(_extra("t1_hours", "graded", 990), words="none of the events"),
    "a task that is a path": Case(
        _extra("../../gradebook.db", "committed", 1), words="no task '../../gradebook.db'"
    ),
    "a task with a Cyrillic letter": Case(
        _task("t1_\u0455peed"), raw=40, words="no task 't1_\u0455peed'"
    ),
    "a task in full width": Case(_task("\uff541_speed"), raw=40, words="no task '\uff541_speed'"),
    "100,000 lines": Case(lines(lambda found: [*found, *[b"{}"] * 100_000]), words="too many"),
    "a line of 3.9 MB": Case(front(b'"' + b"x" * 3_900_000), words="3,900,001 bytes"),
    "a file of 4.1 MB": Case(front(b"x" * 4_100_000), "refused", None, "4,000,000 are allowed"),
    "UTF-16": Case(
        content(lambda found: found.decode().encode("utf-16")), raw=0, words="no text in UTF-8"
    ),
    "packed": Case(content(gzip.compress), raw=0, words="no text in UTF-8"),
}

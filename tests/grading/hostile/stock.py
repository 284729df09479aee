"""What trainees, their machines and attackers have done to submissions; each a change of a folder.

The names of the notebook's own attacks are those of stock nbgrader's weak places.
"""

import json
import os

from trainkit.lessons.answers import append

ATTACK = """
import os, subprocess, sys
open({canary!r}, "w").write("run")
"""


def notebook(folder, change):
    """Change the notebook's JSON."""
    path = folder / "T1.ipynb"
    content = json.loads(path.read_text(encoding="utf-8"))
    change(content)
    path.write_text(json.dumps(content), encoding="utf-8")


def cell(content, name):
    return next(
        one
        for one in content["cells"]
        if one["metadata"].get("nbgrader", {}).get("grade_id") == name
    )


def code(text):
    """Put code into every code cell of the notebook."""

    def change(folder, canary):
        def put(content):
            for one in content["cells"]:
                if one["cell_type"] == "code":
                    one["source"] = ATTACK.format(canary=str(canary)) + text

        notebook(folder, put)

    return change


def _edited_points(folder, canary):
    def change(content):
        cell(content, "t1_speed")["metadata"]["nbgrader"]["points"] = 990
        content["metadata"]["kernelspec"]["name"] = "bash"

    notebook(folder, change)


def _printed_score(folder, canary):
    def change(content):
        cell(content, "t1_hours")["outputs"] = [
            {
                "output_type": "execute_result",
                "data": {"text/plain": "990.0"},
                "metadata": {},
                "execution_count": 1,
            }
        ]

    notebook(folder, change)


def _renamed_ids(folder, canary):
    def change(content):
        for one in content["cells"]:
            one["id"] = f"x{one['id']}"
            if "nbgrader" in one["metadata"]:
                one["metadata"]["nbgrader"]["grade_id"] += "x"

    notebook(folder, change)


def _renamed_grade_id(folder, canary):
    def change(content):
        cell(content, "t1_memo")["metadata"]["nbgrader"]["grade_id"] = "mine"

    notebook(folder, change)


def _stripped(folder, canary):
    def change(content):
        content["metadata"] = {}
        for one in content["cells"]:
            one["metadata"] = {}

    notebook(folder, change)


def _deleted_cells(folder, canary):
    def change(content):
        content["cells"] = [one for one in content["cells"] if "nbgrader" not in one["metadata"]]

    notebook(folder, change)


def _duplicated(folder, canary):
    notebook(folder, lambda content: content["cells"].extend(content["cells"]))


def _schema(version):
    def change(folder, canary):
        def put(content):
            for one in content["cells"]:
                if "nbgrader" in one["metadata"]:
                    one["metadata"]["nbgrader"]["schema_version"] = version

        notebook(folder, put)

    return change


def _turned_types(folder, canary):
    def change(content):
        for one in content["cells"]:
            one["cell_type"] = "raw" if one["cell_type"] == "code" else "code"

    notebook(folder, change)


def _kernel_list(folder, canary):
    notebook(folder, lambda content: content["metadata"].update(kernelspec={"name": ["a"]}))


def written(text):
    def change(folder, canary):
        (folder / "T1.ipynb").write_bytes(text)

    return change


def _own_modules(folder, canary):
    for name in ("simpy.py", "trainkit.py", "sitecustomize.py", "scoring.py", "nbgrader_config.py"):
        (folder / name).write_text(ATTACK.format(canary=str(canary)), encoding="utf-8")
    (folder / "trainkit").mkdir()
    (folder / "trainkit" / "__init__.py").write_text(ATTACK.format(canary=str(canary)))


def _links(folder, canary):
    (folder / "all").symlink_to(folder.parents[2], target_is_directory=True)
    (folder / "gradebook.db").symlink_to(folder.parents[2] / "gradebook.db")
    (folder / "loop").symlink_to(folder, target_is_directory=True)


def _linked_answers(folder, canary):
    (folder / "answers.jsonl").rename(folder.parents[2] / "elsewhere.jsonl")
    (folder / "answers.jsonl").symlink_to(folder.parents[2] / "elsewhere.jsonl")


def _pipe(folder, canary):
    (folder / "answers.jsonl").unlink()
    os.mkfifo(folder / "answers.jsonl")


def _stamp(folder, canary):
    (folder / "timestamp.txt").write_text("the day before yesterday", encoding="utf-8")


def _many_files(folder, canary):
    for number in range(300):
        (folder / f"{number}.bin").write_bytes(b"x")


def lines(*raw):
    """Put raw lines in front of the answers file."""

    def change(folder, canary):
        path = folder / "answers.jsonl"
        path.write_bytes(b"".join(line + b"\n" for line in raw) + path.read_bytes())

    return change


def _cut_off(folder, canary):
    path = folder / "answers.jsonl"
    path.write_bytes(path.read_bytes() + b'{"sequence": 5, "task": "t1_sp')


def _second_try(folder, canary):
    append(folder / "answers.jsonl", "t1_hours", "committed", {"hours": {"A": 0, "B": 10}})


def _forged(folder, canary):
    path = folder / "answers.jsonl"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"A":10', '"A":10.0'), encoding="utf-8")


def _invented(folder, canary):
    append(folder / "answers.jsonl", "t1_bonus", "committed", {"points": 990})


def committed_first(task, value):
    """Begin the answers file with a committed answer of any value."""

    def change(folder, canary):
        path = folder / "answers.jsonl"
        rest = path.read_bytes()
        path.unlink()
        append(path, task, "committed", value)
        path.write_bytes(path.read_bytes() + rest)

    return change


DEEP = b"[" * 100_000 + b"]" * 100_000
EMPTY = json.dumps({"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}).encode()
OLD = json.dumps({"worksheets": [], "metadata": {}, "nbformat": 3, "nbformat_minor": 0}).encode()
CASES = {
    # name: (what is done, points of the decisions, whether the memo is there, words of a note)
    "code that runs": (code(""), 70, True, ""),
    "an infinite loop": (code("while True: pass"), 70, True, ""),
    "a loop that swallows interrupts": (
        code("while True:\n    try:\n        while True: pass\n    except BaseException: pass"),
        70,
        True,
        "",
    ),
    "an exit": (code("os._exit(1)"), 70, True, ""),
    "a patched interpreter": (
        code("get_ipython().input_transformers_post.append(lambda lines: [])"),
        70,
        True,
        "",
    ),
    "a detached child": (code("subprocess.Popen(['sleep', '600'])"), 70, True, ""),
    "edited points and kernel": (_edited_points, 70, True, "another kernel"),
    "a kernel that is no name": (_kernel_list, 70, True, "another kernel"),
    "a printed score": (_printed_score, 70, True, ""),
    "renamed ids": (_renamed_ids, 70, False, "other ids (t1_speed, t1_hours)"),
    "a renamed grade id": (_renamed_grade_id, 70, True, ""),
    "stripped metadata": (_stripped, 70, True, ""),
    "deleted cells": (_deleted_cells, 70, False, "cell of 't1_memo' is missing"),
    "duplicated cells": (_duplicated, 70, True, "there 2 times"),
    "schema 1": (_schema(1), 70, True, ""),
    "schema 99": (_schema(99), 70, True, ""),
    "turned cell types": (_turned_types, 70, True, ""),
    "no JSON": (written(b"{not json"), 70, False, "no JSON"),
    "no text": (written(b"\xff\xfe\x00"), 70, False, "no text in UTF-8"),
    "nothing": (written(b""), 70, False, "no JSON"),
    "deep nesting": (written(DEEP), 70, False, "cannot be read"),
    "an empty notebook": (written(EMPTY), 70, False, "it is empty"),
    "the format before": (written(OLD), 70, False, "today's format"),
    "a list": (written(b"[]"), 70, False, "today's format"),
    "own modules": (_own_modules, 70, True, ""),
    "links": (_links, 70, True, ""),
    "three hundred files": (_many_files, 70, True, ""),
    "a time stamp of words": (_stamp, 70, True, ""),
    "answers behind a link": (_linked_answers, 0, True, ""),
    "answers from a pipe": (_pipe, 0, True, ""),
    "lines of noise": (lines(b"\xff", b"null", b"{}", b"[1]", DEEP), 70, True, "line 1 is no text"),
    "a line without end": (lines(b'"' + b"x" * 300_000), 70, True, "300,001 bytes"),
    "no numbers": (lines(b'{"sequence": NaN}', b'{"sequence": 1e999}'), 70, True, "NaN"),
    "a number of many figures": (
        lines(b'{"sequence": ' + b"9" * 5_000 + b"}"),
        70,
        True,
        "figures",
    ),
    "a line that is cut off": (_cut_off, 70, True, "cut off"),
    "a second try": (_second_try, 70, True, ""),
    "a forged line": (_forged, 70, True, "altered"),
    "an invented task": (_invented, 70, True, "no task 't1_bonus'"),
    "an answer of text": (committed_first("t1_hours", "all of it"), 30, True, ""),
    "an answer of too much": (
        committed_first("t1_hours", {"hours": {"A": 1e308, "B": 1e308}}),
        30,
        True,
        "",
    ),
    "an answer below zero": (
        committed_first("t1_hours", {"hours": {"A": 20, "B": -10}}),
        30,
        True,
        "",
    ),
    "an answer of truth": (
        committed_first("t1_speed", {"speed_kn": True, "boat": "rhib"}),
        40,
        True,
        "",
    ),
}
SAMPLE = (
    "code that runs",
    "an exit",
    "renamed ids",
    "duplicated cells",
    "no JSON",
    "own modules",
    "links",
    "lines of noise",
    "an answer of too much",
)

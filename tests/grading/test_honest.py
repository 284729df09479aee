"""Honest work is never refused and never remarked on, whatever machines have done to its files."""

import json
import shutil
import unicodedata
import zipfile
from random import Random

import pytest
from tests.grading.hostile.case import Ground, cell, chained, record, write_answers

from trainkit.grading.academy import open_academy
from trainkit.grading.intake import graded
from trainkit.grading.keys import load_keys
from trainkit.lessons.catalogue import lesson

REASONS = ("Çünkü rüzgâr bat\u0131ya döndü.", "Γιατί γύρισε άνεμος;", "Perché il vento è cambiato.")


def _numbered(records):
    return [{**one, "sequence": place} for place, one in enumerate(records)]


def _saved_twice(records, draw):
    return [again for one in records for again in [one] * (1 + (one["event"] == "saved"))]


def _reopened(records, draw):
    return [*records[:2], records[0], *records[2:], records[0]]


def _saved_after_commit(records, draw):
    return [*records, *[one for one in records if one["event"] == "saved"]]


def _hints_and_checks(records, draw):
    asked = [record(0, "t1_speed", "hint", 1), record(0, "t1_speed", "checked", None)]
    return [records[0], *asked, *records[1:]]


def _reasons(records, draw):
    return [{**one, "reason": draw.choice(REASONS)} for one in records]


def _clock_change(records, draw):
    times = ["2026-10-25T02:58:00+02:00", "2026-10-25T02:03:00+01:00"]
    return [{**one, "at": times[place > 1]} for place, one in enumerate(records)]


DECIDED = (
    _saved_twice,
    _reopened,
    _saved_after_commit,
    _hints_and_checks,
    _reasons,
    _clock_change,
)


def _own_cells(content, draw):
    own = {"cell_type": "code", "metadata": {}, "source": "1 + 1", "outputs": [], "id": "mine"}
    content["cells"].insert(draw.randrange(len(content["cells"])), {**own, "execution_count": 3})


def _outputs(content, draw):
    output = {"output_type": "stream", "name": "stdout", "text": ["12.3\n"]}
    cell(content, "t1_speed").update(outputs=[output], execution_count=7)


def _widgets(content, draw):
    content["metadata"]["widgets"] = {"application/vnd.jupyter.widget-state+json": {"state": {}}}


def _split_lines(content, draw):
    for one in content["cells"]:
        one["source"] = "".join(one["source"]).splitlines(keepends=True)


WRITTEN = (_own_cells, _outputs, _widgets, _split_lines)


def _windows_ends(folder, draw):
    for path in (folder / "answers.jsonl", folder / "T1.ipynb"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


def _lost_end(folder, draw):
    path = folder / "answers.jsonl"
    path.write_bytes(path.read_bytes().removesuffix(b"\n"))


def _marked(folder, draw):
    path = folder / "answers.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())


def _numbered_name(folder, draw):
    name = draw.choice(("T1 (1).ipynb", "T1-Copy1.ipynb", "T1 - Kopya.ipynb", "t1.ipynb"))
    (folder / "T1.ipynb").rename(folder / name)


def _checkpoints(folder, draw):
    (folder / ".ipynb_checkpoints").mkdir()
    shutil.copy(folder / "answers.jsonl", folder / ".ipynb_checkpoints" / "T1-checkpoint.ipynb")
    (folder / ".DS_Store").write_bytes(b"\0\0")


def _in_a_folder(folder, draw):
    (folder / "T1").mkdir()
    for path in [one for one in folder.iterdir() if one.is_file()]:
        path.rename(folder / "T1" / path.name)


STORED = (_windows_ends, _lost_end, _marked, _numbered_name, _checkpoints, _in_a_folder)


def _copied(folder, draw):
    folder.rename(folder.with_name(f"{folder.name}{draw.choice((' - Copy', ' (2)', ' - Kopya'))}"))


def _large(folder, draw):
    folder.rename(folder.with_name(folder.name.upper()))


def _decomposed(folder, draw):
    folder.rename(folder.with_name(unicodedata.normalize("NFD", folder.name)))


def _zipped(folder, name):
    """Pack a folder as a system does that gives its members these names."""
    with zipfile.ZipFile(folder.with_name(f"{folder.name}.zip"), "w") as archive:
        for path in [one for one in sorted(folder.rglob("*")) if one.is_file()]:
            member = zipfile.ZipInfo()
            member.filename = name(path.relative_to(folder.parent).as_posix())
            archive.writestr(member, path.read_bytes())
            if member.filename == path.relative_to(folder.parent).as_posix():
                archive.writestr(f"__MACOSX/{folder.name}/._{path.name}", b"\0\5\x16\7")
    shutil.rmtree(folder)


def _by_windows(folder, draw):
    _zipped(folder, lambda name: name.replace("/", "\\"))


def _by_macos(folder, draw):
    _zipped(folder, str)


SENT = (_copied, _large, _decomposed, _by_windows, _by_macos, lambda folder, draw: None)


def hand_in(ground, trainee, draw):
    """Hand in what an honest trainee did, through one machine or another."""
    folder = ground.inbox / trainee
    folder.mkdir(parents=True)
    records, content = ground.records(trainee), ground.notebook()
    for change in draw.sample(DECIDED, draw.randrange(4)):
        records = change(records, draw)
    for change in draw.sample(WRITTEN, draw.randrange(3)):
        change(content, draw)
    write_answers(folder, chained(_numbered(records)))
    text = json.dumps(content, indent=draw.choice((None, 1, 4)), ensure_ascii=draw.random() < 0.5)
    (folder / "T1.ipynb").write_text(text, encoding="utf-8", newline="\n")
    for change in sorted(draw.sample(STORED, draw.randrange(4)), key=STORED.index):
        change(folder, draw)
    draw.choice(SENT)(folder, draw)


@pytest.mark.parametrize("number", [40, pytest.param(200, marks=pytest.mark.long)])
def test_honest_work_has_the_points_of_the_plain_submission_and_no_remark(
    tiny, master, tmp_path, number
):
    academy = open_academy(shutil.copytree(master, tmp_path / "academy"))
    ground = Ground(academy, load_keys(tiny / "keys", lesson("T1")), tmp_path / "in box")
    trainees = [f"zoé-{place:03}" for place in range(number)]
    for place, trainee in enumerate(trainees):
        hand_in(ground, trainee, Random(place))

    rows = graded(academy, "T1", ground.inbox).rows

    odd = [row for row in rows if (row.state, row.raw, row.notes) != ("waiting", 70, ())]
    assert [(row.trainee, row.state, row.raw, row.notes) for row in odd] == []
    assert [row.trainee for row in rows] == trainees

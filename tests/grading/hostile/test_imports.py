"""Hostile submissions that come by file, all in one batch with honest neighbours.

Nobody earns more than 70 points by decisions, the neighbours keep theirs, nothing is run, nothing
is written outside, and each attack has its row.
"""

import shutil
import sys
import threading

import pytest
from tests.grading.hostile import archives, decisions, notebooks
from tests.grading.hostile.case import Ground, Made, chained, write_answers
from tests.grading.hostile.workers.listening import FORBIDDEN, hook, listening

from trainkit.grading import batch
from trainkit.grading.academy import open_academy
from trainkit.grading.intake import graded
from trainkit.grading.keys import load_keys
from trainkit.grading.pipeline import grade
from trainkit.lessons.catalogue import lesson

NEIGHBOURS = ("ben", "zed")
SETS = {"answers": decisions.CASES, "notebook": notebooks.CASES, "zip": archives.CASES}
ATTACKS = [(kind, name) for kind, cases in SETS.items() for name in cases]
TRAINEES = {attack: f"eve{place:03}" for place, attack in enumerate(ATTACKS)}
sys.addaudithook(hook)


@pytest.fixture(scope="module")
def ground(tiny_installed, master, tmp_path_factory):
    """An academy of this module, with an inbox beside it."""
    folder = tmp_path_factory.mktemp("hostile")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRAINKIT_CONFIG", str(folder / "settings"))
        patch.setattr(batch, "workers", lambda: 1)
        patch.setattr(sys, "dont_write_bytecode", True)  # what Python keeps is no attack's
        academy = open_academy(shutil.copytree(master, folder / "académie d'été"))
        (folder / "in box").mkdir()
        keys = load_keys(tiny_installed / "keys", lesson("T1"))
        yield Ground(academy, keys, folder / "in box")


@pytest.fixture(scope="module")
def done(ground):
    """What became of all attacks in one batch: the rows, and what the process did."""
    for trainee in NEIGHBOURS:
        ground.honest(ground.inbox / trainee, trainee)
    for (kind, name), trainee in TRAINEES.items():
        ground.honest(ground.inbox / trainee, trainee)
        SETS[kind][name].attack(Made(ground, ground.inbox / trainee, trainee))
    with listening() as events:
        found = graded(ground.academy, "T1", ground.inbox)
    return found, events


@pytest.mark.parametrize(("kind", "name"), ATTACKS)
def test_an_attack_has_its_row_and_no_points_that_it_did_not_earn(done, kind, name):
    case, trainee = SETS[kind][name], TRAINEES[kind, name]

    rows = [row for row in done[0].rows if row.trainee == trainee]

    assert [(row.state, row.raw) for row in rows] == [(case.state, case.raw)]
    assert [note for note in rows[0].notes if case.words in note] or not case.words
    assert case.words or not rows[0].notes
    assert all(len(note) < 1_000 and note.isprintable() for note in rows[0].notes)


def test_the_neighbours_keep_their_marks_and_nobody_else_has_a_row(done):
    own = {row.trainee: (row.state, row.raw, row.notes) for row in done[0].rows}

    assert [own[name] for name in NEIGHBOURS] == [("waiting", 70, ())] * 2
    assert sorted(row.trainee for row in done[0].rows) == sorted([*NEIGHBOURS, *TRAINEES.values()])


def test_no_attack_is_run_and_none_writes_outside(done, ground, master):
    _, events = done
    signing_key = master.with_name("course.signing")  # the academy's, made when it first signs
    own = [str(ground.academy.folder), str(ground.inbox.parent / "settings"), str(signing_key)]

    written = [path for kind, path in events if kind == "written"]

    assert [(kind, what) for kind, what in events if kind in FORBIDDEN] == []
    assert [what for kind, what in events if kind != "written" and str(ground.inbox) in what] == []
    assert [path for path in written if not any(path.startswith(one) for one in own)] == []
    assert written
    assert not (ground.inbox.parent / "canary").exists()


def test_no_page_holds_anything_active_or_an_escape(done):
    pages = {name: page.read_text(encoding="utf-8") for name, page in done[0].feedback.items()}

    active = ("<script>window.__pwned", "<img src=x", "<svg xmlns='", "<style>@import 'https")
    links = ('href="data:', 'href="javascript:', "<form action", "\x1b", "\u202e")
    assert set(NEIGHBOURS) <= set(pages)
    for page in pages.values():
        assert not any(sign in page for sign in (*active, *links))


CHANGES = 10


def test_a_folder_that_changes_while_it_is_read_gives_a_mark_of_one_of_its_states(
    ground, master, tmp_path, monkeypatch
):
    monkeypatch.setenv("TRAINKIT_CONFIG", str(tmp_path / "settings"))
    academy = open_academy(shutil.copytree(master, tmp_path / "academy"))
    here = Ground(academy, ground.keys, tmp_path)
    folder = academy.of("submitted", "eve", "T1")
    for trainee in ("eve", "ben"):
        here.honest(academy.of("submitted", trainee, "T1"), trainee)
    stop = threading.Event()
    swapping = threading.Thread(target=_swap, args=(here, folder, stop))

    swapping.start()
    try:
        rows = [grade(academy, "T1", feedback=False).rows for _ in range(CHANGES)]
    finally:
        stop.set()
        swapping.join()

    assert [(ben.state, ben.raw, ben.notes) for ben, _ in rows] == [("waiting", 70, ())] * CHANGES
    assert {(eve.state, eve.raw) for _, eve in rows} <= {
        ("waiting", 70),
        ("waiting", 30),
        ("waiting", 0),
        ("partly", 0),
        ("failed", None),
    }
    assert all(eve.notes for _, eve in rows if eve.raw not in {30, 70})


def _swap(ground, folder, stop):
    """Exchange the answers again and again: all right, no hours, a link to the neighbour's."""
    whole = chained(ground.records("eve"))
    path = folder / "answers.jsonl"
    draft = folder.parent / "draft"
    draft.mkdir()
    while not stop.is_set():
        for lines in (whole, whole[:3]):
            write_answers(draft, lines)
            (draft / "answers.jsonl").replace(path)
        (draft / "link").symlink_to(folder.parents[1] / "ben" / "T1" / "answers.jsonl")
        (draft / "link").replace(path)


STRANGE = {
    "con": "refused",
    "aux.txt": "refused",
    "a:b": "refused",
    "dot.": "refused",
    "end ": "waiting",
    "b\u200ben": "refused",
    "ben\u202e": "refused",
    "\x1b[31mred": "refused",
    "line\nend": "refused",
    "x" * 65: "refused",
    "=cmd": "refused",
    "\uff42\uff45\uff4e": "waiting",
    "b\u0435n": "waiting",
    "b\u0131n": "waiting",
}
"""Names of folders that are no trainee's, or another's than they look like."""


def test_a_name_that_looks_like_anothers_takes_nothing_from_it(ground, master, tmp_path):
    academy = open_academy(shutil.copytree(master, tmp_path / "academy"))
    here = Ground(academy, ground.keys, tmp_path / "in box")
    for name in ("ben", *STRANGE):
        here.honest(here.inbox / name, "ben")

    rows = graded(academy, "T1", here.inbox).rows

    own = {row.trainee: row for row in rows}
    assert {name: own[name.strip()].state for name in STRANGE} == STRANGE
    assert (own["ben"].state, own["ben"].raw, own["ben"].notes) == ("waiting", 70, ())
    assert all(note.isprintable() for row in rows for note in row.notes)
    taken = [row for row in rows if row.raw is not None and row.trainee != "ben"]
    assert all("name the trainee 'ben'" in "".join(row.notes) for row in taken)

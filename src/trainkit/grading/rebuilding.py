"""A submission built anew: the released notebook with the trainee's words and records in it.

Of what came in, only three things are taken: texts of written tasks by grade id, cleaned; records
of the answers file; and the hash of both files. Nothing else has anything to act on.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trainkit.grading import cells
from trainkit.grading.bench import Bench
from trainkit.grading.digest import bytes_digest
from trainkit.grading.lenient import read_leniently
from trainkit.grading.overlay.unseen import unseen
from trainkit.grading.taking import LARGEST_ANSWERS, LARGEST_NOTEBOOK, NO_ANSWERS
from trainkit.grading.written import lost_cells, safe_html, written_answers
from trainkit.lessons.reading import parse
from trainkit.lessons.records import FILE, UNREAD, Answers, Flaw, Record
from trainkit.lessons.regular import is_link, regular_bytes

RECORDS = "trainkit_records"
"""Where the records stand in the metadata of a rebuilt notebook."""


@dataclass(frozen=True)
class Brought:
    """The bytes of a submission, read once, so that what is hashed is what is graded.

    Attributes:
        files: Bytes by name; a file that is missing or cannot be taken is left out.
        problems: Why a file cannot be taken, by name.
    """

    files: Mapping[str, bytes]
    problems: Mapping[str, str]


def brought(folder: Path, notebook: str) -> Brought:
    """Return the two files of a submission; whatever lies there, nothing is raised."""
    if is_link(folder) or is_link(folder.parent):
        return Brought({}, dict.fromkeys((f"{notebook}.ipynb", FILE), "its folder is a link"))
    files, problems = {}, {}
    for name, largest in ((f"{notebook}.ipynb", LARGEST_NOTEBOOK), (FILE, LARGEST_ANSWERS)):
        try:
            files[name] = regular_bytes(folder / name, largest)
        except FileNotFoundError:
            continue
        except (OSError, ValueError) as error:
            problems[name] = str(error)
    return Brought(files, problems)


def rebuilt(bench: Bench, found: Brought) -> Any:
    """Return the released notebook, written answers put in and answer records in its metadata.

    Args:
        bench: What grades the notebook.
        found: The submission.
    """
    notebook, master = _read(found, f"{bench.notebook}.ipynb"), bench.master()
    texts, flaws = written_answers(notebook, bench.written)
    for cell in filter(cells.is_graded, master.cells):
        name = cell.metadata.nbgrader.grade_id
        cell.source = safe_html(texts[name]) if name in texts else cell.source
    answers = _answers(found)
    there = FILE in found.files or FILE in found.problems
    told = [*_flaws(bench, notebook), *flaws, *map(str, answers.flaws)]
    master.metadata[RECORDS] = {
        "answers": [{**one.content, "hash": one.hash} for one in answers.records],
        "flaws": told if there else [*told, NO_ANSWERS],
        "submission": bytes_digest(found.files, bench.notebook),
        "unseen": unseen(notebook, bench.lesson),
    }
    return master


def _read(found: Brought, name: str) -> Any:
    return read_leniently(found.files.get(name), found.problems.get(name, ""))


def _answers(found: Brought) -> Answers:
    if FILE in found.problems:
        told = f"{UNREAD}: {found.problems[FILE]}"
        return Answers(flaws=(Flaw(0, told),))
    return parse(found.files.get(FILE, b""))


def _flaws(bench: Bench, notebook: Any) -> list[str]:
    checks = [task.id for task in bench.lesson.tasks if task.id not in bench.written]
    return [*notebook.metadata.get("flaws", []), *lost_cells(notebook, checks)]


def records_of(notebook: Any) -> tuple[Answers, list[str], str]:
    """Return answers, flaws and hash of the submission that a rebuilt notebook holds."""
    records = notebook.metadata[RECORDS]
    answers = Answers(tuple(Record(**one) for one in records["answers"]))
    return answers, list(records["flaws"]), str(records["submission"])

"""The ZIP that a trainee hands in, and the receipt that stays with the trainee."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from trainkit.errors import TrainkitError
from trainkit.grading.bundles import RECEIPT
from trainkit.grading.digest import bytes_digest
from trainkit.grading.exchange.handed import zip_name
from trainkit.grading.exchange.keypair import machine_key
from trainkit.grading.exchange.manifest import due_words
from trainkit.grading.exchange.receipt import receipt_bytes
from trainkit.grading.exchange.terms import release_beside
from trainkit.grading.exchange.zipping import write_file, zipped
from trainkit.grading.taking import LARGEST_ANSWERS, LARGEST_NOTEBOOK
from trainkit.lessons.answers import Clock, now
from trainkit.lessons.catalogue import lesson
from trainkit.lessons.changes import lesson_in
from trainkit.lessons.own_folder import own_place
from trainkit.lessons.practice import require_graded_work
from trainkit.lessons.reading import parse
from trainkit.lessons.records import FILE
from trainkit.lessons.regular import regular_bytes
from trainkit.lessons.trainee import announced_id, trainee_id


@dataclass(frozen=True)
class Submission:
    """What a trainee handed in.

    Attributes:
        path: The ZIP.
        folder: What was packed.
        receipt: The receipt beside it.
        notebook: Id of the notebook.
        trainee: Id of the trainee.
        digest: Hash of the submission.
        at: When it was made.
        notes: What the trainee should know before sending it.
    """

    path: Path
    folder: Path
    receipt: Path
    notebook: str
    trainee: str
    digest: str
    at: datetime
    notes: tuple[str, ...]


def submit_zip(
    folder: Path,
    notebook: str | None = None,
    trainee: str | None = None,
    out: Path | None = None,
    place: Path | None = None,
    clock: Clock = now,
) -> Submission:
    """Write the ZIP that a trainee hands in, and a receipt beside it.

    Args:
        folder: The trainee's folder: with the notebook in it, in a folder of its id, or in
            ``notebooks`` or ``notebooks/<trainee>`` as `trainkit lab` makes them.
        notebook: Id of the notebook; the only one that is there when left out.
        trainee: Id of the trainee; the one the notebook was started with when left out.
        out: The ZIP; a name with trainee and time in *place* when left out.
        place: Folder of the ZIP; *folder* when left out.
        clock: Gives the time with its zone.

    Raises:
        TrainkitError: there is no such notebook or more than one copy of it, it was not started,
            it is practice, or nothing can be written.
    """
    base = folder.expanduser().resolve()
    work, name = own_place(base, notebook)
    files = _own_files(work, name)
    require_graded_work(parse(files[FILE]), name)
    owner, at = _owner(files, trainee, name), clock()
    receipt = receipt_bytes(files, name, owner, at, machine_key())
    target = out or (place or base) / zip_name(name, owner, at)
    inside = {f"{owner}/{name}/{one}": content for one, content in files.items()}
    inside[f"{owner}/{name}/{RECEIPT}"] = receipt
    write_file(target, zipped(inside, at.timetuple()[:6]))
    beside = target.with_name(f"{target.stem}-{RECEIPT}")
    write_file(beside, receipt)
    notes = (*_open_tasks(files, name), *_due(work))
    return Submission(target, work, beside, name, owner, bytes_digest(files, name), at, notes)


def _due(work: Path) -> list[str]:
    """Return until when the work is due, as the academy's release beside it says."""
    manifest = release_beside(work)
    return [due_words(manifest).rstrip(".")] if manifest and manifest.due else []


def _own_files(place: Path, notebook: str) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for name, largest in ((f"{notebook}.ipynb", LARGEST_NOTEBOOK), (FILE, LARGEST_ANSWERS)):
        try:
            found[name] = regular_bytes(place / name, largest)
        except FileNotFoundError:
            continue
        except (OSError, ValueError) as error:
            raise TrainkitError(f"{place / name} cannot be handed in: {error}.") from error
    if FILE not in found:
        raise TrainkitError(
            f"There are no answers in {place}: {FILE} is missing. Open {notebook}.ipynb, run its "
            "first cell, decide and commit; then hand in."
        )
    return found


def _owner(files: Mapping[str, bytes], trainee: str | None, notebook: str) -> str:
    started = parse(files[FILE]).trainee
    name = trainee or started or announced_id()
    if not name:
        raise TrainkitError(
            f"{notebook} was never started, so nobody knows whose it is. Say your id with "
            "--trainee, or run the notebook's first cell."
        )
    owner = trainee_id(name)
    if started and trainee_id(started) != owner:
        raise TrainkitError(
            f"These answers were begun by '{started}', and you ask to hand them in as '{owner}'. "
            "Leave --trainee out, or hand in your own."
        )
    return owner


def _open_tasks(files: Mapping[str, bytes], notebook: str) -> list[str]:
    answers = parse(files[FILE])
    return [
        f"{task.title}: no answer is committed"
        for task in lesson_in(files[f"{notebook}.ipynb"], lesson(notebook)).tasks
        if not task.manual and answers.committed(task.id) is None
    ]

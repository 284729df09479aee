"""The ZIP that trainees get: a released notebook, how to begin, and what the academy signs.

nbgrader's own exchange needs a shared folder and refuses Windows; a ZIP goes everywhere.
"""

import zipfile
from collections.abc import Collection, Mapping
from pathlib import Path

from trainkit.errors import TrainkitError
from trainkit.grading.academy import Academy
from trainkit.grading.exchange.deadline import due_of
from trainkit.grading.exchange.keypair import academy_key, fingerprint, public_part
from trainkit.grading.exchange.manifest import NAME, manifest_bytes
from trainkit.grading.exchange.zipping import write_file, zipped
from trainkit.grading.nbgrader_use import gradebook, nbgrader_api, require_success
from trainkit.grading.report import rules_of
from trainkit.lessons.catalogue import lesson

_EPOCH = (1980, 1, 1, 0, 0, 0)
_README = """{title} ({notebook})

EXERCISE - SYNTHETIC - NOT FOR OPERATIONS

1. Leave this ZIP packed, in a folder of your own. Open a terminal there and type

     trainkit lab {notebook} --release {notebook}.zip --trainee YOUR-ID

   with the id that your instructor gave you. Your copy lies in notebooks/YOUR-ID/{notebook}.
   Where trainkit came as a folder and is not installed, put the ZIP into that folder, and write
   python3 start.py (on Windows, py start.py) in place of trainkit.
2. Run the first cell, and work down the page. It takes about {minutes} minutes. Your answers are
   kept in answers.jsonl beside the notebook; do not delete that file.
3. Commit each decision. The first committed answer counts.
4. To hand in, save the notebook, and type in the same place

     trainkit submit {notebook} --zip

   It says which folder it packed. If there are several copies it asks you to name yours, for
   example with --folder notebooks/YOUR-ID. Send the new ZIP to your instructor, and keep the
   receipt that lies beside it.

This was signed by the academy {academy}: compare these figures with what your instructor says.
"""


def release_zip(academy: Academy, notebook: str, out: Path) -> Path:
    """Write the ZIP that trainees get, and return it: the released notebook and how to begin.

    Args:
        academy: Where the notebook was built.
        notebook: Id of the notebook.
        out: The ZIP; written anew over a release of the same notebook, and over nothing else.

    Raises:
        TrainkitError: the notebook was not built, another file is there, or the ZIP cannot be
            written.
    """
    found = lesson(notebook)
    path = academy.release(found.id)
    if not path.is_file():
        raise TrainkitError(
            f"{found.id} was not built in {academy.folder}. Build it first: `trainkit build "
            f"{found.id}`."
        )
    readme = _README.format(
        title=found.title,
        notebook=found.id,
        minutes=found.minutes,
        academy=fingerprint(public_part(academy_key(academy))),
    )
    files = {"README.txt": readme.encode(), f"{found.id}.ipynb": path.read_bytes()}
    files[NAME] = _manifest(academy, found.id, found.course, files)
    inside = {f"{found.id}/{name}": content for name, content in files.items()}
    _require_replaceable(out, inside, found.id)
    write_file(out, zipped(inside, _EPOCH), again=True)
    return out


def _manifest(academy: Academy, notebook: str, course: str, files: Mapping[str, bytes]) -> bytes:
    with gradebook(academy) as book:
        due = due_of(book, notebook)
    rules = rules_of(academy, notebook)
    return manifest_bytes(notebook, course, files, due, rules, academy_key(academy))


def _require_replaceable(out: Path, names: Collection[str], notebook: str) -> None:
    """Refuse to write over anything but a release of the same notebook, signed or not."""
    own = {f"{notebook}/README.txt", f"{notebook}/{notebook}.ipynb"}
    if out.exists() and _held(out) not in (own, set(names)):
        raise TrainkitError(
            f"{out} is there already and is no release of {notebook}, so it is not overwritten: "
            "it may be somebody's work. Move it away, or name another file with --out."
        )


def _held(path: Path) -> set[str]:
    """Return the names in a ZIP; none where it is no ZIP that can be read."""
    try:
        with zipfile.ZipFile(path) as archive:
            return set(archive.namelist())
    except (OSError, ValueError, zipfile.BadZipFile, NotImplementedError):
        return set()


def release_to_exchange(academy: Academy, notebook: str) -> Path:
    """Put a released notebook into nbgrader's exchange, and return the exchange's folder.

    Raises:
        TrainkitError: nbgrader refuses.
    """
    name = lesson(notebook).id
    with nbgrader_api(academy) as api:
        result = api.release_assignment(name)
    require_success(result, f"Putting {name} into the exchange")
    return Path(str(academy.config.Exchange.root))

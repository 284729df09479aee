"""Taking the bytes of one submission out of its container, and what is odd about them."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from trainkit.errors import TrainkitError, shown
from trainkit.grading.bundles import Bundle
from trainkit.grading.cells import notebook as new_notebook
from trainkit.grading.cells import text_of
from trainkit.grading.containers import Item
from trainkit.grading.digest import bytes_digest
from trainkit.grading.exchange.receipt import Receipt, read_receipt
from trainkit.grading.naming import is_copy, owner_of
from trainkit.lessons.practice import require_graded_work
from trainkit.lessons.reading import parse
from trainkit.lessons.records import FILE

LARGEST_NOTEBOOK, LARGEST_ANSWERS, LARGEST_RECEIPT = 20_000_000, 4_000_000, 100_000
_AGAIN = "Ask the trainee to hand it in again with `trainkit submit --zip`."
NO_ANSWERS = f"there is no {FILE}: no decision was handed in. {_AGAIN}"


@dataclass(frozen=True)
class Taken:
    """The bytes of a submission.

    Attributes:
        files: Bytes by the name under which they are kept.
        digest: Their hash.
        receipt: The trainee's own receipt; None without one that can be right.
        notes: What was odd.
    """

    files: Mapping[str, bytes]
    digest: str
    receipt: Receipt | None
    notes: tuple[str, ...]

    @property
    def at(self) -> datetime | None:
        """When it was handed in, by its receipt; None without one that can be right."""
        return self.receipt.at if self.receipt else None


def take(bundle: Bundle, notebook: str) -> Taken:
    """Return the bytes of a submission.

    Args:
        bundle: Its files.
        notebook: Id of the notebook.

    Raises:
        TrainkitError: a file cannot be taken, or there is nothing that could be graded.
    """
    files: dict[str, bytes] = {}
    notes = list(bundle.notes)
    if bundle.answers:
        files[FILE] = _only(bundle.answers, LARGEST_ANSWERS)
        require_graded_work(parse(files[FILE]), notebook)
    else:
        notes.append(NO_ANSWERS)
    files[f"{notebook}.ipynb"] = _notebook(bundle, notebook, notes)
    if bundle.others:
        notes.append(f"not taken in: {shown(', '.join(bundle.others), 200)}")
    digest = bytes_digest(files, notebook)
    receipt = _receipt(bundle, {digest, _as_written(files, notebook)}, notes)
    return Taken(files, digest, receipt, tuple(notes))


def _as_written(files: Mapping[str, bytes], notebook: str) -> str:
    """Return the hash of files as we write them: mail and Git turn or lose the ends of lines."""
    ends = {name: b"\n".join([*file.splitlines(), b""]) for name, file in files.items()}
    return bytes_digest(ends, notebook)


def _only(items: Sequence[Item], largest: int) -> bytes:
    """Return the bytes of the one file of a kind."""
    if len(items) > 1:
        names = shown(", ".join(item.name for item in items), 100)
        told = f"{items[0].name} is there {len(items)} times ({names})"
        raise TrainkitError(f"{told}, and nobody can tell which counts. {_AGAIN}")
    problem = items[0].problem
    try:
        content = b"" if problem else items[0].read(largest)
    except (OSError, ValueError) as error:
        problem = str(error)
    if problem:
        told = f"{items[0].name} cannot be taken: {problem}. Nothing of it was read or run."
        raise TrainkitError(f"{told} {_AGAIN}")
    return content


def _notebook(bundle: Bundle, notebook: str, notes: list[str]) -> bytes:
    exact = [one for one in bundle.notebooks if one.name.lower() == f"{notebook}.ipynb".lower()]
    copies = [one for one in bundle.notebooks if is_copy(one.name, f"{notebook}.ipynb")]
    if exact or copies:
        chosen = exact or copies
        rest = [one.name for one in bundle.notebooks if one not in chosen]
        if rest:
            notes.append(f"{chosen[0].name} counts; also there: {shown(', '.join(rest), 100)}")
        return _only(chosen, LARGEST_NOTEBOOK)
    if len(bundle.notebooks) == 1:
        content = _only(bundle.notebooks, LARGEST_NOTEBOOK)
        if _says(content) == notebook:
            notes.append(f"{bundle.notebooks[0].name} says that it is {notebook}, and was renamed")
            return content
    return _stand_in(bundle, notebook, notes)


def _stand_in(bundle: Bundle, notebook: str, notes: list[str]) -> bytes:
    """Return an empty notebook where decisions came without one."""
    names = ", ".join(one.name for one in bundle.notebooks)
    held = shown(names, 100) if names else "no notebook"
    told = f"There is no {notebook}.ipynb in it; it holds {held}."
    if not bundle.answers:
        raise TrainkitError(f"{told} {_AGAIN}")
    notes.append(f"{told} The decisions are graded, written answers are missing. {_AGAIN}")
    return text_of(new_notebook([])).encode()


def _says(content: bytes) -> str:
    """Return which notebook a file says that it is; empty when it says nothing."""
    try:
        found: Any = json.loads(content.decode("utf-8"))
        return str(found["metadata"]["trainkit"]["notebook"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return ""


def _receipt(bundle: Bundle, digests: Collection[str], notes: list[str]) -> Receipt | None:
    if not bundle.receipts:
        return None
    try:
        receipt = read_receipt(_only(bundle.receipts, LARGEST_RECEIPT))
    except TrainkitError:
        receipt = None
    flaw = _flaw(bundle, digests, receipt) if receipt else "its receipt cannot be read"
    if flaw:
        notes.append(flaw)
    return None if flaw else receipt


def _flaw(bundle: Bundle, digests: Collection[str], receipt: Receipt) -> str:
    """Return why a receipt says nothing of this submission; empty where it does."""
    if receipt.state == "wrong":
        return "its receipt was changed after the trainee's machine had signed it"
    if receipt.digest not in digests:
        return "its receipt belongs to other files: they were changed after it was made"
    if owner_of(receipt.trainee) != bundle.owner:
        return f"its receipt is of another trainee, {shown(receipt.trainee, 70)}"
    if receipt.at > datetime.now(UTC):
        return f"its receipt is dated in the future ({receipt.at:%d %B %Y %H:%M} UTC)"
    return ""

"""Checking a release on a trainee's machine, before anything of it is opened."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from trainkit.errors import TrainkitError
from trainkit.grading.exchange.keypair import fingerprint
from trainkit.grading.exchange.known import known_academy, known_file, require_known
from trainkit.grading.exchange.manifest import KIND, NAME, Manifest, due_words, manifest_of
from trainkit.grading.exchange.signing import read_document
from trainkit.lessons.catalogue import lesson

_ANEW = "Fetch it anew from your academy; nothing of it was opened or copied."


@dataclass(frozen=True)
class Checked:
    """A release that was checked.

    Attributes:
        manifest: What it says of itself; None where nobody signed it.
        told: What the trainee is told of it, a sentence each.
    """

    manifest: Manifest | None
    told: tuple[str, ...]


def checked_release(notebook: str, files: Mapping[str, bytes], academy: str = "") -> Checked:
    """Check the files of a released notebook.

    Args:
        notebook: Id of the notebook, as the release has it.
        files: Bytes by name, the manifest among them.
        academy: Fingerprint that the instructor told the trainee; empty for the one known.

    Raises:
        TrainkitError: a file was changed, another academy signed it, or nobody did where one
            signs.
    """
    course = lesson(notebook).course
    if NAME not in files:
        return _unsigned(notebook, course, academy)
    document = read_document(files[NAME], KIND)
    manifest = manifest_of(document) if document else None
    if document is None or manifest is None:
        raise TrainkitError(f"The release of {notebook} holds a {NAME} that is none. {_ANEW}")
    if document.state == "unsigned":
        return _unsigned(notebook, course, academy)
    if document.state == "wrong":
        raise TrainkitError(
            f"The release of {notebook} was changed after the academy had signed it: what its "
            f"{NAME} says is not what was signed. {_ANEW}"
        )
    _require_about(manifest, notebook, course)
    _require_whole(manifest, files)
    first = require_known(course, document.signer, f"The release of {notebook}", academy)
    return Checked(manifest, tuple(filter(None, (first, due_words(manifest)))))


def _unsigned(notebook: str, course: str, academy: str) -> Checked:
    known = known_academy(course)
    if known or academy:
        who = fingerprint(known) if known else academy
        raise TrainkitError(
            f"The release of {notebook} is not signed, and your academy {who} signs what it hands "
            f"out. {_ANEW} If it no longer signs, your instructor says so; then take course "
            f"{course} out of {known_file()}."
        )
    return Checked(None, (f"The release of {notebook} is not signed: nobody can say whose it is.",))


def _require_about(manifest: Manifest, notebook: str, course: str) -> None:
    if (manifest.notebook, manifest.course) != (notebook, course):
        raise TrainkitError(
            f"The release of {notebook} holds the {NAME} of {manifest.notebook} of course "
            f"{manifest.course}. {_ANEW}"
        )


def _require_whole(manifest: Manifest, files: Mapping[str, bytes]) -> None:
    for name, digest in manifest.files.items():
        if name not in files:
            raise TrainkitError(f"The release lacks {name}, which was signed with it. {_ANEW}")
        if hashlib.sha256(files[name]).hexdigest() != digest:
            raise TrainkitError(
                f"{name} was changed after the academy had signed the release. {_ANEW}"
            )
    if f"{manifest.notebook}.ipynb" not in manifest.files:
        raise TrainkitError(f"The signature of the release does not cover its notebook. {_ANEW}")

"""Guessing the course key: who knows the algorithm and not the key gains nothing by it."""

import hashlib
import shutil
from dataclasses import dataclass
from itertools import count

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from tests.grading.hostile.case import Ground, chained, record, write_answers

from trainkit.errors import TrainkitError
from trainkit.grading.academy import open_academy
from trainkit.grading.coursekey import fingerprint, make_secret
from trainkit.grading.digest import bytes_digest
from trainkit.grading.exchange.confirming import confirmed
from trainkit.grading.exchange.keypair import academy_key, public_part
from trainkit.grading.exchange.known import require_known
from trainkit.grading.exchange.signing import read_document, signed
from trainkit.grading.intake import graded
from trainkit.grading.keys import load_keys
from trainkit.grading.nbgrader_use import gradebook
from trainkit.grading.result import read_results
from trainkit.grading.seeds import hidden_luck
from trainkit.lessons.catalogue import lesson
from trainkit.lessons.seeds import visible_luck


def _another_courses(academy, tmp_path):
    (tmp_path / "other").mkdir()
    make_secret(tmp_path / "other.key", tmp_path / "other")
    return bytes.fromhex((tmp_path / "other.key").read_text(encoding="ascii"))


GUESSES = {
    "empty": lambda academy, tmp_path: b"",
    "zeros": lambda academy, tmp_path: bytes(32),
    "printed": lambda academy, tmp_path: fingerprint(academy.course_key).encode(),
    "printed-bytes": lambda academy, tmp_path: bytes.fromhex(fingerprint(academy.course_key)),
    "other": _another_courses,
}

FAR_KN = 3.0
"""Two variants whose speeds lie so far apart share no right answer."""


def _speed_kn(luck):
    drawn = lesson("T1").situation(luck)
    return drawn.distance_nm / drawn.time_h


@dataclass(frozen=True)
class Forger:
    """A trainee who knows all of trainkit, and takes a guess for the course key."""

    ground: Ground
    guess: bytes

    def luck(self, trainee):
        return hidden_luck(self.guess, "t", trainee, "T1")

    def astray(self, name):
        """Return the first trainee of this name and a number whom the guess leads astray.

        A drawn key may happen on the right variant, as any answer may happen to be right.
        """
        named = (f"{name}-{n}" for n in count())
        return next(trainee for trainee in named if self._leads_astray(trainee))

    def _leads_astray(self, trainee):
        own = _speed_kn(visible_luck("t", trainee, "T1"))
        return abs(_speed_kn(self.luck(trainee)) - own) > FAR_KN

    def signing(self):
        """The guess as the academy's signing key: as it is, or drawn out to its length."""
        right = self.guess if len(self.guess) == 32 else hashlib.sha256(self.guess).digest()
        return Ed25519PrivateKey.from_private_bytes(right)

    def forge_variant(self, trainee):
        """Hand in what is right in the variant that the guess gives, and name the guess."""
        folder = self.ground.inbox / trainee
        self.ground.honest(folder, trainee)
        answers = self.ground.keys.player("reference")(lesson("T1").situation(self.luck(trainee)))
        named = {"trainee": trainee, "notebook": "T1", "course_key": self.guess.hex()}
        decided = [("", "started", named)]
        decided += [(task, "committed", value) for task, value in answers.items()]
        lines = [record(n, task, event, value) for n, (task, event, value) in enumerate(decided)]
        write_answers(folder, chained(lines))
        (folder / "course.key").write_text(self.guess.hex(), encoding="ascii")

    def forge_receipt(self, trainee):
        """Hand in honest work with a receipt that the academy would seem to have signed."""
        folder = self.ground.inbox / trainee
        self.ground.honest(folder, trainee)
        files = {path.name: path.read_bytes() for path in folder.iterdir()}
        (folder / "receipt.json").write_bytes(self.receipt(trainee, bytes_digest(files, "T1")))

    def receipt(self, trainee, digest, points=100):
        content = {
            "notebook": "T1",
            "trainee": trainee,
            "sha256": digest,
            "at": "2026-03-02T10:00:00+01:00",
            "received": "2026-03-02T10:00:00+01:00",
            "handed_in": "2026-03-02T10:00:00+01:00",
            "points": points,
        }
        return signed("receipt", content, self.signing())


@pytest.fixture
def forgers(tiny, master, tmp_path):
    academy = open_academy(shutil.copytree(master, tmp_path / "academy"))
    ground = Ground(academy, load_keys(tiny / "keys", lesson("T1")), tmp_path / "in box")
    return {name: Forger(ground, guess(academy, tmp_path)) for name, guess in GUESSES.items()}


def test_a_guessed_key_earns_nothing_and_each_attempt_has_its_row(forgers):
    ground = forgers["empty"].ground
    ground.honest(ground.inbox / "ben", "ben")
    variants = {name: forger.astray(f"variant-{name}") for name, forger in forgers.items()}
    for name, forger in forgers.items():
        forger.forge_variant(variants[name])
        forger.forge_receipt(f"receipt-{name}")

    rows = {row.trainee: row for row in graded(ground.academy, "T1", ground.inbox).rows}

    assert len(rows) == 1 + 2 * len(GUESSES)
    for name in GUESSES:
        variant, receipt = rows[variants[name]], rows[f"receipt-{name}"]
        assert (name, variant.state, variant.raw) == (name, "waiting", 40)
        assert "course.key" in "".join(variant.notes)
        assert (name, receipt.state, receipt.raw) == (name, "waiting", 70)
        assert "its receipt cannot be read" in "".join(receipt.notes)
    assert (rows["ben"].state, rows["ben"].raw, rows["ben"].notes) == ("waiting", 70, ())


def test_the_luck_of_scoring_is_never_that_of_a_guess(forgers):
    ground = forgers["empty"].ground
    for name, forger in forgers.items():
        forger.forge_variant(f"variant-{name}")

    graded(ground.academy, "T1", ground.inbox)

    with gradebook(ground.academy) as book:
        results = read_results(book, "T1")
    for name, forger in forgers.items():
        trainee = f"variant-{name}"
        own = hidden_luck(ground.academy.course_key, "t", trainee, "T1")
        drawn = str(results[trainee].tasks["t1_speed"]["criteria"])
        assert f"Drawn: {own.uniform('hidden', 0):.3f}" in drawn
        assert f"Drawn: {forger.luck(trainee).uniform('hidden', 0):.3f}" not in drawn


@pytest.mark.parametrize("name", GUESSES)
def test_what_a_guess_signs_is_not_the_academys(forgers, name, tmp_path):
    academy = forgers[name].ground.academy
    require_known("t", public_part(academy_key(academy)), "The release")
    path = tmp_path / "receipt.json"
    path.write_bytes(forgers[name].receipt("eve", "0" * 64))

    assert read_document(path.read_bytes(), "receipt").state == "good"  # it is signed, by another
    with pytest.raises(TrainkitError, match="somebody else made this file"):
        confirmed(path, tmp_path)

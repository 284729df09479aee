"""Pseudonyms: one short name for each trainee of an academy, made with its first course key.

The same trainee has the same pseudonym in every export of the academy, also behind a rotation of
the key; nobody without the key can tell who it is, or make the list by trying ids.
"""

import base64
import hashlib
import hmac
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import pairwise, takewhile

from trainkit.errors import TrainkitError
from trainkit.grading.academy import Academy
from trainkit.grading.keyring import first_key
from trainkit.kernel.chain import canonical
from trainkit.lessons.trainee import trainee_id

_LETTERS = 8
"""Of 32 signs: two of 2,000 trainees share 8 of them once in half a million academies."""
_NO_WORDS = str.maketrans("aeio", "0189")
"""Figures in the place of vowels: a pseudonym is hardly ever a word, or holds somebody's name."""


def academy_pseudonyms(academy: Academy, trainees: Iterable[str]) -> dict[str, str]:
    """Return the pseudonyms of an academy's trainees.

    Args:
        academy: The academy.
        trainees: Ids of all its trainees, so that a collision is found.

    Raises:
        TrainkitError: the first course key is not there.
    """
    course = str(academy.config.CourseDirectory.get("course_id", ""))
    return pseudonyms(first_key(academy), course, trainees)


def pseudonyms(
    key: bytes, course: str, trainees: Iterable[str], letters: int = _LETTERS
) -> dict[str, str]:
    """Return a pseudonym for each id; ids that are one trainee's get one.

    Args:
        key: The secret.
        course: Id of the course, as nbgrader knows it.
        trainees: Ids.
        letters: Length; those that would be alike get longer ones.
    """
    whole = {one: _whole(key, course, same_id(one)) for one in trainees}
    length = _lengths(sorted(set(whole.values())), letters)
    return {one: f"p-{found[: length[found]]}" for one, found in whole.items()}


def _whole(key: bytes, course: str, name: str) -> str:
    text = canonical(["pseudonym", course, name]).encode()
    drawn = hmac.new(key, text, hashlib.sha256).digest()
    return base64.b32encode(drawn).decode("ascii").rstrip("=").lower().translate(_NO_WORDS)


def _lengths(found: Sequence[str], letters: int) -> dict[str, int]:
    """Return how much of each tells it from all others: of the alphabet's, its two neighbours."""
    shared = [0, *(_shared(*pair) for pair in pairwise(found)), 0]
    beside = pairwise(shared)
    return {one: max(letters, 1 + max(next(beside))) for one in found}


def _shared(one: str, other: str) -> int:
    """Return how many letters two begin alike with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=True)))


def same_id(name: str) -> str:
    """Return an id as it is compared; also one that trainkit would not give, from elsewhere.

    Examples:
        >>> same_id(" Ada "), same_id("ADA Strong")
        ('ada', 'ada strong')
    """
    try:
        return trainee_id(name)
    except TrainkitError:
        return unicodedata.normalize("NFC", name).strip().lower()

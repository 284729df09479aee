"""A trainee's own variant: what is seen varies with the id, by a hash that anyone may compute.

What is scored runs in other luck, which only graders can compute; see `trainkit.grading.seeds`.
"""

import hashlib

from trainkit.kernel.chain import canonical
from trainkit.kernel.luck import Luck
from trainkit.lessons.trainee import trainee_id


def visible_luck(course: str, trainee: str, notebook: str, practice: int = 0) -> Luck:
    """Return the luck of the variant that a trainee sees in a notebook.

    Args:
        course: Folder of the course.
        trainee: Id of the trainee.
        notebook: Id of the notebook.
        practice: Number of a practice try, which has a variant of its own; 0 for graded work.

    Raises:
        TrainkitError: the trainee's id cannot be used.

    Examples:
        >>> visible_luck("e", "Ada", "E1") == visible_luck("e", "ada ", "E1")
        True
    """
    parts = [course, trainee_id(trainee), notebook, *([practice] if practice else [])]
    name = canonical(parts).encode()
    return Luck(int.from_bytes(hashlib.blake2b(name, digest_size=8).digest(), "big"))

"""The luck that answers are scored in: keyed, so that nobody outside the academy can replay it."""

import hashlib
import hmac

from trainkit.kernel.chain import canonical
from trainkit.kernel.luck import Luck
from trainkit.lessons.trainee import trainee_id


def hidden_luck(course_key: bytes, course: str, trainee: str, notebook: str) -> Luck:
    """Return the luck of scoring: HMAC-SHA256 under the course key.

    Args:
        course_key: The academy's secret.
        course: Folder of the course.
        trainee: Id of the owner of the submission.
        notebook: Id of the notebook.

    Raises:
        TrainkitError: the trainee's id cannot be used.
    """
    name = canonical([course, trainee_id(trainee), notebook]).encode()
    drawn = hmac.new(course_key, name, hashlib.sha256).digest()
    return Luck(int.from_bytes(drawn[:8], "big"))

"""What a team knows, in plain words: enough to decide by, without a picture or a widget."""

from trainkit.exercise.case.known import CasePicture
from trainkit.exercise.case.tables import tables

__all__ = ["tables", "words"]


def words(picture: CasePicture, actors: int = 12, lately: int = 8) -> str:
    """Return what a team knows, table by table, as text.

    Args:
        picture: What it knows.
        actors: People that are named, the most suspected first.
        lately: Events that are told, the last ones.
    """
    return "\n\n".join(str(table) for table in tables(picture, actors, lately))

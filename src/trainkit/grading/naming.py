"""What a file or a folder is by its name, also where a system has named a copy of it.

Browsers, Windows, macOS and Jupyter write ``E1 (1).ipynb``, ``E1 - Copy.ipynb``, ``E1 2.ipynb`` or
``E1-Copy1.ipynb``, in the words of their language; mail programs add ``.txt``.
"""

import re
import unicodedata
from pathlib import PurePath

from trainkit.errors import TrainkitError
from trainkit.lessons.trainee import trainee_id

_WORD = "copy|copia|kopya|kopie|copie|αντίγραφο|αντιγραφή"
_FOLDER = rf"(?: ?\(\d{{1,3}}\)|[ _]?-? ?(?:{_WORD})(?: ?\(?\d{{1,3}}\)?)?)"
_FILE = rf"(?:{_FOLDER}|[ -]\d{{1,2}})"


def is_copy(name: str, wanted: str) -> bool:
    """Return whether a name is one that a system gives to a copy of the file *wanted*.

    Examples:
        >>> is_copy("T1 (1).ipynb", "T1.ipynb"), is_copy("T1 - Kopya.ipynb", "T1.ipynb")
        (True, True)
        >>> is_copy("T12.ipynb", "T1.ipynb")
        False
    """
    stem, suffix = PurePath(wanted).stem, PurePath(wanted).suffix
    pattern = rf"{re.escape(stem)}{_FILE}*{re.escape(suffix)}(?:\.txt|\.json)?"
    return re.fullmatch(pattern, unicodedata.normalize("NFC", name), re.IGNORECASE) is not None


def owner_of(folder: str) -> str:
    """Return the trainee's id that the name of a folder spells; its name where it is none.

    Examples:
        >>> owner_of("Ada"), owner_of("ada - Copy (2)"), owner_of("a b")
        ('ada', 'ada', 'a b')
    """
    plain = re.sub(rf"{_FOLDER}+$", "", unicodedata.normalize("NFC", folder), flags=re.IGNORECASE)
    for name in (folder, plain):
        try:
            return trainee_id(name)
        except TrainkitError:
            continue
    return folder

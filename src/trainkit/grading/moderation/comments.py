"""The comment bank: a code that a marker types becomes a text that helps the trainee.

``<rubrics>/comments.toml`` comes with the keys; an academy's own ``comments.toml`` adds to it, and
its text counts where both have a code.

[[comments]]
code = "lr2"
scale = "legal_reasoning"
criterion = "Source, and whom it binds"
text = "..."
"""

import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from trainkit.errors import TrainkitError, nearest, printable
from trainkit.grading.academy import Academy
from trainkit.grading.rubric import COMMENTS

_CODE = re.compile(r"(?<![\w#&])#([A-Za-z][A-Za-z0-9_-]{0,31})")
_ONE_CODE = re.compile(r"[a-z][a-z0-9_-]{0,31}")


@dataclass(frozen=True)
class Comment:
    """A comment of the bank.

    Attributes:
        code: What a marker types behind ``#``, in small letters.
        text: What the trainee reads.
        scale: Name of the scale it belongs to; empty for all.
        criterion: What it is about; empty for the whole answer.
    """

    code: str
    text: str
    scale: str = ""
    criterion: str = ""


def bank(academy: Academy) -> dict[str, Comment]:
    """Return the comments that markers of an academy can use, by code.

    Raises:
        TrainkitError: a file of comments is not whole.
    """
    files = (academy.rubrics / f"{COMMENTS}.toml", own_file(academy))
    return {one.code: one for path in files if path.is_file() for one in _read(path)}


def own_file(academy: Academy) -> Path:
    """Return where an academy keeps its own comments."""
    return academy.folder / f"{COMMENTS}.toml"


def _read(path: Path) -> list[Comment]:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        return [_comment(one) for one in content.get("comments", [])]
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise TrainkitError(
            f"The comments {path} cannot be read: {error}. Each begins with [[comments]] and has a "
            "code and a text."
        ) from error


def _comment(content: Mapping[str, Any]) -> Comment:
    code, text = str(content.get("code", "")).lower(), str(content.get("text", "")).strip()
    if not _ONE_CODE.fullmatch(code) or not text:
        raise ValueError(f"the comment {code or 'without a code'} needs a code and a text")
    return Comment(code, text, str(content.get("scale", "")), str(content.get("criterion", "")))


def add_comment(academy: Academy, code: str, text: str) -> Comment:
    """Add a comment to an academy's own bank.

    Args:
        academy: The academy.
        code: What markers will type behind ``#``: a letter, then letters, figures, - and _.
        text: What the trainee reads.

    Raises:
        TrainkitError: the code cannot be used or is taken, or the text is empty.
    """
    name = code.strip().removeprefix("#").lower()
    if not _ONE_CODE.fullmatch(name) or not text.strip():
        raise TrainkitError(
            f"A comment needs a code such as lr9 (a letter, then letters, figures, - or _) and a "
            f"text; '{code}' with {len(text.strip())} letters of text was given."
        )
    if name in bank(academy):
        raise TrainkitError(
            f'#{name} is taken: "{bank(academy)[name].text}" Choose another code, or change the '
            f"text in {own_file(academy)}."
        )
    added = Comment(name, printable(" ".join(text.split())))
    with own_file(academy).open("a", encoding="utf-8", newline="\n") as file:
        file.write(toml_of(added))
    return added


def toml_of(comment: Comment) -> str:
    """Return a comment as it stands in a file of comments."""
    given = {name: part for name, part in asdict(comment).items() if part}
    # a JSON string with no escapes but \u, \" and \\ is a basic string of TOML too
    lines = [f"{name} = {json.dumps(part, ensure_ascii=False)}" for name, part in given.items()]
    return "\n".join(["", "[[comments]]", *lines, ""])


def expanded(text: str, known: Mapping[str, Comment]) -> str:
    """Return a marker's comment with its codes written out; unknown codes stay as they are.

    Examples:
        >>> expanded("#lr2 Well begun. #3", {"lr2": Comment("lr2", "Name the verb.")})
        'Name the verb. Well begun. #3'
    """

    def told(found: re.Match[str]) -> str:
        comment = known.get(found[1].lower())
        return comment.text if comment else found[0]

    return _CODE.sub(told, text)


def unknown_codes(text: str, known: Mapping[str, Comment]) -> list[str]:
    """Return a sentence on each code of a comment that the bank does not have."""
    codes = dict.fromkeys(found[1].lower() for found in _CODE.finditer(text))
    return [_unknown(code, list(known)) for code in codes if code not in known]


def _unknown(code: str, known: Sequence[str]) -> str:
    return f"No comment has the code #{code}; it stands as it was typed.{nearest(code, known)}"

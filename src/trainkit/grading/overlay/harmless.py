"""What an academy writes for its trainees: plain Markdown, nothing active, nothing real.

It is shown by JupyterLab, by formgrader and in pages of feedback, whose renderers differ; so what
is active is refused with its line rather than cleaned differently in each. Links lead to the web.
"""

import html
import re
from collections.abc import Iterator, Mapping
from typing import Any

from trainkit.errors import TrainkitError
from trainkit.guard import require_invented

_ELSEWHERE = r"(?!<?(?:https?://|#))"
_FORBIDDEN = {
    "HTML": re.compile(r"<[A-Za-z/!?][^\s>]*"),
    "a picture": re.compile(r"!\["),
    "a link that leads nowhere safe": re.compile(
        rf"\]\({_ELSEWHERE}[^)]*|(?:java|vb)script\s*:|^ {{0,3}}\[[^\]\n]+\]:{_ELSEWHERE}.*",
        re.IGNORECASE | re.MULTILINE,
    ),
    "a command that makes links or styles": re.compile(r"\\(?:href|url|class|style|cssId|html\w*)"),
    "a mark of nbgrader": re.compile(r"(?:###|===)\s*(?:BEGIN|END)\b"),
    "a sign that cannot be seen": re.compile(
        r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069]"
    ),
}


def require_harmless(text: str, key: str) -> None:
    """Refuse Markdown with anything that could run, load or hide.

    Args:
        text: The Markdown.
        key: What it is, as the file names it.

    Raises:
        TrainkitError: it holds such a thing; quotes the key.
    """
    plain = html.unescape(text)
    bare = re.sub(r"[ \t\\]", "", plain)
    for what, pattern in _FORBIDDEN.items():
        found = pattern.search(text) or pattern.search(bare)
        if found:
            raise TrainkitError(
                f"'{key}' holds {what} ({found.group()[:30]!r}). Write Markdown without HTML and "
                "pictures; a link leads to https://, and < is followed by a space or a figure."
            )


def require_all_harmless(content: Any, key: str = "text") -> None:
    """Refuse what is active, real, or of help to offenders, anywhere in plain data.

    Args:
        content: Tables, lists and texts.
        key: What it is, as the file names it.

    Raises:
        TrainkitError: the first that is found; quotes its key.
    """
    for name, text in _texts(content, key):
        require_harmless(text, name)
        require_invented(text, f"'{name}'")


def _texts(content: Any, key: str) -> Iterator[tuple[str, str]]:
    """Yield each text with the last key above it."""
    if isinstance(content, str):
        yield key, content
    elif isinstance(content, Mapping):
        for name, value in content.items():
            yield str(name), str(name)
            yield from _texts(value, str(name))
    elif isinstance(content, list | tuple):
        for value in content:
            yield from _texts(value, key)

"""Written answers made safe to show: Markdown becomes plain HTML without anything active.

The text is rendered by a trusted renderer that escapes HTML, then cleaned with a list of what is
allowed: no links, no pictures, nothing that loads or runs. It stands as one block without blank
lines, so that whoever renders the cell again finds no Markdown in it.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

_TEXT = "blockquote br code del div em h1 h2 h3 h4 h5 h6 hr li ol p pre strong ul"
_TABLES = "table tbody td th thead tr"
_ALLOWED = frozenset(f"{_TEXT} {_TABLES}".split())
UNTYPESET = 'class="tex2jax_ignore mathjax_ignore"'
"""For elements with texts of trainees: MathJax, as formgrader loads it, makes no formula there."""


def safe_html(text: str) -> str:
    """Return a written answer as one block of harmless HTML.

    Examples:
        >>> safe_html("<script>")
        '<div class="tex2jax_ignore mathjax_ignore"><p>&lt;script&gt;</p></div>'
    """
    import mistune
    import nh3

    try:
        rendered = str(mistune.create_markdown(escape=True, plugins=["table"])(_printable(text)))
    except (RecursionError, ValueError):
        rendered = f"<pre>{nh3.clean_text(_printable(text))}</pre>"
    return f"<div {UNTYPESET}>{_one_block(cleaned(rendered))}</div>"


def cleaned(html: str) -> str:
    """Return HTML with nothing in it but what a written answer may hold.

    Examples:
        >>> cleaned('<p onclick="a()">To the <em>west</em><script>b()</script></p>')
        '<p>To the <em>west</em></p>'
    """
    import nh3

    return nh3.clean(html, tags=set(_ALLOWED), attributes={})


def _printable(text: str) -> str:
    """Return text without signs that steer a terminal or turn the reading direction."""
    return "".join(sign for sign in text if sign in "\n\t" or sign.isprintable())


def _one_block(html: str) -> str:
    """Return HTML on one line; line ends inside preformatted text stay."""
    return html.strip().replace("\r", "").replace("\n", "&#10;").replace("$", "&#36;")


def written_answers(notebook: Any, wanted: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """Return the texts a trainee wrote, by grade id, and what was odd.

    Args:
        notebook: The trainee's notebook, as `trainkit.grading.lenient` reads it.
        wanted: Grade ids of written tasks, and what stands there before anybody writes.

    Returns:
        Texts of those that differ from what stood there; sentences on missing and double cells.
    """
    texts: dict[str, str] = {}
    flaws: list[str] = []
    for name, before in wanted.items():
        found = _texts(notebook, name)
        own = [text for text in found if _words(text) and _words(text) != _words(before)]
        texts |= {name: own[0]} if own else {}
        if not found and notebook.cells:
            flaws.append(_MISSING.format(name=name))
        if len(found) > 1:
            flaws.append(f"the cell of '{name}' is there {len(found)} times; the first text counts")
    return texts, flaws


def _words(text: str) -> str:
    """Return a text as it is compared: ends of lines and composed letters differ by system."""
    return " ".join(unicodedata.normalize("NFC", text).split())


_MISSING = (
    "the cell of '{name}' is missing, or its id was changed: no text of it is here. Look into the "
    "original, and mark by hand what you find there"
)


def _texts(notebook: Any, name: str) -> list[str]:
    """Return the texts under a grade id; under the cell's own id where the grade id was changed."""
    for place in (0, -1):
        found = [cell.source for cell in notebook.cells if cell.metadata.names[place] == name]
        if found:
            return found
    return []


def lost_cells(notebook: Any, checks: Iterable[str]) -> list[str]:
    """Return a remark on the graded checks that a trainee's notebook has lost; none is needed.

    Args:
        notebook: The trainee's notebook, as `trainkit.grading.lenient` reads it.
        checks: Grade ids of the release's checks.
    """
    there = {name for cell in notebook.cells for name in cell.metadata.names}
    lost = [name for name in checks if name not in there]
    return [_LOST.format(names=", ".join(lost))] if lost and notebook.cells else []


_LOST = (
    "graded cells are missing or have other ids ({names}). The released ones stand in their "
    "place; the decisions come from the answers file, and nothing is lost"
)

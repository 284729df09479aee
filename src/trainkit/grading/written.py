"""Written answers made safe to show: Markdown becomes plain HTML without anything active.

The text is rendered by a trusted renderer that escapes HTML, then cleaned with a list of what is
allowed: no links, no pictures, nothing that loads or runs. It stands as one block without blank
lines, so that whoever renders the cell again finds no Markdown in it.
"""

from collections.abc import Mapping
from typing import Any

_TEXT = "blockquote br code del div em h1 h2 h3 h4 h5 h6 hr li ol p pre strong ul"
_TABLES = "table tbody td th thead tr"
_ALLOWED = frozenset(f"{_TEXT} {_TABLES}".split())


def safe_html(text: str) -> str:
    """Return a written answer as one block of harmless HTML.

    Examples:
        >>> safe_html("**Now** <script>alert(1)</script>")
        '<div><p><strong>Now</strong> &lt;script&gt;alert(1)&lt;/script&gt;</p></div>'
    """
    import mistune
    import nh3

    try:
        rendered = str(mistune.create_markdown(escape=True, plugins=["table"])(_printable(text)))
    except (RecursionError, ValueError):
        rendered = f"<pre>{nh3.clean_text(_printable(text))}</pre>"
    clean = nh3.clean(rendered, tags=set(_ALLOWED), attributes={})
    return f"<div>{_one_block(clean)}</div>"


def _printable(text: str) -> str:
    """Return text without signs that steer a terminal or turn the reading direction."""
    return "".join(sign for sign in text if sign in "\n\t" or sign.isprintable())


def _one_block(html: str) -> str:
    """Return HTML on one line; line ends inside preformatted text stay."""
    return html.strip().replace("\r", "").replace("\n", "&#10;").replace("$", "&#36;")


def written_answers(notebook: Any, wanted: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """Return the texts a trainee wrote, by grade id, and what was odd.

    Args:
        notebook: The trainee's notebook, as it was read.
        wanted: Grade ids of written tasks, and what stands there before anybody writes.

    Returns:
        Texts of those that differ from what stood there; sentences on missing and double cells.
    """
    found: dict[str, list[str]] = {name: [] for name in wanted}
    for cell in notebook.cells:
        name = _name(cell)
        if name in found:
            found[name].append(cell.source)
    texts: dict[str, str] = {}
    flaws = [f"the cell of '{name}' is missing" for name, cells in found.items() if not cells]
    for name, cells in found.items():
        own = [text for text in cells if text.strip() and text.strip() != wanted[name].strip()]
        texts |= {name: own[0]} if own else {}
        if len(cells) > 1:
            flaws.append(f"the cell of '{name}' is there {len(cells)} times; the first text counts")
    return texts, flaws


def _name(cell: Any) -> Any:
    grading = cell.metadata.get("nbgrader")
    return grading.get("grade_id") if isinstance(grading, dict) else cell.get("id")

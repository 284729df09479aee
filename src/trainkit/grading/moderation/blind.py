"""What a second marker must not see: whose answer it is."""

import re
from collections.abc import Iterable
from html import escape

HIDDEN = "[name]"
_TAG = re.compile(r"(<[^>]*>)")
_SHORTEST = 2


def without_names(html: str, names: Iterable[str]) -> str:
    """Return HTML in whose text no name stands, as a whole word and in any spelling of case.

    Args:
        html: What is shown.
        names: Ids, first and last names, addresses of the trainee.

    Examples:
        >>> without_names("<p>Officer ADA signs.</p>", ["ada"])
        '<p>Officer [name] signs.</p>'
    """
    known = {one for name in names for one in (name.strip(), escape(name.strip()))}
    wanted = sorted((one for one in known if len(one) >= _SHORTEST), key=len, reverse=True)
    if not wanted:
        return html
    any_name = "|".join(map(re.escape, wanted))
    pattern = re.compile(rf"(?<!\w)(?:{any_name})(?!\w)", re.IGNORECASE)
    parts = _TAG.split(html)
    return "".join(part if _TAG.match(part) else pattern.sub(HIDDEN, part) for part in parts)

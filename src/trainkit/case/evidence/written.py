"""A chain of custody as lines of text, and what is wrong with them: any changed sign is found."""

import json
from collections.abc import Mapping
from typing import Any

from trainkit.case.evidence.custody import Flaw, chained
from trainkit.case.evidence.item import Item
from trainkit.kernel.chain import canonical


def chain_text(item: Item) -> str:
    """Return an item's chain as lines of JSON, one a hand-over."""
    return "\n".join(canonical(dict(one)) for one in item.custody)


def text_flaws(text: str, register: str = "") -> tuple[Flaw, ...]:
    """Return the lines of a written chain of which any sign was changed, whatever it means.

    Args:
        text: The chain, from `chain_text`.
        register: The last hash as the register noted it: without it no cut at the end is seen.
    """
    links = [_parsed(line) for line in text.split("\n")]
    return tuple(chained(links, register))


def _parsed(line: str) -> Mapping[str, Any]:
    """Return a line as a link; one that cannot be read, or is written otherwise, has no hash."""
    try:
        found = json.loads(line)
        same = isinstance(found, dict) and canonical(found) == line
    except (ValueError, RecursionError):
        return {}
    return found if same else {}

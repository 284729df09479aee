"""What an act may stand on: national law or a treaty, and never the paper or the plan alone.

The paper creates no power (its points 2 and 8 rest on frameworks that exist); a plan says who does
what, where and when. So neither is a basis.
"""

import re

_NO_BASIS = re.compile(
    r"^\W*(?:the |this |our )?(?:\w+ )?"
    r"(?:paper|plan|proposals?|memorandum|points? \d+|operation plan)\b"
    r"(?:[\s,;:.()-]|alone|only|the|plan|paper|points?|article|art|section|version|of|and|\d)*$",
    re.IGNORECASE,
)


def is_basis(text: str) -> bool:
    """Return whether a text could name a national or a treaty basis.

    Examples:
        >>> is_basis("Alder's Customs Act, s. 4"), is_basis("the plan, version 3"), is_basis(" ")
        (True, False, False)
    """
    return bool(text.strip()) and not _NO_BASIS.match(text.strip())

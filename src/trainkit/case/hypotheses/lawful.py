"""What may not serve as evidence: a protected characteristic, or something that stands in for one.

`trainkit.guard` refuses the characteristics by their names. What is refused here besides is what
tells next to nothing but them: a surname, a place of worship, the street where somebody lives.

Sources:
    FRA (2018). *Preventing unlawful profiling today and in the future: a guide*, on proxies.
"""

import re
from functools import lru_cache

from trainkit.errors import TrainkitError
from trainkit.guard import require_lawful_features

PROXIES = frozenset(
    re.findall(
        r"\w+",
        "beard christian church dialect diaspora fasting fasts forename homeland hometown "
        "islamic jewish mosque muslim pilgrimage postcode prayer prays surname synagogue temple "
        "veil worship",
    )
)
"""Words that stand in for origin or faith; none of them is a fact about what somebody did."""
_PHRASES = re.compile(
    r"(?:country|place|region|state)[ _-](?:of[ _-])?(?:birth|origin)|(?:mother|native)[ _-]tongue"
    r"|home[ _-](?:country|town)|passport[ _-](?:country|state)|(?:family|last|first)[ _-]name",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def require_lawful(name: str, where: str = "hypotheses") -> None:
    """Refuse evidence that is named by a protected characteristic or by a stand-in for one.

    Raises:
        TrainkitError: it is; the message names it (red line R3).
    """
    require_lawful_features([name], where)
    words = PROXIES & set(re.split(r"[^a-z]+", name.lower()))
    found = min(words) if words else (_PHRASES.search(name) or [""])[0]
    if found:
        raise TrainkitError(
            f"{where}: '{name}' rests on '{found}', which stands in for origin or faith. Nobody is "
            "suspected for what they are: use what was seen or done."
        )

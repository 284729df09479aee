"""What no scenario, rule or file of ours may hold: real people, unmarked numbers, profiling.

The guard reads plain data (dictionaries, lists, strings), so that every layer can call it. It
finds what can be found by form; two people read the rest before a release.

Sources:
    FRA (2018). *Preventing unlawful profiling today and in the future: a guide*.
"""

from trainkit.guard.invented import require_invented
from trainkit.guard.lawful import (
    PROTECTED,
    PROTECTION,
    PROXIES,
    PROXIES_OF_A_PERSON,
    require_lawful_features,
)
from trainkit.guard.provenance import covers, require_provenance, require_synthetic

__all__ = [
    "PROTECTED",
    "PROTECTION",
    "PROXIES",
    "PROXIES_OF_A_PERSON",
    "covers",
    "require_invented",
    "require_lawful_features",
    "require_provenance",
    "require_synthetic",
]

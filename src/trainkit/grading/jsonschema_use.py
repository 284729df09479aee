"""jsonschema in this process, without grammars that no notebook needs.

Where ``rfc3987_syntax`` is installed, and Jupyter's server brings it, importing jsonschema builds
38 grammars of international addresses. That takes a second of each process that reads a notebook,
and no schema of a notebook or of an event has such an address.
"""

import sys
from importlib import import_module

_GRAMMARS = "rfc3987_syntax"


def import_jsonschema() -> None:
    """Import jsonschema with no check of the formats ``iri`` and ``iri-reference``.

    Whoever imported it before has these checks, and keeps them; ``rfc3987_syntax`` itself can be
    imported afterwards.
    """
    if "jsonschema" in sys.modules or _GRAMMARS in sys.modules:
        return
    sys.modules[_GRAMMARS] = None  # type: ignore[assignment]  # so Python says: cannot be imported
    try:
        import_module("jsonschema")
    finally:
        del sys.modules[_GRAMMARS]

"""Red lines of a sharing desk, as functions of its logbook.

Personal data that go without a basis, to a post without a mandate, on a basis that does not carry
them, or before there is a record cross R5. A record that is made after the watch and bears an hour
of the watch crosses R8: the log is altered, whoever wrote it.
"""

from trainkit.kernel.logbook import Entry
from trainkit.redlines import Rule, forbidden


def _without_basis(entry: Entry) -> bool:
    return entry.facts["basis"] == "none"


def _to_nobody_entitled(entry: Entry) -> bool:
    return entry.facts["entitled"] == 0.0


def _not_carried(entry: Entry) -> bool:
    told = entry.facts
    return told["basis"] != "none" and told["entitled"] == 1.0 and told["fitting"] == 0.0


def _unrecorded(entry: Entry) -> bool:
    return entry.facts["recorded"] == 0.0


_DISCLOSED = (
    ("Personal data went out without a legal basis", _without_basis),
    ("Personal data went to a post that has no mandate for them", _to_nobody_entitled),
    ("Personal data went out on a basis that does not carry them", _not_carried),
    ("Personal data went out before there was a record", _unrecorded),
)
RULES: tuple[Rule, ...] = (
    *(forbidden("R5", "personal_data_disclosed", text, when) for text, when in _DISCLOSED),
    forbidden("R8", "record_back_dated", "A record was made with an hour that it was not made at"),
)

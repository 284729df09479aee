"""Marks as xAPI statements: who passed or failed which notebook, with which score.

Each statement is a JSON object on a line of its own. Its id is made from what it says: exported
twice it is the same statement, and a changed mark is a new one.

Sources:
    ADL, *Experience API* 1.0.3, part two, sections 2.4 (statements) and 4 (extensions, language
    maps, IRIs, timestamps); verbs and the kind of activity from ADL's vocabulary,
    http://adlnet.gov/expapi. RFC 3987, section 2.2: which signs an IRI may hold.
"""

import json
import re
from collections.abc import Mapping
from datetime import UTC
from typing import Any
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from trainkit.errors import TrainkitError, shown
from trainkit.grading.exporting.marks import Mark, Marks
from trainkit.kernel.chain import STATEMENT, canonical

HOME_PAGE = "https://academy.invalid"
"""Stands for the academy; a host that cannot exist, until an academy names its own."""

_ADL = "http://adlnet.gov/expapi"
_VERBS = {True: "passed", False: "failed", None: "scored"}
_NEVER = r"\x00-\x20\x7f-\x9f<>\"{}|\\^`%?#"
_ADDRESS = re.compile(
    rf"https?://(?:\[[0-9a-f:.]+\]|[^{_NEVER}/@:\[\]]+)(?::\d{{1,5}})?"
    rf"(?:/(?:[^{_NEVER}\[\]]|%[0-9a-f]{{2}})*)?",
    re.IGNORECASE,
)
"""An IRI of the web that more can stand behind: no query, no fragment, nobody's password."""


def xapi_lines(found: Marks, home_page: str = HOME_PAGE) -> str:
    """Return a statement for each mark, a line each; what has no final mark has no statement.

    Args:
        found: The marks.
        home_page: The academy's address, under which its trainees and notebooks are named.

    Raises:
        TrainkitError: the address is none.
    """
    home = _address(home_page)
    said = [_statement(one, home) for one in found.marks if one.row.final is not None]
    return "".join(_line(one) for one in said)


def _line(said: Mapping[str, Any]) -> str:
    """Return a statement on one line in ASCII: some readers end lines at rarer signs as well."""
    return json.dumps(said, sort_keys=True, separators=(",", ":"), allow_nan=False) + "\n"


def _address(home_page: str) -> str:
    if not _ADDRESS.fullmatch(home_page):
        raise TrainkitError(
            f"The academy's address {shown(home_page)} (c.MarkExport.home_page) cannot be used: "
            "identifiers of xAPI begin with it, so it holds no space, query, fragment, password "
            f"or sign that is no part of an address. Take one such as {HOME_PAGE}."
        )
    return home_page.rstrip("/")


def _statement(one: Mark, home: str) -> dict[str, Any]:
    verb = _VERBS[one.row.passed]
    said = {
        "actor": {"objectType": "Agent", "account": {"homePage": home, "name": one.person.name}},
        "verb": {"id": f"{_ADL}/verbs/{verb}", "display": {"en": verb}},
        "object": {
            "objectType": "Activity",
            "id": f"{home}/notebooks/{quote(one.row.notebook)}",
            "definition": {
                "name": {"en": one.row.notebook},
                "type": f"{_ADL}/activities/assessment",
            },
        },
        "result": _result(one),
        "context": {"extensions": {f"{home}/xapi/notice": STATEMENT}},
        **({"timestamp": one.at.astimezone(UTC).isoformat()} if one.at else {}),
    }
    return {"id": str(uuid5(NAMESPACE_URL, canonical(said))), **said}


def _result(one: Mark) -> Mapping[str, Any]:
    """Return score and success; a mark above 100 is cut, as xAPI has none above its end."""
    raw = min(max(float(one.row.final or 0.0), 0.0), 100.0)
    score = {"scaled": round(raw / 100, 4), "raw": raw, "min": 0, "max": 100}
    success = {} if one.row.passed is None else {"success": one.row.passed}
    return {"score": score, "completion": True, **success}

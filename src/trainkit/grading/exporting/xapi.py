"""Marks as xAPI statements: who passed or failed which notebook, with which score.

Each statement is a JSON object on a line of its own. Its id is made from what it says: exported
twice it is the same statement, and a changed mark is a new one.

Sources:
    ADL, *Experience API* 1.0.3, part two, sections 2.4 (statements), 4.1 and 4.5; verbs and the
    kind of activity from ADL's vocabulary, http://adlnet.gov/expapi.
"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlsplit
from uuid import NAMESPACE_URL, uuid5

from trainkit.errors import TrainkitError, shown
from trainkit.grading.exporting.marks import Mark, Marks
from trainkit.kernel.chain import STATEMENT, canonical

HOME_PAGE = "https://academy.invalid"
"""Stands for the academy; a host that cannot exist, until an academy names its own."""

_ADL = "http://adlnet.gov/expapi"
_VERBS = {True: "passed", False: "failed", None: "scored"}


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
    return "".join(canonical(one) + "\n" for one in said)


def _address(home_page: str) -> str:
    parts = urlsplit(home_page)
    if parts.scheme not in {"http", "https"} or not parts.netloc or parts.query or parts.fragment:
        raise TrainkitError(
            f"The academy's address {shown(home_page)} (c.MarkExport.home_page) cannot be used. "
            f"Take one such as {HOME_PAGE}."
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
        **({"timestamp": one.at.isoformat()} if one.at else {}),
    }
    return {"id": str(uuid5(NAMESPACE_URL, canonical(said))), **said}


def _result(one: Mark) -> Mapping[str, Any]:
    """Return score and success; a mark above 100 is cut, as xAPI has none above its end."""
    raw = min(max(float(one.row.final or 0.0), 0.0), 100.0)
    score = {"scaled": round(raw / 100, 4), "raw": raw, "min": 0, "max": 100}
    success = {} if one.row.passed is None else {"success": one.row.passed}
    return {"score": score, "completion": True, **success}

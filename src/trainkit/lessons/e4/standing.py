"""The standing order: what the desk does when nobody judges. It is the baseline of the marks.

Every fact is an incident. The whole form is sent. Everything is pushed, half an hour is waited for
an acknowledgement, and the telephone stays where it is.
"""

from collections.abc import Mapping
from typing import Any

from trainkit.lessons.e4.case import Situation
from trainkit.lessons.e4.relay import KNOWN
from trainkit.lessons.e4.request import FIELDS

_RELAY: Mapping[str, Any] = {
    **dict.fromkeys(KNOWN, "send"),
    "message_class": "distress",
    "basis": "sar_convention",
    "retention": "month",
}
_REQUEST: Mapping[str, Any] = {
    **dict.fromkeys(FIELDS, "leave"),
    "basis": "wish",
    "retention": "month",
    "recorded": "no",
}
_PROTOCOL: Mapping[str, Any] = {
    "queue": "preemptive",
    "template": "known",
    "incidents": "push",
    "risk": "push",
    "digest_min": 60,
    "timeout_min": 30,
    "voice_min": 240,
    "translators": "1",
}


def standing_order(case: Situation) -> dict[str, Mapping[str, Any]]:
    """Return the answers of the standing order by task; nobody reads the table."""
    return {
        "e4_class": {f"fact_{number}": "incident" for number in range(1, len(case.facts) + 1)},
        "e4_relay": {**_RELAY, "recipient": case.boat.centre},
        "e4_request": _REQUEST,
        "e4_protocol": _PROTOCOL,
    }

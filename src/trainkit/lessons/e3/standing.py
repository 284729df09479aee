"""The standing order: what happens when nobody judges. It is the baseline of picture and marks.

People are taken off as they are, and the report comes last. Nobody asks the flag State before the
boat was watched from afar, and rescue begins when somebody calls.
"""

from collections.abc import Mapping
from typing import Any

from trainkit.lessons.e3.case import Situation
from trainkit.lessons.e3.nights import PLACES

_ORDER = ("take_off", "question", "board", "triage", "report", "observe", "nothing", "nothing")


def standing_order(_case: Situation) -> dict[str, Mapping[str, Any]]:
    """Return the answers of the standing order by task; nobody reads gates, moments and log."""
    return {
        "e3_order": dict(zip(PLACES, _ORDER, strict=True)),
        "e3_wait": {"ask": "after", "keep_nm": 8.0, "cue": "call", "silence": "keep_watch"},
    }

"""Failures of setting up, each as one paragraph: what did not work, what to do, the tool's words.

What is known to go wrong, and what to do then, stands in `advice.toml` beside this file.
"""

import re
import tomllib
from pathlib import Path

_KNOWN = Path(__file__).parent / "advice.toml"


class SetupError(Exception):
    """Something that the user can mend; shown as one paragraph, without a traceback."""


def explained(step: str, text: str) -> SetupError:
    """Return the error of a *step* in which a tool printed *text*, with what to do about it."""
    lines = [line.strip() for line in text.splitlines() if line.strip()] or ["nothing"]
    for entry in tomllib.loads(_KNOWN.read_text(encoding="utf-8"))["failure"]:
        telling = [line for line in lines if re.search(entry["cause"], line.lower())]
        if telling:
            return _error(step, entry["advice"], telling[-1])
    advice = "Run the same command again; if it stays so, report these lines."
    return _error(step, advice, lines[-1])


def _error(step: str, advice: str, line: str) -> SetupError:
    return SetupError(f"{step} did not work. {advice} The tool's own words: {line[:300]}")

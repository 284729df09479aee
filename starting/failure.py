"""Failures of setting up, each as one paragraph: what did not work, what to do, the tool's words.

What is known to go wrong, and what to do then, stands in `advice.toml` beside this file.
"""

import re
import tomllib
from pathlib import Path

_KNOWN = Path(__file__).parent / "advice.toml"


class SetupError(Exception):
    """Something that the user can mend; shown as one paragraph, without a traceback."""


def advice(text: str) -> str:
    """Return what to do about what a tool printed; empty if its cause is not known."""
    known = tomllib.loads(_KNOWN.read_text(encoding="utf-8"))["failure"]
    found = (entry["advice"] for entry in known if re.search(entry["cause"], text.lower()))
    return next(found, "")


def explained(step: str, text: str) -> SetupError:
    """Return the error of a *step* in which a tool printed *text*, with what to do about it."""
    advised = advice(text) or "Run the same command again; if it stays so, report these lines."
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    telling = [line for line in lines if re.match(r"error|\w*error:|.*caused by", line.lower())]
    said = (telling or lines or ["nothing"])[-1]
    return SetupError(f"{step} did not work. {advised} The tool's own words: {said[:300]}")

"""The words of the case, read once."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def pool() -> dict[str, Any]:
    """Return what the case is made of."""
    text = files("trainkit.lessons.c1").joinpath("pool.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)

"""Six moments of a boarding: what each calls for, and no more."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from trainkit.kernel.luck import Luck
from trainkit.lessons.e3.drawing import one, shuffled, whole

KINDS = ("hold", "none", "voice", "hands", "restraint")
"""From holding back to restraint; a firearm is no answer to a boat with people on board."""
OPTIONS = (
    ("hold", "hold back: first make those on board safe"),
    ("none", "nothing more: be there and explain"),
    ("voice", "an order by voice, in a language that is understood"),
    ("hands", "lead the person away by hand"),
    ("restraint", "hold the person fast, and tie the hands if needed"),
)
WHY = {
    "hold": "Those on board are not safe yet: force now endangers them. Precaution comes first.",
    "none": "Nothing has to be answered. Fear and grief are no resistance.",
    "voice": "An order that nobody has understood is not refused yet. The mildest step is open.",
    "hands": "He resists after warnings and attacks nobody: hands are necessary, and more is not.",
    "restraint": "A person is attacked, and milder steps have failed: life is to be protected.",
}


@dataclass(frozen=True)
class Moment:
    """A moment of a boarding.

    Attributes:
        told: What is seen.
        calls_for: The step that is necessary and proportionate.
    """

    told: str
    calls_for: str


@cache
def _told() -> dict[str, list[str]]:
    text = files("trainkit.lessons.e3").joinpath("moments.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def draw_moments(luck: Luck) -> tuple[Moment, ...]:
    """Return one moment of each kind and one more, in an order of the trainee's own."""
    again = one(luck, "moment again", ("hold", "none", "voice"))
    kinds = shuffled(luck, "moments", (*KINDS, again))
    first = {kind: whole(luck, f"moment of {kind}", 0, 2) for kind in KINDS}
    moments = []
    for place, kind in enumerate(kinds):
        wording = (first[kind] + kinds[:place].count(kind)) % 3
        moments.append(Moment(_told()[kind][wording], kind))
    return tuple(moments)

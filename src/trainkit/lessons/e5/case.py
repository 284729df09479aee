"""The case of E5: one paper, one draft, one night; drawn for each trainee."""

from dataclasses import dataclass
from functools import lru_cache

from trainkit.joint.plan import Plan
from trainkit.kernel.luck import Luck
from trainkit.lessons.a1.drawing import one
from trainkit.lessons.e5.acts import Logged, draw_acts
from trainkit.lessons.e5.base import base_plan
from trainkit.lessons.e5.draft import Line, draw_draft
from trainkit.lessons.e5.letter import Letter, draw_letter
from trainkit.lessons.e5.night import Night, draw_night
from trainkit.lessons.e5.versions import Edit, History, draw_edits, draw_history
from trainkit.lessons.e5.water import Water, draw_water
from trainkit.lessons.e5.window import Window, draw_window

MISSIONS = (
    "a joint night patrol against boats that are sent out unlit and overloaded for profit",
    "a joint watch over an anchorage from which unsafe boats have been sent out for profit",
    "a joint exercise of two nights that ends with a patrol of the bank",
)


@dataclass(frozen=True)
class Situation:
    """What one trainee sees.

    Attributes:
        seed: Visible luck of this trainee, for logs, sightings and nights.
        window: The paper's signature and the window that is wanted.
        draft: Eight lines of a draft plan.
        water: The water for which an area is drafted.
        edits: Eight edits.
        history: Three versions and their approvals.
        acts: Eight acts of the planned night.
        letter: Cyra's letter and six proposals.
        night: A night with orders to give.
        mission: What the written plan is for.
    """

    seed: int
    window: Window
    draft: tuple[Line, ...]
    water: Water
    edits: tuple[Edit, ...]
    history: History
    acts: tuple[Logged, ...]
    letter: Letter
    night: Night
    mission: str


@lru_cache(maxsize=64)
def situation(luck: Luck) -> Situation:
    """Return the case of a trainee."""
    window = draw_window(luck)
    return Situation(
        seed=luck.seed,
        window=window,
        draft=draw_draft(luck),
        water=draw_water(luck),
        edits=draw_edits(luck),
        history=draw_history(luck, window),
        acts=draw_acts(luck, window),
        letter=draw_letter(luck),
        night=draw_night(luck),
        mission=one(luck, "e5 mission", MISSIONS),
    )


@lru_cache(maxsize=64)
def plan_of(window: Window) -> Plan:
    """Return the plan of the trainee's night; its approvals are told apart."""
    return Plan.of(base_plan(window))


def told(case: Situation) -> str:
    """Return what the written plan is for, as the trainee and the marker read it."""
    caveats = " ".join(caveat.text for caveat in case.letter.caveats)
    return f"The plan is for {case.mission}. Cyra joins by letter: {caveats}"

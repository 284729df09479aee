"""The case of A1: one signature, and what was done and written about it; drawn for each trainee."""

from dataclasses import dataclass
from functools import lru_cache

from trainkit.kernel.luck import Luck
from trainkit.lessons.a1.acts import Act, draw_acts
from trainkit.lessons.a1.clauses import Clause, draw_clauses
from trainkit.lessons.a1.daylog import DayLog, draw_log
from trainkit.lessons.a1.drawing import one, some
from trainkit.lessons.a1.night import Night, draw_night
from trainkit.lessons.a1.sentences import Sentence, draw_sentences
from trainkit.lessons.a1.signing import Signing, draw_signing

MAPPED = (1, 2, 4, 5, 7, 10, 13, 14, 15, 16)
"""Points for which one of the notebooks offered, and only one, is the place."""
NOTES = (
    (
        "The paper is in operation, so from tonight my boats may stop and search any vessel that "
        "the other side reports."
    ),
    (
        "The other side has agreed to give us its list of departures every morning; whoever does "
        "not send it breaks the paper."
    ),
    (
        "Point 1 names smuggling. That is our legal basis, and we no longer need to ask a flag "
        "State."
    ),
    (
        "Until both sides have approved a plan, nobody sails, for whatever reason. The paper says"
        " so."
    ),
)
"""Notes of a commander who overstates a point."""


@dataclass(frozen=True)
class Situation:
    """What one trainee sees.

    Attributes:
        seed: Visible luck of this trainee, for the thousand logs.
        signing: The signature.
        acts: Eight acts about the first instant.
        clauses: Eight clauses.
        sentences: Eight sentences from a draft course.
        log: The log of a later day.
        night: A night without a plan.
        mapped: Six points to find a notebook for.
        note: What the commander has written.
    """

    seed: int
    signing: Signing
    acts: tuple[Act, ...]
    clauses: tuple[Clause, ...]
    sentences: tuple[Sentence, ...]
    log: DayLog
    night: Night
    mapped: tuple[int, ...]
    note: str


@lru_cache(maxsize=64)
def situation(luck: Luck) -> Situation:
    """Return the case of a trainee."""
    signing = draw_signing(luck)
    return Situation(
        seed=luck.seed,
        signing=signing,
        acts=draw_acts(luck, signing),
        clauses=draw_clauses(luck),
        sentences=draw_sentences(luck),
        log=draw_log(luck, signing),
        night=draw_night(luck),
        mapped=some(luck, "points to map", MAPPED, 6),
        note=one(luck, "note", NOTES),
    )


def told(case: Situation) -> str:
    """Return the commander's note, as the trainee and the marker read it."""
    return f'The commander has written: "{case.note}"'

"""The five phases of an interview, and whether a written plan has them all.

Sources:
    UNODC (2009), *Anti-human trafficking manual for criminal justice practitioners*, module 8: the
    five stages of an interview of a victim. Clarke, Milne (2001) for the model in England.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from trainkit.errors import TrainkitError, nearest


@dataclass(frozen=True)
class Phase:
    """One phase of an interview.

    Attributes:
        id: Its name.
        title: What it is called.
        steps: What belongs in it, by id.
    """

    id: str
    title: str
    steps: Mapping[str, str]


PHASES = (
    Phase(
        "planning",
        "Planning and preparation",
        {
            "needs": "what the person needs first: doctor, food, sleep, a guardian",
            "told_before": "who has asked already, and what need not be asked again",
            "interpreter": "an interpreter who belongs to nobody in the case, briefed",
            "place": "a room that is quiet and open, and a person for support",
            "aims": "what has to be known today, and what can wait",
        },
    ),
    Phase(
        "engage",
        "Engage and explain",
        {
            "introduce": "names, tasks, and what happens with what is said",
            "rights": "the checklist of rights, in words that are understood",
            "choice": "where to sit, who asks, when to pause",
        },
    ),
    Phase(
        "account",
        "Account",
        {
            "first_open": "one open question, and silence",
            "then_probe": "what was told is followed up, in the person's own words",
            "pauses": "pauses that are planned and not only granted",
            "signs": "which signs stop it, and who watches for them",
        },
    ),
    Phase(
        "closure",
        "Closure",
        {
            "summary": "a short summary that the person may correct",
            "next": "what comes next, whom to call, when",
            "handed_over": "the person is not left alone: support takes over",
        },
    ),
    Phase(
        "evaluation",
        "Evaluation",
        {
            "recorded": "one record that serves all who need it, so that nobody asks again",
            "open_points": "what fits, what does not, which other explanation there is",
            "asker": "how the one who asked is doing",
        },
    ),
)
"""The phases in their order."""


def unfinished(planned: Iterable[str]) -> dict[str, list[str]]:
    """Return what a plan lacks, by phase.

    Args:
        planned: Steps of the plan as ``phase.step``.

    Raises:
        TrainkitError: a step is of no phase.
    """
    steps = {f"{phase.id}.{step}" for phase in PHASES for step in phase.steps}
    told = set(planned)
    for strange in sorted(told - steps):
        raise TrainkitError(
            f"'{strange}' is no step of an interview.{nearest(strange, steps)} Write phase.step, "
            "such as account.first_open."
        )
    lacks = {
        phase.id: [what for step, what in phase.steps.items() if f"{phase.id}.{step}" not in told]
        for phase in PHASES
    }
    return {phase: what for phase, what in lacks.items() if what}

"""What stops an interview, and what changes it: signs that whoever asks must act on.

The signs are read in order and the gravest decides: danger to life first, then the body, then the
mind, then how the interview is held. None of them needs a diagnosis.

Sources:
    Principles on Effective Interviewing (Mendez Principles, 2021), principle 3: needs of people in
    situations of vulnerability are identified and met. WHO (2003), UNODC (2009) module 8.
    College of Policing (2019), *Obtaining initial accounts*: needs are recorded at once.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from trainkit.errors import TrainkitError, nearest

Act = Literal["safety", "doctor", "stop", "adapt", "pause", "go_on"]


@dataclass(frozen=True)
class Trigger:
    """A sign, and what is done at once.

    Attributes:
        id: Its name.
        seen: What is seen or said.
        act: What is done: see to safety, call a doctor, stop, adapt, pause, or go on.
        why: Why.
    """

    id: str
    seen: str
    act: Act
    why: str


TRIGGERS = (
    Trigger(
        "danger_at_hand",
        "says that others are still in danger, or is in danger",
        "safety",
        "Danger to life goes before everything; one safety question at a time, and it is acted on.",
    ),
    Trigger(
        "injury",
        "is hurt, ill, shivering or faint",
        "doctor",
        "The body first: nothing is asked before somebody medical has seen the person.",
    ),
    Trigger(
        "breaks_off",
        "does not want to go on",
        "stop",
        "The right to break off is one only if it is kept at once, without asking why.",
    ),
    Trigger(
        "not_free",
        "looks at somebody in the room before each answer",
        "stop",
        "Whoever is watched does not speak freely: part them and begin anew, with somebody else.",
    ),
    Trigger(
        "party_interprets",
        "is interpreted by somebody who came along",
        "stop",
        "An interpreter who is a party hears and steers everything.",
    ),
    Trigger(
        "no_words",
        "does not follow, and no interpreter is there",
        "stop",
        "What was not understood was not explained, and what is answered was not asked.",
    ),
    Trigger(
        "child",
        "is, or may be, under 18",
        "adapt",
        "A guardian is there before the first question, and a trained interviewer asks.",
    ),
    Trigger(
        "offence_told",
        "as a witness begins to tell of an own offence",
        "stop",
        "Capacities are not mixed: end it, explain the rights of the new one, begin again.",
    ),
    Trigger(
        "distress",
        "weeps, freezes, stares or breathes fast",
        "pause",
        "A pause, water, and the question whether to go on today; support is fetched.",
    ),
    Trigger(
        "worn_out",
        "loses the thread, answers at random, has not slept",
        "pause",
        "Rest and food first: a tired account costs the person more and holds less.",
    ),
)
"""From the gravest to the least grave."""

_IDS = tuple(one.id for one in TRIGGERS)


def decided(seen: Iterable[str]) -> Trigger | None:
    """Return the gravest of the signs that are seen; None where the interview goes on.

    Args:
        seen: Ids of signs.

    Raises:
        TrainkitError: an id is of no sign.
    """
    signs = set(seen)
    for strange in sorted(signs - set(_IDS)):
        raise TrainkitError(
            f"No sign is called '{strange}'.{nearest(strange, _IDS)} They are {', '.join(_IDS)}."
        )
    return next((one for one in TRIGGERS if one.id in signs), None)

"""What a possible victim is told before any question, in words that can be understood.

Each right has the sentence to say, and why. What may not be said, because it presses or promises,
stands beside them: help is never the price of a statement.

Sources:
    CETS 197 Arts 10 to 13; Trafficking Protocol Art 6; CRC Arts 3, 12 and 22; Principles on
    Effective Interviewing (Mendez Principles, 2021), principles 2 and 3; WHO (2003), *Ethical and
    safety recommendations for interviewing trafficked women*; UNODC (2009), *Anti-human trafficking
    manual*, module 8. `reference/law.md` L2.7 to L2.9, L3.12, L4.15.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from trainkit.errors import TrainkitError, nearest


@dataclass(frozen=True)
class Right:
    """Something that a person is told.

    Attributes:
        id: Its name.
        said: The words, for somebody who has heard of no law.
        why: What it stands on.
        child_only: Whether it is said to a child only.
        interpreted_only: Whether it is said only to somebody who needs an interpreter.
    """

    id: str
    said: str
    why: str
    child_only: bool = False
    interpreted_only: bool = False


CHECKLIST = (
    Right(
        "who_we_are",
        "I am from the police. I ask so that people are safe. You have done nothing wrong by "
        "coming to this table.",
        "Mendez Principles, 2: who asks, and what for.",
    ),
    Right(
        "interpreter",
        "The interpreter works for neither side, keeps silent about this, and you may ask for "
        "another.",
        "Independent interpretation: no relative, no companion, nobody who came with you.",
        interpreted_only=True,
    ),
    Right(
        "break_off",
        "You may stop at any time, take a pause, or not answer. Nothing bad follows.",
        "WHO 2003, informed consent; an account is given and not taken.",
    ),
    Right(
        "own_choice",
        "Would you rather speak with a woman or with a man? It is your choice, and you may change "
        "it.",
        "Offered as the person's own choice, for protection; never assigned by what a person is.",
    ),
    Right(
        "reflection",
        "You have at least 30 days to rest and to think before you decide anything.",
        "CETS 197 Art 13, with its exceptions (public order, improper claim).",
    ),
    Right(
        "no_removal",
        "While it is being found out whether you need protection, nobody sends you away.",
        "CETS 197 Art 10(2).",
    ),
    Right(
        "help_without_testimony",
        "You get a bed, a doctor and advice whether or not you say anything.",
        "CETS 197 Art 12(6): assistance is not conditional on testimony.",
    ),
    Right(
        "support",
        "There is somebody here who is not from the police and is only for you.",
        "Independent support; Trafficking Protocol Art 6(3).",
    ),
    Right(
        "guardian",
        "A grown-up whose only task is to look after you sits with you, and we wait for them.",
        "CRC Arts 3 and 20; CETS 197 Art 10(4): a guardian for an unaccompanied child.",
        child_only=True,
    ),
)
"""What is said, in the order in which it is said."""

NEVER_SAID = {
    "price": "If you help us, we can help you with your papers.",
    "threat": "If you say nothing, we must treat you like the others on the boat.",
    "secret": "Nothing that you say will ever leave this room.",
    "blame": "Why did you get into the boat in the first place?",
    "result": "With your statement they will certainly be convicted.",
}
"""What presses, blames or promises what nobody can keep."""


def due(child: bool, interpreted: bool) -> tuple[Right, ...]:
    """Return what a person is told.

    Args:
        child: Whether the person is, or may be, under 18.
        interpreted: Whether the person needs an interpreter.
    """
    return tuple(
        right
        for right in CHECKLIST
        if (child or not right.child_only) and (interpreted or not right.interpreted_only)
    )


def missing(explained: Iterable[str], child: bool, interpreted: bool) -> list[str]:
    """Return the words of what was not explained.

    Args:
        explained: Ids of what was explained.
        child: Whether the person is, or may be, under 18.
        interpreted: Whether the person needs an interpreter.

    Raises:
        TrainkitError: an id is of no right.
    """
    told = set(explained)
    known = [right.id for right in CHECKLIST]
    for strange in sorted(told - set(known)):
        raise TrainkitError(
            f"The checklist has no right '{strange}'.{nearest(strange, known)} It has "
            f"{', '.join(known)}."
        )
    return [right.said for right in due(child, interpreted) if right.id not in told]

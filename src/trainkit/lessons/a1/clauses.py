"""What the points are about, clause by clause: one point may hold several verbs."""

from dataclasses import dataclass

from trainkit.kernel.luck import Luck
from trainkit.lessons.a1.drawing import one, shuffled, some


@dataclass(frozen=True)
class Clause:
    """A clause of the paper.

    Attributes:
        id: Its name.
        point: Number of its point.
        subject: What it is about, in the words of the point.
        why: Why it binds as it does: for the reader, after commit.
    """

    id: str
    point: int
    subject: str
    why: str


_VIEW = (
    Clause("view", 1, "that security is indivisible",
           "The sides emphasize it: they state a view. No act follows from it."),
)  # fmt: skip
_RESULT = (
    Clause("visas", 14, "visa processes for citizens of Borea",
           "Behind 'while' the verb changes: they take concrete measures. That is an act."),
    Clause("procedures", 14, "an efficient implementation of the procedures",
           "The last verb of the point is 'ensure': a result, and the strongest word of the "
           "paper."),
)  # fmt: skip
_CONSIDERED_WITHIN = (
    Clause("customs", 14, "the updating of the Customs Union",
           "It hangs on 'consider ways', not on the dialogue that begins the point."),
    Clause("liberalisation", 14, "the Visa Liberalisation Process",
           "It hangs on 'consider ways', as the Customs Union does; the measures come later."),
)  # fmt: skip
_CONSIDERED = (
    Clause("trafficking", 4, "working together and coordinating efforts in combatting human "
           "trafficking",
           "The sides consider it. The duties come from the conventions, not from here."),
    Clause("training", 6, "training to the law-enforcement agencies of requesting parties",
           "They consider providing it, to those who ask. Nobody is bound to give or take it."),
    Clause("controls", 7, "controls, including travel regimes, on risk categories",
           "They consider increasing them, as appropriate."),
    Clause("investigations", 8, "cooperation between law enforcement bodies",
           "They consider ways, on the frameworks that exist already."),
    Clause("departures", 9, "information exchange between the respective Coast Guards",
           "They consider ways for improving it. It is not yet a channel of its own."),
)  # fmt: skip
_AGREED = (
    Clause("crime", 1, "coordination in the fight against all kinds of organized crime",
           "The second verb of the point governs it: they agree to enhance it."),
    Clause("security", 2, "security cooperation against all forms of organized crime",
           "They agree to strengthen it, within treaties and their own law."),
    Clause("willing", 3, "cooperation with other willing parties",
           "They agree to step it up; the others must be willing."),
    Clause("elements", 15, "who determines the scope and the execution area of activities",
           "They agree that both sides do. Neither may do it alone."),
)  # fmt: skip
_KEPT_UP = (
    Clause("vision", 10, "a shared vision in the Alliance",
           "They exchange further on it: talks, not tasks."),
    Clause("consultations", 11, "consultations on security issues and good practices",
           "They hold them, regularly: something is kept going."),
    Clause("flows", 12, "the existing cooperation on irregular migration flows",
           "They continue what exists. Nothing new begins here."),
    Clause("almaty", 13, "cooperation in the framework of the Almaty Process",
           "They continue it. The framework is one of talks."),
    Clause("dialogue", 14, "a constant dialogue in the context of regional cooperation",
           "The first verb of the point is 'maintain': it is kept up."),
)  # fmt: skip
_ASKED = (
    Clause("assistance", 5, "the assistance of the IOM and the UNHCR to host countries",
           "They encourage two agencies. Whoever encourages asks somebody else to act."),
    Clause("agencies", 5, "full and smooth cooperation with such Agencies",
           "They encourage it: the second sentence of the point has the same verb."),
)  # fmt: skip

CLAUSES = (*_VIEW, *_RESULT, *_CONSIDERED_WITHIN, *_CONSIDERED, *_AGREED, *_KEPT_UP, *_ASKED)
COUNT = 8


def draw_clauses(luck: Luck) -> tuple[Clause, ...]:
    """Return eight clauses: as many of each kind for everybody, half of them from long points."""
    drawn = (
        *_VIEW,
        one(luck, "clause with a result", _RESULT),
        one(luck, "clause considered within", _CONSIDERED_WITHIN),
        *some(luck, "clauses considered", _CONSIDERED, 2),
        one(luck, "clause agreed", _AGREED),
        one(luck, "clause kept up", _KEPT_UP),
        one(luck, "clause asked", _ASKED),
    )
    return shuffled(luck, "order of clauses", drawn)

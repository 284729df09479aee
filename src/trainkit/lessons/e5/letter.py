"""Cyra's letter: four caveats, and six proposals that keep to it, break it, or ask what is new."""

from dataclasses import dataclass

from trainkit.kernel.luck import Luck
from trainkit.lessons.a1.drawing import one, shuffled, some

COUNT = 6


@dataclass(frozen=True)
class Proposal:
    """What somebody proposes to do with Cyra.

    Attributes:
        id: Its name.
        text: What is proposed.
        why: How the letter bears on it: for the reader, after commit.
    """

    id: str
    text: str
    why: str


@dataclass(frozen=True)
class Caveat:
    """A caveat with a proposal that keeps to it and one that breaks it."""

    id: str
    text: str
    kept: Proposal
    broken: Proposal


CAVEATS = (
    Caveat(
        "line", "RCC Cyra shares its picture of the water east of x = 4 NM.",
        Proposal("line_1", "RCC Cyra's picture of the water at x = 11 NM is shown on both desks.",
                 "It lies east of the line."),
        Proposal("line_2", "RCC Cyra is asked for its picture of the water at x = -6 NM.",
                 "That lies west of the line, where Cyra shares nothing."),
    ),
    Caveat(
        "data", "Personal data from Cyra stay with the desk that received them.",
        Proposal("data_1", "Alder's desk keeps a name from Cyra for the medical case that it was "
                 "sent for, and logs it.", "It stays where it was received, for its purpose."),
        Proposal("data_2", "A name that Cyra gave to Alder's desk is read out to Borea's desk.",
                 "It would go further than the desk that received it."),
    ),
    Caveat(
        "board", "No unit of Cyra takes part in a boarding.",
        Proposal("board_1", "While Alder's team boards, Cyra's cutter goes on with its own "
                 "national work, ten miles off.", "Its own work elsewhere is no part in it."),
        Proposal("board_2", "Cyra's cutter carries Borea's boarding team to the vessel.",
                 "Whoever carries the team takes part."),
    ),
    Caveat(
        "hours", "Cyra shares its picture from sunset until 04:00 UTC.",
        Proposal("hours_1", "At 02:40 UTC Borea's desk asks for the picture of the eastern water.",
                 "It is within Cyra's hours."),
        Proposal("hours_2", "At 05:10 UTC Alder's desk asks for the picture of the eastern water.",
                 "Cyra's hours have ended; the plan's may go on."),
    ),
    Caveat(
        "word", "Cyra may leave at any moment by one word to both desks.",
        Proposal("word_1", "RCC Cyra says that it leaves, and both desks switch its picture off.",
                 "One word is enough, and it was honoured."),
        Proposal("word_2", "RCC Cyra says that it leaves, and the desks keep its picture on until "
                 "the night ends.", "From that word on they have no consent."),
    ),
    Caveat(
        "name", "Cyra is not named to the press.",
        Proposal("name_1", "A press line says 'the two sides and a partner' and no more.",
                 "It does not name Cyra."),
        Proposal("name_2", "A press line thanks Cyra by name.", "That names it."),
    ),
)  # fmt: skip
SILENT = (
    Proposal("new_1", "An officer of Cyra sits in Alder's operations room for the night.",
             "The letter says nothing of officers. Silence is no consent: ask Cyra."),
    Proposal("new_2", "The units take fuel in a port of Cyra.",
             "The letter says nothing of ports. Silence is no consent: ask Cyra."),
    Proposal("new_3", "A drone that belongs to Cyra flies for the patrol.",
             "The letter says nothing of drones. Silence is no consent: ask Cyra."),
)  # fmt: skip
RESCUES = (
    Proposal("help_1", "Cyra's cutter is asked to take people off a sinking boat west of the line.",
             "It is rescue. No line and no letter is asked."),
    Proposal("help_2", "At 05:30 UTC RCC Cyra passes on the alert of a raft and coordinates.",
             "It is rescue. No hours and no letter are asked."),
    Proposal("help_3", "RCC Cyra sends the name of an injured man to the helicopter that fetches "
             "him.", "It is rescue: what the helicopter needs is sent, by whoever knows it."),
)  # fmt: skip


@dataclass(frozen=True)
class Letter:
    """The letter of a trainee's own variant: its caveats, and the proposals."""

    caveats: tuple[Caveat, ...]
    proposals: tuple[Proposal, ...]


def draw_letter(luck: Luck) -> Letter:
    """Return four caveats and six proposals: two kept, two broken, one silent, one rescue."""
    caveats = some(luck, "e5 caveats", CAVEATS, 4)
    proposals = (
        *(caveat.kept for caveat in caveats[:2]),
        *(caveat.broken for caveat in caveats[2:]),
        one(luck, "e5 silent", SILENT),
        one(luck, "e5 letter and rescue", RESCUES),
    )
    return Letter(
        shuffled(luck, "e5 order of caveats", caveats),
        shuffled(luck, "e5 order of proposals", proposals),
    )

"""Why each order of the night stands or falls: for the reader, after commit."""

from collections.abc import Mapping

PATROL_WHY: Mapping[str, str] = {
    "own": "The patrol: in Alder's own waters Alder's Coast Guard Act carries it, for Alder alone. "
    "Jointly it waits for two signatures under one version.",
    "high": "The patrol: on the high seas Alder's Coast Guard Act carries a patrol of Alder alone. "
    "Jointly it waits for two signatures under one version.",
    "theirs": "The patrol: in Borea's territorial sea Alder has no law to stand on. Without a plan "
    "that both have signed the boat leaves.",
}
"""By the place of the patrol boat."""


def rescue_why(aboard: int, ordered: str) -> str:
    """Return what the order for the open boat did.

    Args:
        aboard: People in the open boat.
        ordered: What was ordered.
    """
    duty = "The duty comes from SOLAS, the SAR Convention and custom, and asks for no plan or area."
    if ordered == "go":
        return f"The open boat: {aboard} people are reached without delay. {duty}"
    return f"The open boat: {aboard} people wait while water comes in, and nothing asked it. {duty}"


def patrol_why(place: str, ordered: str) -> str:
    """Return what the order for the patrol did.

    Args:
        place: Where the patrol boat is, by name.
        ordered: What was ordered.
    """
    end = {
        "radio": "A word by radio signs nothing: Alder signed version 3 and Borea version 4.",
        "blind": "Who signs unread has not determined the rules on force; both sides shall.",
    }
    return f"{PATROL_WHY[place]} {end.get(ordered, 'Version 4 is read, then signed or changed.')}"


def log_why(early: int, ordered: str) -> str:
    """Return what the order for the log did.

    Args:
        early: Minutes by which yesterday's patrol came too soon.
        ordered: What was ordered.
    """
    told = (
        f"The log: a patrol that came {early} minutes too soon is a fault that can be learnt from."
    )
    end = {
        "add": "The first line stays, a new one says what was wrong, and both sides can read both.",
        "leave": "The line is still true, and nobody learns from it. Add an entry that says it.",
        "change": "A log that was changed proves nothing any more, of this night or of any other.",
        "remove": "A log with a line taken out proves nothing any more, whoever was told.",
    }
    return f"{told} {end[ordered]}"

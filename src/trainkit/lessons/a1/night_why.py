"""Why each order of the night stands or falls: for the reader, after commit."""

from collections.abc import Mapping

BOARDING_WHY: Mapping[str, str] = {
    "unanswered": "The motor vessel: on the high seas the flag State decides. Suspicion of "
    "smuggling is no ground of its own to board; you stay in sight and ask Cyra (Smuggling "
    "Protocol, Art 8(2)). The paper adds nothing to that, and no plan is approved.",
    "authorised": "The motor vessel: Cyra's authorisation is what the boarding stands on "
    "(Smuggling Protocol, Art 8(2)), and its limits are yours. The paper is not needed for it and "
    "would not be enough.",
    "territorial": "The motor vessel: in Alder's territorial sea Alder's law is the basis. It was "
    "so before the paper and would be so without it. A joint act would need an approved plan.",
    "stateless": "The motor vessel: a ship without nationality may be boarded under the law of "
    "the sea (Smuggling Protocol, Art 8(7)). The written answers of both States are noted. The "
    "paper is not the basis.",
}
"""By the circumstances of the vessel."""
DATA_WHY: Mapping[str, str] = {
    "written": "The list: the agreement of 2012 carries two fields for a named offence and case. "
    "The other people on the list are nobody's business tonight. It is logged.",
    "oral": "The list: the agreement of 2012 lets an urgent request come by word of mouth, with "
    "written confirmation to follow. Two fields go, it is logged, the letter is asked for.",
    "bare": "The list: point 9 considers better ways of exchange; it opens no file. Without a "
    "basis, a case and a purpose nothing goes yet, and nothing is refused for good.",
}
"""By the circumstances of the request."""


def rescue_why(aboard: int, ordered: str) -> str:
    """Return what the order for the open boat did.

    Args:
        aboard: People in the open boat.
        ordered: What was ordered.
    """
    duty = (
        "The duty to help comes from SOLAS, the SAR Convention and custom. It asks for no plan, no "
        "area and no paper."
    )
    if ordered == "go":
        return f"The open boat: {aboard} people are reached without delay. {duty}"
    return (
        f"The open boat: {aboard} people wait while water comes in, and the order that made them "
        f"wait has no basis. {duty}"
    )

"""Who asks for personal data of whom, for what and on what, before anybody decides."""

from dataclasses import dataclass
from typing import Literal

from trainkit.case.actors import SIDES
from trainkit.case.sharing.grounds import (
    CATEGORIES,
    USES,
    Category,
    Purpose,
    Reach,
    Use,
    basis,
    purpose,
    purposes,
    require_fields,
)
from trainkit.errors import TrainkitError, nearest

State = Literal["Alder", "Borea", "Cyra", "none"]
Sensitivity = Literal["police", "named_recipients"]
STATES: tuple[State, ...] = ("Alder", "Borea", "Cyra", "none")
SENSITIVITIES: tuple[Sensitivity, ...] = ("police", "named_recipients")


@dataclass(frozen=True)
class Recipient:
    """Who is to be told: a post or an office by name, never "whom it may concern".

    Attributes:
        name: Its name.
        state: Its State; none for those who are of no authority.
        mandate: The purposes that it may act for, by their names.
    """

    name: str
    state: State
    mandate: tuple[str, ...] = ()


@dataclass(frozen=True)
class Request:
    """A disclosure that somebody asks for or means to make.

    Attributes:
        purpose: Name of the purpose.
        basis: Name of the legal basis.
        recipient: Who is to be told.
        category: Whether the person is a suspect, a victim or a witness; never two at once.
        fields: Names of the fields that are asked for.
        retention_days: Days after which the recipient deletes them.
        sensitivity: Who may read them at the recipient's.
        sender: State whose team holds the data.
        origin: State that the data came from; another one's leave is needed to pass them on.
        leave: Whether that State has given its leave.
        use: What the recipient means to use them as.
        recorded: Whether the record is in the log before they go.
        oral: Whether they are told by word of mouth, to be confirmed in writing.
        urgent: Whether waiting for paper would defeat the purpose.
    """

    purpose: str
    basis: str
    recipient: Recipient | None
    category: Category
    fields: tuple[str, ...]
    retention_days: float
    sensitivity: Sensitivity = "police"
    sender: State = "Alder"
    origin: State = "Alder"
    leave: bool = False
    use: Use = "intelligence"
    recorded: bool = True
    oral: bool = False
    urgent: bool = False


def reach(request: Request) -> Reach | None:
    """Return how far a request reaches: own State, partner, third State, or no State at all."""
    state = _recipient(request).state
    if state == "none":
        return None
    if state == request.sender:
        return "own"
    return "partner" if state in SIDES else "third"


def _recipient(request: Request) -> Recipient:
    if request.recipient is None or not request.recipient.name.strip():
        raise TrainkitError(
            "The request names no recipient. Name the post that is to be told and its mandate, or "
            "nothing goes: data that go to nobody in particular go to everybody."
        )
    return request.recipient


def require_request(request: Request) -> Purpose:
    """Refuse what is no request: it could be neither granted nor refused.

    Returns:
        The purpose that it names.

    Raises:
        TrainkitError: no recipient; a purpose, basis, category, State or field that does not exist;
            a protected field; no field at all; a retention that is not above zero.
    """
    recipient = _recipient(request)
    where = f"The request of {recipient.name}"
    served = purpose(request.purpose)
    basis(request.basis)
    for name in recipient.mandate:
        if name not in purposes():
            raise TrainkitError(
                f"{where}: its mandate names '{name}', which is no purpose."
                f"{nearest(name, purposes())}"
            )
    _require_words(request, where)
    require_fields(request.fields, served, where)
    _require_amounts(request, where)
    return served


def _require_words(request: Request, where: str) -> None:
    for what, found, known in (
        ("category of person", request.category, CATEGORIES),
        ("sensitivity", request.sensitivity, SENSITIVITIES),
        ("use", request.use, USES),
        ("State of the sender", request.sender, SIDES),
        ("State of the recipient", _recipient(request).state, STATES),
        ("State of origin", request.origin, STATES),
    ):
        if found not in known:
            raise TrainkitError(
                f"{where} says '{found}' for its {what}.{nearest(found, known)} It is one of "
                f"{', '.join(known)}."
            )


def _require_amounts(request: Request, where: str) -> None:
    if not request.fields:
        raise TrainkitError(f"{where} asks for no field. Say what is asked for.")
    if not 0.0 < request.retention_days < float("inf"):
        raise TrainkitError(
            f"{where} would keep the data for {request.retention_days:g} days. Give a number of "
            "days above zero: what has no end is kept for ever."
        )

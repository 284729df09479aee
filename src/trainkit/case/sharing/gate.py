"""The gate: whether a disclosure goes as asked, goes reduced, or does not go, and why.

All reasons are told and not only the first, so that who asks can mend everything at once. Danger to
life does not wait for the leave of the State that the data came from; that State is told at once.

Sources:
    Directive (EU) 2016/680, Arts 4, 6, 25, 35 to 39; the cooperation agreement's oral requests
    (`reference/law.md` L4.1, L5.1); `reference/curriculum.md` section 5, red line R5.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from trainkit.case.sharing.grounds import Purpose, Use, basis
from trainkit.case.sharing.minimisation import minimisation_ratio, missing
from trainkit.case.sharing.request import Request, Sensitivity, reach, require_request

Verdict = Literal["passed", "reduced", "refused"]
_LIFE = "save_life"


@dataclass(frozen=True)
class Reason:
    """Why something is refused or reduced.

    Attributes:
        code: Short name, such as ``no_basis``.
        text: What was found and what to do next, in a sentence or two.
    """

    code: str
    text: str


@dataclass(frozen=True)
class Decision:
    """What the gate decides.

    Attributes:
        verdict: passed as asked, reduced, or refused.
        fields: What goes, by the names of the fields; nothing where it is refused.
        reasons: Why it is refused or reduced.
        missing: Fields that the purpose needs and nobody asked for.
        ratio: Needed fields / asked fields; 1 is best.
        retention_days: Days after which the recipient deletes it.
        sensitivity: Who may read it.
        use: What the recipient has in hand.
        conditions: What goes with it, in sentences.
    """

    verdict: Verdict
    fields: tuple[str, ...]
    reasons: tuple[Reason, ...]
    missing: tuple[str, ...]
    ratio: float
    retention_days: float
    sensitivity: Sensitivity
    use: Use
    conditions: tuple[str, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """The short names of the reasons."""
        return tuple(reason.code for reason in self.reasons)


def decide(request: Request) -> Decision:
    """Return what the gate decides of a request.

    Raises:
        TrainkitError: it is no request, see `request.require_request`.
    """
    served = require_request(request)
    refusals = tuple(_refusals(request, served))
    reductions = tuple(_reductions(request, served))
    kept = () if refusals else tuple(name for name in request.fields if name in served.needs)
    shorter = () if refusals else reductions
    return Decision(
        verdict="refused" if refusals else "reduced" if reductions else "passed",
        fields=kept,
        reasons=(*refusals, *shorter),
        missing=missing(request.fields, served.needs),
        ratio=minimisation_ratio(request.fields, served.needs),
        retention_days=min(request.retention_days, served.most_days),
        sensitivity=_sensitivity(request),
        use=basis(request.basis).gives,
        conditions=() if refusals else tuple(_conditions(request, served)),
    )


def _refusals(request: Request, served: Purpose) -> Iterator[Reason]:
    yield from _of_the_basis(request, served)
    yield from _of_the_recipient(request)
    if request.category not in served.of:
        yield Reason(
            "wrong_category",
            f"The person is a {request.category}, and this purpose concerns a "
            f"{' or a '.join(served.of)}. Suspects, victims and witnesses are kept apart.",
        )
    if not any(name in served.needs for name in request.fields):
        yield Reason("nothing_needed", "None of the fields serves the purpose. Say what is needed.")
    if not request.recorded:
        yield Reason("no_record", "There is no record of it. Write the record, then it goes.")


def _of_the_basis(request: Request, served: Purpose) -> Iterator[Reason]:
    found = basis(request.basis)
    if request.purpose not in found.carries:
        yield Reason(
            "no_basis",
            f"It is asked {served.meaning}; {found.meaning} does not carry that. Name a basis that "
            "does.",
        )
    elif (how_far := reach(request)) and how_far not in found.reaches:
        code = "third_state" if how_far == "third" else "wrong_reach"
        yield Reason(
            code,
            f"{found.meaning.capitalize()} does not reach this recipient's State. "
            "A third State needs a basis of its own, and so does each of the two.",
        )
    if request.use == "evidence" and found.gives == "intelligence":
        yield Reason(
            "not_evidence",
            "What police tell police is intelligence. For a court, the prosecutors write to each "
            "other.",
        )
    if request.oral and not (found.oral and request.urgent):
        yield Reason(
            "not_oral",
            "By word of mouth only what is urgent is told, on a basis that allows it.",
        )


def _of_the_recipient(request: Request) -> Iterator[Reason]:
    recipient = request.recipient
    if recipient is not None and request.purpose not in recipient.mandate:
        yield Reason(
            "no_mandate",
            f"{recipient.name} has no mandate for this purpose. Name the post that has it.",
        )
    if request.origin != request.sender and not request.leave and request.purpose != _LIFE:
        yield Reason(
            "no_leave",
            f"The data came from {request.origin}, which has not given leave to pass them on. Ask "
            "there first.",
        )


def _reductions(request: Request, served: Purpose) -> Iterator[Reason]:
    extra = [name for name in request.fields if name not in served.needs]
    if request.category == "victim" and "address" in extra:
        yield Reason("victim_address", "A victim's address never goes with the case file.")
        extra.remove("address")
    if extra:
        yield Reason(
            "too_many", f"The purpose does not need {', '.join(extra)}: left out, and said so."
        )
    if request.retention_days > served.most_days:
        yield Reason(
            "retention",
            f"Kept {served.most_days:g} days and not {request.retention_days:g}, then deleted.",
        )
    if request.sensitivity != _sensitivity(request):
        yield Reason("sensitivity", "What concerns a victim or a witness is for the named post.")


def _sensitivity(request: Request) -> Sensitivity:
    return request.sensitivity if request.category == "suspect" else "named_recipients"


def _conditions(request: Request, served: Purpose) -> Iterator[str]:
    if basis(request.basis).gives == "intelligence":
        yield "Intelligence, and not for use in court."
    if reach(request) != "own":
        yield f"Not to be passed on without the leave of {request.sender}."
    yield f"Deleted after {min(request.retention_days, served.most_days):g} days."
    if request.oral:
        yield "Confirmed in writing afterwards."
    if request.origin != request.sender and not request.leave:
        yield f"{request.origin}, where the data came from, is told at once."

"""What a header must say before a message may go: to whom, of which class, and why.

What is refused here is no message at all. What is a message and should not have been sent is a red
line, read on the logbook afterwards (`rules`).

Sources:
    CISE data model: IsPersonalData forces a real purpose; `reference/sea.md` section 7.
"""

from collections.abc import Sequence

from trainkit.errors import TrainkitError, nearest
from trainkit.joint.messages.classes import class_number
from trainkit.joint.messages.content import personal, require_known
from trainkit.joint.messages.message import FACTS_A_STREAM, STREAMS
from trainkit.joint.messages.spec import ExchangeSpec, TrafficSpec

_MOST_FACTS = FACTS_A_STREAM - 1_000
"""Ten standard deviations of a Poisson number below what can be numbered."""
_NO_PURPOSE = frozenset({"", "-", "n/a", "none", "other", "tbd", "unknown", "unspecified"})


def require_sendable(spec: ExchangeSpec) -> None:
    """Refuse an exchange whose messages could not be sent.

    Raises:
        TrainkitError: two desks or two sorts of traffic have one name; a message is to nobody, of
            an unknown class, holds an unknown field, or personal data without a purpose; the outage
            is of no desk or ends before it begins; there are more facts than can be told apart.
    """
    desks = _different([desk.name for desk in spec.desks], "desks")
    _different([stream.name for stream in spec.traffic], "sorts of traffic")
    for stream in spec.traffic:
        require_header(stream, desks)
    _require_outage(spec, desks)
    _require_numbers(spec)


def _require_outage(spec: ExchangeSpec, desks: Sequence[str]) -> None:
    if not spec.outage_desk:
        return
    if spec.outage_desk not in desks:
        raise TrainkitError(
            f"The outage is at '{spec.outage_desk}', which is no desk."
            f"{nearest(spec.outage_desk, desks)} Name a desk, or nothing for no outage."
        )
    if spec.outage_to_h < spec.outage_from_h:
        raise TrainkitError(
            f"The outage begins at hour {spec.outage_from_h:g} and ends at {spec.outage_to_h:g}. "
            "Give the end after the beginning."
        )


def _require_numbers(spec: ExchangeSpec) -> None:
    """Refuse more facts than there are numbers, by which each has luck of its own."""
    if len(spec.traffic) > STREAMS:
        raise TrainkitError(
            f"An exchange has at most {STREAMS} sorts of traffic, not {len(spec.traffic)}."
        )
    for stream in spec.traffic:
        facts = stream.rate_per_h * spec.watch_h
        if facts > _MOST_FACTS:
            raise TrainkitError(
                f"Traffic '{stream.name}' makes about {facts:,.0f} facts in a watch of "
                f"{spec.watch_h:g} h, and {_MOST_FACTS:,} can be told apart. Shorten the watch, or "
                "part the traffic in two."
            )


def require_header(stream: TrafficSpec, desks: Sequence[str]) -> None:
    """Refuse a header that lacks what it must have.

    Args:
        stream: The traffic.
        desks: Names of the desks that there are.

    Raises:
        TrainkitError: see `require_sendable`.
    """
    where = f"Traffic '{stream.name}'"
    class_number(stream.message_class)
    _require_ends(stream, desks, where)
    require_known((*stream.sent, *stream.needed), where)
    if not stream.needed:
        raise TrainkitError(f"{where}: nobody needs anything of it. Name the fields needed.")
    if personal(stream.sent) and stream.purpose.strip().lower() in _NO_PURPOSE:
        raise TrainkitError(
            f"{where} holds personal data and its purpose is '{stream.purpose}'. Say what the "
            "recipient is to do with it, or leave the personal fields out."
        )


def _require_ends(stream: TrafficSpec, desks: Sequence[str], where: str) -> None:
    for role, name in (("sender", stream.sender), ("recipient", stream.recipient)):
        if name not in desks:
            found = f"'{name}', which is no desk" if name else "nobody"
            raise TrainkitError(
                f"{where}: the {role} is {found}.{nearest(name, desks)} "
                f"There are {', '.join(desks)}."
            )
    if stream.sender == stream.recipient:
        raise TrainkitError(f"{where}: '{stream.sender}' writes to itself. Name another desk.")


def _different(names: Sequence[str], what: str) -> Sequence[str]:
    twice = [name for place, name in enumerate(names) if name in names[:place]]
    if twice:
        raise TrainkitError(f"Two {what} are called '{twice[0]}'. Give each its own name.")
    if not names or not all(names):
        raise TrainkitError(f"An exchange has {what}, each with a name.")
    return names

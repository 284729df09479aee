"""What a team knows, in plain words: enough to decide by, without a picture or a widget."""

from collections.abc import Iterator

from trainkit.exercise.case.picture import CasePicture, KnownActor
from trainkit.exercise.case.told import line

_DAY_H = 24.0
_SHOWN = 12
_LATELY = 8
_SURE = ((0.95, "almost certain"), (0.8, "probable"), (0.5, "more likely than not"), (0.2, "open"))


def words(picture: CasePicture, actors: int = _SHOWN, lately: int = _LATELY) -> str:
    """Return what a team knows, line by line.

    Args:
        picture: What it knows.
        actors: Actors that are named, the most suspected first.
        lately: Events that are told, the last ones.
    """
    return "\n".join(_lines(picture, actors, lately))


def _lines(picture: CasePicture, actors: int, lately: int) -> Iterator[str]:
    day = picture.time_h / _DAY_H
    yield f"What the {picture.side} team knows on day {day:.0f} of the case"
    yield f"Plan: {_planned(picture)}."
    held = ", ".join(f"{name} {belief:.0%}" for name, belief in picture.explanations.items())
    yield f"Explanations: {held}."
    yield f"Known: {len(picture.actors)} people. The most suspected:"
    for known in picture.actors[:actors]:
        yield f"  {_actor(known)}"
    yield from _standing(picture)
    yield "Lately:"
    for entry in picture.told[-lately:] if lately else ():
        yield f"  day {entry.time_h / _DAY_H:.0f}: {line(entry)}"


def _planned(picture: CasePicture) -> str:
    plan = picture.plan
    channel = "a joint team at work" if picture.joint else plan.channel.replace("_", " ")
    aim = plan.focus.replace("_", " ")
    offence = plan.offence.replace("_", " ")
    return f"aimed at {aim}, for {offence}, the partner asked by {channel}"


def _actor(known: KnownActor) -> str:
    ties = f"tied to {', '.join(map(str, known.ties))}" if known.ties else "no ties known"
    held = f"{sure(known.believed)} ({known.believed:.0%}), in court {known.proven:.0%}"
    arrested = ", arrested" if known.arrested else ""
    role = known.role.replace("_", " ")
    return f"actor {known.number}, {role}{arrested}: {held}; {len(known.items)} items; {ties}"


def sure(chance: float) -> str:
    """Return a chance in words.

    Examples:
        >>> sure(0.97), sure(0.1)
        ('almost certain', 'hardly')
    """
    return next((word for least, word in _SURE if chance >= least), "hardly")


def _standing(picture: CasePicture) -> Iterator[str]:
    for order in picture.orders:
        action = order.action.replace("_", " ")
        yield f"Order in force: {action} on actor {order.target}, until day {order.ends_days:.0f}."
    if picture.waiting:
        named = ", ".join(f"actor {number}" for number in picture.waiting)
        yield f"The partner has not answered on {named}."
    if picture.deferred:
        yield "Waiting with arrests stands on an order."

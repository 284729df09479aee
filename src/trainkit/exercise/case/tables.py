"""What a team knows as tables: people, what is held of them, what stands, choices, what came in."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from trainkit.exercise.case.told import line
from trainkit.exercise.table import Table

if TYPE_CHECKING:
    from trainkit.exercise.case.known import CasePicture, Choice, KnownActor, KnownItem

_DAY_H = 24.0
_SURE = ((0.95, "almost certain"), (0.8, "probable"), (0.5, "more likely than not"), (0.2, "open"))
_ITEM = ("item", "on", "by", "from", "grade", "speaks", "court", "day")
_ACTOR = ("actor", "part, as told", "membership", "on what a court may hear", "items", "tied to")


def tables(picture: "CasePicture", actors: int = 12, lately: int = 8) -> tuple[Table, ...]:
    """Return what a team knows.

    Args:
        picture: What it knows.
        actors: People that are named, the most suspected first.
        lately: Events that are told, the last ones.
    """
    shown = picture.actors[:actors]
    return (
        Table(_head(picture), ("what", "as it stands"), tuple(_standing(picture))),
        Table(_people(picture, len(shown)), _ACTOR, tuple(map(_actor, shown))),
        Table("Items on them", _ITEM, tuple(_items(shown))),
        Table(
            *("Choices: what may be ordered now", ("order", "now", "may say", "closed")),
            tuple(map(_choice, picture.choices)),
        ),
        Table("What reached the team lately", ("day", "what"), tuple(_lately(picture, lately))),
    )


def sure(chance: float) -> str:
    """Return a chance in words.

    Examples:
        >>> sure(0.97), sure(0.1)
        ('almost certain', 'hardly')
    """
    return next((word for least, word in _SURE if chance >= least), "hardly")


def plain(word: str) -> str:
    """Return a word of the data as it is read."""
    return word.replace("_", " ")


def _head(picture: "CasePicture") -> str:
    day = picture.time_h / _DAY_H
    return f"What the {picture.side} team knows on day {day:.0f} of the case"


def _people(picture: "CasePicture", shown: int) -> str:
    return f"Known: {len(picture.actors)} people; the {shown} most suspected"


def _standing(picture: "CasePicture") -> Iterator[tuple[str, str]]:
    plan = picture.plan
    channel = "a joint team at work" if picture.joint else plain(plan.channel)
    held = ", ".join(f"{name} {belief:.0%}" for name, belief in picture.explanations.items())
    waits = "stands on an order" if picture.deferred else "does not stand on an order"
    yield "Aim", f"{plain(plan.focus)}; orders asked for {plain(plan.offence)}"
    yield "Partner asked by", channel
    yield "Explanations", held
    yield "Waiting with arrests", waits
    yield from _pending(picture)
    yield "Items that the partner gave", str(len(picture.from_partner))


def _pending(picture: "CasePicture") -> Iterator[tuple[str, str]]:
    for order in picture.orders:
        told = f"{plain(order.action)} on actor {order.target}, until day {order.ends_days:.0f}"
        yield "Order in force", told
    for one in picture.waiting:
        sent = f"on actor {one.target}, by {plain(one.channel)}, sent on day {one.sent_days:.0f}"
        yield "Request without an answer", sent


def _actor(known: "KnownActor") -> tuple[str, ...]:
    return (
        f"{known.number}{', arrested' if known.arrested else ''}",
        plain(known.role),
        f"{sure(known.believed)} ({known.believed:.0%})",
        f"{sure(known.proven)} ({known.proven:.0%})",
        str(len(known.items)),
        ", ".join(f"{tie.other} ({plain(tie.by)})" for tie in known.ties) or "nobody known",
    )


def _items(actors: "tuple[KnownActor, ...]") -> Iterator[tuple[str, ...]]:
    for known in actors:
        for item in known.items:
            yield _item(known.number, item)


def _item(number: int, item: "KnownItem") -> tuple[str, ...]:
    origin = "own work" if item.origin == "own" else f"the partner, {plain(item.origin)}"
    speaks = "against" if item.against else "in favour"
    court = "may hear it" if item.admissible else "may not"
    told = str(item.number), str(number), plain(item.action), origin
    return (*told, item.grade or "not graded", speaks, court, f"{item.day:.0f}")


def _choice(choice: "Choice") -> tuple[str, ...]:
    closed = ", ".join(word for word, _ in choice.closed)
    return choice.order, choice.now, ", ".join(choice.may) or "nobody", closed


def _lately(picture: "CasePicture", lately: int) -> Iterator[tuple[str, str]]:
    for entry in picture.told[-lately:] if lately else ():
        yield f"{entry.time_h / _DAY_H:.0f}", line(entry)

"""Interviews booked for one day: who is asked when, where, by whom and through whom.

What cannot be is refused, with what to do instead; what can be and must not be is a red line. A
booking says nothing of what is asked.

Sources:
    `trainkit.case.interview.triggers` and `status`, whose rules are applied to bookings here.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from trainkit.case.interview.status import Setting, Status, mixed, require_protective
from trainkit.errors import TrainkitError, nearest


@dataclass(frozen=True)
class Person:
    """Somebody who may be interviewed.

    Attributes:
        name: How the plan calls the person; invented.
        status: In which capacity the person is met.
        interpreter: The interpreter the person needs, by language; empty for none.
        hurt: Whether the person is hurt or ill.
        doctor_h: When somebody medical has seen the person, in hours; None for not yet.
        child: Whether the person is, or may be, under 18.
    """

    name: str
    status: Status
    interpreter: str = ""
    hurt: bool = False
    doctor_h: float | None = None
    child: bool = False


@dataclass(frozen=True)
class Booking:
    """One interview.

    Attributes:
        person: Name of the person.
        setting: What is held.
        room: The room.
        interviewer: Who asks.
        begins_h: When it begins, in hours of the day.
        ends_h: When it ends.
        interpreter: Who interprets; empty for nobody.
        interprets: Into which language; empty for none.
        guardian: Whether a guardian is there.
    """

    person: str
    setting: Setting
    room: str
    interviewer: str
    begins_h: float
    ends_h: float
    interpreter: str = ""
    interprets: str = ""
    guardian: bool = False


@dataclass(frozen=True)
class Problem:
    """What is wrong with a plan.

    Attributes:
        text: What was asked, what was found, what to do next.
        red_line: The red line that is crossed, R1 to R8; empty for none.
    """

    text: str
    red_line: str = ""


def person(features: Mapping[str, Any]) -> Person:
    """Return a person from what a plan looks at.

    Args:
        features: Attributes of `Person` by name.

    Raises:
        TrainkitError: a feature is unknown, or a characteristic that nobody is picked by.
    """
    require_protective(features, "What an interview plan looks at")
    known = Person.__dataclass_fields__
    for name in features:
        if name not in known:
            raise TrainkitError(
                f"A plan does not look at '{name}' in a person.{nearest(name, known)} It looks at "
                f"{', '.join(known)}."
            )
    return Person(**features)


def problems(people: Sequence[Person], bookings: Sequence[Booking]) -> list[Problem]:
    """Return what is wrong with a plan, booking by booking; nothing when it can be held."""
    by_name = {one.name: one for one in people}
    found = [problem for one in bookings for problem in _alone(one, by_name)]
    return [*found, *(p for one, other in combinations(bookings, 2) for p in _twice(one, other))]


def require_possible(people: Sequence[Person], bookings: Sequence[Booking]) -> None:
    """Refuse a plan that cannot be held or must not be.

    Raises:
        TrainkitError: the first thing that is wrong.
    """
    for problem in problems(people, bookings):
        line = f" That is red line {problem.red_line}." if problem.red_line else ""
        raise TrainkitError(problem.text + line)


def _alone(one: Booking, by_name: Mapping[str, Person]) -> Iterator[Problem]:
    if one.person not in by_name:
        yield Problem(
            f"An interview is booked with '{one.person}', who is not among the people."
            f"{nearest(one.person, by_name)} Name somebody who was met."
        )
        return
    if not one.begins_h < one.ends_h:
        yield Problem(
            f"The interview with {one.person} begins at {one.begins_h:g} h and ends at "
            f"{one.ends_h:g} h. Give the end after the beginning."
        )
    who = by_name[one.person]
    yield from _protected(one, who)
    yield from _understood(one, who, by_name)


def _protected(one: Booking, who: Person) -> Iterator[Problem]:
    told = mixed(who.status, one.setting)
    if told:
        line = "R2" if one.setting == "suspect_interview" else ""
        yield Problem(f"With {who.name} {told}. Book what the status allows.", line)
    if who.hurt and (who.doctor_h is None or who.doctor_h > one.begins_h):
        yield Problem(
            f"{who.name} is hurt and is asked at {one.begins_h:g} h before anybody medical has "
            "come. Book the doctor first.",
            "R1",
        )
    if who.child and not one.guardian:
        yield Problem(f"{who.name} is or may be a child and no guardian is there. Wait for one.")


def _understood(one: Booking, who: Person, by_name: Mapping[str, Person]) -> Iterator[Problem]:
    if who.interpreter and one.interprets != who.interpreter:
        yield Problem(
            f"{who.name} needs an interpreter of {who.interpreter} and is booked with "
            f"{one.interprets or 'none'}. Book one, or book a later hour."
        )
    if one.interpreter and one.interpreter in by_name:
        yield Problem(
            f"{one.interpreter} came with the others and interprets for {who.name}. Book somebody "
            "who belongs to nobody in the case.",
            "R5",
        )


_SHARED = {
    "room": "The room {what} is booked twice",
    "interviewer": "{what} asks in two interviews at once",
    "interpreter": "{what} interprets in two interviews at once",
    "person": "{what} is in two interviews at once",
}


def _twice(one: Booking, other: Booking) -> Iterator[Problem]:
    if min(one.ends_h, other.ends_h) <= max(one.begins_h, other.begins_h):
        return
    for name, text in _SHARED.items():
        what = getattr(one, name)
        if what and what == getattr(other, name):
            when = f"from {max(one.begins_h, other.begins_h):g} h"
            yield Problem(f"{text.format(what=what)} {when}. Move one of the two.")

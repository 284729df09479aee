"""What the day of interviews is told: who was met, who asks, and how it is planned.

Times are hours after the first person is met. What a person speaks is known only as the interpreter
whom the person asked for: it finds somebody to interpret, and nothing else is ever done with it.
"""

from typing import Literal

from trainkit.case.interview.status import Setting, Status
from trainkit.model import Spec, lever, uncertainty

Law = Literal["fixed", "exponential"]
Order = Literal["as_met", "need_first"]
Medical = Literal["before", "after"]
Interpreting = Literal["in_room", "telephone", "companion", "none"]
OnDistress = Literal["go_on", "pause", "stop"]

INTERPRETING: tuple[Interpreting, ...] = ("in_room", "telephone", "companion", "none")
STYLES = ("open", "probing", "closed", "leading")
"""Sorts of question whose shares a plan sets."""


class GroupSpec(Spec):
    """People who were met together."""

    name: str = uncertainty()
    """Name of the group; each person has it with a number."""
    people: int = uncertainty(1, low=1, high=20000, step=1)
    """People in it."""
    met_h: float = uncertainty(0.0, unit="h", low=0.0, high=1000.0, step=0.25)
    """When the first of them is met."""
    between_h: float = uncertainty(0.0, unit="h", low=0.0, high=100.0, step=0.05)
    """Mean time between one and the next."""
    interpreter: str = uncertainty("")
    """The interpreter whom they asked for; empty where they need none."""
    child: bool = uncertainty(False)
    """Whether they are, or may be, under 18."""
    injured: float = uncertainty(0.0, low=0.0, high=1.0, step=0.05)
    """Share of them who are hurt or ill."""
    awake_h: float = uncertainty(16.0, unit="h", low=0.0, high=200.0, step=1.0)
    """Time since they have slept, when met."""
    status: Status = uncertainty("possible_victim")
    """In which capacity they are met, by the indicators that are visible."""
    setting: Setting = lever("first_contact")
    """What is held with them."""
    details: int = uncertainty(60, low=1, high=400, step=1)
    """Details that one of them could tell."""


class InterpreterSpec(Spec):
    """Interpreters of one language who come to the house."""

    name: str = uncertainty()
    """What they interpret."""
    people: int = lever(1, low=1, high=100, step=1)
    """How many there are."""
    from_h: float = uncertainty(0.0, unit="h", low=0.0, high=1000.0, step=0.25)
    """When they arrive."""


class DaySpec(Spec):
    """The day of interviews: people, who helps and asks, the plan, and how people are."""

    groups: tuple[GroupSpec, ...] = uncertainty()
    """Who was met."""
    interpreters: tuple[InterpreterSpec, ...] = lever()
    """Who interprets in the room."""
    telephone_lines: int = lever(2, low=1, high=1000, step=1)
    """Interpreters who can be had by telephone at once, for any language."""
    rooms: int = lever(2, low=1, high=1000, step=1)
    """Rooms."""
    interviewers: int = lever(2, low=1, high=1000, step=1)
    """Trained interviewers."""
    medics: int = lever(1, low=1, high=1000, step=1)
    """People who can look after the body."""
    day_h: float = lever(12.0, unit="h", low=1.0, high=100000.0, step=0.5)
    """When the last interview must have ended."""
    arrivals: Law = uncertainty("fixed")
    """Law of the times between people."""
    order: Order = lever("need_first")
    """Who is heard first."""
    medical: Medical = lever("before")
    """Whether a medic sees the hurt before the account or after it."""
    rest_h: float = lever(2.0, unit="h", low=0.0, high=48.0, step=0.25)
    """Rest, food and sleep that everybody has before being asked."""
    explain_h: float = lever(0.5, unit="h", low=0.0, high=3.0, step=0.05)
    """Time for who we are, rights and choice, before the first question."""
    account_h: float = lever(1.0, unit="h", low=0.05, high=8.0, step=0.05)
    """Time of the account in one telling."""
    account_law: Law = uncertainty("fixed")
    """Law of that time."""
    pause_every_h: float = lever(0.5, unit="h", low=0.1, high=1000.0, step=0.05)
    """Time after which a pause is offered."""
    pause_h: float = uncertainty(0.15, unit="h", low=0.0, high=2.0, step=0.05)
    """Length of a pause."""
    open_share: float = lever(0.6, low=0.0, high=1.0, step=0.05)
    """Share of the time on open questions."""
    probing_share: float = lever(0.4, low=0.0, high=1.0, step=0.05)
    """Share of the time on probing questions."""
    closed_share: float = lever(0.0, low=0.0, high=1.0, step=0.05)
    """Share of the time on closed questions."""
    leading_share: float = lever(0.0, low=0.0, high=1.0, step=0.05)
    """Share of the time on leading questions."""
    tellings: int = lever(1, low=1, high=5, step=1)
    """How often a person is asked to tell it, each time to somebody else."""
    interpreting: Interpreting = lever("in_room")
    """Who interprets: in the room, by telephone, a companion, or nobody."""
    on_distress: OnDistress = lever("pause")
    """What is done when distress shows."""
    supporter: bool = lever(True)
    """Whether somebody who is only for the person is there."""
    medic_mean_h: float = uncertainty(0.4, unit="h", low=0.0, high=10.0, step=0.05)
    """Mean time that a medic needs for one person."""
    tiring_h: float = uncertainty(20.0, unit="h", low=1.0, high=200.0, step=1.0)
    """Time awake in which tiredness comes to 63 of 100."""
    resting_h: float = uncertainty(4.0, unit="h", low=0.1, high=100.0, step=0.1)
    """Time of rest in which tiredness falls to 37 of 100."""
    rapport_h: float = uncertainty(0.4, unit="h", low=0.01, high=10.0, step=0.05)
    """Time of explaining in which rapport comes to 63 of 100."""
    support_gain: float = uncertainty(0.3, low=0.0, high=1.0, step=0.05)
    """Share of the missing rapport that a person for support makes good."""
    willing: float = uncertainty(0.5, low=0.0, high=1.0, step=0.05)
    """Share of people who want to speak on this day without any rapport."""
    openness: float = uncertainty(0.35, low=0.0, high=1.0, step=0.05)
    """Openness of somebody who speaks without any rapport."""
    tired_loss: float = uncertainty(0.5, low=0.0, high=1.0, step=0.05)
    """Share of openness that full tiredness takes."""
    leading_loss: float = uncertainty(0.6, low=0.0, high=1.0, step=0.05)
    """Share of openness that questions take which all lead."""
    retold_share: float = uncertainty(0.7, low=0.0, high=1.0, step=0.05)
    """Share of a further telling that repeats what was told."""
    tired_errors: float = uncertainty(0.8, low=0.0, high=10.0, step=0.1)
    """By how much full tiredness raises the errors."""
    distress_per_h: float = uncertainty(0.5, low=0.0, high=20.0, step=0.1)
    """Times that distress shows in an hour of account, rested and without rapport."""
    distress_sigma: float = uncertainty(0.6, low=0.0, high=2.0, step=0.1)
    """Standard deviation of the logarithm of how easily a person is distressed."""

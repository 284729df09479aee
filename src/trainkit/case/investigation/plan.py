"""The plan of a case and the orders that change it: data, as a trainee gives them."""

from typing import Literal, get_args

from trainkit.case.law import Action
from trainkit.model import Spec, lever

Focus = Literal["hub", "low_level", "money", "brokers", "map"]
Channel = Literal["police", "assistance", "joint_team"]
ArrestSet = Literal["nobody", "hub", "aides", "organisers", "money", "supported"]
Offence = Literal["smuggling", "organised_crime", "trafficking", "laundering"]
OnDanger = Literal["pass_on", "hold"]
Screening = Literal["first", "after_charge"]
Enquiry = Literal["discriminate", "confirm"]
RequestContent = Literal["minimum", "all"]
Records = Literal["before", "after", "back_dated"]
Abroad = Literal["surrender", "expel_if_refused", "expel"]
Charge = Literal["as_granted", "as_found"]
Disclosure = Literal["all", "selected"]
OrderName = Literal[
    "focus",
    "channel",
    "arrest",
    "arrest_set",
    "hours",
    "offence",
    "on_danger",
    "screening",
    "deconflict",
    "defer_arrest",
    "enquiry",
    "second_look",
    "end_reflection",
    "abroad",
    "charge_surrendered",
    "request_content",
    "records",
    "sure_at",
]

FOCUSES: tuple[Focus, ...] = get_args(Focus)
CHANNELS: tuple[Channel, ...] = get_args(Channel)
ARREST_SETS: tuple[ArrestSet, ...] = get_args(ArrestSet)
ORDER_NAMES: tuple[OrderName, ...] = get_args(OrderName)


class EffortSpec(Spec):
    """Hours that each team plans for an action."""

    action: Action = lever()
    """The action."""
    hours_a_week: float = lever(0.0, unit="h", low=0.0, high=400.0, step=5.0)
    """Hours of staff a week, in each team."""


class ArrestSpec(Spec):
    """When and whom to arrest."""

    whom: ArrestSet = lever("supported")
    """Whom: the hub, aides, organisers, those with money, or all whom the evidence supports."""
    from_days: float = lever(200.0, unit="days", low=0.0, high=1000.0, step=5.0)
    """Day of the first arrests."""
    every_days: float = lever(0.0, unit="days", low=0.0, high=1000.0, step=5.0)
    """Days between waves of arrests; 0 for one wave."""
    at_most: int = lever(60, low=0, high=500, step=1)
    """Arrests in one wave, in each State, at most."""
    sure_at: float = lever(0.9, low=0.3, high=0.999, step=0.05)
    """Posterior of membership from which the plan arrests; below what a prosecutor charges on, who
    is arrested is soon free again."""
    together: bool = lever(True)
    """Whether both States arrest on one day; otherwise the second follows on its own request."""
    deferred: bool = lever(True)
    """Whether waiting with an arrest that could be made stands on an order and its reports."""


class PlanSpec(Spec):
    """How both teams lead the case."""

    offence: Offence = lever("smuggling")
    """Offence that orders are asked for; the law of interception depends on it."""
    focus: Focus = lever("map")
    """Whom an action is aimed at: the most tied, aides, money, brokers, or the least known."""
    efforts: tuple[EffortSpec, ...] = lever(())
    """Hours for each action."""
    channel: Channel = lever("police")
    """How the partner is asked."""
    joint_from_days: float = lever(0.0, unit="days", low=0.0, high=1000.0, step=5.0)
    """Day on which a joint team is asked for, where the channel is one."""
    deconflict: bool = lever(True)
    """Whether each action is put on the board before it begins."""
    renewal_lead_days: float = lever(5.0, unit="days", low=0.0, high=30.0, step=1.0)
    """Days before an order ends at which its renewal is asked for; 0 watches no clock."""
    enquiry: Enquiry = lever("discriminate")
    """Whether enquiries are chosen to tell rival explanations apart, or to confirm the first."""
    on_danger: OnDanger = lever("pass_on")
    """Whether the rescue centre is told of a danger to life at once, or it is held for the case."""
    screening: Screening = lever("first")
    """Whether signs of a victim are looked for before a charge, or after."""
    second_look: bool = lever(True)
    """Whether who shows a sign is looked at again in peace, with an interpreter."""
    reflection_days: float = lever(30.0, unit="days", low=30.0, high=365.0, step=5.0)
    """Days of reflection of an identified victim: never under 30."""
    request_content: RequestContent = lever("minimum")
    """Whether a request tells what it needs of its target, or all that the file holds."""
    records: Records = lever("before")
    """Whether the record of a disclosure is made before it, after it, or later and back-dated."""
    abroad: Abroad = lever("surrender")
    """How the partner is asked for somebody who lives there: a surrender, or an expulsion."""
    charge_surrendered: Charge = lever("as_granted")
    """Whether who was surrendered is charged as the surrender was granted, or as found since."""
    disclosure: Disclosure = lever("all")
    """Whether what speaks for the accused is disclosed, or only what was selected."""
    arrest: ArrestSpec = lever(ArrestSpec())
    """When and whom to arrest."""


class OrderSpec(Spec):
    """An order given while the case runs."""

    time_h: float = lever(unit="h", low=0.0, high=20000.0)
    """When."""
    order: OrderName = lever()
    """What is changed; 'arrest' makes arrests now."""
    word: str = lever("")
    """What it is changed to, where that is a word; the action of 'hours'; the ground on which a
    reflection period ends."""
    amount: float = lever(0.0, low=0.0, high=1000.0)
    """What it is changed to, where that is a number; 1 or 0 for yes or no."""
    whom: str = lever("")
    """Whose reflection period ends, as the logbook names the person."""
    reason: str = lever("")
    """Why, of this person; a reflection period does not end before its time without it."""

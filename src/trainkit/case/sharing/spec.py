"""What a sharing desk is told: who may be told what, which requests come, and how it works.

Times are hours unless the name says days. A need arises and is asked for; a request that names no
basis is refused by a desk that checks, and comes again mended, or not.
"""

from typing import Literal

from trainkit.model import Spec, lever, uncertainty

Urgency = Literal["danger_to_life", "urgent", "routine"]
Order = Literal["first_come", "by_urgency", "preemptive"]
Check = Literal["full", "basis", "none"]
OralFor = Literal["none", "danger_to_life", "danger_and_urgent"]
Confirm = Literal["at_once", "in_turn", "last"]
Refusal = Literal["reasoned", "bare"]
Records = Literal["before", "end_of_watch", "back_dated"]
Law = Literal["lognormal", "exponential"]
State = Literal["Alder", "Borea", "Cyra", "none"]
Category = Literal["suspect", "victim", "witness"]

URGENCIES: tuple[Urgency, ...] = ("danger_to_life", "urgent", "routine")


class PostSpec(Spec):
    """A post that asks for personal data."""

    name: str = lever()
    """Name of the post."""
    state: State = uncertainty("Borea")
    """State that it belongs to; none for those who are of no authority."""
    mandate: tuple[str, ...] = uncertainty(())
    """Purposes that it may act for."""


class NeedSpec(Spec):
    """Needs of one sort, and the requests that they become."""

    name: str = lever()
    """Name of the sort."""
    urgency: Urgency = uncertainty("routine")
    """How soon waiting does harm."""
    post: str = uncertainty()
    """Post that asks."""
    rate_per_h: float = uncertainty(1.0, low=0.0, high=1000.0, step=0.1)
    """Needs that arise in an hour of the watch, on average."""
    purpose: str = uncertainty()
    """What the post means to do with it."""
    basis: str = uncertainty()
    """Legal basis that a complete request names."""
    category: Category = uncertainty("suspect")
    """Category of the person."""
    asked: tuple[str, ...] = uncertainty()
    """Fields that are asked for."""
    retention_days: float = uncertainty(30.0, low=0.1, high=36500.0, step=1.0)
    """Days that the post would keep them."""
    origin: State = uncertainty("Alder")
    """State that the data came from."""
    leave: bool = uncertainty(False)
    """Whether that State has given leave to pass them on."""
    faulty: float = uncertainty(0.0, low=0.0, high=1.0, step=0.05)
    """Share of the first requests that name no basis."""
    deadline_h: float = uncertainty(8.0, unit="h", low=0.05, high=1000.0, step=0.05)
    """Time from the need until an answer is of no use."""


class DeskSpec(Spec):
    """A desk of one team through which personal data leave it."""

    posts: tuple[PostSpec, ...] = uncertainty()
    """Posts that ask."""
    needs: tuple[NeedSpec, ...] = uncertainty()
    """What they need."""
    watch_h: float = uncertainty(8.0, unit="h", low=0.1, high=100000.0, step=1.0)
    """Length of the watch, in which needs arise."""
    officers: int = lever(1, low=1, high=20, step=1)
    """Officers who check, each one request at a time."""
    order: Order = lever("preemptive")
    """Order of the desk: as requests come, by urgency, or with danger to life set before all."""
    check: Check = lever("full")
    """What is checked: everything, the basis and the post alone, or nothing."""
    oral_for: OralFor = lever("danger_to_life")
    """What is answered by word of mouth and confirmed in writing afterwards."""
    confirm: Confirm = lever("in_turn")
    """When the confirmation is written: at once, as what is urgent, or after everything else."""
    refusal: Refusal = lever("reasoned")
    """Whether a refusal says what is missing."""
    records: Records = lever("before")
    """When the record is made: before data go, after the watch, or after it with an early hour."""
    check_mean_h: float = uncertainty(0.2, unit="h", low=0.0, high=1000.0, step=0.01)
    """Mean time of a full check with the answer."""
    law: Law = uncertainty("lognormal")
    """Law of the times at the desk."""
    sigma: float = uncertainty(0.5, low=0.0, high=2.0, step=0.1)
    """Standard deviation of the logarithm of a lognormal time."""
    basis_share: float = uncertainty(0.7, low=0.0, high=1.0, step=0.05)
    """Time of a check of basis and post alone, as a share of a full one."""
    none_share: float = uncertainty(0.3, low=0.0, high=1.0, step=0.05)
    """Time of an answer without a check, as a share of one with a full check."""
    voice_mean_h: float = uncertainty(0.07, unit="h", low=0.0, high=10.0, step=0.01)
    """Mean time of an answer by word of mouth."""
    record_h: float = uncertainty(0.03, unit="h", low=0.0, high=10.0, step=0.01)
    """Time of a record."""
    reason_h: float = uncertainty(0.05, unit="h", low=0.0, high=10.0, step=0.01)
    """Time of writing down what is missing."""
    return_mean_h: float = uncertainty(0.7, unit="h", low=0.0, high=100.0, step=0.1)
    """Mean time until a refused request comes again."""
    mended_reasoned: float = uncertainty(0.95, low=0.0, high=1.0, step=0.05)
    """Chance that a request comes again complete when it was told what is missing."""
    mended_bare: float = uncertainty(0.4, low=0.0, high=1.0, step=0.05)
    """Chance of that when it was not told."""
    confirm_within_h: float = uncertainty(4.0, unit="h", low=0.1, high=1000.0, step=0.5)
    """Time in which what was told by word of mouth is confirmed in writing."""

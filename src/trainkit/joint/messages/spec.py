"""What a message exchange is told: desks, traffic between them, how desks work, and the link.

Times are hours. A fact becomes known at a desk; a message carries it to another. Facts become known
during the watch; the run goes on after it until the desks are empty.
"""

from typing import Literal

from trainkit.model import Spec, lever, uncertainty

Class = Literal["distress", "safety", "incident", "risk"]
Mode = Literal["push", "subscribe", "pull"]
Queue = Literal["first_come", "by_class", "preemptive"]
State = Literal["Alder", "Borea", "Cyra", "none"]
Sensitivity = Literal["open", "partners", "named_recipients"]
Law = Literal["lognormal", "exponential"]

MODES: tuple[Mode, ...] = ("push", "subscribe", "pull")
QUEUES: tuple[Queue, ...] = ("first_come", "by_class", "preemptive")
BASES = ("none", "sar_convention", "regulation", "agreement", "case_file", "wish")
"""Legal bases that a header may name; `none` and `wish` carry no personal data."""

Basis = Literal["none", "sar_convention", "regulation", "agreement", "case_file", "wish"]


class DeskSpec(Spec):
    """An operations desk that writes and reads messages."""

    name: str = lever()
    """Name of the desk."""
    state: State = uncertainty("Alder")
    """State whose words it works in; a message to another State's desk is translated."""
    officers: int = lever(1, low=1, high=20, step=1)
    """Officers who write and read messages, each one at a time."""
    translators: int = lever(1, low=0, high=10, step=1)
    """Translators of what it sends; without one the officers translate."""
    may_hold_personal_data: bool = uncertainty(True)
    """Whether it may receive personal data for the purposes of this exchange."""


class TrafficSpec(Spec):
    """Facts of one sort, and the messages that carry them."""

    name: str = lever()
    """Name of the traffic."""
    message_class: Class = lever("incident")
    """Class of its messages."""
    sender: str = lever()
    """Desk that knows the facts."""
    recipient: str = lever()
    """Desk that is to know them."""
    rate_per_h: float = uncertainty(1.0, low=0.0, high=1000.0, step=0.1)
    """Facts that become known in an hour of the watch, on average."""
    mode: Mode = lever("push")
    """Push at once, collect for those who subscribe, or answer when asked."""
    digest_h: float = lever(1.0, unit="h", low=0.1, high=24.0, step=0.1)
    """Time between two collections for those who subscribe."""
    wanted: float = uncertainty(1.0, low=0.0, high=1.0, step=0.05)
    """Share of the facts that the recipient acts on."""
    need_after_h: float = uncertainty(0.0, unit="h", low=0.0, high=24.0, step=0.1)
    """Time from the fact until the recipient would ask for it."""
    deadline_h: float = uncertainty(24.0, unit="h", low=0.05, high=200.0, step=0.05)
    """Time from the fact until it must be at the recipient's desk."""
    sent: tuple[str, ...] = lever()
    """Fields that are sent."""
    needed: tuple[str, ...] = uncertainty()
    """Fields that the recipient needs."""
    purpose: str = lever("")
    """What the recipient is to do with it; personal data force one."""
    basis: Basis = lever("none")
    """Legal basis that the header names."""
    retention_h: float = lever(24.0, unit="h", low=0.0, high=100000.0, step=1.0)
    """Time after which the recipient deletes it."""
    sensitivity: Sensitivity = lever("partners")
    """Who may read it."""
    recorded: bool = lever(True)
    """Whether each disclosure is recorded in the sender's log."""


class ExchangeSpec(Spec):
    """Desks, their traffic, how they work, and the link between them."""

    desks: tuple[DeskSpec, ...] = lever()
    """Desks of the exchange."""
    traffic: tuple[TrafficSpec, ...] = lever()
    """What they tell each other."""
    watch_h: float = uncertainty(8.0, unit="h", low=0.1, high=100000.0, step=1.0)
    """Length of the watch, in which facts become known."""
    queue: Queue = lever("preemptive")
    """Order at the desks: as they come, by class, or by class with distress set before all."""
    ack_timeout_h: float = lever(0.1, unit="h", low=0.005, high=1000000.0, step=0.01)
    """Time without an acknowledgement after which a message is sent again."""
    voice_after_h: float = lever(0.5, unit="h", low=0.0, high=1000000.0, step=0.05)
    """Time without an acknowledgement after which a distress message is told by telephone."""
    voice_h: float = uncertainty(0.1, unit="h", low=0.0, high=5.0, step=0.01)
    """Time that telling it by telephone takes an officer."""
    compose_median_h: float = uncertainty(0.1, unit="h", low=0.0, high=10.0, step=0.01)
    """Median time of writing a message that holds the needed fields."""
    translate_median_h: float = uncertainty(0.15, unit="h", low=0.0, high=10.0, step=0.01)
    """Median time of translating it."""
    sigma: float = uncertainty(0.4, low=0.0, high=2.0, step=0.1)
    """Standard deviation of the logarithm of writing, translating and reading."""
    read_mean_h: float = uncertainty(0.08, unit="h", low=0.0, high=1000.0, step=0.01)
    """Mean time of reading a message that holds the needed fields, and of acting on it."""
    reading_law: Law = uncertainty("lognormal")
    """Law of reading times."""
    repeat_h: float = uncertainty(0.03, unit="h", low=0.0, high=10.0, step=0.01)
    """Time of seeing that a message has come before."""
    delay_h: float = uncertainty(0.02, unit="h", low=0.0, high=10.0, step=0.01)
    """Mean time that a transmission is on its way."""
    loss: float = uncertainty(0.05, low=0.0, high=0.95, step=0.01)
    """Chance that a transmission, or its acknowledgement, never arrives."""
    outage_desk: str = uncertainty("")
    """Desk whose link fails; empty where none does."""
    outage_from_h: float = uncertainty(0.0, unit="h", low=0.0, high=100000.0, step=0.5)
    """When it fails."""
    outage_to_h: float = uncertainty(0.0, unit="h", low=0.0, high=100000.0, step=0.5)
    """When it carries again."""

"""A fact and the message that carries it, as a run holds them."""

from dataclasses import dataclass, field, replace

from trainkit.joint.messages.content import missing
from trainkit.joint.messages.spec import TrafficSpec

FACTS_A_STREAM, STREAMS = 10_000, 100
_PULL, _FEEDBACK, _DIGEST = 1_000_000, 2_000_000, 3_000_000
_SHORTEST = 0.3
_NEXT_ITEM = 0.3
"""What another fact adds to a collection, of the time of a message of its own: an assumption."""


@dataclass(frozen=True)
class Fact:
    """What one desk knows and another needs.

    Attributes:
        number: Its number; its luck is its own.
        stream: The traffic that it belongs to.
        known_h: When it became known.
        wanted: Whether the recipient acts on it.
    """

    number: int
    stream: TrafficSpec
    known_h: float
    wanted: bool


@dataclass(frozen=True)
class Message:
    """One message under way.

    Attributes:
        number: Its number; its luck is its own.
        pattern: push, subscribe, pull or feedback.
        sender: Desk that sends it.
        recipient: Desk that reads it.
        stream: The traffic that it belongs to.
        facts: What it carries, or asks for.
        fields: Names of its fields.
        size: How long it takes beside a message that holds what is needed.
        asked_again: Whether it answers a question about an incomplete message.
    """

    number: int
    pattern: str
    sender: str
    recipient: str
    stream: TrafficSpec
    facts: tuple[Fact, ...]
    fields: tuple[str, ...]
    size: float
    asked_again: bool = field(default=False)

    @property
    def lacks(self) -> tuple[str, ...]:
        """Needed fields that it does not hold; a question lacks nothing, an answer is whole."""
        whole = self.pattern in {"pull", "feedback"}
        return () if whole else missing(self.fields, self.stream.needed)


def report(stream: TrafficSpec, facts: tuple[Fact, ...]) -> Message:
    """Return the message that tells *facts*, one by one or collected."""
    size = len(stream.sent) / len(stream.needed) * (1.0 + _NEXT_ITEM * (len(facts) - 1))
    collected = stream.mode == "subscribe"
    number = facts[0].number + (_DIGEST if collected else 0)
    pattern = "subscribe" if collected else "push"
    ends = (stream.sender, stream.recipient)
    return Message(number, pattern, *ends, stream, facts, stream.sent, max(size, _SHORTEST))


def question(stream: TrafficSpec, facts: tuple[Fact, ...], fields: tuple[str, ...]) -> Message:
    """Return the message that asks for *fields* of some facts."""
    number = facts[0].number + _PULL
    ends = (stream.recipient, stream.sender)
    return Message(number, "pull", *ends, stream, facts, fields, _SHORTEST)


def answer(asked: Message, again: bool) -> Message:
    """Return the message that answers a question, with what was asked and nothing else."""
    number = asked.facts[0].number + _FEEDBACK
    size = max(len(asked.fields) / len(asked.stream.needed), _SHORTEST)
    back = replace(asked, number=number, pattern="feedback", size=size, asked_again=again)
    return replace(back, sender=asked.recipient, recipient=asked.sender)

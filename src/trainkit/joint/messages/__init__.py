"""Messages between coordination centres: what they carry, how long they take, who waits.

A fact becomes known at one desk and is needed at another. It is pushed, collected for those who
subscribe, or pulled by a question; an officer writes it, a translator translates it, the link loses
some copies and delays the rest, an acknowledgement stops the repeats, and an officer of the other
desk reads it. What lacks a needed field costs a question and an answer. Distress is taken up before
everything; the physics of the link spare nobody.

Assumptions: officers do not tire; a message takes as long as it has fields, beside one that holds
what is needed; acknowledgements are made by the link and take nobody's time; the telephone always
answers, and the one who answers takes the message down at once.

Sources:
    CISE: push, pull, subscribe, feedback, acknowledgement; Regulation (EU) 2021/581 for the
        reporting deadlines; `reference/sea.md` section 7.
    Cobham (1954). *Priority assignment in waiting line problems*. Operations Research 2.
"""

from trainkit.joint.messages.kinds import KINDS, subjects
from trainkit.joint.messages.metrics import METRICS
from trainkit.joint.messages.processes import start
from trainkit.joint.messages.rules import RULES
from trainkit.joint.messages.spec import DeskSpec, ExchangeSpec, TrafficSpec
from trainkit.model import Model

__all__ = ["MODEL", "DeskSpec", "ExchangeSpec", "TrafficSpec"]

MODEL = Model(
    name="message_exchange",
    title="Message exchange between coordination centres",
    spec=ExchangeSpec,
    kinds=KINDS,
    subjects=subjects,
    start=start,
    metrics=METRICS,
    red_lines=RULES,
)

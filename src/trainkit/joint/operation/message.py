"""Messages between rescue centres: written, translated, queued, sent, sent again.

What is in distress goes before everything; what may wait is written one after another at each
desk. Centres that share alerts write in an agreed form, which needs no translation. Times are those
of `trainkit.joint.messages.delay`, with each message's own luck.
"""

from trainkit.joint.messages.classes import DISTRESS, INCIDENT
from trainkit.joint.messages.delay import handling_h, transmission_h
from trainkit.joint.operation.kinds import FIRST_CENTRE, NUMBER
from trainkit.joint.operation.records import (
    MESSAGE,
    MESSAGES_FULL,
    Run,
    luck_of,
    overflow,
    retime,
    write,
)
from trainkit.joint.operation.state import GRAVE
from trainkit.kernel.compiled import shared

REQUESTED, ALERTED, ACCEPTED, REFUSED = range(4)
"""What a message says: a hand-over is asked for; an alert; it is accepted; refused."""
_SENT, _RECEIVED = NUMBER["message_sent"], NUMBER["message_received"]
_ASKED = NUMBER["handover_requested"]
_CONTENTS, _CENTRES = 4, 4


@shared
def send(
    run: Run, case: int, content: int, sender: int, recipient: int, now_h: float, after_h: float
) -> None:
    """Send a message that is thought about for *after_h*; an answer is written when it is read."""
    state = run.nows[0]
    number = int(state.messages)
    if number >= len(run.messages):
        overflow(run, MESSAGES_FULL)
        return
    state.messages += 1
    message = run.messages[number]
    message.case = case
    message.content = content
    message.sender = sender
    message.recipient = recipient
    message.sent_h = now_h
    priority = DISTRESS if run.cases[case].phase == GRAVE else INCIDENT
    from_h = now_h + after_h
    message.wait_h = after_h + _time_h(run, case, content, sender, recipient, priority, from_h)
    if content <= ALERTED:
        write(
            run,
            now_h,
            _SENT,
            FIRST_CENTRE + sender,
            (float(case), float(recipient), float(priority)),
        )
    if content == REQUESTED:
        write(run, now_h, _ASKED, FIRST_CENTRE + sender, (float(case), float(recipient)))
    retime(run, MESSAGE, number)


@shared
def _time_h(
    run: Run,
    case: int,
    content: int,
    sender: int,
    recipient: int,
    priority: int,
    now_h: float,
) -> float:
    """Return the time until a message is read, which a queue of what may wait prolongs."""
    world, desk = run.worlds[0], run.desks[sender]
    luck = (int(run.boats[case].luck) * _CONTENTS + content) * _CENTRES + recipient
    work_h = handling_h(
        luck_of(run),
        luck,
        0 if world.sharing > 0 else 1,
        world.compose_median_h,
        world.translate_median_h,
        world.message_sigma,
    )
    begins_h = now_h
    if priority != DISTRESS:
        begins_h = max(now_h, desk.busy_until_h)
        desk.busy_until_h = begins_h + work_h
    ready_h = begins_h + work_h
    way_h = transmission_h(
        luck_of(run),
        luck,
        ready_h,
        world.message_delay_h,
        world.message_loss,
        world.ack_timeout_h,
        world.outage_from_h,
        world.outage_to_h,
    )
    return ready_h + way_h - now_h


@shared
def read(run: Run, number: int, now_h: float) -> None:
    """Write that a message has been read."""
    message = run.messages[number]
    priority = DISTRESS if run.cases[message.case].phase == GRAVE else INCIDENT
    facts = (float(message.case), now_h - message.sent_h, float(priority))
    write(run, now_h, _RECEIVED, FIRST_CENTRE + int(message.recipient), facts)

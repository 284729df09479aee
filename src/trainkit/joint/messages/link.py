"""The link between desks: copies that are lost, delayed and repeated, an outage, the telephone."""

from collections.abc import Callable

from trainkit.joint.messages import delay, drawn
from trainkit.joint.messages.message import Message
from trainkit.joint.messages.run import Run, Waiting

Receive = Callable[[Run, Message], Waiting]


def send(run: Run, message: Message, receive: Receive) -> Waiting:
    """Send a message, and again until its arrival is acknowledged; distress goes by voice at last.

    Args:
        run: The run.
        message: What is sent.
        receive: What the recipient does with the first copy.
    """
    answered = run.answer_to(message)
    if message.stream.message_class == "distress":
        run.env.process(_voice(run, message, receive))
    for attempt in range(delay.ATTEMPTS):
        wait_h = _link_wait_h(run, message)
        if wait_h > 0.0:
            yield run.env.timeout(wait_h) | answered
        if answered.triggered:
            return
        _write(run, "message_sent", message, attempt, message_class=message.stream.message_class)
        run.env.process(_carry(run, message, attempt, receive))
        yield run.env.timeout(run.spec.ack_timeout_h) | answered
        if answered.triggered:
            return


def _link_wait_h(run: Run, message: Message) -> float:
    spec = run.spec
    if spec.outage_desk not in {message.sender, message.recipient}:
        return 0.0
    return delay.link_wait_h(run.env.now, spec.outage_from_h, spec.outage_to_h)


def _carry(run: Run, message: Message, attempt: int, receive: Receive) -> Waiting:
    """Carry one copy there, and its acknowledgement back."""
    spec, number = run.spec, message.number
    if drawn.lost(run.key, number, attempt, spec.loss):
        run.writer.write("transmission_lost", message.sender, message=number, attempt=attempt)
        return
    yield run.env.timeout(drawn.carriage_h(run.key, number, attempt, spec.delay_h))
    _arrive(run, message, attempt, receive)
    if not drawn.acknowledgement_lost(run.key, number, attempt, spec.loss):
        yield run.env.timeout(drawn.acknowledgement_h(run.key, number, attempt, spec.delay_h))
        _acknowledge(run, message, attempt)


def _arrive(run: Run, message: Message, attempt: int, receive: Receive) -> None:
    """Take in the first copy of a message; see of every later one that it is a repeat."""
    if message.number in run.arrived:
        _write(run, "repeat_arrived", message, attempt, desk=message.recipient)
        seen = run.desks[message.recipient].work(message, "repeat", run.spec.repeat_h)
        run.env.process(seen)
        return
    run.arrived.add(message.number)
    _write_arrival(run, message, attempt)
    run.env.process(receive(run, message))


def _write_arrival(run: Run, message: Message, attempt: int) -> None:
    stream = message.stream
    newest = run.newest.get(stream.name, -1)
    run.newest[stream.name] = max(newest, message.number)
    run.writer.write(
        "message_arrived",
        message.recipient,
        message=message.number,
        message_class=stream.message_class,
        attempt=attempt,
        overtaken=float(newest > message.number),
    )


def _acknowledge(run: Run, message: Message, attempt: int) -> None:
    answered = run.answer_to(message)
    if not answered.triggered:
        _write(run, "acknowledged", message, attempt)
        answered.succeed()


def _voice(run: Run, message: Message, receive: Receive) -> Waiting:
    """Tell a distress message by telephone where nobody has acknowledged it in time."""
    answered = run.answer_to(message)
    yield run.env.timeout(run.spec.voice_after_h) | answered
    if answered.triggered:
        return
    yield from run.desks[message.sender].work(message, "voice", run.spec.voice_h)
    if not answered.triggered:
        run.writer.write("told_by_voice", message.sender, message=message.number)
        if message.number not in run.arrived:
            _arrive(run, message, delay.ATTEMPTS, receive)
        _acknowledge(run, message, delay.ATTEMPTS)


def _write(
    run: Run, kind: str, message: Message, attempt: int, desk: str = "", message_class: str = ""
) -> None:
    more = {"message_class": message_class} if message_class else {}
    who = desk or message.sender
    run.writer.write(kind, who, message=message.number, attempt=attempt, **more)

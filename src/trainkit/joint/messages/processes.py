"""The run of a message exchange in SimPy: facts become known, are told, read, asked for again."""

from itertools import count

import simpy

from trainkit.joint.messages import delay, drawn
from trainkit.joint.messages import message as messages
from trainkit.joint.messages.content import personal
from trainkit.joint.messages.desk import Desk
from trainkit.joint.messages.header import require_sendable
from trainkit.joint.messages.link import send
from trainkit.joint.messages.message import Fact, Message
from trainkit.joint.messages.run import Run, Waiting
from trainkit.joint.messages.spec import ExchangeSpec, TrafficSpec
from trainkit.kernel.luck import Luck, purpose
from trainkit.kernel.writer import Writer

_FACTS, _WANTED = purpose("message facts"), purpose("message wanted")
_READING = purpose("message reading")


def start(env: simpy.Environment, spec: ExchangeSpec, luck: Luck, writer: Writer) -> None:
    """Start the desks and their traffic.

    Raises:
        TrainkitError: the messages could not be sent, see `header.require_sendable`.
    """
    require_sendable(spec)
    desks = {one.name: Desk(env, writer, one, spec.queue) for one in spec.desks}
    run = Run(env, spec, luck, writer, desks)
    for place, stream in enumerate(spec.traffic):
        if stream.rate_per_h > 0.0:
            env.process(_facts(run, place, stream))
        if stream.mode == "subscribe":
            env.process(_collections(run, stream))
    if spec.outage_desk and spec.outage_to_h > spec.outage_from_h:
        env.process(_outage(run))


def _outage(run: Run) -> Waiting:
    spec = run.spec
    yield run.env.timeout(spec.outage_from_h)
    run.writer.write("link_failed", spec.outage_desk)
    yield run.env.timeout(spec.outage_to_h - spec.outage_from_h)
    run.writer.write("link_restored", spec.outage_desk)


def _facts(run: Run, place: int, stream: TrafficSpec) -> Waiting:
    """Let facts become known in the watch, at random times."""
    mean_h = 1.0 / stream.rate_per_h
    for n in count():
        yield run.env.timeout(drawn.exponential(run.key, _FACTS, place, n, mean_h))
        if run.env.now > run.spec.watch_h:
            return
        number = place * messages.FACTS_A_STREAM + n
        wanted = drawn.uniform(run.key, _WANTED, number, 0) < stream.wanted
        fact = Fact(number, stream, run.env.now, wanted)
        told = {"message_class": stream.message_class, "wanted": float(wanted)}
        run.writer.write("fact_known", stream.name, fact=number, **told)
        _deal(run, fact)


def known_facts(spec: ExchangeSpec, luck: Luck) -> dict[str, int]:
    """Return how many facts of each traffic become known in a watch; no protocol changes that."""
    return {one.name: _many(spec, luck, place) for place, one in enumerate(spec.traffic)}


def _many(spec: ExchangeSpec, luck: Luck, place: int) -> int:
    if spec.traffic[place].rate_per_h == 0.0:
        return 0
    mean_h = 1.0 / spec.traffic[place].rate_per_h
    many, at_h = 0, drawn.exponential(luck.key, _FACTS, place, 0, mean_h)
    while at_h <= spec.watch_h:
        many += 1
        at_h += drawn.exponential(luck.key, _FACTS, place, many, mean_h)
    return many


def _deal(run: Run, fact: Fact) -> None:
    """Tell a fact at once, keep it for the next collection, or wait to be asked."""
    stream = fact.stream
    if fact.wanted:
        run.env.process(_deadline(run, fact))
    if stream.mode == "push":
        run.env.process(_dispatch(run, messages.report(stream, (fact,))))
    elif stream.mode == "subscribe":
        run.collected.setdefault(stream.name, []).append(fact)
    elif fact.wanted:
        run.env.process(_need(run, fact))


def _deadline(run: Run, fact: Fact) -> Waiting:
    stream = fact.stream
    yield run.env.timeout(stream.deadline_h)
    if fact.number not in run.known:
        told = {"message_class": stream.message_class, "deadline_h": stream.deadline_h}
        run.writer.write("deadline_passed", stream.name, fact=fact.number, **told)


def _collections(run: Run, stream: TrafficSpec) -> Waiting:
    """Send what has been collected, at regular times."""
    while run.env.now <= run.spec.watch_h:
        yield run.env.timeout(stream.digest_h)
        facts = tuple(run.collected.pop(stream.name, ()))
        if facts:
            run.env.process(_dispatch(run, messages.report(stream, facts)))


def _need(run: Run, fact: Fact) -> Waiting:
    """Ask for a fact when it is needed."""
    yield run.env.timeout(fact.stream.need_after_h)
    yield from _dispatch(run, messages.question(fact.stream, (fact,), fact.stream.needed))


def _dispatch(run: Run, message: Message) -> Waiting:
    """Write a message, translate it where the other desk works in other words, and send it."""
    spec, sender, number = run.spec, run.desks[message.sender], message.number
    write_h = drawn.composing_h(run.key, number, spec.compose_median_h, spec.sigma)
    yield from sender.work(message, "compose", message.size * write_h)
    if run.desks[message.recipient].spec.state != sender.spec.state:
        words_h = drawn.translating_h(run.key, number, spec.translate_median_h, spec.sigma)
        yield from sender.work(message, "translate", message.size * words_h)
    _write_header(run, message)
    yield from send(run, message, _receive)


def _write_header(run: Run, message: Message) -> None:
    stream, number = message.stream, message.number
    run.writer.write(
        "message_ready",
        message.sender,
        message=number,
        message_class=stream.message_class,
        pattern=message.pattern,
        fields_sent=len(message.fields),
        fields_needed=len(stream.needed),
    )
    if message.pattern != "pull" and personal(message.fields):
        _write_disclosure(run, message)


def _write_disclosure(run: Run, message: Message) -> None:
    stream, number = message.stream, message.number
    if stream.recorded:
        run.writer.write("disclosure_recorded", message.sender, message=number)
    may_hold = run.desks[message.recipient].spec.may_hold_personal_data
    told = {"recipient_may_hold": float(may_hold), "recorded": float(stream.recorded)}
    run.writer.write(
        "personal_data_shared", message.sender, message=number, basis=stream.basis, **told
    )


def _receive(run: Run, message: Message) -> Waiting:
    """Read a message; answer it, ask for what it lacks, or act on it."""
    yield from run.desks[message.recipient].work(message, "read", _reading_h(run, message))
    told = {"message_class": message.stream.message_class, "pattern": message.pattern}
    run.writer.write("message_read", message.recipient, message=message.number, **told)
    if message.pattern == "pull":
        again = any(fact.number not in run.known for fact in message.facts)
        run.env.process(
            _dispatch(run, messages.answer(message, again and message.stream.mode != "pull"))
        )
    elif message.lacks:
        asked = messages.question(message.stream, message.facts, message.lacks)
        run.env.process(_dispatch(run, asked))
    else:
        for fact in message.facts:
            _know(run, fact, message.asked_again)


def _reading_h(run: Run, message: Message) -> float:
    spec = run.spec
    mean_h = message.size * spec.read_mean_h
    if spec.reading_law == "exponential":
        return drawn.exponential(run.key, _READING, message.number, 0, mean_h)
    median_h = mean_h * delay.median_share(spec.sigma)
    return drawn.lognormal(run.key, _READING, message.number, 0, median_h, spec.sigma)


def _know(run: Run, fact: Fact, asked_again: bool) -> None:
    run.known.add(fact.number)
    age_h = run.env.now - fact.known_h
    run.writer.write(
        "fact_at_desk",
        fact.stream.name,
        fact=fact.number,
        message_class=fact.stream.message_class,
        age_h=age_h,
        asked_again=float(asked_again),
        wanted=float(fact.wanted),
        in_time=float(age_h <= fact.stream.deadline_h),
    )

"""The run of a sharing desk in SimPy: needs arise, are asked for, checked, answered, confirmed."""

from collections.abc import Generator
from itertools import count
from typing import Any

import simpy

from trainkit.case.sharing.asked import NEEDS_A_SORT, Sort, sorts
from trainkit.case.sharing.disclosing import disclose, late_records
from trainkit.case.sharing.officer import LAST, Job, Officers
from trainkit.case.sharing.run import Need, Run, Waiting
from trainkit.case.sharing.spec import URGENCIES, DeskSpec
from trainkit.case.sharing.times import Times
from trainkit.kernel.kept import Kept
from trainkit.kernel.luck import Luck, purpose
from trainkit.kernel.writer import Writer

Ending = Generator[simpy.Event, Any, bool]
ARRIVALS = purpose("sharing needs")
MOST_ATTEMPTS = 12
"""Requests after which nobody asks again."""
_ORAL = {"none": 0, "danger_to_life": 1, "danger_and_urgent": 2}
"""How many of the urgencies, from the first, are answered by word of mouth."""


def start(env: simpy.Environment, spec: DeskSpec, luck: Luck, writer: Writer) -> None:
    """Start the needs and the desk.

    Raises:
        TrainkitError: the requests are none, see `asked.sorts`.
    """
    officers = Officers(env, writer, spec.officers, spec.order)
    run = Run(env, spec, Times(spec, Kept(luck.key)), writer, officers)
    for place, sort in enumerate(sorts(spec).values()):
        if sort.spec.rate_per_h > 0.0:
            env.process(_needs(run, place, sort))
    if spec.records != "before":
        env.process(late_records(run))


def _needs(run: Run, place: int, sort: Sort) -> Waiting:
    """Let needs arise in the watch, at random times."""
    mean_h = 1.0 / sort.spec.rate_per_h
    for n in count():
        yield run.env.timeout(run.times.luck.exponential(ARRIVALS, place, n, mean=mean_h))
        if run.env.now > run.spec.watch_h:
            return
        need = Need(sort, place * NEEDS_A_SORT + n, run.env.now)
        run.write("need_arose", need, urgency=sort.spec.urgency, lawful=float(sort.lawful))
        run.env.process(_asked(run, need))
        if sort.lawful:
            run.env.process(_deadline(run, need))


def _deadline(run: Run, need: Need) -> Waiting:
    sort = need.sort.spec
    yield run.env.timeout(sort.deadline_h)
    if not need.answered:
        run.write("deadline_passed", need, urgency=sort.urgency, deadline_h=sort.deadline_h)


def _asked(run: Run, need: Need) -> Waiting:
    """Ask until there is an answer, or the refusal is for good."""
    if by_voice(run.spec, need.sort):
        yield from _told(run, need)
        return
    for attempt in range(MOST_ATTEMPTS):
        faulty = run.times.faulty(need.number, attempt, need.sort.spec.faulty)
        done = yield from _checked(run, need, attempt, faulty)
        if done:
            return
        yield run.env.timeout(run.times.return_h(need.number, attempt))


def by_voice(spec: DeskSpec, sort: Sort) -> bool:
    """Return whether needs of a sort are answered by word of mouth."""
    return sort.oral and sort.lawful and sort.spec.urgency in URGENCIES[: _ORAL[spec.oral_for]]


def _job(need: Need, job: str, rank: int) -> Job:
    return Job(need.sort.spec.name, need.number, need.sort.spec.urgency, job, rank)


def _rank(need: Need) -> int:
    return URGENCIES.index(need.sort.spec.urgency)


def _received(run: Run, need: Need, attempt: int, basis: str) -> None:
    told: dict[str, Any] = {"urgency": need.sort.spec.urgency, "attempt": attempt}
    run.write("request_received", need, basis=basis, **told)


def _told(run: Run, need: Need) -> Waiting:
    """Tell what is needed by word of mouth, and confirm it in writing afterwards."""
    _received(run, need, 0, "named")
    rank = _rank(need)
    yield from run.officers.work(_job(need, "voice", rank), run.times.voice_h(need.number))
    disclose(run, need, need.sort.needed, named=True, oral=True)
    yield from _confirmed(run, need)


def _confirmed(run: Run, need: Need) -> Waiting:
    later = {"at_once": _rank(need), "in_turn": URGENCIES.index("urgent"), "last": LAST}
    job, told_h = _job(need, "confirm", later[run.spec.confirm]), run.env.now
    yield from run.officers.work(job, run.times.confirm_h(need.number))
    age_h = run.env.now - told_h
    in_time = float(age_h <= run.spec.confirm_within_h)
    run.write("confirmed_in_writing", need, age_h=age_h, in_time=in_time)


def _checked(run: Run, need: Need, attempt: int, faulty: bool) -> Generator[simpy.Event, Any, bool]:
    """Check a request and answer or refuse it; return whether that is the end of it."""
    _received(run, need, attempt, "none" if faulty else "named")
    found = need.sort.faulty if faulty else need.sort.complete
    refused = found.verdict == "refused" and run.spec.check != "none"
    time_h = run.times.check_h(need.number, attempt, refused)
    yield from run.officers.work(_job(need, "check", _rank(need)), time_h)
    if refused:
        return _refused(run, need, attempt)
    sent = found.fields if run.spec.check == "full" else need.sort.spec.asked
    disclose(run, need, sent, named=not faulty, oral=False)
    return True


def _refused(run: Run, need: Need, attempt: int) -> bool:
    """Say no; return whether that is for good."""
    again = need.sort.lawful and attempt + 1 < MOST_ATTEMPTS
    urgency = need.sort.spec.urgency
    run.write("request_refused", need, urgency=urgency, comes_again=float(again))
    return not again

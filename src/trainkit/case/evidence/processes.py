"""The way of one exhibit: seized, carried, examined, translated, filed, ruled on."""

from collections.abc import Generator
from itertools import pairwise
from typing import Any

import simpy

from trainkit.case.evidence import kinds, lawful
from trainkit.case.evidence.clocks import DAY_H
from trainkit.case.evidence.line import listened
from trainkit.case.evidence.run import Exhibit, Run, Waiting
from trainkit.case.evidence.spec import ClockSpec, ExhibitSpec
from trainkit.case.evidence.times import carriage_h, examination_h, gap_h, state_h, translation_h
from trainkit.kernel.luck import Luck
from trainkit.kernel.resources import Resource
from trainkit.kernel.writer import Writer

_SITES = {
    "unit": ("team", "store", "laboratory", "registry"),
    "state_laboratory": ("team", "store", "State laboratory", "registry"),
    "none": ("team", "store", "registry"),
}
_WEEK_H, _LEGS = 7 * DAY_H, 16


def start(env: simpy.Environment, spec: ClockSpec, luck: Luck, writer: Writer) -> None:
    """Start the flows of exhibits, and the interception."""
    run = Run(
        env,
        spec,
        luck,
        writer,
        Resource(env, writer, kinds.UNIT, spec.examiners),
        Resource(env, writer, kinds.TRANSLATORS, spec.translators),
        Resource(env, writer, kinds.COURIERS, spec.couriers),
        Resource(env, writer, kinds.OFFICERS, spec.officers),
    )
    for entity, told in enumerate(spec.exhibits):
        env.process(_flow(run, entity, told))
    if spec.calls_per_day > 0.0:
        listened(env, spec, luck, writer)


def _flow(run: Run, entity: int, told: ExhibitSpec) -> Waiting:
    yield run.env.timeout(DAY_H * told.seized_days)
    if told.rate_per_day == 0.0:
        run.env.process(_way(run, _seized(run, entity, 0, told)))
        return
    for index in range(10**9):
        mean_h = DAY_H / told.rate_per_day
        yield run.env.timeout(run.luck.exponential("exhibits seized", entity, index, mean=mean_h))
        if run.env.now > DAY_H * run.spec.arrivals_days:
            return
        run.env.process(_way(run, _seized(run, entity, index, told)))


def _seized(run: Run, entity: int, index: int, told: ExhibitSpec) -> Exhibit:
    number, run.seized = run.seized, run.seized + 1
    item = lawful.seized(
        f"{told.name} {index}", told, run.spec.court, run.spec.offence, run.env.now
    )
    deadline_h = run.env.now + DAY_H * told.deadline_days
    facts = {"exhibit": number, "persons": told.persons, "deadline_h": deadline_h}
    run.writer.write("exhibit_seized", told.name, **facts)
    return Exhibit(number, told, entity, index, item)


def _way(run: Run, one: Exhibit) -> Waiting:
    sites = _SITES[one.told.where]
    for giver, taker in pairwise(sites[:-1]):
        yield from _carried(run, one, giver, taker)
    yield from _examined(run, one)
    if one.told.translated:
        yield from _translated(run, one)
    _traced(run, one)
    yield from _carried(run, one, *sites[-2:])
    _filed(run, one)


def _carried(run: Run, one: Exhibit, giver: str, taker: str) -> Waiting:
    """Carry it from site to site: two signatures, from the giver and to the taker."""
    carrier, leg = one.told.carrier, _LEGS * one.index + one.legs
    hours = carriage_h(run.luck, run.spec, carrier, one.entity, leg)
    given_h = yield from _on_the_way(run, one, hours)
    _signed(run, one, (giver, carrier), given_h, 0.0)
    unsigned_h = gap_h(run.luck, run.spec, carrier, one.entity, leg)
    _signed(run, one, (carrier, taker), run.env.now, unsigned_h)
    one.legs += 1


def _on_the_way(run: Run, one: Exhibit, hours: float) -> Generator[simpy.Event, Any, float]:
    """Wait for whoever carries, travel, and return when it was given away."""
    if one.told.carrier == "post":
        given_h = float(run.env.now)
        yield run.env.timeout(hours)
        return given_h
    people = run.couriers if one.told.carrier == "courier" else run.officers
    with people.request(one.told.name, _urgency(one.told)) as place:
        yield from place.wait()
        given_h = float(run.env.now)
        yield run.env.timeout(hours)
    return given_h


def _urgency(told: ExhibitSpec) -> int:
    """Return 0 for what may lead to people in danger, whom nothing goes before, and else 1."""
    return 0 if told.persons else 1


def _signed(
    run: Run, one: Exhibit, hands: tuple[str, str], given_h: float, unsigned_h: float
) -> None:
    one.steps.append(lawful.handed(hands, given_h, unsigned_h))
    facts = {"exhibit": one.number, "line": len(one.steps), "unsigned_h": unsigned_h}
    run.writer.write("exhibit_handed_over", one.told.name, **facts)


def _examined(run: Run, one: Exhibit) -> Waiting:
    told, asked_h = one.told, run.env.now
    if told.where == "none":
        return
    if told.where == "state_laboratory":
        run.writer.write("left_to_the_state", told.name, exhibit=one.number)
        yield run.env.timeout(state_h(run.luck, run.spec, one.entity, one.index))
    else:
        rank = told.rank if run.spec.order == "by_rank" else 0
        with run.unit.request(told.name, rank) as place:
            yield from place.wait()
            facts = {"waited_h": run.env.now - asked_h, "persons": told.persons}
            run.writer.write("examination_began", told.name, exhibit=one.number, **facts)
            yield run.env.timeout(examination_h(run.luck, run.spec, one.entity, one.index))
    _found(run, one)


def _found(run: Run, one: Exhibit) -> None:
    """Say what an examination has found; what speaks for an accused is disclosed."""
    told = one.told
    speaks = run.luck.uniform("speaks for an accused", one.entity, one.index) < told.exculpatory
    facts = {"exhibit": one.number, "exculpatory": float(speaks)}
    run.writer.write("examination_ended", told.name, **facts)
    if speaks:
        one.item = lawful.exculpates(one.item, run.env.now)
        run.env.process(_disclosed(run, one))


def _disclosed(run: Run, one: Exhibit) -> Waiting:
    """Write the disclosure: at once, at the weekly round, or when the file is due."""
    due_h = one.item.obtained_h + DAY_H * one.told.deadline_days - run.env.now
    waits = {"at_once": 0.0, "weekly": _WEEK_H - run.env.now % _WEEK_H, "with_file": due_h}
    yield run.env.timeout(max(0.0, waits[run.spec.disclosure]))
    with run.officers.request(one.told.name, _urgency(one.told)) as place:
        yield from place.wait()
        yield run.env.timeout(run.spec.disclose_h)
    late_h = lawful.disclosure_late_h(one.item, run.spec.court, run.env.now)
    facts = {"exhibit": one.number, "late_h": late_h}
    run.writer.write("exculpatory_disclosed", one.told.name, **facts)


def _translated(run: Run, one: Exhibit) -> Waiting:
    with run.translators.request(one.told.name, _urgency(one.told)) as place:
        yield from place.wait()
        yield run.env.timeout(translation_h(run.luck, run.spec, one.entity, one.index))
    run.writer.write("translation_ended", one.told.name, exhibit=one.number)


def _traced(run: Run, one: Exhibit) -> None:
    """Say when somebody can act on what an exhibit tells of people in danger."""
    if one.told.persons:
        age_h = run.env.now - one.item.obtained_h
        facts = {"exhibit": one.number, "persons": one.told.persons, "age_h": age_h}
        run.writer.write("people_traced", one.told.name, **facts)


def _filed(run: Run, one: Exhibit) -> None:
    late_h = run.env.now - one.item.obtained_h - DAY_H * one.told.deadline_days
    run.writer.write("exhibit_filed", one.told.name, exhibit=one.number, late_h=late_h)
    if late_h > 0.0:
        run.writer.write("deadline_missed", one.told.name, exhibit=one.number)
    ruling = lawful.ruled(one.item, one.steps, run.spec.court)
    facts = {"exhibit": one.number, "admitted": float(ruling.admitted), "reason": ruling.reason}
    run.writer.write("court_ruled", one.told.name, **facts)

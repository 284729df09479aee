"""The processes of a day: each person is seen, rests, is asked or not, and is referred."""

from collections.abc import Generator
from contextlib import ExitStack
from typing import Any

import simpy

from trainkit.case.interview import account, telling
from trainkit.case.interview.harm import EXPLAINED_H, UNITS
from trainkit.case.interview.house import House
from trainkit.case.interview.people import Met, people
from trainkit.case.interview.spec import DaySpec
from trainkit.kernel.luck import Luck
from trainkit.kernel.writer import Writer

Steps = Generator[Any, Any, Any]


def start(env: simpy.Environment, spec: DaySpec, luck: Luck, writer: Writer) -> None:
    """Start the day."""
    house = House(env, spec, writer)
    for met_h, who in people(spec, luck):
        env.process(_stay(house, who, met_h))


def _stay(house: House, who: Met, met_h: float) -> Steps:
    spec = house.spec
    yield house.env.timeout(met_h)
    house.write("person_met", who, status=who.group.status, child=who.group.child, hurt=who.hurt)
    if who.hurt:
        house.write("injury_seen", who)
        if spec.medical == "before":
            yield from _medic(house, who, house.now)
    rested_from_h = house.now
    house.write("rest_began", who)
    yield house.env.timeout(spec.rest_h)
    yield from _asked(house, who, rested_from_h)
    if who.hurt and spec.medical == "after":
        yield from _medic(house, who, met_h)
    house.write("referred", who, hours=house.now - met_h)


def _medic(house: House, who: Met, since_h: float) -> Steps:
    with house.medics.request(who.name) as place:
        yield from place.wait()
        waited_h = house.now - since_h
        house.write("medical_seen", who, waited_h=waited_h)
        house.harm(who, "waited_hurt", UNITS["waited_hurt"] * waited_h)
        mean = house.spec.medic_mean_h
        yield house.env.timeout(who.luck.exponential("interview medic", who.number, mean=mean))


def _asked(house: House, who: Met, rested_from_h: float) -> Steps:
    for number in range(1, house.spec.tellings + 1):
        went_on = yield from _interview(house, who, rested_from_h, number)
        if not went_on:
            return


def _interview(house: House, who: Met, rested_from_h: float, number: int) -> Steps:
    """Ask one person once; return whether an account was given to its end."""
    wanted_h, channel = house.now, house.channel(who)
    with ExitStack() as held:
        yield from house.seize(held, who, channel)
        if house.now + house.spec.explain_h + house.spec.account_h > house.spec.day_h:
            house.write("not_heard", who, telling=number)
            return False
        waited_h = house.now - wanted_h
        yield from _explain(house, who, channel, waited_h, number)
        if not who.wants(account.willing(house.spec), number):
            house.write("declined", who, telling=number)
            return False
        tired = account.tiredness(house.spec, who.group.awake_h, house.now - rested_from_h)
        state = account.State(tired, account.rapport(house.spec), channel, number)
        went_on = yield from telling.account(house, who, state)
        return went_on


def _explain(house: House, who: Met, channel: str, waited_h: float, number: int) -> Steps:
    spec = house.spec
    yield house.env.timeout(spec.explain_h)
    understood = channel not in {"none", "companion"}
    house.write(
        "rights_explained",
        who,
        telling=number,
        hours=spec.explain_h,
        waited_h=waited_h,
        understood=understood,
    )
    if spec.explain_h < EXPLAINED_H:
        house.harm(who, "not_explained", UNITS["not_explained"])
    if who.group.child:
        house.harm(who, "child_waited", UNITS["child_waited"] * waited_h)

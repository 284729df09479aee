"""People lost and days of exploitation on average: read off a logbook, with the mean of the counts.

The counts are the model's own; every reading is held against them, or against a run that was
watched while it went on.
"""

from dataclasses import replace

import numpy as np
import pytest
import simpy

from trainkit.case.investigation import (
    MODEL,
    departures,
    looking,
    overheard,
    processes,
    unfound,
)
from trainkit.case.investigation.cast import cast
from trainkit.case.investigation.looking import Played
from trainkit.case.investigation.recognising import recognised
from trainkit.case.victims.signs import SIGNS, presumed
from trainkit.experiments.engine import simulate
from trainkit.kernel.luck import Luck
from trainkit.kernel.writer import Writer

DAYS = 150
ENDS_H = DAYS * 24.0
SEED = 20261127
HOURS = {
    "records": 40.0,
    "interception": 60.0,
    "source_handling": 30.0,
    "surveillance": 20.0,
    "witness_interview": 30.0,
    "search": 20.0,
    "first_contact": 50.0,
    "partner_request": 5.0,
}


@pytest.fixture(scope="module")
def months(year):
    """Five months in which people are listened to, looked for and exploited."""
    return year.vary(
        {
            "harm.trafficking": 1.0,
            "harm.departures_a_week": 8.0,
            "harm.exploited_a_month": 6.0,
            "network.seen_abroad": 0.3,
            "plan.offence": "organised_crime",
            "plan.arrest.from_days": 90.0,
            "plan.efforts": tuple({"action": a, "hours_a_week": h} for a, h in HOURS.items()),
        }
    )


def spoiled(months):
    """The same without a board and one State after the other: sources burn, people are fetched."""
    return months.vary({"plan.deconflict": False, "plan.arrest.together": False})


class Watched:
    """A run that is watched: for how long somebody was listened to, and when contacts were made."""

    def __init__(self, scenario, replication):
        self.env, spec, luck = simpy.Environment(), scenario.parameters, Luck(SEED, replication)
        writer = Writer(self.env, MODEL.kinds, MODEL.subjects(spec))
        self.run = processes.start(self.env, spec, luck, writer)
        self.contacts, self.chance, self.run.chance = [], self.run.chance, self.asked
        self.near_h = [0.0, 0.0]
        while self.env.peek() < ENDS_H:
            self.until(self.env.peek())
            self.env.step()
        self.until(ENDS_H)
        self.played = Played(writer.logbook(), luck, cast(spec, luck)[0])

    def until(self, time_h):
        """Count the hours to the next event, in which nothing changes."""
        for team in self.run.teams:
            heard = (self.run.member(person) for person, n in team.listening.items() if n)
            near = any(member and member.role in departures.NEAR for member in heard)
            self.near_h[team.number] += near * (time_h - self.env.now)

    def asked(self, name, entity, index=0):
        """Note a contact: the question whether signs are looked for is put at each."""
        if name == "case signs looked for":
            self.contacts.append(self.env.now)
        return self.chance(name, entity, index)


@pytest.fixture(scope="module")
def watched(months):
    return [
        (scenario.parameters, Watched(scenario, replication))
        for scenario in (months, spoiled(months))
        for replication in range(8)
    ]


@pytest.fixture(scope="module")
def played(months):
    """A hundred and sixty runs of the five months, each in its own luck."""
    scenario = cut(months)
    books = simulate(scenario, SEED, 0, 160, "simpy")
    lucks = [Luck(SEED, place) for place in range(160)]
    networks = [cast(scenario.parameters, luck)[0] for luck in lucks]
    return scenario.parameters, list(map(Played, books, lucks, networks))


def cut(scenario):
    return replace(scenario, horizon_h=ENDS_H)


def within(differences, errors):
    """Whether a mean difference is nothing, but for its standard error."""
    return abs(np.mean(differences)) < errors * np.std(differences) / np.sqrt(len(differences))


def test_the_hours_in_which_somebody_listens_near_transport_are_those_of_the_run(watched):
    for _, one in watched:
        book, network = one.played.book, one.played.network
        for team in one.run.teams:
            spans = overheard.listening(book, network, team.spec.side, ENDS_H)
            edges = np.clip(np.unique([time_h for span in spans for time_h in span]), 0.0, ENDS_H)
            near = overheard._covered((edges[1:] + edges[:-1]) / 2.0, spans)

            assert np.sum(np.diff(edges) * near) == pytest.approx(one.near_h[team.number])
    assert any(one.played.book.of("source_burned") for _, one in watched)


def test_contacts_are_found_in_the_log_at_the_hour_when_they_were_made(watched):
    for spec, one in watched:
        read = [looking.contacts(one.played, spec, number).done_h for number in (0, 1)]

        assert one.contacts
        assert sorted(np.concatenate(read)) == pytest.approx(one.contacts)


def test_people_lost_on_average_have_the_mean_of_those_lost_and_vary_less(played):
    spec, runs = played
    read = np.array([overheard.people_lost(one.book, spec, one.network, ENDS_H) for one in runs])
    count = [sum(e.facts["persons"] for e in one.book.of("person_lost")) for one in runs]

    assert within(read - count, errors=2.5)
    assert np.std(read) < 0.8 * np.std(count)


def test_days_of_exploitation_on_average_have_the_mean_of_the_days_and_vary_less(played):
    """That who suspects more hears of more keepers is left out of the mean, and is small."""
    spec, runs = played
    read = unfound.exploited_days(runs, spec, ENDS_H)
    count = np.array([days_until_the_end(one.book) for one in runs])

    assert within(read - count, errors=2.5)
    assert np.std(read) < 0.6 * np.std(count)


def days_until_the_end(book):
    began = sum(ENDS_H - entry.time_h for entry in book.of("exploitation_began"))
    return (began - sum(ENDS_H - e.time_h for e in book.of("exploitation_ended"))) / 24.0


def test_where_nobody_is_warned_each_boat_costs_the_mean_of_its_danger(months):
    """No hours for anything, or all held back: boats x danger x persons x deaths, at capacity 1."""
    idle = cut(months.vary({"plan.efforts": (), "plan.arrest.whom": "nobody"}))
    held = cut(months.vary({"plan.on_danger": "hold", "plan.arrest.whom": "nobody"}))
    boats = 8.0 * DAYS / 7.0
    for scenario in (idle, held):
        book = simulate(scenario, SEED, 0, 1, "simpy")[0]
        network = cast(scenario.parameters, Luck(SEED, 0))[0]

        lost = overheard.people_lost(book, scenario.parameters, network, ENDS_H)
        assert lost == pytest.approx(boats * 0.25 * 30 * 0.12)


def test_where_nobody_looks_days_of_exploitation_are_the_integral_of_a_growing_number(months):
    """They come at 0.2 a day and stay for 150 days on average: 0.2 x 150 x (1 - exp(-t / 150))."""
    scenario = cut(months.vary({"plan.efforts": (), "plan.arrest.whom": "nobody"}))
    books = simulate(scenario, SEED, 0, 2, "simpy")
    runs = [
        Played(book, Luck(SEED, n), cast(scenario.parameters, Luck(SEED, n))[0])
        for n, book in enumerate(books)
    ]
    t = (np.arange(DAYS * 100) + 0.5) / 100.0
    number = 0.2 * 150.0 * (1.0 - np.exp(-t / 150.0))

    found = unfound.exploited_days(runs, scenario.parameters, ENDS_H)
    assert found == pytest.approx(np.sum(number) / 100.0, rel=1e-4)


def test_people_whom_one_team_has_not_met_are_half_of_those_who_come_and_stay(months):
    """Every second person for each State: the mean number is half of 0.2 x 150 x (1 - exp(...))."""
    harm = months.vary({"harm.exploited_a_month": 2.0}).parameters.harm
    chances = np.eye(2 * unfound._MOST + 2)[1] @ np.linalg.matrix_power(unfound.a_day(harm), DAYS)
    number = np.repeat(np.arange(unfound._MOST + 1), 2)

    mean = 2.0 / 30.0 / 2.0 * 150.0 * (1.0 - np.exp(-1.0))
    assert chances.sum() == pytest.approx(1.0)
    assert chances @ number == pytest.approx(mean, abs=0.26)
    assert chances @ number > mean


def test_a_contact_takes_one_away_with_its_chance_and_nobody_from_nobody():
    nobody, two = np.eye(8)[0], np.eye(8)[5]

    assert unfound.one_fewer(nobody, np.array(0.7)) == pytest.approx(nobody)
    assert unfound.one_fewer(two, np.array(0.7))[[3, 5]] == pytest.approx([0.7, 0.3])


def test_what_a_team_suspects_after_its_answers_is_what_the_model_says(watched):
    for _, one in watched:
        for team in one.run.teams:
            tests = one.played.book.of("hypothesis_tested", team.name)
            yes = 0
            for asked, entry in enumerate(tests, start=1):
                either = looking.suspected(np.array([asked, asked]), np.array([yes, yes + 1]))
                yes += int(np.argmin(np.abs(either - entry.facts["suspected"])))
                assert min(abs(either - entry.facts["suspected"])) < 1e-9


@pytest.mark.parametrize("again", [True, False])
def test_victims_are_recognised_as_often_as_when_their_signs_are_drawn(months, again):
    spec = months.vary({"plan.second_look": again}).parameters
    luck, n = np.random.default_rng(11), 6000
    drawn = [
        {sign: luck.random() / told.if_victim for sign, told in SIGNS.items()} for _ in range(n)
    ]

    found = np.mean([looked_at(least, again) for least in drawn])
    assert recognised(spec) == pytest.approx(found, abs=3.0 * np.sqrt(found * (1 - found) / n))


def looked_at(least, again):
    first = {sign for sign, one in least.items() if one < 0.6}
    whole = {sign for sign, one in least.items() if one < 1.0}
    stands = presumed(whole, ruled_out=SIGNS.keys() - whole)
    return presumed(first) or bool(again and first and stands)

"""The case of A2: the same mixture for everybody, told in words and numbers that fit."""

import re
from collections import Counter
from statistics import NormalDist

import numpy as np
import pytest

from trainkit.lessons.a2.explorer import CASES as WORKED
from trainkit.lessons.a2.instruments import COUNT, every_instrument
from trainkit.lessons.a2.places import LETTERS
from trainkit.lessons.a2.tables import slots, table
from trainkit.lessons.a2.thousand import (
    ALERTS,
    ASKING_H,
    CHANCE_H,
    MEDIAN_H,
    OTHER_H,
    OWN_H,
    SILENT,
    SPREAD,
    waits,
)
from trainkit.lessons.catalogue import lesson
from trainkit.lessons.seeds import visible_luck

LESSON = lesson("A2")
CASES = [LESSON.situation(visible_luck(LESSON.course, f"a2-{n}", "A2")) for n in range(200)]
KIND = {note["id"]: note["kind"] for note in table("places")["note"]}
SLOT = {one["id"]: one["slot"] for one in table("sightings")["sighting"]}
NIGHT = {one["id"]: one["slot"] for one in table("orders")["night"]}


def test_there_are_twelve_vignettes_one_of_each_slot():
    for case in CASES:
        assert len(case.sightings) + len(case.landings) + len(case.nights) == 12
        assert {SLOT[one.id] for one in case.sightings} == set(
            slots(table("sightings")["sighting"])
        )
        assert {NIGHT[one.id] for one in case.nights} == set(slots(table("orders")["night"]))


def test_every_slot_has_as_many_tellings_and_each_is_met():
    per_slot = Counter(SLOT.values()), Counter(NIGHT.values())

    assert set(per_slot[0].values()) == {4}
    assert set(per_slot[1].values()) == {3}
    assert {one.id for case in CASES for one in case.sightings} == set(SLOT)
    assert {one.id for case in CASES for one in case.nights} == set(NIGHT)


def test_ten_instruments_come_in_the_same_mixture_and_only_of_high_confidence():
    groups = {one.id: group for group, several in every_instrument().items() for one in several}

    mixtures = {tuple(sorted(groups[i.id] for i in case.instruments)) for case in CASES}

    assert len(mixtures) == 1
    assert all(len(case.instruments) == COUNT for case in CASES)
    assert {one.confidence for several in every_instrument().values() for one in several} == {"H"}


def test_either_state_may_be_the_one_outside_and_the_trainee_serves_it():
    outside = Counter(case.sides.outside for case in CASES)

    assert set(outside) == {"Alder", "Borea"}
    assert min(outside.values()) > 60
    assert all(case.sides.outside in LESSON.brief(case) for case in CASES)


def test_the_nearest_place_fails_for_want_then_for_danger_and_once_it_passes():
    for case in CASES:
        nearest = [KIND[one.nearest.id] for one in case.landings]
        assert len([kind for kind in nearest if kind in {"room", "needs", "onward"}]) == 1
        assert len([kind for kind in nearest if kind in {"threat", "ship"}]) == 1
        assert nearest.count("passes") == 1


def test_the_room_that_is_told_is_the_room_that_counts():
    for case in CASES:
        for landing in case.landings:
            for offer in landing.offers:
                assert int(re.search(r"\d+", offer.told)[0]) == offer.room
                assert (offer.room < landing.persons) == (KIND[offer.id] == "room")


def test_places_have_names_and_distances_of_their_own():
    for case in CASES:
        names = [offer.name for landing in case.landings for offer in landing.offers]
        assert len(set(names)) == len(names) == 3 * len(LETTERS)
        for landing in case.landings:
            hours = sorted(offer.away_h for offer in landing.offers)
            assert min(np.diff(hours)) >= 2.0
            assert len({note.id for note in landing.offers}) == len(LETTERS)


def test_region_flag_and_coast_of_departure_are_three_states():
    for case in CASES:
        for landing in case.landings:
            assert set(re.findall("Alder|Borea|Cyra", landing.told)) == {"Alder", "Borea", "Cyra"}
            assert landing.told.endswith(f"region of {landing.region}.")


def test_nothing_that_is_told_has_a_name_left_open():
    for case in CASES:
        told = [one.told for one in (*case.instruments, *case.sightings, *case.landings)]
        told += [text for night in case.nights for text in (night.told, night.demand, night.why)]
        told += [act.told for night in case.nights for act in night.acts]
        assert not [text for text in told if re.search(r"[{}]", text)]


def test_only_the_law_box_names_real_states_and_bodies():
    real = re.compile("Ital|Türk|Turk|Rome|Ankara|Greece|Aegean|Guardia|Sahil|AAKKM")
    for name in ("sightings", "orders", "places", "notes"):
        assert not real.search(str(table(name))), name
    words = {key: text for key, text in table("words").items() if key != "a2_binding"}
    assert not real.search(str(words))


def test_the_worked_cases_are_none_of_those_that_are_asked():
    told = " ".join(one["told"] for one in table("sightings")["sighting"])

    assert all(name not in told for name in WORKED)
    assert "dinghy" not in told


def late_share(hours):
    """Return the share of alerts to which nobody has come so late, by the lognormal's own formula.

    The other centre's unit comes after its acceptance and its passage, or never by itself.
    """
    z = np.log((hours - OTHER_H) / MEDIAN_H) / SPREAD
    return SILENT + (1 - SILENT) * (1 - NormalDist().cdf(float(z)))


@pytest.mark.parametrize("hours", [2.0, 3.0, 5.0])
def test_alerts_that_are_passed_on_wait_as_the_lognormal_says(hours):
    seeds = range(1, 11)

    found = np.concatenate([waits(seed, "none") for seed in seeds])

    share = late_share(hours)
    error = (share * (1 - share) / len(found)) ** 0.5
    assert len(found) == len(seeds) * ALERTS
    assert abs((found > hours).mean() - share) < 3.3 * error
    assert found.max() == CHANCE_H


def test_a_centre_that_acts_is_never_later_than_one_that_asks_or_passes_on_in_the_same_luck():
    acts, asks, passes = (waits(7, due) for due in ("hold", "ask", "none"))

    assert (acts <= asks).all()
    assert (asks <= passes).all()
    assert acts.max() <= OWN_H
    assert asks[passes == CHANCE_H].min() == OWN_H + ASKING_H

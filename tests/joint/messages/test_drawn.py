"""What is remembered of a run's luck is what is drawn anew, and the facts of a watch are known."""

import pytest

from trainkit.experiments.engine import simulate
from trainkit.joint.messages import delay, drawn
from trainkit.joint.messages.processes import known_facts
from trainkit.kernel.luck import Luck, key
from trainkit.scenarios import load


@pytest.mark.parametrize(
    "name", ["lost", "acknowledgement_lost", "carriage_h", "acknowledgement_h"]
)
def test_a_remembered_draw_of_an_attempt_has_the_bits_of_a_new_one(name):
    for attempt in range(5):
        asked = (key(1946, 2), 10_003, attempt, 0.3)
        for _ in range(2):
            assert getattr(drawn, name)(*asked) == getattr(delay, name)(*asked)


@pytest.mark.parametrize("name", ["composing_h", "translating_h"])
def test_a_remembered_time_of_a_message_has_the_bits_of_a_new_one(name):
    for message in (3, 10_003):
        asked = (key(1946, 2), message, 0.2, 0.5)
        for _ in range(2):
            assert getattr(drawn, name)(*asked) == getattr(delay, name)(*asked)


@pytest.mark.parametrize("queue", ["first_come", "preemptive"])
def test_the_facts_of_a_watch_are_counted_without_playing_it_whatever_the_protocol(queue):
    told = load("trainkit/link-outage").vary("queue", queue)
    books = simulate(told, 1946, 0, 6, "simpy")

    for replication in range(6):
        counted = known_facts(told.parameters, Luck(1946, replication))
        played = {name: len(books[replication].of("fact_known", name)) for name in counted}
        assert counted == played
        assert sum(counted.values()) > 0

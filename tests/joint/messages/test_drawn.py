"""Drawn exchanges: nothing is lost from the books, and worse is never sooner in the same luck."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.joint.messages.conftest import exchange, logbook, traffic

from trainkit.joint.messages.rules import inversions
from trainkit.joint.messages.spec import MODES, QUEUES

drawn = st.fixed_dictionaries(
    {
        "queue": st.sampled_from(QUEUES),
        "loss": st.floats(0, 0.6),
        "delay_h": st.floats(0, 0.2),
        "ack_timeout_h": st.floats(0.05, 1),
        "voice_after_h": st.floats(0, 2),
        "voice_h": st.floats(0, 0.5),
        "compose_median_h": st.floats(0, 0.2),
        "read_mean_h": st.floats(0, 0.2),
        "repeat_h": st.floats(0, 0.05),
        "outage_to_h": st.floats(1, 6),
    }
)
streams = st.lists(
    st.tuples(
        st.sampled_from(("distress", "safety", "incident", "risk")),
        st.sampled_from(MODES),
        st.sampled_from((("position",), ("position", "time"), ("time", "weather"))),
        st.floats(0.1, 1.0),
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=40)
@given(told=drawn, sorts=streams, officers=st.integers(1, 3))
def test_every_fact_that_is_wanted_reaches_its_desk_once_and_no_job_is_left(told, sorts, officers):
    made = [
        traffic(name, 1.0, name=f"{n}", mode=mode, sent=sent, wanted=wanted)
        for n, (name, mode, sent, wanted) in enumerate(sorts)
    ]
    outage = {"outage_desk": "RCC Borea", "outage_from_h": 1.0}

    book = logbook(exchange(*made, officers=officers, watch_h=5.0, **outage, **told))

    wanted = {e.facts["fact"] for e in book.of("fact_known") if e.facts["wanted"]}
    at_desk = Counter(e.facts["fact"] for e in book.of("fact_at_desk"))
    assert wanted <= set(at_desk)
    assert set(at_desk.values()) <= {1}
    assert len(book.of("job_queued")) == len(book.of("job_done"))
    taken = len(book.of("job_taken_up"))
    assert taken == len(book.of("job_done")) + len(book.of("job_set_aside"))
    assert {e.facts["message"] for e in book.of("message_read")} == {
        e.facts["message"] for e in book.of("message_arrived")
    }
    if told["queue"] == "preemptive":
        assert inversions(book) == []


@settings(max_examples=30)
@given(
    loss=st.floats(0, 0.5),
    more=st.floats(0, 0.4),
    delay_h=st.floats(0, 0.2),
    later_h=st.floats(0, 3),
)
def test_with_officers_enough_worse_is_never_sooner_in_the_same_luck(loss, more, delay_h, later_h):
    def ages_h(loss, delay_h, outage_h):
        told = {"loss": loss, "delay_h": delay_h, "ack_timeout_h": 0.3, "read_mean_h": 0.1}
        outage = {"outage_desk": "RCC Borea", "outage_from_h": 1.0, "outage_to_h": 1.0 + outage_h}
        spec = exchange(traffic(rate_per_h=2.0), officers=20, watch_h=6.0, **told, **outage)
        known = logbook(spec).of("fact_at_desk")
        return {entry.facts["fact"]: entry.facts["age_h"] for entry in known}

    good = ages_h(loss, delay_h, 1.0)

    for worse in (
        ages_h(loss + more, delay_h, 1.0),
        ages_h(loss, delay_h + more, 1.0),
        ages_h(loss, delay_h, 1.0 + later_h),
    ):
        assert set(worse) == set(good)
        for fact, age_h in good.items():
            assert worse[fact] >= age_h - 1e-9


def test_the_luck_of_a_fact_is_its_own_whatever_else_is_told():
    alone = exchange(traffic("risk", 1.0), watch_h=30.0)
    beside = exchange(traffic("risk", 1.0), traffic("incident", 1.0), officers=9, watch_h=30.0)

    one, two = (
        [(e.time_h, e.facts["fact"]) for e in logbook(spec).of("fact_known", "risk traffic")]
        for spec in (alone, beside)
    )

    assert one == two

"""What happens to a message: lost, repeated, overtaken, held by an outage, asked for again."""

import numpy as np
import pytest
from tests.joint.messages.conftest import books, exchange, logbook, metric, traffic

from trainkit.errors import TrainkitError
from trainkit.joint.messages.content import minimisation, missing
from trainkit.joint.messages.rules import RULES

QUICK = {"read_mean_h": 0.001, "watch_h": 400.0}


def lines(book):
    return [(line.rule, line.text) for rule in RULES for line in rule(book)]


@pytest.mark.parametrize("loss", [0.0, 0.3, 0.5])
def test_a_message_is_sent_until_copy_and_acknowledgement_both_arrive(loss):
    spec = exchange(traffic(rate_per_h=5.0), loss=loss, ack_timeout_h=0.1, **QUICK)

    book = logbook(spec)

    sent, made = len(book.of("message_sent")), len(book.of("message_ready"))
    both = (1.0 - loss) ** 2
    spread = np.sqrt((1.0 - both) / both**2 / made)
    assert sent / made == pytest.approx(1.0 / both, abs=4 * spread + 1e-12)
    copies = len(book.of("message_arrived")) + len(book.of("repeat_arrived"))
    assert copies / sent == pytest.approx(1.0 - loss, abs=4 * np.sqrt(0.25 / sent))
    assert len(book.of("message_arrived")) == made


def test_a_timeout_shorter_than_the_way_makes_repeats_and_a_long_one_none():
    stream = traffic(rate_per_h=2.0)

    hasty = logbook(exchange(stream, delay_h=0.1, ack_timeout_h=0.05, **QUICK))
    patient = logbook(exchange(stream, delay_h=0.1, ack_timeout_h=50.0, **QUICK))

    assert len(hasty.of("repeat_arrived")) > len(hasty.of("message_arrived"))
    assert patient.of("repeat_arrived") == []


def test_messages_overtake_each_other_where_the_way_is_uncertain_and_never_where_it_is_not():
    stream = traffic(rate_per_h=10.0)

    assert logbook(exchange(stream, delay_h=0.5, **QUICK)).of("repeat_arrived") == []
    uncertain = books(exchange(stream, delay_h=0.5, **QUICK), 2)
    certain = books(exchange(stream, delay_h=0.0, **QUICK), 2)
    assert (metric("overtaken", uncertain) > 100).all()
    assert (metric("overtaken", certain) == 0).all()


def test_nothing_passes_a_link_that_is_out_and_all_of_it_comes_after():
    outage = {"outage_desk": "RCC Borea", "outage_from_h": 100.0, "outage_to_h": 150.0}

    book = logbook(exchange(traffic("risk", 1.0), **outage, **QUICK))

    sent = [entry.time_h for entry in book.of("message_sent")]
    assert not [time_h for time_h in sent if 100.0 <= time_h < 150.0]
    assert len(book.of("fact_at_desk")) == len(book.of("fact_known"))
    assert [e.time_h for e in (*book.of("link_failed"), *book.of("link_restored"))] == [
        100.0,
        150.0,
    ]


def test_distress_is_told_by_telephone_while_the_link_is_out_and_nothing_else_is():
    outage = {"outage_desk": "RCC Borea", "outage_from_h": 0.0, "outage_to_h": 400.0}
    streams = (traffic("distress", 0.5), traffic("incident", 0.5))

    voice = {"voice_after_h": 0.25, "voice_h": 0.1}
    book = logbook(exchange(*streams, **outage, **QUICK, **voice))

    known = book.of("fact_known", "distress traffic")
    assert len(book.of("told_by_voice")) == len(known)
    ages = [entry.facts["age_h"] for entry in book.of("fact_at_desk", "distress traffic")]
    assert min(ages) >= 0.35
    assert np.mean(ages) == pytest.approx(0.35, abs=0.01)
    early = [e for e in book.of("fact_at_desk", "incident traffic") if e.time_h < 400.0]
    assert early == []


def test_what_lacks_a_needed_field_costs_a_question_and_an_answer():
    whole = traffic("distress", 1.0)
    short = traffic("distress", 1.0, sent=("position",), needed=("position", "time"))
    watch = {"watch_h": 50.0, "read_mean_h": 0.001, "compose_median_h": 0.1}

    one, two = (books(exchange(stream, **watch), 3) for stream in (whole, short))

    assert (metric("complete_first", one) == 1.0).all()
    assert (metric("complete_first", two) == 0.0).all()
    assert (metric("minimisation", two) == 0.5).all()
    assert two[0].of("message_read", "RCC Alder")  # the question
    assert (metric("distress_minutes", two) > metric("distress_minutes", one)).all()


def test_what_nobody_needs_takes_longer_and_counts():
    much = traffic("distress", 0.1, sent=("position", "time", "weather", "units"))
    watch = {"watch_h": 400.0, "compose_median_h": 0.1, "read_mean_h": 0.001}

    one, two = (books(exchange(stream, **watch), 2) for stream in (traffic("distress", 0.1), much))

    assert (metric("minimisation", two) == 2.0).all()
    np.testing.assert_allclose(
        metric("distress_minutes", two), 2 * metric("distress_minutes", one), rtol=0.05
    )


def test_a_pull_sends_only_what_is_asked_for_and_a_collection_puts_facts_together():
    pulled = traffic("risk", 5.0, mode="pull", wanted=0.2)
    collected = traffic("risk", 5.0, mode="subscribe", digest_h=2.0)

    one, two = (logbook(exchange(stream, **QUICK)) for stream in (pulled, collected))

    known = one.of("fact_known")
    wanted = [entry for entry in known if entry.facts["wanted"]]
    assert len(one.of("message_ready")) == 2 * len(wanted)
    assert len(one.of("fact_at_desk")) == len(wanted)
    assert len(two.of("fact_at_desk")) == len(two.of("fact_known"))
    assert len(two.of("message_ready")) <= 201
    assert 0.8 < np.mean([entry.facts["age_h"] for entry in two.of("fact_at_desk")]) < 1.2


def test_a_deadline_passes_by_the_clock_and_is_written_when_it_does():
    stream = traffic("incident", 0.2, deadline_h=24.0)
    outage = {"outage_desk": "RCC Borea", "outage_from_h": 10.0, "outage_to_h": 60.0}

    book = logbook(exchange(stream, watch_h=100.0, read_mean_h=0.001, **outage))

    known = {e.facts["fact"]: e.time_h for e in book.of("fact_known")}
    late = {f for f, time_h in known.items() if 10.0 <= time_h < 36.0}
    passed = book.of("deadline_passed")
    assert {entry.facts["fact"] for entry in passed} == late
    assert late
    for entry in passed:
        assert entry.time_h == pytest.approx(known[entry.facts["fact"]] + 24.0)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"basis": "none"}, "without a legal basis"),
        ({"basis": "wish"}, "without a legal basis"),
        ({"recorded": False}, "no record was made"),
    ],
)
def test_personal_data_without_basis_or_record_are_red_line_5(changed, said):
    told = {"sent": ("names",), "needed": ("names",), "purpose": "rescue", "basis": "case_file"}

    right = logbook(exchange(traffic(**told), watch_h=3.0))
    wrong = logbook(exchange(traffic(**{**told, **changed}), watch_h=3.0))

    assert right.of("personal_data_shared")
    assert lines(right) == []
    assert {rule for rule, _ in lines(wrong)} == {"R5"}
    assert all(said in text for _, text in lines(wrong))


def test_each_disclosure_is_recorded_once_or_counted_as_unrecorded():
    told = {"sent": ("names",), "needed": ("names",), "purpose": "rescue", "basis": "case_file"}

    for recorded in (True, False):
        found = books(exchange(traffic(**told, recorded=recorded), watch_h=5.0), 3)

        shared = metric("disclosures", found)
        assert (shared > 0).all()
        np.testing.assert_array_equal(found.count("disclosure_recorded"), shared * recorded)
        np.testing.assert_array_equal(metric("unrecorded", found), shared * (not recorded))


def test_minimisation_counts_what_is_pushed_and_collected_and_no_question():
    much = {"sent": ("position", "time", "weather", "units"), "wanted": 1.0}

    for mode, ratio in (("push", 2.0), ("subscribe", 2.0), ("pull", np.nan)):
        found = books(exchange(traffic(mode=mode, **much), watch_h=5.0), 2)
        np.testing.assert_array_equal(metric("minimisation", found), ratio)


def test_personal_data_at_a_desk_that_may_not_hold_them_are_red_line_5():
    told = {"sent": ("names",), "needed": ("names",), "purpose": "rescue", "basis": "case_file"}
    spec = exchange(traffic(**told), watch_h=3.0)
    desks = (spec.desks[0], spec.desks[1].model_copy(update={"may_hold_personal_data": False}))

    found = lines(logbook(spec.model_copy(update={"desks": desks})))

    assert found
    assert all("may not hold" in text for _, text in found)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"recipient": ""}, "the recipient is nobody"),
        ({"recipient": "RCC Borae"}, "Did you mean 'RCC Borea'"),
        ({"recipient": "RCC Alder"}, "writes to itself"),
        ({"sent": ("names", "time")}, "holds personal data and its purpose is ''"),
        ({"sent": ("names",), "purpose": "Unspecified"}, "purpose is 'Unspecified'"),
        ({"message_class": "distres"}, "Did you mean 'distress'"),
        ({"sent": ("positions",)}, "Did you mean 'position'"),
        ({"needed": ()}, "nobody needs anything"),
    ],
)
def test_a_message_that_could_not_be_sent_is_refused_with_what_to_do(changed, said):
    with pytest.raises(TrainkitError) as caught:
        logbook(exchange(traffic().model_copy(update=changed)))

    assert said in str(caught.value)


def test_two_desks_of_one_name_and_an_outage_of_no_desk_are_refused():
    spec = exchange(traffic())

    with pytest.raises(TrainkitError, match="Two desks are called 'RCC Alder'"):
        logbook(spec.model_copy(update={"desks": (spec.desks[0], spec.desks[0])}))
    with pytest.raises(TrainkitError, match="which is no desk"):
        logbook(spec.model_copy(update={"outage_desk": "RCC Cyra"}))


def test_an_outage_that_ends_before_it_begins_and_facts_beyond_number_are_refused():
    backwards = {"outage_desk": "RCC Borea", "outage_from_h": 3.0, "outage_to_h": 2.0}

    with pytest.raises(TrainkitError, match="begins at hour 3 and ends at 2"):
        logbook(exchange(traffic(), **backwards))
    with pytest.raises(TrainkitError, match="10,000 facts"):
        logbook(exchange(traffic(rate_per_h=100.0), watch_h=100.0))
    with pytest.raises(TrainkitError, match="at most 100 sorts"):
        logbook(exchange(*(traffic(name=f"traffic {n}") for n in range(101))))


def test_minimisation_is_fields_sent_over_fields_needed():
    needed = ("position", "time", "persons", "craft")

    assert minimisation(needed, needed) == 1.0
    assert minimisation((*needed, "names", "weather"), needed) == 1.5
    assert missing(("time", "names"), needed) == ("position", "persons", "craft")

import heapq

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainkit.kernel.compiled import kernel
from trainkit.kernel.eventlist import FULL, clear, event_list, pop, push, size

times = st.lists(st.sampled_from([0.0, 0.5, 1.0, 1.5, 7.0]), max_size=40)


def filled(times_h, capacity=64):
    events = event_list(capacity)
    for number, time_h in enumerate(times_h):
        push(events, time_h, number % 3, number, 7)
    return events


@given(times)
def test_events_come_out_by_time_and_then_as_they_went_in(times_h):
    events = filled(times_h)

    order = [pop(events)[2] for _ in times_h]

    assert order == sorted(range(len(times_h)), key=lambda number: times_h[number])


@given(st.lists(st.one_of(st.none(), st.sampled_from([0.0, 1.0, 2.0])), max_size=60))
def test_pushes_and_pops_in_any_order_agree_with_heapq(steps):
    events, witness, out, expected = event_list(64), [], [], []

    for number, time_h in enumerate(steps):
        if time_h is not None:
            push(events, time_h, 1, number, 0)
            heapq.heappush(witness, (time_h, number))
        elif witness:
            event = pop(events)
            out.append((event[0], event[2]))
            expected.append(heapq.heappop(witness))

    assert out == expected
    assert size(events) == len(witness)


def test_an_event_keeps_what_it_is_whom_it_concerns_and_its_plan():
    events = event_list(4)
    push(events, 2.5, 1, 8, 3)

    event = pop(events)

    assert event == (2.5, 1, 8, 3)


def test_a_full_list_says_so_and_keeps_what_it_holds():
    events = filled([3.0, 2.0], capacity=2)

    answer = push(events, 1.0, 0, 9, 0)

    assert answer == FULL
    assert [pop(events)[2], pop(events)[2]] == [1, 0]


def test_a_cleared_list_begins_to_count_anew():
    events = filled([1.0, 2.0])

    clear(events)

    assert size(events) == 0
    assert push(events, 1.0, 0, 0, 0) == 0


def _through(events, times_h, order):
    for number in range(len(times_h)):
        push(events, times_h[number], 0, number, 0)
    for number in range(len(times_h)):
        order[number] = pop(events)[2]


@pytest.mark.slow
def test_compiled_and_plain_lists_give_one_order():
    rng = np.random.default_rng(3)
    times_h = rng.integers(0, 20, 500) / 4.0
    plain, fast = np.zeros((2, 500), dtype=np.int64)

    _through(event_list(500), times_h, plain)
    kernel(_through)(event_list(500), times_h, fast)

    assert fast.tolist() == plain.tolist() == np.argsort(times_h, kind="stable").tolist()

"""Luck of a message: against closed forms, and the same bits in both engines."""

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainkit.joint.messages.delay import (
    ATTEMPTS,
    composing_h,
    handling_h,
    link_wait_h,
    lost,
    translating_h,
    transmission_h,
)
from trainkit.kernel.compiled import kernel
from trainkit.kernel.luck import key

KEY = key(1946, 3)
NEVER = math.inf
MESSAGES = 20_000


def _transmissions(message: int, loss: float) -> int:
    """Count the transmissions until one arrives."""
    return next(n + 1 for n in range(ATTEMPTS) if not lost(KEY, message, n, loss))


def _means(values: list[float]) -> tuple[float, float]:
    return float(np.mean(values)), float(np.std(values) / math.sqrt(len(values)))


@pytest.mark.parametrize("loss", [0.0, 0.2, 0.5])
def test_a_message_is_sent_one_over_one_minus_loss_times_on_average(loss: float) -> None:
    mean, error = _means([_transmissions(message, loss) for message in range(MESSAGES)])

    assert mean == pytest.approx(1 / (1 - loss), abs=4 * error + 1e-12)


def test_writing_and_translating_have_the_stated_medians() -> None:
    writing = [composing_h(KEY, message, 0.1, 0.5) for message in range(MESSAGES)]
    translating = [translating_h(KEY, message, 0.25, 0.5) for message in range(MESSAGES)]

    assert np.median(writing) == pytest.approx(0.1, rel=0.03)
    assert np.median(translating) == pytest.approx(0.25, rel=0.03)
    assert abs(np.corrcoef(writing, translating)[0, 1]) < 0.03


def test_a_message_in_the_readers_language_takes_only_its_writing() -> None:
    assert handling_h(KEY, 7, 0, 0.1, 0.25, 0.5) == composing_h(KEY, 7, 0.1, 0.5)
    assert handling_h(KEY, 7, 1, 0.1, 0.25, 0.5) == pytest.approx(
        composing_h(KEY, 7, 0.1, 0.5) + translating_h(KEY, 7, 0.25, 0.5)
    )


def test_without_loss_and_outage_the_mean_time_on_the_way_is_the_delay() -> None:
    times_h = [
        transmission_h(KEY, message, 5.0, 0.05, 0.0, 1e9, NEVER, NEVER)
        for message in range(MESSAGES)
    ]

    mean, error = _means(times_h)
    assert mean == pytest.approx(0.05, abs=4 * error)


def test_with_a_delay_of_nothing_each_lost_transmission_costs_one_timeout() -> None:
    loss, timeout_h = 0.3, 0.2

    times_h = [
        transmission_h(KEY, message, 1.0, 0.0, loss, timeout_h, NEVER, NEVER)
        for message in range(MESSAGES)
    ]

    mean, error = _means(times_h)
    assert mean == pytest.approx(timeout_h * loss / (1 - loss), abs=4 * error)


def test_a_message_ready_during_an_outage_waits_for_its_end() -> None:
    assert link_wait_h(2.5, 2.0, 4.0) == 1.5
    assert link_wait_h(4.0, 2.0, 4.0) == 0.0
    assert link_wait_h(1.9, 2.0, 4.0) == 0.0
    assert transmission_h(KEY, 1, 2.5, 0.0, 0.0, 0.2, 2.0, 4.0) == pytest.approx(1.5)


def test_a_link_that_loses_everything_never_delivers() -> None:
    assert math.isinf(transmission_h(KEY, 1, 0.0, 0.1, 1.0, 0.2, NEVER, NEVER))


@given(
    message=st.integers(0, 5000),
    now_h=st.floats(0, 48),
    later_h=st.floats(0, 5),
    delay_h=st.floats(0, 1),
    worse=st.floats(0, 1),
    loss=st.floats(0, 0.8),
)
def test_later_slower_or_lossier_never_arrives_sooner_in_the_same_luck(
    message: int, now_h: float, later_h: float, delay_h: float, worse: float, loss: float
) -> None:
    def arrival_h(now_h: float, delay_h: float, loss: float) -> float:
        return now_h + transmission_h(KEY, message, now_h, delay_h, loss, 0.2, 10.0, 16.0)

    first_h = arrival_h(now_h, delay_h, loss)

    slack = 1e-9
    assert arrival_h(now_h + later_h, delay_h, loss) >= first_h - slack
    assert arrival_h(now_h, delay_h + worse, loss) >= first_h - slack
    assert arrival_h(now_h, delay_h, loss + worse * (1 - loss)) >= first_h - slack


def _many(seed: Any, out: Any) -> None:
    for message in range(len(out)):
        now_h = 0.01 * message
        ready_h = now_h + handling_h(seed, message, message % 2, 0.1, 0.25, 0.5)
        out[message] = ready_h + transmission_h(seed, message, ready_h, 0.05, 0.2, 0.2, 2.0, 4.0)


def test_the_compiled_engine_meets_the_same_luck_bit_for_bit() -> None:
    plain, fast = np.zeros(1000), np.zeros(1000)
    _many(KEY, plain)
    kernel(_many)(KEY, fast)

    np.testing.assert_array_equal(fast, plain)

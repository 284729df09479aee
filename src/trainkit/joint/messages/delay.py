"""How long a message takes: composed, translated, sent, lost, sent again, held by an outage.

Both engines of the season call these functions, so they take scalars only. Every draw belongs to
one message and one attempt: two ways of running the desks meet the same luck. A distress message
goes before others in the queue of a desk; here it is composed, lost and delayed like any other.

Sources:
    A retransmission after a missing acknowledgement is the stop-and-wait rule of data links:
    Bertsekas, Gallager (1992). *Data Networks*, section 2.4.
"""

import math

from trainkit.kernel.compiled import shared
from trainkit.kernel.luck import exponential, lognormal, purpose, uniform
from trainkit.kernel.philox import Key

_COMPOSING = purpose("message composing")
_TRANSLATING = purpose("message translating")
_LOSS = purpose("message loss")
_ACK_LOSS = purpose("acknowledgement loss")
_CARRIAGE = purpose("message carriage")
_ACK_CARRIAGE = purpose("acknowledgement carriage")

ATTEMPTS = 100
"""After so many transmissions without an answer the sender gives the link up."""


@shared
def composing_h(key: Key, message: int, median_h: float, sigma: float) -> float:
    """Return the hours of writing *message*: lognormal, *sigma* of its logarithm."""
    return lognormal(key, _COMPOSING, message, 0, median_h, sigma)


@shared
def translating_h(key: Key, message: int, median_h: float, sigma: float) -> float:
    """Return the hours of translating *message*: lognormal, *sigma* of its logarithm."""
    return lognormal(key, _TRANSLATING, message, 0, median_h, sigma)


@shared
def handling_h(
    key: Key,
    message: int,
    translate: int,
    compose_median_h: float,
    translate_median_h: float,
    sigma: float,
) -> float:
    """Return the hours from knowing a fact until its message is ready to be sent.

    Args:
        key: Luck of the replication.
        message: Number of the message; its luck is its own.
        translate: 1 where the recipient reads another language, or 0.
        compose_median_h: Median hours of writing it.
        translate_median_h: Median hours of translating it.
        sigma: Standard deviation of the logarithm of both times.

    Returns:
        Hours, never negative.
    """
    time_h = composing_h(key, message, compose_median_h, sigma)
    if translate:
        time_h += translating_h(key, message, translate_median_h, sigma)
    return time_h


@shared
def lost(key: Key, message: int, attempt: int, loss: float) -> bool:
    """Return whether this transmission never arrives; *loss* is its chance."""
    return uniform(key, _LOSS, message, attempt) < loss


@shared
def acknowledgement_lost(key: Key, message: int, attempt: int, loss: float) -> bool:
    """Return whether the answer to a transmission never arrives; *loss* is its chance."""
    return uniform(key, _ACK_LOSS, message, attempt) < loss


@shared
def carriage_h(key: Key, message: int, attempt: int, delay_h: float) -> float:
    """Return the hours that one transmission is on its way: exponential of mean *delay_h*."""
    return exponential(key, _CARRIAGE, message, attempt, delay_h)


@shared
def acknowledgement_h(key: Key, message: int, attempt: int, delay_h: float) -> float:
    """Return the hours that an answer is on its way: exponential of mean *delay_h*."""
    return exponential(key, _ACK_CARRIAGE, message, attempt, delay_h)


@shared
def link_wait_h(now_h: float, outage_from_h: float, outage_to_h: float) -> float:
    """Return the hours until the link carries messages: 0 unless it is out at *now_h*."""
    if outage_from_h <= now_h < outage_to_h:
        return outage_to_h - now_h
    return 0.0


@shared
def transmission_h(
    key: Key,
    message: int,
    now_h: float,
    delay_h: float,
    loss: float,
    ack_timeout_h: float,
    outage_from_h: float,
    outage_to_h: float,
) -> float:
    """Return the hours from the first attempt to send until the first copy arrives.

    A sender without an acknowledgement sends again after *ack_timeout_h*, and a later copy may
    overtake an earlier one; copies that arrive after the first change nothing here.

    Args:
        key: Luck of the replication.
        message: Number of the message; its luck is its own.
        now_h: When it is ready to be sent.
        delay_h: Mean hours that a transmission is on its way.
        loss: Chance that a transmission never arrives, from 0 to 1.
        ack_timeout_h: Hours after which it is sent again; more than 0.
        outage_from_h: When the link fails; inf where it never does.
        outage_to_h: When it carries again.

    Returns:
        Hours, never negative; inf where none of `ATTEMPTS` transmissions arrives.
    """
    send_h = now_h
    first_h = math.inf
    for attempt in range(ATTEMPTS):
        send_h += link_wait_h(send_h, outage_from_h, outage_to_h)
        if send_h >= first_h:
            break
        if not lost(key, message, attempt, loss):
            first_h = min(first_h, send_h + carriage_h(key, message, attempt, delay_h))
        send_h += ack_timeout_h
    return first_h - now_h


@shared
def median_share(sigma: float) -> float:
    """Return the median of a lognormal time as a share of its mean."""
    return math.exp(-0.5 * sigma * sigma)

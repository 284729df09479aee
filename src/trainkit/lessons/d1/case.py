"""The case of D1: one week at a desk for financial inquiries, drawn anew for each trainee."""

from dataclasses import dataclass
from functools import lru_cache

from trainkit.kernel.luck import Luck
from trainkit.lessons.d1.holding import Week, draw_week
from trainkit.lessons.d1.items import Item, draw_items
from trainkit.lessons.d1.month import Month, draw_month
from trainkit.lessons.d1.path import Way, draw_way
from trainkit.lessons.d1.subjects import Subject, draw_subjects
from trainkit.lessons.d1.value import Value, draw_value


@dataclass(frozen=True)
class Situation:
    """What one trainee sees.

    Attributes:
        seed: Visible luck of this trainee.
        way: Ten days of payments, with a sum on its way among them.
        month: A month at a bank.
        subjects: Six subjects.
        value: Pages of two agents.
        items: Six items of a file.
        week: Four accounts on which money lies.
    """

    seed: int
    way: Way
    month: Month
    subjects: tuple[Subject, ...]
    value: Value
    items: tuple[Item, ...]
    week: Week


@lru_cache(maxsize=256)
def situation(luck: Luck) -> Situation:
    """Return the case of a trainee."""
    return Situation(
        seed=luck.seed,
        way=draw_way(luck),
        month=draw_month(luck),
        subjects=draw_subjects(luck),
        value=draw_value(luck),
        items=draw_items(luck),
        week=draw_week(luck),
    )


def told(case: Situation) -> str:
    """Return what a marker must know of the case beside the profile."""
    way = case.way
    return (
        f"The payer of an offence sent {way.came:,} crowns to account {way.first}; the sum was "
        "split over three accounts, gathered and passed on. Three of six subjects showed no signal."
    )

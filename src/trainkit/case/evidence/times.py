"""How long examining, translating and signing take in one run, drawn by name."""

import math

from trainkit.case.evidence.clocks import DAY_H
from trainkit.case.evidence.spec import ClockSpec
from trainkit.kernel.luck import Luck

_UNSIGNED_H = 20.0


def examination_h(luck: Luck, spec: ClockSpec, entity: int, index: int) -> float:
    """Return the hours of an examination in the unit, by its law and mean."""
    mean_h = DAY_H * spec.examine_days
    if spec.examine_law == "fixed":
        return mean_h
    if spec.examine_law == "exponential":
        return luck.exponential("examination", entity, index, mean=mean_h)
    sigma = spec.examine_sigma
    median = mean_h * math.exp(-sigma * sigma / 2.0)
    return luck.lognormal("examination", entity, index, median=median, sigma=sigma)


def state_h(luck: Luck, spec: ClockSpec, entity: int, index: int) -> float:
    """Return the hours of the State's laboratory, its backlog included."""
    median = DAY_H * spec.state_median_days
    return luck.lognormal("examination", entity, index, median=median, sigma=spec.state_sigma)


def translation_h(luck: Luck, spec: ClockSpec, entity: int, index: int) -> float:
    """Return the hours of a translation."""
    return luck.exponential("translation", entity, index, mean=DAY_H * spec.translate_days)


def carriage_h(luck: Luck, spec: ClockSpec, carrier: str, entity: int, index: int) -> float:
    """Return the hours from site to site with whoever carries."""
    medians = {"courier": spec.courier_h, "officer": spec.officer_h, "post": spec.post_h}
    median, sigma = medians[carrier], spec.carry_sigma
    return luck.lognormal("carriage", entity, index, median=median, sigma=sigma)


def gap_h(luck: Luck, spec: ClockSpec, carrier: str, entity: int, index: int) -> float:
    """Return the hours for which a parcel lies unsigned for at its end; mostly none."""
    chances = {"courier": spec.courier_gap, "officer": spec.officer_gap, "post": spec.post_gap}
    if luck.uniform("unsigned", entity, index) >= chances[carrier]:
        return 0.0
    return 1.0 + luck.exponential("unsigned for", entity, index, mean=_UNSIGNED_H)

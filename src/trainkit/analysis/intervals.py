"""Intervals of means and proportions; what is missing is counted."""

from trainkit.experiments.interval import Interval, mean_interval, proportion_interval

__all__ = ["Interval", "mean_interval", "proportion_interval"]

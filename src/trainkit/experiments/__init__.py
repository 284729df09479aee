"""Experiments: one run, replications, sweeps, comparisons, and their results."""

from trainkit.experiments.comparison import Comparison, Difference
from trainkit.experiments.engine import Engine, warm_up
from trainkit.experiments.experiment import compare, replicate, run, sweep
from trainkit.experiments.gathering import StoppedError
from trainkit.experiments.results import Finding, Results

__all__ = [
    "Comparison",
    "Difference",
    "Engine",
    "Finding",
    "Results",
    "StoppedError",
    "compare",
    "replicate",
    "run",
    "sweep",
    "warm_up",
]

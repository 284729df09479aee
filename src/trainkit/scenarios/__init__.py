"""Scenario files: read, validate, find, vary."""

from trainkit.scenarios.description import describe
from trainkit.scenarios.expected import Expected, expected
from trainkit.scenarios.library import load, names
from trainkit.scenarios.policy import under
from trainkit.scenarios.publishers import faults
from trainkit.scenarios.scenario import Scenario

__all__ = ["Expected", "Scenario", "describe", "expected", "faults", "load", "names", "under"]

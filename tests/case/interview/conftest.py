"""Days of interviews that several tests read."""

import numpy as np
import pytest

from trainkit.experiments.engine import simulate
from trainkit.scenarios import load


@pytest.fixture(scope="session")
def authored():
    """The scenario as it is installed."""
    return load("trainkit/interview-day")


@pytest.fixture(scope="session")
def plain(authored):
    """A day on which everybody speaks and nothing but an interpreter is scarce."""
    group = authored.parameters.groups[0].model_copy(
        update={
            "name": "all",
            "people": 1,
            "met_h": 0.0,
            "between_h": 0.0,
            "injured": 0.0,
            "status": "witness",
            "setting": "witness_interview",
        }
    )
    interpreter = authored.parameters.interpreters[0]
    return authored.vary(
        {
            "groups": (group,),
            "interpreters": (interpreter,),
            "rooms": 1000,
            "interviewers": 1000,
            "day_h": 100000.0,
            "rest_h": 0.0,
            "explain_h": 0.0,
            "pause_every_h": 1000.0,
            "distress_per_h": 0.0,
            "willing": 1.0,
            "arrivals": "exponential",
            "account_law": "exponential",
            "order": "as_met",
        }
    )


@pytest.fixture(scope="session")
def books():
    """Return the logbooks of a day in so many replications."""

    def books(scenario, n, seed=7):
        return simulate(scenario, seed, 0, n, "simpy")

    return books


@pytest.fixture(scope="session")
def metric(authored):
    """Return the values of a metric, one a replication."""

    def metric(name, found):
        read = {one.name: one for one in authored.model.metrics}[name].read
        return np.asarray(read(found))

    return metric

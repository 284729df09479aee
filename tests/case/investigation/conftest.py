"""The year of two teams, as scenario and as logbooks."""

import pytest
import simpy

from trainkit.case.investigation import MODEL
from trainkit.kernel.luck import Luck
from trainkit.kernel.writer import Writer
from trainkit.scenarios import load


@pytest.fixture(scope="session")
def year():
    return load("trainkit/two-teams-one-network")


@pytest.fixture(scope="session")
def play():
    def played(scenario, replication=0, days=366.0, seed=7):
        env = simpy.Environment()
        spec = scenario.parameters
        writer = Writer(env, MODEL.kinds, MODEL.subjects(spec))
        MODEL.start(env, spec, Luck(seed, replication), writer)
        env.run(until=days * 24.0)
        return writer.logbook()

    return played

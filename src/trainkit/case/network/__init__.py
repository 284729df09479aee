"""Synthetic criminal networks that look like observed ones, and a report of how well they do.

    network = generate(NetworkSpec(), Luck(seed=1946))
    print(fit(network))
    print(likeness("meetings"))

Nothing here describes anybody: an actor is a number with a role.
"""

from trainkit.case.network.fit import Fit, fit
from trainkit.case.network.generator import generate
from trainkit.case.network.likeness import likeness
from trainkit.case.network.published import spec_like
from trainkit.case.network.spec import NetworkSpec

__all__ = ["Fit", "NetworkSpec", "fit", "generate", "likeness", "spec_like"]

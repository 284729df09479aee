"""A synthetic network, drawn whole: actors, ties in four layers, and what two States see of it."""

from trainkit.case.actors import Network
from trainkit.case.network.layer import ties
from trainkit.case.network.mixing import pairs
from trainkit.case.network.roster import roster
from trainkit.case.network.sight import known
from trainkit.case.network.spec import NetworkSpec, require_ties_enough
from trainkit.kernel.luck import Luck


def generate(spec: NetworkSpec, luck: Luck) -> Network:
    """Return a synthetic network: the same for the same spec and luck.

    Args:
        spec: Sizes, shares and odds.
        luck: The luck of one replication.

    Returns:
        A connected network. Actors are numbered from 1, in an order that tells nothing.

    Raises:
        TrainkitError: the ties would be too few to hold the actors together.

    Examples:
        >>> network = generate(NetworkSpec(n_actors=40), Luck(seed=1946))
        >>> len(network.actors), len(network.pairs)
        (40, 63)
    """
    require_ties_enough(spec)
    actors = roster(spec, luck)
    tied = pairs(spec, actors, luck)
    return Network(actors, ties(spec, actors, tied, luck), known(spec, actors, luck))

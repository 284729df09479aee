"""The observed networks whose numbers are published, and specs of synthetic ones of their size.

    network = generate(spec_like("calls"), Luck(seed=1946))
    print(likeness("calls"))

The numbers are published, the networks are not ours to give: what a spec draws is synthetic.
"""

from dataclasses import dataclass, field
from math import comb

from trainkit.case.network.spec import NetworkSpec
from trainkit.errors import TrainkitError, nearest, shown


@dataclass(frozen=True)
class PublishedNetwork:
    """What is published of one observed network.

    Attributes:
        name: What it is called.
        n_actors: Actors.
        n_pairs: Pairs that are tied, whichever way.
        mean_path: Mean number of ties between two actors of its largest component.
        clustering: Mean clustering of its actors; None where it is not published.
        left: Largest component as a fraction of the initial one after 5, 10 and 15 actors are
            taken out, by way of removal; empty where it is not published.
        source: Where the numbers come from.
        fitted: Parameters of a synthetic network like it, besides its size and density.
    """

    name: str
    n_actors: int
    n_pairs: int
    mean_path: float
    clustering: float | None
    source: str
    left: dict[str, tuple[float, float, float]] = field(default_factory=dict)
    fitted: dict[str, float] = field(default_factory=dict)

    @property
    def density(self) -> float:
        """Share of the pairs that are tied."""
        return self.n_pairs / comb(self.n_actors, 2)


_CAVALLARO = "Cavallaro et al. 2020"

PUBLISHED: dict[str, PublishedNetwork] = {
    "meetings": PublishedNetwork(
        "Montagna, meetings", 101, 256, 3.309, 0.656, _CAVALLARO,
        {
            "sequential betweenness": (0.424, 0.207, 0.087),
            "sequential degree": (0.837, 0.457, 0.272),
            "blocks of 5 by betweenness": (0.837, 0.261, 0.120),
        },
        {"executives": 2.0, "activity": 1.2, "same_rank": 0.18, "closure": 3.0},
    ),
    "calls": PublishedNetwork(
        "Montagna, calls", 100, 124, 3.378, 0.105, _CAVALLARO,
        {
            "sequential betweenness": (0.247, 0.045, 0.022),
            "sequential degree": (0.270, 0.045, 0.022),
            "blocks of 5 by betweenness": (0.326, 0.056, 0.034),
        },
    ),
    "caviar": PublishedNetwork("Caviar, all phases", 110, 205, 2.655, None, "Morselli"),
    "london": PublishedNetwork("London gang", 54, 315, 2.054, None, "Grund and Densley"),
}  # fmt: skip
"""By a short name: `reference/case.md` section 2. Caviar's mean path is that of directed arcs."""


def published(name: str) -> PublishedNetwork:
    """Return what is published of an observed network.

    Args:
        name: meetings, calls, caviar or london.

    Raises:
        TrainkitError: there is no such network.
    """
    if not isinstance(name, str) or name not in PUBLISHED:
        raise TrainkitError(
            f"No network {shown(name)} is published here.{nearest(str(name), PUBLISHED)} It is "
            f"one of {', '.join(PUBLISHED)}."
        )
    return PUBLISHED[name]


def spec_like(name: str) -> NetworkSpec:
    """Return the spec of synthetic networks as large and dense as an observed one, and shaped so.

    Args:
        name: meetings, calls, caviar or london.

    Returns:
        The spec; what else it is fitted to, and how far off it stays, is told by `likeness`.

    Raises:
        TrainkitError: there is no such network.

    Examples:
        >>> spec_like("calls").n_actors
        100
    """
    told = published(name)
    return NetworkSpec(n_actors=told.n_actors, density=told.density, **told.fitted)

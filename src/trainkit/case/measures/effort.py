"""What a measure would cost, asked before it is begun: what takes hours is refused and explained.

Sources:
    Brandes (2001). *A faster algorithm for betweenness centrality*: nodes times (nodes + pairs).
    The pace is that of `reference/case.md` section 3: 10,000 nodes and 30,000 pairs in 22 s.
"""

from trainkit.case.measures.edges import EdgeList
from trainkit.errors import TrainkitError

_PER_HOUR = 6.5e10
_LARGEST_TABLE = 8_000


def require_an_hour(listed: EdgeList, what: str, instead: str, times: float = 1.0) -> None:
    """Refuse what looks at all shortest ways so often that it would take more than an hour.

    Args:
        listed: The network.
        what: What is asked, for the message.
        instead: What to do instead.
        times: How often all shortest ways are looked at.

    Raises:
        TrainkitError: it would; the message says how long.
    """
    nodes, pairs = len(listed.nodes), len(listed.ends)
    hours = times * nodes * (nodes + pairs) / _PER_HOUR
    if hours > 1.0:
        raise TrainkitError(
            f"{what} of {nodes:,} nodes and {pairs:,} pairs would take about {hours:,.0f} hours "
            f"on two processors; what takes more than one is not begun. {instead}"
        )


def require_table(listed: EdgeList, what: str) -> None:
    """Refuse a table of the distances of all pairs that would not fit into a machine.

    Raises:
        TrainkitError: there are more than 8,000 nodes.
    """
    if len(listed.nodes) > _LARGEST_TABLE:
        raise TrainkitError(
            f"{what} of {len(listed.nodes):,} nodes needs the distances of all pairs, and "
            f"{_LARGEST_TABLE:,} nodes are the most whose table fits. Give one component, or take "
            "fragmentation without by_distance."
        )


def sweeps(nodes: int, at_once: int, steps: int) -> float:
    """Return how many looks at the whole network a removal amounts to, as it becomes smaller.

    Examples:
        >>> sweeps(nodes=1000, at_once=1, steps=1)
        1.0
        >>> round(sweeps(nodes=1000, at_once=1, steps=5000))
        334
    """
    most = -(-nodes // at_once)
    taken = min(steps, most)
    return sum((1.0 - step / most) ** 2 for step in range(taken))

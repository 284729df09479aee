"""What ties say of a network: who is central, what falls apart, who would be missed.

networkx states the meaning, rustworkx and SciPy do the work where networks are large; tests hold
one to the other. Every function takes any edge list and knows nothing of crime.
"""

from trainkit.case.measures.centrality import betweenness, closeness, degree, katz
from trainkit.case.measures.community import communities, modularity
from trainkit.case.measures.edges import EdgeList, edge_list
from trainkit.case.measures.keyplayer import fragmentation, key_players, reach
from trainkit.case.measures.reader import read_edges
from trainkit.case.measures.removal import removal_curve

__all__ = [
    "EdgeList",
    "betweenness",
    "closeness",
    "communities",
    "degree",
    "edge_list",
    "fragmentation",
    "katz",
    "key_players",
    "modularity",
    "reach",
    "read_edges",
    "removal_curve",
]

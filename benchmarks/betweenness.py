"""How long betweenness takes on preferential attachment (m = 3), and how near networkx it is.

    python benchmarks/betweenness.py [nodes]

The bar is 30 s for 10,000 nodes on two cores. Then how long a list of a million ties takes.
"""

import sys
from time import perf_counter

import networkx as nx
import numpy as np

from trainkit.case.measures import betweenness, degree, removal_curve

BAR_S = 30.0


def seconds(act):
    began = perf_counter()
    found = act()
    return perf_counter() - began, found


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    small = list(nx.barabasi_albert_graph(400, 3, seed=1).edges)
    ours, theirs = betweenness(small), nx.betweenness_centrality(nx.Graph(small))
    apart = max(abs(ours[node] - theirs[node]) for node in theirs)
    print(f"largest difference from networkx, 400 nodes: {apart:.1e}")
    edges = list(nx.barabasi_albert_graph(n, 3, seed=1).edges)
    spent, found = seconds(lambda: betweenness(edges))
    print(f"betweenness of {len(found):,} nodes: {spent:6.1f} s (bar: {BAR_S:g} s for 10,000)")
    spent, _ = seconds(lambda: degree(edges))
    print(f"degree of {n:,} nodes:      {spent:6.2f} s")
    spent, _ = seconds(lambda: removal_curve(edges, by="degree", steps=20))
    print(f"twenty removals by degree:  {spent:6.2f} s")
    many = np.random.default_rng(1).integers(0, 200_000, size=(1_000_000, 2))
    spent, _ = seconds(lambda: removal_curve(many, by="degree", mode="block", block=5000, steps=3))
    print(f"three blocks of a million ties: {spent:.1f} s")


if __name__ == "__main__":
    main()

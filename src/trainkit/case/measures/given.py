"""What is no list of edges although it holds some: refused, with the way to its edges."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from trainkit.errors import TrainkitError, shown

_WAYS = {
    "edges": "is a graph, and what it lists are its nodes. Give its edges: graph.edges.",
    "itertuples": "is a table, and what it lists are its columns. Give its rows of two or three "
    "columns: table.itertuples(index=False).",
    "tocoo": "is a sparse matrix. Give the places of its ties: zip(*matrix.nonzero()).",
}


def require_rows(edges: Any) -> None:
    """Refuse what is no list of rows.

    Raises:
        TrainkitError: it is a graph, a table, a matrix, a text, or nothing to go through.
    """
    for sign, way in _WAYS.items():
        if hasattr(edges, sign):
            raise TrainkitError(f"Edges are rows of two nodes; a {type(edges).__name__} {way}")
    listed_by_key = isinstance(edges, Mapping) and not isinstance(edges, AbstractSet)
    if isinstance(edges, str | bytes) or listed_by_key or not isinstance(edges, Iterable):
        raise TrainkitError(
            f"Edges are rows of two nodes, not {shown(edges)}. Give [(1, 2), (2, 3)]; a file is "
            "read by trainkit.case.measures.read_edges."
        )

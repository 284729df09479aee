"""Small discrete Bayesian networks: a hypothesis, what it would leave behind, and who reports it.

A report depends on its source and a source on the fact; two reports of one source depend on one
another, and the network says so. `enumerated` sums over every world and is the witness; `posterior`
eliminates one variable after another and is the engine. Both are exact.

Sources:
    Pearl (1988). *Probabilistic Reasoning in Intelligent Systems*, chapter 3.
    Zhang, Poole (1994). *A simple approach to Bayesian network computations*, for elimination.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from trainkit.case.hypotheses.factors import Factor, evidence, multiplied, summed_out
from trainkit.case.hypotheses.items import require_chances
from trainkit.errors import TrainkitError, nearest
from trainkit.guard import require_lawful_features

Seen = Mapping[str, str]
_CLOSE = 1e-6


@dataclass(frozen=True)
class Node:
    """A variable with its chances given its parents.

    Attributes:
        name: What it is; never a protected characteristic.
        states: What it may be, one of them at a time.
        table: Chance of each state, by the parents' states in their order; the key of a node
            without parents is ``()``.
        parents: Names of the nodes that it depends on.
    """

    name: str
    states: tuple[str, ...]
    table: Mapping[tuple[str, ...], Sequence[float]]
    parents: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        require_lawful_features((self.name, *self.states), "a node of evidence", "suspicion")
        if len(self.states) < 2 or len(set(self.states)) < len(self.states):
            raise TrainkitError(
                f"'{self.name}' has the states {', '.join(self.states) or 'none'}. Give two or "
                "more that differ, of which one is so at a time."
            )
        for given, chances in self.table.items():
            _require_row(self, given, chances)


def _require_row(node: Node, given: tuple[str, ...], chances: Sequence[float]) -> None:
    where = f"'{node.name}' given {', '.join(given) or 'nothing'}"
    if len(chances) != len(node.states):
        raise TrainkitError(f"{where} has {len(chances)} chances for {len(node.states)} states.")
    require_chances(dict(zip(node.states, chances, strict=True)), where)
    if abs(sum(chances) - 1.0) > _CLOSE:
        raise TrainkitError(f"{where}: the chances sum to {sum(chances):g}. Let them sum to 1.")


@dataclass(frozen=True)
class BeliefNet:
    """Nodes, each behind its parents.

    Attributes:
        nodes: The nodes, in an order in which parents come first.

    Raises:
        TrainkitError: two nodes have one name, a parent comes later or is missing, or a table lacks
            a row.
    """

    nodes: tuple[Node, ...]

    def __post_init__(self) -> None:
        known: dict[str, Node] = {}
        for node in self.nodes:
            if node.name in known:
                raise TrainkitError(f"Two nodes are called '{node.name}'. Give each its own name.")
            for parent in node.parents:
                _require(parent, known, f"'{node.name}' depends on")
            _require_rows(node, [known[parent].states for parent in node.parents])
            known[node.name] = node

    @cached_property
    def by_name(self) -> dict[str, Node]:
        """The nodes by their names."""
        return {node.name: node for node in self.nodes}

    def posterior(self, query: str, seen: Seen | None = None) -> dict[str, float]:
        """Return the chances of a node's states given what was seen, by elimination.

        Args:
            query: Name of the node, such as the hypothesis.
            seen: States by the names of nodes.

        Raises:
            TrainkitError: a node or state is unknown, or what was seen cannot be.
        """
        found = self._checked(query, seen or {})
        factors = [evidence(_factor(self, node), found) for node in self.nodes]
        for name in self._order(factors, {query, *found}):
            touched = [one for one in factors if name in one.names]
            others = [one for one in factors if name not in one.names]
            factors = [*others, summed_out(multiplied(touched), name)]
        weights = multiplied(factors).along(query)
        return _normalised(dict(zip(self.by_name[query].states, weights, strict=True)), found)

    def enumerated(self, query: str, seen: Seen | None = None) -> dict[str, float]:
        """Return the same by summing over every world: slow, plain, the witness.

        Raises:
            TrainkitError: as `posterior`.
        """
        found = self._checked(query, seen or {})
        weights = dict.fromkeys(self.by_name[query].states, 0.0)
        for world in self._worlds():
            if all(world[name] == state for name, state in found.items()):
                weights[world[query]] += self._chance(world)
        return _normalised(weights, found)

    def _worlds(self) -> Iterator[dict[str, str]]:
        for states in product(*(node.states for node in self.nodes)):
            yield {node.name: state for node, state in zip(self.nodes, states, strict=True)}

    def _chance(self, world: Mapping[str, str]) -> float:
        chance = 1.0
        for node in self.nodes:
            given = tuple(world[parent] for parent in node.parents)
            chance *= node.table[given][node.states.index(world[node.name])]
        return chance

    def _checked(self, query: str, seen: Seen) -> dict[str, str]:
        for name in (query, *seen):
            _require(name, self.by_name, "The question names")
        for name, state in seen.items():
            states = self.by_name[name].states
            if state not in states:
                raise TrainkitError(
                    f"'{name}' is never '{state}'.{nearest(state, states)} It is "
                    f"{' or '.join(states)}."
                )
        return {name: state for name, state in seen.items() if name != query} | (
            {query: seen[query]} if query in seen else {}
        )

    def _order(self, factors: Sequence[Factor], kept: set[str]) -> list[str]:
        """Return what is summed out, the variable with the fewest factors first."""
        hidden = [node.name for node in self.nodes if node.name not in kept]
        return sorted(hidden, key=lambda name: sum(name in one.names for one in factors))


def _factor(net: BeliefNet, node: Node) -> Factor:
    names = (*node.parents, node.name)
    states = tuple(net.by_name[name].states for name in names)
    values = {
        (*given, state): chance
        for given, chances in node.table.items()
        for state, chance in zip(node.states, chances, strict=True)
    }
    return Factor.of(names, states, values)


def _normalised(weights: dict[str, float], seen: Seen) -> dict[str, float]:
    total = sum(weights.values())
    if total <= 0.0:
        told = ", ".join(f"{name}: {state}" for name, state in seen.items())
        raise TrainkitError(f"The network does not allow what was seen ({told}). Give it a chance.")
    return {state: weight / total for state, weight in weights.items()}


def _require(name: str, known: Mapping[str, Node], what: str) -> None:
    if name not in known:
        raise TrainkitError(
            f"{what} '{name}', which the network does not have there.{nearest(name, known)} It has "
            f"{', '.join(known) or 'nothing before it'}."
        )


def _require_rows(node: Node, states: Sequence[tuple[str, ...]]) -> None:
    wanted = set(product(*states))
    odd = sorted(wanted ^ set(node.table))
    if odd:
        told = ", ".join(odd[0]) or "nothing"
        what = "lacks the row" if odd[0] in wanted else "has a row too many"
        raise TrainkitError(f"The table of '{node.name}' {what} given {told}.")

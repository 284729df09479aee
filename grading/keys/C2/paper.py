"""What a reader of C2 works out with paper and pencil: only from what the page says.

Nothing here knows the reference, the model, or how a case was drawn.
"""

from itertools import combinations

from trainkit.lessons.c2.page import _fewer_actors, _fewer_ties, _means, _staff, _wearing_off, _web

_KINDS = {
    "recruit": "recruitment",
    "drive and steer": "passage",
    "keep houses": "reception",
    "supply papers": "papers",
    "handle money": "money",
    "direct": "direction",
}


def ties(case, shown=_web):
    """Read a network as the page tells it."""
    found = {}
    for line in shown(case).words.splitlines()[1:]:
        letter, others = line.rstrip(".").split(" is tied to ")
        found[letter] = set(others.split(", "))
    return found


def distances(ties, start):
    """Walk outwards; return the steps and the number of shortest ways to each."""
    steps, ways, edge = {start: 0}, {start: 1}, [start]
    while edge:
        reached = []
        for one in edge:
            for other in sorted(ties[one]):
                if other not in steps:
                    steps[other], ways[other] = steps[one] + 1, 0
                    reached.append(other)
                if steps[other] == steps[one] + 1:
                    ways[other] += ways[one]
        edge = reached
    return steps, ways


def between(ties):
    """Count, for each actor, the pairs of others whose shortest ways lead through them."""
    walked = {one: distances(ties, one) for one in ties}
    total = dict.fromkeys(ties, 0.0)
    for one, other in combinations(ties, 2):
        steps, ways = walked[one]
        for middle in set(ties) - {one, other}:
            if other in steps and middle in steps and _between(walked, steps, middle, other):
                total[middle] += ways[middle] * walked[middle][1][other] / ways[other]
    return total


def _between(walked, steps, middle, other):
    return steps[middle] + walked[middle][0][other] == steps[other]


def largest(ties, gone):
    """Count the largest part that is left when one is gone."""
    left = {one: others - {gone} for one, others in ties.items() if one != gone}
    return max(len(distances(left, one)[0]) for one in left)


def worse(case):
    """Read the two worse pictures: who is busiest, who is between, and what hangs together."""
    found = {}
    for name, shown in (("ties", _fewer_ties), ("actor", _fewer_actors)):
        seen = ties(case, shown)
        ways = between(seen)
        found[f"{name}_busiest"] = max(seen, key=lambda one: len(seen[one]))
        found[f"{name}_broker"] = max(ways, key=ways.__getitem__)
        found["hangs"] = largest(seen, "nobody")
    return found


def table(case):
    """Read the curves as the page tells them."""
    lines = _wearing_off(case).words.splitlines()[2:]
    cells = (line.split(" | ") for line in lines)
    return {name[-1]: [int(value) for value in values] for name, *values in cells}


def units(case):
    """Read the units from what the page says."""
    return int(_means(case).split("You have ")[1].split()[0])


def scarce(case):
    """Name the kinds that the units can take whole, the best known first."""
    rows = [line.split(" | ") for line in _staff(case).words.split("\n\n")[0].splitlines()[2:]]
    known = {_KINDS[name]: int(both) / int(posts) for name, posts, _, both, _ in rows}
    price = {_KINDS[name]: int(posts) * int(units) for name, posts, _, _, units in rows}
    able = [kind for kind in known if price[kind] <= units(case)]
    return sorted(able, key=lambda kind: -known[kind])


def links(case, spare=0.8):
    """Divide who is left by who is needed, line by line."""
    rows = [line.split(" | ") for line in _staff(case).words.split("\n\n")[0].splitlines()[2:]]
    left = {_KINDS[who]: (int(n) - int(both)) / (spare * int(n)) for who, n, _, both, _ in rows}
    return {kind: round(min(100.0, 100 * share), 1) for kind, share in left.items()}

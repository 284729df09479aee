"""People with no part in it who look as if they had: some stand so near that errors gather on them.

Who lives with a member, lets a house or lends a telephone looks guilty in every source. The chance
that an action speaks against somebody with no part in it is declared as a mean over all of them;
teams weigh each item as if errors were independent, which they are not.
"""

from collections.abc import Iterator

from trainkit.case.investigation.run import Run
from trainkit.case.investigation.spec import InvestigationSpec


def wrongly(run: Run, person: int, chance: float) -> float:
    """Return the chance of an error about somebody: more than the mean for those who stand near.

    Args:
        run: The run.
        person: Number of somebody with no part in it.
        chance: The mean over all of them.
    """
    ring = run.spec.ring
    stands_near = run.chance("case stands near", person) < ring.near
    return shares(chance, ring.near, ring.near_times)[0 if stands_near else 1]


def shares(mean: float, near: float, times: float) -> tuple[float, float]:
    """Return the chances of an error about who stands near and who does not; their mean is *mean*.

    Args:
        mean: The mean over all.
        near: Share of those who stand near; times *times* at most 1.
        times: How many times the mean falls on them, as far as no error is made certain by it.

    Examples:
        >>> shares(0.1, near=0.25, times=2.0)
        (0.2, 0.06666666666666667)
        >>> shares(0.5, near=0.25, times=4.0)
        (0.75, 0.4166666666666667)
    """
    on_near = min(times * mean, (1.0 + mean) / 2.0)
    return on_near, max(mean - near * on_near, 0.0) / (1.0 - near)


def contradictions(spec: InvestigationSpec) -> Iterator[str]:
    """Yield where errors about those who stand near would be more than all errors there are."""
    ring = spec.ring
    if ring.near * ring.near_times > 1.0:
        yield (
            f"A share of {ring.near:g} who stand near at {ring.near_times:g} times the errors is "
            f"more than all errors there are. Set near_times to {1.0 / ring.near:.3g} or less."
        )

"""Two branches of a financial inquiry, kept apart: proceeds of crime, and financing of terrorism.

Each has its own indicators, its own threshold and its own clock. The second is about what money is
for, and needs a fact about that. It is never inferred from where somebody comes from, or from what
somebody believes: a feature that says so, or stands in for it, is refused and named.

Sources:
    `reference/law.md` L4.6 and L4.8: other instruments, other clocks. `reference/points.md` P1:
    the hypothesis of proceeds is separate from that of terrorism financing.
    FRA (2018), see `trainkit.guard`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from trainkit.errors import TrainkitError, nearest
from trainkit.guard import require_lawful_features


@dataclass(frozen=True)
class Branch:
    """A branch of an inquiry.

    Attributes:
        name: Its name.
        weights: What may be weighed, and how much it says; each was seen or done.
        threshold: Sum of weights from which it is opened.
        needs: Indicators of which one must be there, whatever the sum; any where it is empty.
        review_h: Hours within which somebody else must look at it again.
        holds: What may hold money, in words.
    """

    name: str
    weights: Mapping[str, int]
    threshold: int
    needs: frozenset[str]
    review_h: float
    holds: str


PROCEEDS = Branch(
    "proceeds",
    MappingProxyType(
        {
            "payer_of_an_offence": 3,
            "passed_on_at_once": 2,
            "no_trade_behind_it": 2,
            "gathers_and_scatters": 1,
            "sums_follow_departures": 2,
            "named_by_a_graded_source": 1,
        }
    ),
    threshold=4,
    needs=frozenset(),
    review_h=5 * 24.0,
    holds="suspension by the unit, then a judge's order",
)
TERRORIST_FINANCING = Branch(
    "terrorist_financing",
    MappingProxyType(
        {
            "recipient_on_a_list_by_decision": 4,
            "stated_purpose_of_violence": 4,
            "purchase_named_by_a_court": 4,
            "named_by_a_graded_source": 1,
            "link_to_a_convicted_person": 2,
        }
    ),
    threshold=6,
    needs=frozenset(
        {
            "recipient_on_a_list_by_decision",
            "stated_purpose_of_violence",
            "purchase_named_by_a_court",
        }
    ),
    review_h=48.0,
    holds="an administrative freeze on the list's own basis",
)
"""Assumed: weights, thresholds and terms, which are those of the fictional laws."""

BRANCHES: Mapping[str, Branch] = MappingProxyType(
    {one.name: one for one in (PROCEEDS, TERRORIST_FINANCING)}
)


def branch(name: str) -> Branch:
    """Return a branch by its name.

    Raises:
        TrainkitError: there is none.
    """
    if name not in BRANCHES:
        raise TrainkitError(
            f"No branch is called '{name}'.{nearest(name, BRANCHES)} They are "
            f"{', '.join(BRANCHES)}."
        )
    return BRANCHES[name]


def opened(seen: Iterable[str], name: str) -> bool:
    """Return whether what was seen opens a branch: its sum, and a fact that the branch needs.

    Args:
        seen: Names of indicators, each counted once.
        name: Name of the branch.

    Raises:
        TrainkitError: a feature is a protected attribute or stands in for one, or is not known.
    """
    of, distinct = branch(name), sorted(set(seen))
    require_lawful_features(distinct, f"the branch {name}", "suspicion")
    for one in distinct:
        if one not in of.weights:
            raise TrainkitError(
                f"The branch {name} does not weigh '{one}'.{nearest(one, of.weights)} It weighs "
                f"{', '.join(of.weights)}."
            )
    enough = sum(of.weights[one] for one in distinct) >= of.threshold
    return enough and (not of.needs or bool(of.needs & set(distinct)))

"""One trainee of a cohort, by an id however it is spelled."""

from collections.abc import Sequence
from dataclasses import replace

from trainkit.errors import TrainkitError, nearest, shown
from trainkit.grading.cohort.gathering import Cohort
from trainkit.grading.submitted import same_trainee


def alone(cohort: Cohort, trainee: str) -> Cohort:
    """Return a cohort of which one member is left; of none where it has no such trainee."""
    return replace(cohort, members=tuple(one for one in cohort.members if one.trainee == trainee))


def member_named(cohorts: Sequence[Cohort], name: str) -> str:
    """Return the id of a member, however it is spelled.

    Args:
        cohorts: Where to look.
        name: What was typed.

    Raises:
        TrainkitError: nobody has that id, or more than one.
    """
    known = sorted({one.trainee for cohort in cohorts for one in cohort.members})
    found = [name] if name in known else same_trainee(name, known)
    if len(found) != 1:
        raise TrainkitError(f"The gradebook knows no trainee {shown(name)}.{nearest(name, known)}")
    return found[0]

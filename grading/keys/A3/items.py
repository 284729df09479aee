"""One item of an answer as a criterion, and how many items hold."""

from trainkit.lessons.score import Criterion


def item(name, right, points, told):
    """Return the criterion of one item: all of its points or none, with what holds and why."""
    said = f"{'Right' if right else 'Not so'}. {told}"
    return Criterion(name, float(right), points, said)


def counted(criteria, told):
    """Return how many criteria hold, as a sentence."""
    right = sum(criterion.fraction == 1.0 for criterion in criteria)
    return f"{right} of {len(criteria)} {told}."

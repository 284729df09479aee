"""What a marker must know of the case beside the strategy that a trainee has written."""

from trainkit.lessons.c2.case import Situation
from trainkit.lessons.c2.ring import authored, shown, staff_of


def told(case: Situation) -> str:
    """Return in a few sentences what a reader of the strategy must know of the case."""
    spec = authored().parameters
    staff = "; ".join(
        f"{one.kind} {one.posts} posts, known {one.home} to Alder and {one.both} to both"
        for one in staff_of(case.network_seed)
    )
    return (
        f"Budget {spec.budget} units, of which joining the teams takes {spec.cost_joint}; it takes "
        f"{spec.joint_weeks} weeks. {staff}. Of the skippers whom Alder knows and could arrest, "
        f"{shown(case.network_seed)} show signs of coercion. At full capacity the network does "
        f"one harm a week to people; a danger to life is learned of about once in "
        f"{1 / spec.danger_per_week:.0f} weeks."
    )

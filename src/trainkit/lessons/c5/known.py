"""What each team knows as the months begin, as a link chart: where two teams could meet."""

from functools import lru_cache

from trainkit.case.actors import SIDES, Network
from trainkit.case.network import generate
from trainkit.kernel.luck import Luck
from trainkit.lessons import page
from trainkit.lessons.c5 import plan
from trainkit.lessons.c5.case import Situation
from trainkit.lessons.c5.standing import PLAN
from trainkit.lessons.page import Part
from trainkit.views.link_chart import LinkChart


def chart() -> None:
    """Show the link chart of what both teams know, to be filtered by team."""
    page.place(_chart)


def _chart(case: Situation) -> Part:
    made, said = _drawn(case), page.Part(_said(case))
    return Part(said.words, lambda: (*said.shown(), made.widget()))


def _said(case: Situation) -> str:
    whole = network(case)
    alder, borea = (whole.seen_by(side) for side in SIDES[:2])
    return (
        f"One network of the kind that the months are played with: Alder's team knows {len(alder)} "
        f"people of it, Borea's {len(borea)}, and {len(alder & borea)} are known to both. Choose "
        "whose picture is shown. Where the two overlap, the teams meet."
    )


@lru_cache(maxsize=64)
def network(case: Situation) -> Network:
    """Return a network of the months, in the trainee's visible luck."""
    return generate(plan.scenario(case.months, PLAN).parameters.network, Luck(case.seed))


@lru_cache(maxsize=8)
def _drawn(case: Situation) -> LinkChart:
    whole = network(case)
    known = frozenset().union(*(group for _, group in whole.seen))
    actors = tuple(actor for actor in whole.actors if actor.id in known)
    ties = tuple(tie for tie in whole.ties if tie.first in known and tie.second in known)
    return LinkChart(Network(actors, ties, whole.seen), title="What the two teams know")

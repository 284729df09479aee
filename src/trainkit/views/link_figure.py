"""The link chart for print and for notebooks without widgets: the network, its items below it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from trainkit.case.actors import Network
from trainkit.views import link_place, link_words
from trainkit.views.link_figure_actors import actors
from trainkit.views.link_figure_key import key
from trainkit.views.link_figure_ties import ties
from trainkit.views.link_figure_time import lanes
from trainkit.views.link_item import Shown
from trainkit.views.link_known import NAMES, Whose, chosen, drawn, pictures
from trainkit.views.sheet import sheet, style

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def link_figure(
    network: Network,
    items: Sequence[Shown] = (),
    title: str = "Link chart",
    truth: Network | None = None,
    whose: Whose = "both",
) -> "Figure":
    """Return a figure of a network with the timeline of its items below it.

    Up to 80 actors are named; of more, those with most ties are.

    Args:
        network: Actors and ties as far as the case has come, as for `LinkChart`.
        items: The items.
        title: What it shows, in a few words.
        truth: The whole network, after the run; what neither team ever saw is then marked.
        whose: Whose picture: Alder, Borea, both, or truth.

    Raises:
        TrainkitError: an item names a missing actor, two items have one id, the truth lacks an
            actor, or there is no picture of that name.
    """
    found = pictures(network, items, truth)
    picture, whole = chosen(found, whose), drawn(found)
    placed = link_place.places(Network(whole.actors, whole.ties))
    at = {one: (x, -y) for one, (x, y) in placed.items()}
    with style():
        made = sheet(f"{title}. {NAMES[whose]}", link_words.text(title, found, whose), 9.5, 8.6)
        net, time, below = made.subplots(3, 1, height_ratios=(6.0, 1.7, 1.2))
        net.set_title(link_words.sentence(picture, found), fontsize=9, wrap=True)
        ties(net, picture, chosen(found, "both"), at)
        actors(net, picture, found, at)
        lanes(time, picture.items)
        key(below, picture, found)
    return made

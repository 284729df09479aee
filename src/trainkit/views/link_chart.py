"""The link chart of a case, with the timeline of its items below it.

Who is tied to whom, what shows it, and which team knows it. Everything is sent once; filtering,
choosing a time and reading an item need no kernel.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

from trainkit.case.actors import LAYERS, ROLES, SIDES, Network
from trainkit.views import front, link_place, link_timeline, link_words
from trainkit.views.link_item import Handover, Shown, clock, grade_words
from trainkit.views.link_known import NAMES, Picture, Whose, chosen, drawn, pair, pictures
from trainkit.views.link_look import COLOURS, DASHES, LETTERS, OUTLINES
from trainkit.views.link_mapping import shown_item

__all__ = ["Handover", "LinkChart", "Shown", "Whose", "shown_item"]


@dataclass(frozen=True)
class LinkChart:
    """Actors, ties and items of a case, to be filtered, read and printed.

    Attributes:
        network: Actors and ties as far as the case has come. Where its ``seen`` or an item's
            ``known_to`` says who knows what, the chart shows what each team knows.
        items: The items, each an `Shown`; `shown_item` makes one of any model's mapping.
        title: What it shows, in a few words.
        truth: The whole network, after the run: adds the picture of the truth, in which what
            neither team ever saw is marked. Without it nothing that no team knows leaves Python.
        whose: The picture that is shown first.
        tied: Pairs that each State's team knows to be tied; left out, they are read of ``seen`` and
            of the items.

    Raises:
        TrainkitError: an item names a missing actor, two items have one id, the truth lacks an
            actor, or there is no picture of that name.
    """

    network: Network
    items: Sequence[Shown] = ()
    title: str = "Link chart"
    truth: Network | None = None
    whose: Whose = "both"
    tied: Mapping[str, Collection[tuple[int, int]]] | None = None

    def __post_init__(self) -> None:
        chosen(self.pictures, self.whose)

    @cached_property
    def pictures(self) -> tuple[Picture, ...]:
        """The pictures to choose from: of each team, of both, and of the truth if it is given."""
        return pictures(self.network, self.items, self.truth, self.tied)

    @property
    def says(self) -> str:
        """The sentence that reads the picture shown first."""
        return link_words.sentence(chosen(self.pictures, self.whose), self.pictures)

    @property
    def words(self) -> str:
        """The picture shown first in lines: the sentence, actors, ties and items."""
        return link_words.text(self.title, self.pictures, self.whose)

    @property
    def html(self) -> str:
        """The same as tables in HTML, for a front end without widgets."""
        return link_words.html(self.title, self.pictures, self.whose)

    def widget(self) -> Any:
        """Return the widget."""
        from trainkit.views.link_widget import LinkWidget

        return LinkWidget(about=_about(self.title, self.whose, self.pictures))

    def show(self) -> None:
        """Show the chart; as tables where there are no widgets, in lines where there is no HTML."""
        if front.has_widgets():
            front.show(self.widget(), self.words)
        else:
            front.tell(self.words, self.html)

    def _ipython_display_(self) -> None:
        self.show()


def _about(title: str, whose: str, found: Sequence[Picture]) -> dict[str, Any]:
    """Return all that the browser needs: JSON values only."""
    whole, items = drawn(found), _items(found)
    return {
        "title": title,
        "whose": whose,
        "views": [
            {"whose": one.whose, "name": NAMES[one.whose], "says": link_words.sentence(one, found)}
            for one in found
        ],
        "sides": list(SIDES),
        "layers": [[layer, COLOURS[layer], DASHES[layer]] for layer in LAYERS],
        "roles": [[one, link_words.plainly(one), LETTERS[one], OUTLINES[one]] for one in ROLES],
        "actors": _actors(whole, found),
        "ties": _ties(whole, found),
        "items": items,
        "time": asdict(link_timeline.timeline(whole.items)),
        "lanes": [one for one in link_timeline.LANES if any(one == item["lane"] for item in items)],
    }


def _actors(whole: Picture, found: Sequence[Picture]) -> list[dict[str, Any]]:
    at = link_place.places(Network(whole.actors, whole.ties))
    return [
        {
            "id": one.id,
            "label": link_words.label(one),
            "role": one.role,
            "rank": one.rank,
            "stage": one.stage,
            "side": one.side,
            "at": at[one.id],
            "coerced": one.coerced and whole.whose == "truth",
            "known": link_words.known_to(one.id, found),
            "in": [picture.whose for picture in found if one.id in picture.numbers],
        }
        for one in whole.actors
    ]


def _ties(whole: Picture, found: Sequence[Picture]) -> list[dict[str, Any]]:
    inside = {one.whose: {(pair(tie), tie.layer) for tie in one.ties} for one in found}
    return [
        {
            "ends": pair(tie),
            "layer": tie.layer,
            "strength": tie.strength,
            "in": [whose for whose, ties in inside.items() if (pair(tie), tie.layer) in ties],
        }
        for tie in whole.ties
    ]


def _items(found: Sequence[Picture]) -> list[dict[str, Any]]:
    whole = found[-1].items
    inside = {picture.whose: frozenset(item.id for item in picture.items) for picture in found}
    return [
        {**_item(item), "lane": lane, "column": column, "row": row}
        | {"in": [whose for whose, ids in inside.items() if item.id in ids]}
        for item, (lane, column, row) in zip(whole, link_timeline.rows(whole), strict=True)
    ]


def _item(item: Shown) -> dict[str, Any]:
    steps = [[clock(step.time_h), step.giver or "collected", step.taker] for step in item.custody]
    return {
        "id": item.id,
        "kind": link_words.plainly(item.kind),
        "time_h": item.time_h,
        "when": clock(item.time_h),
        "actors": list(item.actors),
        "grade": item.grade,
        "graded": grade_words(item.grade),
        "known": " and ".join(item.known_to) or "no team",
        "basis": item.basis,
        "custody": steps,
        "gap": item.gap,
        "courts": link_words.courts(item),
        "use": None if item.admissible is None else len(set(item.admissible)),
        "words": item.words,
    }

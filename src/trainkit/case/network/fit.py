"""How well a network fits what was observed of real ones: measured, published range, within or not.

A range comes from `reference/case.md` section 2; where only a word is published ("low", "about
seven times") the range is ours, and the row says so.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from trainkit.case.actors import Network
from trainkit.case.network.mixture import same_rank_odds, same_stage_odds
from trainkit.case.network.roster import BRIDGES
from trainkit.case.network.standing import (
    in_largest,
    mean_path,
    of_mean_betweenness,
    overlap_of_sight,
    shown_of_bosses,
)


@dataclass(frozen=True)
class FitRow:
    """One property of a network beside what is published of it.

    Attributes:
        name: What was measured.
        measured: The number; nan where the network has nothing to measure it on.
        low: Least of the published range.
        high: Greatest of it.
        source: Where the range comes from.
    """

    name: str
    measured: float
    low: float
    high: float
    source: str

    @property
    def within(self) -> bool | None:
        """Whether it lies within the range; None where nothing could be measured.

        It is rounded to three decimals first, as the published numbers are: 315 ties of 54 actors
        are a density of .22013, published as .220.
        """
        if math.isnan(self.measured):
            return None
        return self.low <= round(self.measured, 3) <= self.high


@dataclass(frozen=True)
class Fit:
    """A report of how well a network fits; printed as a table."""

    rows: tuple[FitRow, ...]

    @property
    def outside(self) -> tuple[str, ...]:
        """The names of what lies outside its range or could not be measured."""
        return tuple(row.name for row in self.rows if row.within is not True)

    def __getitem__(self, name: str) -> FitRow:
        return {row.name: row for row in self.rows}[name]

    def __str__(self) -> str:
        lines = [f"{'property':44} {'measured':>8}  {'published':>13}  within"]
        for row in self.rows:
            told = {True: "yes", False: "no", None: "not measured"}[row.within]
            span = f"{row.low:g} to {row.high:g}"
            lines.append(f"{row.name:44} {row.measured:8.3f}  {span:>13}  {told}")
        return "\n".join(lines)


def fit(network: Network) -> Fit:
    """Return how well a network fits what is published of observed ones.

    Args:
        network: Any network of actors; nothing is assumed of how it was made.
    """
    return Fit((*_shape(network), *_mixing(network), *_sight(network)))


def _shape(network: Network) -> Iterator[FitRow]:
    n = len(network.actors)
    organisers = sum(actor.rank != "aide" for actor in network.actors) / n
    density = len(network.pairs) / math.comb(n, 2) if n > 1 else math.nan
    yield FitRow("density", density, 0.025, 0.22, "observed networks")
    yield FitRow("mean path in the largest component", mean_path(network), 2.0, 3.6, "observed")
    yield FitRow("share in the largest component", in_largest(network), 0.88, 1.0, "Cavallaro 2020")
    yield FitRow("share who organise", organisers, 0.12, 0.18, "Campana 2018: .15; range ours")


def _mixing(network: Network) -> Iterator[FitRow]:
    bosses = of_mean_betweenness(network, lambda actor: actor.rank == "boss")
    executives = of_mean_betweenness(network, lambda actor: actor.rank == "executive")
    bridges = of_mean_betweenness(network, lambda actor: actor.role in BRIDGES)
    word = "word published, range ours"
    yield FitRow("same-stage ties, times as likely", same_stage_odds(network), 4.5, 10.5, "about 7")
    yield FitRow("same-rank ties, times as likely", same_rank_odds(network), 0.2, 0.5, "a third")
    yield FitRow("betweenness of bosses, of the mean", bosses, 0.0, 0.5, word)
    yield FitRow("betweenness of executives, of the mean", executives, 1.5, 20.0, word)
    yield FitRow("betweenness on bridges, of the mean", bridges, 1.0, 20.0, word)


def _sight(network: Network) -> Iterator[FitRow]:
    word = "word published, range ours"
    yield FitRow("bosses shown, of an aide's chance", shown_of_bosses(network), 0.0, 0.8, word)
    yield FitRow("known to both States, of all known", overlap_of_sight(network), 0.0, 0.35, word)

"""The case of C2: a small network to read, claims, curves, moments, and a network to plan for."""

from dataclasses import dataclass
from functools import lru_cache

from trainkit.kernel.luck import Luck
from trainkit.lessons.c2.claims import CLAIMS
from trainkit.lessons.c2.curves import Curves, draw_curves
from trainkit.lessons.c2.missing import Missing, draw_missing
from trainkit.lessons.c2.moments import MOMENTS
from trainkit.lessons.c2.seed import draw_seed
from trainkit.lessons.c2.web import Web, draw_web
from trainkit.lessons.statements import Statement


@dataclass(frozen=True)
class Situation:
    """What one trainee sees.

    Attributes:
        seed: Visible luck of this trainee.
        web: A small network.
        missing: Two worse pictures of it.
        claims: Six claims about a picture.
        curves: How three plans wore off.
        moments: Eight moments of the weeks before the day.
        network_seed: Seed of the network to plan for.
    """

    seed: int
    web: Web
    missing: Missing
    claims: tuple[Statement, ...]
    curves: Curves
    moments: tuple[Statement, ...]
    network_seed: int


@lru_cache(maxsize=512)
def situation(luck: Luck) -> Situation:
    """Return the case of a trainee."""
    web = draw_web(luck)
    return Situation(
        seed=luck.seed,
        web=web,
        missing=draw_missing(luck, web),
        claims=CLAIMS.draw(luck),
        curves=draw_curves(luck),
        moments=MOMENTS.draw(luck),
        network_seed=draw_seed(luck),
    )

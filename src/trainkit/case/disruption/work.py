"""What a network can still do: the weakest kind of work in each part that hangs together.

A journey needs every kind of work: recruitment, passage, reception, papers, money, direction. A
post works by the skill of its holder, and less where the holder is far from everybody who directs.
In each connected part the kind of work that is staffed worst sets what the part can do; the parts
add up. Some of the staff is to spare.

    capacity = min(1, sum over parts of min over kinds of  work / (need of the kind))
    need of a kind = (1 - spare) * its posts in the whole network at the start

Sets of actors are whole numbers, bit *i* for the actor in place *i*: a search by levels is then a
few operations on numbers, which keeps a year of one case within milliseconds.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trainkit.case.actors import Actor, Role

KINDS: dict[str, frozenset[Role]] = {
    "recruitment": frozenset({"recruiter"}),
    "passage": frozenset({"transporter", "skipper"}),
    "reception": frozenset({"safe_house_keeper"}),
    "papers": frozenset({"document_supplier"}),
    "money": frozenset({"financier", "value_transfer_agent"}),
    "direction": frozenset({"organiser"}),
}
"""The kinds of work that a journey needs, and the roles that do each."""

_KIND_OF: dict[Role, str] = {role: kind for kind, roles in KINDS.items() for role in roles}


def kind_of(actor: Actor) -> str | None:
    """Return the kind of work that an actor does from day to day; None for none of them.

    Executives direct. A boss does not, nor does a corrupt contact do any of these kinds: they are
    tied to others and no journey stops on the day they are gone.
    """
    return None if actor.rank == "boss" else _KIND_OF.get(actor.role)


@dataclass(frozen=True)
class Post:
    """A post and who holds it.

    Attributes:
        kind: Kind of work.
        holder: The set of the one who holds it; 0 while the post is empty.
        skill: What the holder does of it, from 0 to 1.
        takeovers: How often it has been taken over.
    """

    kind: str
    holder: int
    skill: float = 1.0
    takeovers: int = 0


def members(group: int) -> Iterator[int]:
    """Yield the places in a set of actors, lowest first."""
    while group:
        lowest = group & -group
        yield lowest.bit_length() - 1
        group ^= lowest


def levels(ties: Sequence[int], start: int, active: int) -> Iterator[int]:
    """Yield who is reached from *start* by 0, 1, 2, ... ties among the *active*."""
    reached = frontier = start & active
    while frontier:
        yield frontier
        beside = 0
        for place in members(frontier):
            beside |= ties[place]
        frontier = beside & active & ~reached
        reached |= frontier


def part_of(ties: Sequence[int], place: int, active: int) -> int:
    """Return the connected part of the *active* actors that *place* is in."""
    return sum(levels(ties, 1 << place, active))


def parts(ties: Sequence[int], active: int) -> Iterator[int]:
    """Yield the connected parts of the *active* actors."""
    while active:
        part = part_of(ties, (active & -active).bit_length() - 1, active)
        yield part
        active &= ~part


def ability(
    ties: Sequence[int], active: int, posts: Sequence[Post], needs: dict[str, float], span: int
) -> float:
    """Return what the *active* actors can do, from 0 to 1: the formula of this module.

    Args:
        ties: For each actor the set of those tied to them.
        active: The set of the active actors.
        posts: The posts; those of inactive holders do no work.
        needs: Work that the whole network needs of each kind to do all it could.
        span: Ties to a director within which a post works fully.
    """
    if not needs:
        return 0.0
    total = 0.0
    for part in parts(ties, active):
        work = _work(ties, part, posts, needs, span)
        total += min(work[kind] / need for kind, need in needs.items())
    return min(1.0, total)


def _work(
    ties: Sequence[int], part: int, posts: Sequence[Post], needs: dict[str, float], span: int
) -> dict[str, float]:
    held = [post for post in posts if post.holder & part]
    far = _far(ties, part, held, span) if "direction" in needs else {}
    work = dict.fromkeys(needs, 0.0)
    for post in held:
        work[post.kind] += post.skill * far.get(post.holder, 1.0)
    return work


def _far(ties: Sequence[int], part: int, held: Sequence[Post], span: int) -> dict[int, float]:
    """Return, of those further from every director than *span*, how fully each works."""
    directors = 0
    for post in held:
        directors |= post.holder if post.kind == "direction" else 0
    return {
        1 << place: span / distance
        for distance, level in enumerate(levels(ties, directors, part))
        if distance > span
        for place in members(level)
    }

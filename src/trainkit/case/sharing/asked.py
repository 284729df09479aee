"""The requests that a desk meets, and what the gate decides of each: worked out once a spec."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from trainkit.case.sharing.gate import Decision, decide
from trainkit.case.sharing.grounds import basis, purpose
from trainkit.case.sharing.request import Recipient, Request
from trainkit.case.sharing.spec import DeskSpec, NeedSpec
from trainkit.errors import TrainkitError, nearest

NEEDS, NEEDS_A_SORT = 100, 10_000
_MOST_NEEDS = NEEDS_A_SORT - 1_000
"""Ten standard deviations of a Poisson number below what can be numbered."""


@dataclass(frozen=True)
class Sort:
    """A sort of need, and what becomes of its requests.

    Attributes:
        spec: What it is.
        needed: Fields that its purpose needs.
        complete: What the gate decides of a request that names its basis.
        faulty: What it decides of one that names none.
        entitled: Whether the post has a mandate for the purpose.
        lawful: Whether data may go at all, on a complete request.
        oral: Whether its basis allows an answer by word of mouth.
    """

    spec: NeedSpec
    needed: tuple[str, ...]
    complete: Decision
    faulty: Decision
    entitled: bool
    lawful: bool
    oral: bool


@lru_cache(maxsize=64)
def sorts(spec: DeskSpec) -> Mapping[str, Sort]:
    """Return the sorts of need of a desk, by their names.

    Raises:
        TrainkitError: a request is none (`request.require_request`); a need is of no post; two
            posts or two needs have one name; there are more needs than can be told apart.
    """
    posts = {one.name: Recipient(one.name, one.state, one.mandate) for one in spec.posts}
    _require_different([one.name for one in spec.posts], "posts")
    _require_different([one.name for one in spec.needs], "sorts of need")
    for need in spec.needs:
        _require_posted(need, posts)
    _require_numbers(spec)
    return {need.name: _sort(need, posts[need.post]) for need in spec.needs}


def _sort(need: NeedSpec, post: Recipient) -> Sort:
    complete, faulty = (decide(_request(need, post, one)) for one in (need.basis, "none"))
    return Sort(
        spec=need,
        needed=purpose(need.purpose).needs,
        complete=complete,
        faulty=faulty,
        entitled=need.purpose in post.mandate,
        lawful=complete.verdict != "refused",
        oral=basis(need.basis).oral and need.urgency != "routine",
    )


def _request(need: NeedSpec, post: Recipient, basis_: str) -> Request:
    return Request(
        purpose=need.purpose,
        basis=basis_,
        recipient=post,
        category=need.category,
        fields=need.asked,
        retention_days=need.retention_days,
        origin=need.origin,
        leave=need.leave,
        urgent=need.urgency != "routine",
    )


def _require_posted(need: NeedSpec, posts: Mapping[str, Recipient]) -> None:
    if need.post not in posts:
        said = f"'{need.post}', which is no post here" if need.post else "nobody"
        raise TrainkitError(
            f"The need '{need.name}' is of {said}.{nearest(need.post, posts)} "
            f"There are {', '.join(posts)}."
        )


def _require_different(names: Sequence[str], what: str) -> None:
    twice = [name for place, name in enumerate(names) if name in names[:place]]
    if twice:
        raise TrainkitError(f"Two {what} are called '{twice[0]}'. Give each its own name.")
    if not names or not all(names):
        raise TrainkitError(f"A desk has {what}, each with a name.")


def _require_numbers(spec: DeskSpec) -> None:
    if len(spec.needs) > NEEDS:
        raise TrainkitError(f"A desk has at most {NEEDS} sorts of need, not {len(spec.needs)}.")
    for need in spec.needs:
        if need.rate_per_h * spec.watch_h > _MOST_NEEDS:
            raise TrainkitError(
                f"'{need.name}' makes about {need.rate_per_h * spec.watch_h:,.0f} needs in a watch "
                f"of {spec.watch_h:g} h, and {_MOST_NEEDS:,} can be told apart. Shorten the watch."
            )

"""A network that loses people and comes back: slower, less able, harder to see.

An empty post is taken over after a drawn delay by somebody who is left; the stand-in keeps their
own post. Where nobody is left who does that kind of work, the delay is longer. Some of the ties of
the one who is gone are formed again, and fewer of them can be seen. It is a statistical rule: it
draws who and when, and knows of no method.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

from trainkit.case.actors import Network
from trainkit.case.disruption.rules import Adaptation, Replacement
from trainkit.case.disruption.succession import successor
from trainkit.case.disruption.web import Web
from trainkit.case.disruption.work import Post, ability, kind_of, members
from trainkit.kernel.luck import Luck

_PLACES = 4096


@dataclass(frozen=True)
class Takeover:
    """Somebody took a post over.

    Attributes:
        time_h: When.
        actor: Number of the one who took it over.
        kind: Kind of work of the post.
    """

    time_h: float
    actor: int
    kind: str


@dataclass(frozen=True, order=True)
class _Vacancy:
    due_h: float
    post: int
    left_behind: int


class Ring:
    """A network under disruption.

    Args:
        network: The network as it is at the start.
        replacement: Who takes an empty post over: random, degree or distance.
        luck: The luck of one replication; what it draws depends on nothing but the posts.
        adaptation: The numbers of the rule.
    """

    def __init__(
        self,
        network: Network,
        replacement: Replacement = "distance",
        luck: Luck | None = None,
        adaptation: Adaptation | None = None,
    ) -> None:
        self.replacement = replacement
        self.rule = adaptation or Adaptation()
        self._luck = luck or Luck(seed=0)
        self._web = Web(network)
        self._posts = _posts(network, self._web)
        self._owners = tuple(post.holder for post in self._posts)
        kinds = [post.kind for post in self._posts]
        self._needs = {kind: (1.0 - self.rule.spare) * kinds.count(kind) for kind in kinds}
        self._vacancies: list[_Vacancy] = []
        self._ability: float | None = None
        self._first = self._now()

    def capacity(self) -> float:
        """Return what the network can still do, as a share of what it could at the start, 0 to 1.

        The formula stands in `trainkit.case.disruption.work`. A network that could do nothing at
        the start has the capacity 0.
        """
        return min(1.0, self._now() / self._first) if self._first else 0.0

    def remove(self, actor_ids: Iterable[int], at_h: float = 0.0) -> None:
        """Take actors out at a time; those who are out already stay so.

        All of them go at once: whether know-how is lost is judged when the last of them is gone.

        Raises:
            TrainkitError: there is no actor of a number.
        """
        gone = self._web.group(actor_ids) & self._web.active
        emptied = [(at, post.holder) for at, post in enumerate(self._posts) if post.holder & gone]
        self._web.active &= ~gone
        self._ability = None
        for at, _ in emptied:
            self._posts[at] = replace(self._posts[at], holder=0)
        for at, holder in emptied:
            left_behind = self._web.ties[holder.bit_length() - 1] & self._web.active
            self._vacancies.append(_Vacancy(at_h + self._delay_h(at), at, left_behind))
        self._vacancies.sort()

    def restore(self, actor_ids: Iterable[int]) -> None:
        """Let actors come back, as those whom a court frees do; a post still empty is theirs again.

        It is theirs with their own skill, also where a stand-in held it and is gone, or where
        nobody could take it. A post that a stand-in holds stays with the stand-in.

        Raises:
            TrainkitError: there is no actor of a number.
        """
        back = self._web.group(actor_ids) & ~self._web.active
        self._web.active |= back
        self._ability = None
        for at, owner in enumerate(self._owners):
            if owner & back and not self._posts[at].holder:
                self._posts[at] = replace(self._posts[at], holder=owner, skill=1.0)
                self._vacancies = [one for one in self._vacancies if one.post != at]

    def recover(self, until_h: float) -> tuple[Takeover, ...]:
        """Fill the posts whose delay has passed by a time, in order; return who took over.

        A post that nobody can take stays empty.
        """
        done: list[Takeover] = []
        while self.next_h <= until_h:
            taken = self._fill(self._vacancies.pop(0))
            done.extend([taken] if taken else [])
        return tuple(done)

    @property
    def next_h(self) -> float:
        """The time when the next post falls due; infinite where none is empty."""
        return self._vacancies[0].due_h if self._vacancies else math.inf

    @property
    def active(self) -> frozenset[int]:
        """The numbers of the actors who are left."""
        return frozenset(self._web.numbers[place] for place in members(self._web.active))

    @property
    def pairs(self) -> tuple[tuple[int, int], ...]:
        """The pairs of active actors that are tied now, in order of their numbers."""
        return self._web.pairs()

    @property
    def unseen(self) -> frozenset[tuple[int, int]]:
        """The tied pairs that were formed again and cannot be seen as the first ones could."""
        return self._web.unseen()

    def _fill(self, vacancy: _Vacancy) -> Takeover | None:
        post = self._posts[vacancy.post]
        drawn = self._luck.uniform("takeover choice", vacancy.post, post.takeovers)
        held = zip(self._posts, self._owners, strict=True)
        twice = sum({post.holder for post, owner in held if post.holder != owner})
        place = successor(
            self._web.ties, self._web.active, twice, vacancy.left_behind, self.replacement, drawn
        )
        if place is None:
            return None
        skill = post.skill * self.rule.skill
        self._posts[vacancy.post] = Post(post.kind, 1 << place, skill, post.takeovers + 1)
        self._tie_again(vacancy, place, post.takeovers)
        self._ability = None
        return Takeover(vacancy.due_h, self._web.numbers[place], post.kind)

    def _tie_again(self, vacancy: _Vacancy, place: int, index: int) -> None:
        tied = self._web.ties[place] | 1 << place
        for other in members(vacancy.left_behind & self._web.active & ~tied):
            entity = vacancy.post * _PLACES + other
            if self._luck.uniform("takeover ties", entity, index) < self.rule.reformed:
                shown = self._luck.uniform("takeover sight", entity, index) < self.rule.seen
                self._web.tie(place, other, seen=shown)

    def _delay_h(self, at: int) -> float:
        post = self._posts[at]
        known = any(other.holder for other in self._posts if other.kind == post.kind)
        drawn = self._luck.lognormal(
            "takeover delay",
            at,
            post.takeovers,
            median=24.0 * self.rule.delay_median_days,
            sigma=self.rule.delay_sigma,
        )
        return drawn * (1.0 if known else self.rule.know_how_lost)

    def _now(self) -> float:
        if self._ability is None:
            self._ability = ability(
                self._web.ties, self._web.active, self._posts, self._needs, self.rule.span
            )
        return self._ability


def _posts(network: Network, web: Web) -> list[Post]:
    kinds = ((actor.id, kind_of(actor)) for actor in network.actors)
    return [Post(kind, web.group([number])) for number, kind in kinds if kind is not None]

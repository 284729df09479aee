"""Written answers that are alike: the same words in the same order, in eight and more in a row.

Words of the task and of its notebook count for nobody. Texts that may be alike are found by five
words in a row that they share, so that nobody is compared with everybody; where very many share
them, only neighbours are compared, which still names everybody.

Sources:
    Broder, A. Z. (1997). *On the resemblance and containment of documents*. Compression and
    Complexity of Sequences, 21-29.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, groupby, pairwise

from trainkit.grading.likeness import NO_PROOF, Likeness

_ROW, _SHORTEST_RUN = 5, 8
"""Words in a row that are looked up, and that count as copied: stock phrases are shorter."""
_FEWEST_WORDS, _MOST_WORDS = 30, 5_000
_SHARE = 0.75
_MOST_PAIRED = 12
Row = tuple[str, ...]
Pair = tuple[str, str]


@dataclass(frozen=True)
class _Text:
    """A text: its words in rows of five, which are its author's, and the places of those words."""

    rows: tuple[Row, ...]
    own_rows: frozenset[Row]
    own: frozenset[int]


def same_texts(
    task: str, title: str, texts: Mapping[str, str], known: Iterable[str]
) -> list[Likeness]:
    """Return which written answers to a task are the same, or nearly.

    Args:
        task: Id of the task.
        title: Its title.
        texts: What was written, by the name of the folder.
        known: What everybody was given: the task, the notebook. It counts for nobody.

    Returns:
        A likeness for each text that several have.
    """
    given = {row for text in known for row in _rows(_words(text))}
    holders: dict[Row, list[str]] = defaultdict(list)
    for name in sorted(texts):
        holders[_words(texts[name])].append(name)
    long = {names[0]: _text(words, given) for words, names in holders.items()}
    long = {name: text for name, text in long.items() if len(text.own) >= _FEWEST_WORDS}
    same = {pair: 1.0 for one in holders.values() if one[0] in long for pair in pairwise(one)}
    alike = same | {pair: part for pair in _candidates(long) if (part := _share(long, pair))}
    return [
        Likeness(names, "text", (task,), _told(names, title, low, len(texts)))
        for names, low in _groups(alike)
    ]


def _words(text: str) -> tuple[str, ...]:
    """Return the words of a text as they are compared: case, stops and hidden signs are gone."""
    folded = unicodedata.normalize("NFKC", text[: 20 * _MOST_WORDS]).casefold()
    seen = "".join(sign for sign in folded if unicodedata.category(sign) != "Cf")
    return tuple(re.findall(r"\w+", seen)[:_MOST_WORDS])


def _rows(words: tuple[str, ...]) -> tuple[Row, ...]:
    return tuple(words[at : at + _ROW] for at in range(len(words) - _ROW + 1))


def _text(words: tuple[str, ...], given: set[Row]) -> _Text:
    rows = _rows(words)
    taken = {at + n for at, row in enumerate(rows) if row in given for n in range(_ROW)}
    own = frozenset(range(len(words))) - taken
    return _Text(rows, frozenset(rows) - given, own)


def _candidates(texts: Mapping[str, _Text]) -> list[Pair]:
    """Return pairs that share as many rows as the shortest run has."""
    holders: dict[Row, list[str]] = defaultdict(list)
    for name, text in texts.items():
        for row in text.own_rows:
            holders[row].append(name)
    shared = Counter(pair for names in holders.values() for pair in _pairs(names))
    return [pair for pair, rows in shared.items() if rows > _SHORTEST_RUN - _ROW]


def _pairs(names: list[str]) -> Iterable[Pair]:
    return combinations(names, 2) if len(names) <= _MOST_PAIRED else pairwise(names)


def _share(texts: Mapping[str, _Text], pair: Pair) -> float:
    """Return which share of the shorter text's own words is in the other; 0 below a copy's."""
    shorter, longer = sorted((texts[name] for name in pair), key=lambda one: len(one.own))
    copied = shorter.own & set(_copied(shorter, longer))
    share = len(copied) / len(shorter.own)
    return share if share >= _SHARE and len(copied) >= _FEWEST_WORDS else 0.0


def _copied(text: _Text, other: _Text) -> Iterator[int]:
    """Give the places of words in runs that the other text has too."""
    places = enumerate(row in other.own_rows for row in text.rows)
    for shared, run in groupby(places, key=lambda one: one[1]):
        at = [place for place, _ in run]
        if shared and len(at) > _SHORTEST_RUN - _ROW:
            yield from range(at[0], at[-1] + _ROW)


def _groups(alike: Mapping[Pair, float]) -> list[tuple[tuple[str, ...], float]]:
    """Return who is joined by pairs, in alphabetical order, and the least share of such a pair."""
    of: dict[str, set[str]] = {}
    for pair in alike:
        joined = set(pair).union(*(of.get(name, ()) for name in pair))
        of |= dict.fromkeys(joined, joined)
    groups = {min(one): one for one in {id(one): one for one in of.values()}.values()}
    first = {name: lead for lead, one in groups.items() for name in one}
    least = dict.fromkeys(groups, 1.0)
    for (name, _), share in alike.items():
        least[first[name]] = min(share, least[first[name]])
    return [(tuple(sorted(groups[lead])), least[lead]) for lead in sorted(groups)]


def _told(names: tuple[str, ...], title: str, low: float, n: int) -> str:
    percent = f"{int(100 * low)}%{' or more' if len(names) > 2 else ''}"
    nearly = "" if low == 1 else "nearly "
    return (
        f"{' and '.join(names)} wrote {nearly}the same text for {title}: {percent} of the words "
        "of the shorter stand in the same order in the other, those of the task left out. "
        f"{len(names)} of {n} who wrote one have it. {NO_PROOF}"
    )

"""What a link chart says in words: one sentence that reads it, and its actors, ties and items."""

from collections.abc import Sequence
from html import escape

from trainkit.case.actors import LAYERS, SIDES, Actor
from trainkit.views.link_item import Shown, clock, grade_words
from trainkit.views.link_known import NAMES, Picture, chosen
from trainkit.views.link_look import LETTERS

_MOST_TOLD = 60

Row = tuple[str, ...]
Table = tuple[str, Row, list[Row]]


def label(actor: Actor) -> str:
    """Return what stands in an actor's shape: the letter of the role, and the number."""
    return f"{LETTERS[actor.role]}{actor.id}"


def plainly(role: str) -> str:
    """Return a role, a rank or a kind as a reader reads it.

    Examples:
        >>> plainly("safe_house_keeper")
        'safe house keeper'
    """
    return role.replace("_", " ")


def counted(n: int, one: str, many: str = "") -> str:
    """Return a number with its noun.

    Examples:
        >>> counted(1, "tie"), counted(2000, "tie")
        ('1 tie', '2,000 ties')
    """
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def sentence(picture: Picture, found: Sequence[Picture]) -> str:
    """Return the reading of a picture: how much it holds, who shares it, who has most ties.

    Args:
        picture: The picture that is read.
        found: All pictures to choose from.
    """
    size = f"{counted(len(picture.actors), 'actor')} and {counted(len(picture.pairs), 'tied pair')}"
    match picture.whose:
        case "truth":
            said = f"In truth there are {size}; {_unseen(picture, found)}."
        case "both" if len(found) < 3:
            said = f"{size.capitalize()}."
        case "both":
            said = f"The two teams together know {size}: {_shared(found)}."
        case side:
            said = f"The {side} team knows {size}."
    return " ".join(part for part in (said, _best(picture), _dated(picture.items)) if part)


def _unseen(truth: Picture, found: Sequence[Picture]) -> str:
    both = chosen(found, "both")
    actors, pairs = truth.numbers - both.numbers, truth.pairs - both.pairs
    return (
        f"neither team ever saw {counted(len(actors), 'of the actors', 'of the actors')} and "
        f"{counted(len(pairs), 'of the tied pairs', 'of the tied pairs')}"
    )


def _shared(found: Sequence[Picture]) -> str:
    alder, borea = (chosen(found, side).numbers for side in SIDES)
    return (
        f"{counted(len(alder & borea), 'actor is', 'actors are')} known to both, "
        f"{len(alder - borea):,} to Alder's alone, {len(borea - alder):,} to Borea's alone"
    )


def _best(picture: Picture) -> str:
    best = picture.best_connected()
    if not best:
        return ""
    actor, n = best
    return (
        f"Most ties: {label(actor)}, {plainly(actor.role)} in {actor.side}, "
        f"tied to {counted(n, 'other')}."
    )


def _dated(items: Sequence[Shown]) -> str:
    if not items:
        return "There is no item."
    first, last = int(items[0].time_h // 24), int(items[-1].time_h // 24)
    return f"{counted(len(items), 'item')}, day {first} to day {last}."


def tables(picture: Picture, found: Sequence[Picture]) -> tuple[Table, ...]:
    """Return actors, ties and items of a picture as tables: caption, columns, rows."""
    names = {actor.id: label(actor) for actor in picture.actors}
    ties: list[Row] = [
        (names[tie.first], names[tie.second], tie.layer, f"{tie.strength:.2f}")
        for layer in LAYERS
        for tie in picture.ties
        if tie.layer == layer
    ]
    return (
        ("Actors", ("Actor", "Role", "Rank", "State", "Known to"), _actors(picture, found)),
        ("Ties", ("Actor", "Actor", "Layer", "Strength"), ties),
        (
            "Items",
            ("Item", "When", "Kind", "Concerns", "Grade", "Known to", "Basis", "Custody", "Court"),
            [_item(item, names) for item in picture.items],
        ),
    )


def _actors(picture: Picture, found: Sequence[Picture]) -> list[Row]:
    return [
        (label(one), plainly(one.role), one.rank, one.side, known_to(one.id, found))
        for one in picture.actors
    ]


def known_to(actor: int, found: Sequence[Picture]) -> str:
    """Return which teams know an actor, in words."""
    whose = [one.whose for one in found if actor in one.numbers]
    sides = [side for side in SIDES if side in whose]
    return " and ".join(sides) or ("both" if "both" in whose else "never seen")


def _item(item: Shown, names: dict[int, str]) -> Row:
    concerned = ", ".join(names.get(one, "not known") for one in item.actors) or "nobody"
    return (
        item.id,
        clock(item.time_h),
        plainly(item.kind),
        concerned,
        grade_words(item.grade),
        " and ".join(item.known_to) or "no team",
        item.basis or "none recorded",
        custody(item),
        courts(item),
    )


def custody(item: Shown) -> str:
    """Return the hand-overs of an item in words, a gap first."""
    steps = [
        f"{clock(step.time_h)} {step.giver or 'collected'} to {step.taker}" for step in item.custody
    ]
    gap = [f"GAP: {item.gap}"] if item.gap else []
    return "; ".join((*gap, *steps)) or "none recorded"


def courts(item: Shown) -> str:
    """Return where an item may be used in court, in words."""
    if item.admissible is None:
        return "not decided"
    return " and ".join(item.admissible) or "nowhere: intelligence only"


def text(title: str, found: Sequence[Picture], whose: str) -> str:
    """Return a picture in lines: title, sentence, and its tables; long ones are cut and say so."""
    picture = chosen(found, whose)
    lines = [f"{title}. {NAMES[whose]}. {sentence(picture, found)}"]
    for caption, columns, rows in tables(picture, found):
        lines += ["", f"{caption} ({len(rows):,}): {' | '.join(columns)}"]
        lines += [" | ".join(row) for row in rows[:_MOST_TOLD]]
        more = len(rows) - _MOST_TOLD
        lines += [f"{more:,} more are on the chart."] if more > 0 else []
    return "\n".join(lines)


def html(title: str, found: Sequence[Picture], whose: str) -> str:
    """Return a picture as headed tables in HTML, whole, for a front end without widgets."""
    picture = chosen(found, whose)
    parts = [f"<h4>{escape(title)}. {NAMES[whose]}</h4><p>{escape(sentence(picture, found))}</p>"]
    for caption, columns, rows in tables(picture, found):
        head = "".join(f'<th scope="col">{escape(one)}</th>' for one in columns)
        body = "".join(
            f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows
        )
        parts.append(
            f"<table><caption>{caption} ({len(rows):,})</caption><thead><tr>{head}</tr></thead>"
            f"<tbody>{body}</tbody></table>"
        )
    return "".join(parts)

"""What the logbook says of an item: who took it, when, how, and whether the defence sees it.

A custody chain can be laid from these entries afterwards: the number of the item, the team that
took it, the hour, the channel that it came by, and each break.
"""

from trainkit.case.investigation.run import Run
from trainkit.case.investigation.team import Item, Team


def enter(
    run: Run,
    team: Team,
    item: Item,
    *,
    channel: str = "own",
    gap: bool = False,
    in_force: bool = True,
) -> None:
    """Write that a team has taken an item.

    Args:
        run: The run.
        team: Who took it.
        item: The item.
        channel: How it came: the team's own work, or a channel to the partner.
        gap: Whether its custody was broken on the way.
        in_force: Whether the order behind it was in force to the end.
    """
    told = _told(item)
    told["gap"], told["in_force"], told["channel"] = float(gap), float(in_force), channel
    told["disclosed"] = float(item.weight > 0.0 or run.plan.disclosure == "all")
    run.writer.write("item_obtained", team.name, **told)
    if gap:
        run.writer.write("custody_broken", team.name, item=item.number)


def _told(item: Item) -> dict[str, float | str]:
    """Return what an entry says of the item itself."""
    return {
        "item": float(item.number),
        "action": item.action,
        "target": float(item.target),
        "against": float(item.weight > 0.0),
        "weight": item.weight,
        "evidence": float(item.admissible),
        **item.graded,
    }

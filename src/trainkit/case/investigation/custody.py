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
    told: dict[str, float | str] = {"action": item.action, "target": item.target}
    against = item.weight > 0.0
    run.writer.write(
        "item_obtained",
        team.name,
        item=item.number,
        **told,
        against=float(against),
        weight=item.weight,
        evidence=float(item.admissible),
        gap=float(gap),
        in_force=float(in_force),
        channel=channel,
        disclosed=float(against or run.plan.disclosure == "all"),
        **item.graded,
    )
    if gap:
        run.writer.write("custody_broken", team.name, item=item.number)

"""What one team asks of the other, by which channel, and what the answer is worth.

A police-to-police answer is intelligence: it helps to find, and no court hears it. Legal assistance
and a joint team bring evidence; the one takes months, the other weeks to set up.
"""

from collections.abc import Iterable

from trainkit.case.evidence.court import heard_abroad
from trainkit.case.investigation import custody, disclosing, findings, money
from trainkit.case.investigation.run import DAY_H, WEEK_H, Run, Task, Waiting
from trainkit.case.investigation.team import Item, Team

ANSWER = -1
"""Stands for the number of an item where a tie comes with an answer of the partner."""
EVIDENCE = frozenset({"assistance", "joint_team"})


def channel_now(run: Run) -> str:
    """Return the channel in use: police until a joint team is at work."""
    if run.plan.channel == "joint_team" and not run.joint:
        return "police"
    return run.plan.channel


def answer_h(run: Run, channel: str, number: int) -> float:
    """Return the hours until the partner has answered."""
    spec = run.spec.channels
    days = {
        "police": spec.police_median_days,
        "assistance": spec.assistance_median_days,
        "joint_team": spec.joint_median_days,
    }[channel]
    return run.wait_h("case answer", number, days * DAY_H, spec.sigma)


def request(run: Run, task: Task) -> Waiting:
    """Send a request about somebody and take in the answer."""
    channel = channel_now(run)
    told: dict[str, float | str] = {"request": task.number, "target": task.target}
    run.writer.write("request_sent", task.team.name, **told, channel=channel)
    task.team.aim(task.action, task.target)
    other = run.partner(task.team)
    if run.plan.request_content == "all":
        share(run, task.team, other, (task.target,), channel)
    yield from send(run, task, channel)
    items = share(run, other, task.team, (task.target,), channel)
    run.writer.write("request_answered", task.team.name, **told, channel=channel, items=items)


def send(run: Run, task: Task, channel: str, why: str = disclosing.PURPOSE) -> Waiting:
    """Send a request by a channel, with its record, and wait until the partner has dealt with it.

    Args:
        run: The run.
        task: What it is about.
        channel: The channel.
        why: The purpose for which it tells personal data.
    """
    disclosing.tell(run, task, channel, why)
    told_h = run.env.now
    yield run.env.timeout(answer_h(run, channel, task.number))
    disclosing.record_late(run, task, told_h)


def share(run: Run, giver: Team, taker: Team, people: Iterable[int], channel: str) -> int:
    """Let a team have what the other knows of some people; return how many items are new."""
    return sum(
        _tell_of(run, giver, taker, person, channel)
        for person in people
        if _notes_news(run, giver, person, channel)
    )


def _notes_news(run: Run, giver: Team, person: int, channel: str) -> bool:
    """Note what a team holds of somebody; return whether it is more than when it told last.

    A team forgets nothing, so that what went by a channel for an offence need not go again.
    """
    place = giver.number, person, channel, run.plan.offence
    held = (
        person in giver.known,
        len(giver.ties.get(person, ())),
        len(giver.items.get(person, ())),
        len(run.register.lots.get(person, ())),
    )
    news = run.told.get(place) != held
    run.told[place] = held
    return news


def _tell_of(run: Run, giver: Team, taker: Team, person: int, channel: str) -> int:
    if person in giver.known:
        findings.show(run, taker.number, person)
    for other in sorted(giver.ties.get(person, ())):
        findings.tie(run, taker, ANSWER, person, other)
        findings.show(run, taker.number, other)
    return hand_over(run, giver, taker, person, channel)


def hand_over(run: Run, giver: Team, taker: Team, person: int, channel: str) -> int:
    """Let a team have the items about somebody and what was traced; return how many are new."""
    money.tell(run, giver, taker, person, channel)
    return sum(_pass_on(run, taker, item, channel) for item in giver.items.get(person, ()))


def _pass_on(run: Run, taker: Team, item: Item, channel: str) -> bool:
    heard = channel in EVIDENCE and _lawful_there(run, item, taker)
    given = item._replace(admissible=item.admissible and heard)
    news = taker.take(given)
    if news:
        custody.enter(run, taker, given, channel=channel)
    elif given.admissible:
        _hear_as_evidence(taker, given)
    return news


def _lawful_there(run: Run, item: Item, taker: Team) -> bool:
    """Return whether the taker's court may hear what the partner obtained under its own law."""
    action = "witness_interview" if item.action == "testimony" else item.action
    giver = run.teams[item.team].spec.side
    return heard_abroad(taker.spec.side, giver, action, run.plan.offence)


def _hear_as_evidence(taker: Team, given: Item) -> None:
    """Count before the court what the team had as intelligence until now."""
    if given.source not in taker.as_evidence:
        taker.as_evidence.add(given.source)
        taker.admit(given)


def joint_team(run: Run) -> Waiting:
    """Ask for a joint team where the plan has one, set it up, and share all from then on."""
    asked_h = run.plan.joint_from_days * DAY_H
    yield run.env.timeout(max(asked_h - run.env.now, 0.0))
    while run.plan.channel != "joint_team":
        yield run.env.timeout(WEEK_H)
    asked_h = run.env.now
    yield run.env.timeout(run.spec.channels.joint_setup_days * DAY_H)
    run.joint = True
    asked_days = (run.env.now - asked_h) / DAY_H
    run.writer.write("joint_team_began", run.teams[0].name, asked_days=asked_days)
    while True:
        for giver, taker in (run.teams, run.teams[::-1]):
            share(run, giver, taker, sorted(giver.known), "joint_team")
        yield run.env.timeout(WEEK_H)

"""What reaches a team of all that happens in a case, and how a line of it reads."""

from collections.abc import Iterator

from trainkit.case.investigation.kinds import team_name
from trainkit.kernel.logbook import Entry, Logbook

SAYS = {
    "order_granted": "an order for {action} on actor {target:.0f} is granted, until day {ends:.0f}",
    "order_renewed": "the order for {action} on actor {target:.0f} is renewed until day {ends:.0f}",
    "order_expired": "the order for {action} on actor {target:.0f} has ended",
    "order_expired_in_use": "the order for {action} on actor {target:.0f} ended while it was used",
    "action_refused": "no {action} on actor {target:.0f}: {reason}",
    "item_obtained": "item {item:.0f} on actor {target:.0f} comes in by {action}, {worth}",
    "custody_broken": "the custody of item {item:.0f} is broken",
    "actor_shown": "actor {actor:.0f} comes to notice",
    "board_warned": "the board warns: the partner is at work on actor {target:.0f}",
    "source_burned": "the source near actor {target:.0f} is burned by the partner",
    "request_sent": "a request on actor {target:.0f} goes out, {channel}",
    "request_answered": "the request on actor {target:.0f} is answered, {items:.0f} new items",
    "joint_team_began": "the joint team is at work",
    "enquiry_answered": "the enquiry on actor {target:.0f} is answered after {after_h:.0f} h",
    "branch_opened": "the branch of terrorist financing is opened on actor {target:.0f}",
    "branch_closed": "the branch on actor {target:.0f} is closed: {reason}",
    "assets_traced": "{crowns:.0f} crowns of actor {target:.0f} are traced",
    "assets_shared": "the partner has traced {crowns:.0f} crowns of actor {target:.0f}: {channel}",
    "assets_found_again": "{crowns:.0f} crowns of actor {target:.0f} are traced, as by the partner",
    "freeze_requested": "the partner is asked to freeze {crowns:.0f} crowns of actor {target:.0f}",
    "assets_frozen": "{crowns:.0f} crowns of actor {target:.0f} are frozen",
    "freeze_reviewed": "the freeze on actor {target:.0f} is reviewed: {outcome}",
    "arrest_deferred": "waiting with the arrest of actor {target:.0f} is allowed",
    "deferral_ended": "waiting with arrests ends: {reason}",
    "danger_held": "the danger to them is held back for the case",
    "deferral_reported": "a report on waiting with arrests is due, and is made",
    "danger_known": "{persons:.0f} people at sea are said to be in danger",
    "file_passed_on": "the file of actor {target:.0f} comes from the partner",
}
"""How a line of a team's reads; what has no line here reaches no team as such."""
_OF_ALL = {
    "person_arrested": "is arrested",
    "person_released": "is set free",
    "victim_presumed": "is presumed a victim",
    "reflection_began": "has a reflection period until day {ends:.0f}",
    "reflection_ended": "has come to the end of the reflection period",
    "testimony_given": "testifies",
    "testimony_withdrawn": "has withdrawn the testimony",
    "trial_ended": "is {result}",
    "surrender_decided": "is {decided} for {offence}",
    "person_expelled": "is expelled",
}
"""What happens to somebody before everybody's eyes: both teams know it."""
_REASONS = {
    "no_grounds": "there are no grounds",
    "no_basis": "the law has no basis",
    "no_target": "there is nobody to aim at",
}


def told(book: Logbook, side: str) -> Iterator[Entry]:
    """Yield what reaches the team of a State of a logbook, in the order of time."""
    name = team_name(side)
    for entry in book:
        own = entry.subject == name or entry.kind == "joint_team_began"
        if (own and entry.kind in SAYS) or entry.kind in _OF_ALL:
            yield entry


def line(entry: Entry) -> str:
    """Return an entry as a sentence, such as ``the joint team is at work``."""
    facts = {name: _plain(value) for name, value in entry.facts.items()}
    facts["ends"] = _day(entry.facts.get("expires_h", entry.facts.get("until_h")))
    facts["worth"] = "evidence" if entry.facts.get("evidence") else "intelligence"
    facts["decided"] = "surrendered" if entry.facts.get("granted") else "not surrendered"
    facts["outcome"] = "it holds" if entry.facts.get("held") else "it is lifted"
    if entry.kind in _OF_ALL:
        return f"{entry.subject} {_OF_ALL[entry.kind].format_map(facts)}"
    return SAYS[entry.kind].format_map(facts)


def _plain(value: float | str) -> float | str:
    return _REASONS.get(value, value.replace("_", " ")) if isinstance(value, str) else value


def _day(hours: float | str | None) -> float:
    return float(hours) / 24.0 if hours is not None else float("inf")

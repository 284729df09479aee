"""What acts are called, and whether they are secret, open or quiet; hours of a week in words."""

from trainkit.case.deconfliction import COVERT, OVERT

ACTS = {
    "records": "a request for records",
    "open_sources": "open sources",
    "financial_enquiry": "a financial enquiry",
    "telecom_data": "telephone data",
    "interception": "interception",
    "surveillance": "surveillance",
    "source_handling": "talks with a source",
    "witness_interview": "a witness interview",
    "search": "a search",
    "digital_forensics": "a look into devices",
    "first_contact": "a first contact with possible victims",
    "partner_request": "a request to the partner",
    "freeze": "a freeze",
}
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def sort(action: str) -> str:
    """Return how an act is seen by its target: ``secret``, ``open`` or ``quiet``."""
    if action in COVERT:
        return "secret"
    return "open" if action in OVERT else "quiet"


def clock(hour: int) -> str:
    """Return an hour of the week as a day and a time, with the hour itself.

    Examples:
        >>> clock(30)
        'Tue 06:00 (30)'
    """
    return f"{_DAYS[hour // 24 % 7]} {hour % 24:02}:00 ({hour})"

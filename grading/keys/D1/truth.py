"""What is true of each subject and item of D1, by its name; a test holds every name to a line here.

Findings and weights were read off what is told, by hand.
"""

SUBJECTS = {
    "young_account": "signal",
    "borrowed_card": "signal",
    "empty_hall": "signal",
    "paper_travel": "signal",
    "savings_circle": "none",
    "football_club": "none",
    "olive_press": "none",
    "school_books": "none",
    "care_worker": "none",
    "building_crew": "none",
    "one_sum": "ask",
    "late_estate": "ask",
}
"""What a subject shows."""

ITEMS = {
    "payer_in_file": ("proceeds", "payer_of_an_offence"),
    "same_day": ("proceeds", "passed_on_at_once"),
    "no_goods": ("proceeds", "no_trade_behind_it"),
    "departures": ("proceeds", "sums_follow_departures"),
    "on_a_list": ("terrorist_financing", "recipient_on_a_list_by_decision"),
    "stated": ("terrorist_financing", "stated_purpose_of_violence"),
    "by_a_court": ("terrorist_financing", "purchase_named_by_a_court"),
    "one_source": ("terrorist_financing", "named_by_a_graded_source"),
    "convicted": ("terrorist_financing", "link_to_a_convicted_person"),
    "shared_flat": ("terrorist_financing", "link_to_a_convicted_person"),
    "birthplace": ("neither", ""),
    "worship": ("neither", ""),
    "tongue": ("neither", ""),
    "many_accounts": ("neither", ""),
    "cash": ("neither", ""),
    "agent_used": ("neither", ""),
}
"""For which branch an item weighs, and as which indicator of `trainkit.case.finance.branch`."""

PROTECTED = frozenset({"birthplace", "worship", "tongue"})
"""Items about origin or faith: weighed in either branch, they are red line R3."""

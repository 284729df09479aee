"""Kinds of acts at sea. Those of rescue ask for no plan, and no gate stands before them."""

RESCUE = {
    "relay_distress": "pass on an alert of distress",
    "search_for_people": "search for people in distress",
    "go_to_distress": "go to people in distress",
    "ask_ship_for_help": "ask a ship to help people in distress",
    "coordinate_on_scene": "coordinate rescue on scene",
    "hand_over_rescue": "hand over the coordination of a rescue",
    "give_lifejackets": "give out lifejackets and rafts",
    "recover_people": "take people out of danger",
    "give_medical_help": "give medical help",
    "evacuate_patient": "evacuate a patient",
    "tow_from_danger": "tow a boat out of danger",
    "transfer_survivors": "transfer survivors to another unit",
    "bring_to_safety": "bring people to a place of safety",
}
"""By name, in words."""
OTHER = {
    "patrol": "patrol",
    "watch_from_air": "watch from the air",
    "share_picture": "share the picture of the sea, without personal data",
    "share_personal_data": "share personal data",
    "warn_before_departure": "warn of an unsafe departure",
    "hail": "hail a vessel and ask",
    "follow": "follow a vessel",
    "board": "board a vessel",
    "inspect_papers": "inspect a vessel's papers",
    "search_vessel": "search a vessel",
    "gather_evidence": "gather evidence",
    "detain_vessel": "detain a vessel",
    "escort_to_port": "escort a vessel to a port",
    "use_force": "use force",
    "exercise": "exercise together",
}
"""By name, in words: acts that, done jointly, need an approved plan."""
KINDS = {**RESCUE, **OTHER}


def is_rescue(kind: str) -> bool:
    """Return whether an act of that kind is one of rescue."""
    return kind in RESCUE

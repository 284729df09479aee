"""What is true of each act, clause, sentence and circumstance, by its name.

Each line was read off the published text of the sixteen points and the corrections to its reading:
verbs are sets for each clause, the paper gives no power, and no end is written. A test holds every
name of the lesson's pools to a line here.
"""

ACTS = {
    "consultation": "paper",
    "vision": "paper",
    "request": "paper",
    "letter": "paper",
    "elements": "paper",
    "willing": "paper",
    "older_identity": "own",
    "older_route": "own",
    "older_assistance": "own",
    "rescue_raft": "own",
    "rescue_yacht": "own",
    "rescue_boat": "own",
    "power_house": "power",
    "power_account": "power",
    "power_board": "power",
    "power_surrender": "power",
}
"""What an act needs: the paper in operation, a basis of its own, or a power that nothing gives."""

CLAUSES = {
    "view": "state",
    "visas": "act",
    "procedures": "act",
    "customs": "consider",
    "liberalisation": "consider",
    "trafficking": "consider",
    "training": "consider",
    "controls": "consider",
    "investigations": "consider",
    "departures": "consider",
    "crime": "agree",
    "security": "agree",
    "willing": "agree",
    "elements": "agree",
    "vision": "keep",
    "consultations": "keep",
    "flows": "keep",
    "almaty": "keep",
    "dialogue": "keep",
    "assistance": "encourage",
    "agencies": "encourage",
}
"""The degree to which a clause binds."""

SENTENCES = {
    "duty_4": "stronger",
    "duty_6": "stronger",
    "duty_7": "stronger",
    "duty_8": "stronger",
    "duty_9": "stronger",
    "duty_14": "stronger",
    "true_1": "same",
    "true_3": "same",
    "true_9": "same",
    "true_12": "same",
    "true_14": "same",
    "true_15": "same",
    "less_1": "weaker",
    "less_2": "weaker",
    "less_14": "weaker",
    "less_15": "weaker",
    "more_2": "adds",
    "more_5": "adds",
    "more_8": "adds",
    "more_9": "adds",
    "more_16": "adds",
}
"""What a sentence does with its point."""

ENTRIES = {
    "own_rescue": "own",
    "own_harbour": "own",
    "own_sea": "own",
    "own_2012": "own",
    "own_letter": "own",
    "own_medical": "own",
    "talk_11": "paper",
    "talk_6": "paper",
    "talk_10": "paper",
    "talk_13": "paper",
    "talk_14": "paper",
    "power_car": "power",
    "power_ship": "power",
    "power_money": "power",
    "strong_9": "stronger",
    "strong_6": "stronger",
    "strong_7": "stronger",
    "joint_early": "joint",
    "joint_later": "joint",
}
"""What an entry of the day's log is."""

BOARDING = {
    "unanswered": "flag_asked",
    "authorised": "flag_given",
    "territorial": "own_law",
    "stateless": "no_flag",
}
"""On what a boarding stands, by the circumstances of the vessel."""

DATA = {"written": "fields", "oral": "fields_confirmed", "bare": "ask"}
"""What is sent, by the circumstances of the request."""

NOTEBOOKS = {
    1: "C2",
    2: "D4",
    4: "F1",
    5: "F1",
    7: "B2",
    10: "F3",
    13: "B4",
    14: "F2",
    15: "E5",
    16: "E5",
}
"""The notebook of the curriculum, of those offered, that practises a point."""

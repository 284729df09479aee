"""What is true of each instrument, sighting, place and act, by its name.

Bindings were read off the columns IT and TR of the fact sheet of law, rows of confidence H alone;
`EU` there binds Italy, and `soft` binds neither by itself. Facts of sightings and places were read
off what is told, by hand. A test holds every name of the lesson's tables to a line here.
"""

from trainkit.lessons.a2.engine import Facts

BINDS = {
    "unclos": "italy",
    "solas": "both",
    "sar": "both",
    "salvage": "both",
    "custom": "both",
    "smuggling_protocol": "both",
    "untoc": "both",
    "palermo_trafficking": "both",
    "echr": "both",
    "cets_197": "both",
    "refugees": "both",
    "leave": "both",
    "decree_2003": "italy",
    "kinsa": "italy",
    "humanitarian": "italy",
    "law_6458": "turkiye",
    "regulation_2020": "turkiye",
    "penal_code": "turkiye",
    "msc_167": "neither",
    "safi": "neither",
    "paper": "neither",
    "fatf": "neither",
}
"""Whom an instrument binds, of Italy and Türkiye."""

_SEEN_OUTSIDE = Facts("danger", law_of_the_sea=False)
_NEXT_REGION = Facts("danger", centre=True, own_region=False)
_HELD_BACK = Facts("danger", able=False, law_of_the_sea=True)
_FORBIDDEN = Facts("danger", law_of_the_sea=True)
_SOUND = Facts("none")
_LATE = Facts("doubt", centre=True)

SIGHTINGS = {
    "deep_load": _SEEN_OUTSIDE,
    "slack_tube": _SEEN_OUTSIDE,
    "bailing": _SEEN_OUTSIDE,
    "thirst": _SEEN_OUTSIDE,
    "silent_centre": _NEXT_REGION,
    "will_look": _NEXT_REGION,
    "contested": _NEXT_REGION,
    "no_unit": _NEXT_REGION,
    "gas": _HELD_BACK,
    "fire": _HELD_BACK,
    "sloop": _HELD_BACK,
    "tow": _HELD_BACK,
    "owner": _FORBIDDEN,
    "charterer": _FORBIDDEN,
    "crime": _FORBIDDEN,
    "passed_by": _FORBIDDEN,
    "motor_yacht": _SOUND,
    "coaster": _SOUND,
    "fishing": _SOUND,
    "catamaran": _SOUND,
    "cousin": _LATE,
    "light": _LATE,
    "beacon": _LATE,
    "rumour": _LATE,
}
"""Facts of a sighting. Cyra and the State inside are parties to the Law of the Sea Convention."""

NOTES = {
    "small_hall": {},
    "chapel": {},
    "school": {},
    "bare_mole": {"needs": False},
    "quarry": {"needs": False},
    "customs_shed": {"needs": False},
    "islet": {"onward": False},
    "lighthouse": {"onward": False},
    "pier_closed": {"onward": False},
    "militia": {"threat": True},
    "returned": {"threat": True},
    "camp": {"threat": True},
    "sick_bay": {"ship": True},
    "hangar": {"ship": True},
    "saloon": {"ship": True},
    "harbour_town": {},
    "barracks": {},
    "resort": {},
    "sports_hall": {},
    "convent": {},
    "terminal": {},
}
"""What is told of a place, as facts; its room and distance are numbers of the case."""

ACTS = {
    "steer_water": "rescue",
    "pull_out": "rescue",
    "go_boat": "rescue",
    "stop_leak": "rescue",
    "vests": "rescue",
    "rafts": "rescue",
    "triage": "care",
    "warm": "care",
    "doctor": "care",
    "land": "landing",
    "ask_place": "landing",
    "hand_over": "landing",
    "names": "screening",
    "interview": "screening",
    "prints": "screening",
    "photograph": "enforcement",
    "chase": "enforcement",
    "board_motor": "enforcement",
    "plan": "paper",
    "report_form": "paper",
}
"""What an act serves."""

REPLIES = {
    "launch": "flag",
    "mother_ship": "flag",
    "skiff": "flag",
    "quay": "screening",
    "list": "screening",
    "swell": "screening",
    "draft": "no_gate",
    "point_nine": "no_gate",
    "caveat": "no_gate",
}
"""What answers the order from above."""

"""What is true of each file, paper and period, by its name; read off what is told, by hand.

Facts of a file are read by `trainkit.case.victims.elements`, visible signs by `.signs`, papers by
`.standing`. A test holds every name of the lesson's tables to a line here.
"""

from trainkit.case.victims.elements import Facts

_PAID = {"procured": True, "illegal_entry": True, "benefit": True, "act": "transport"}
_LABOUR, _SERVITUDE, _SEXUAL = "forced_labour", "servitude", "sexual_exploitation"

CLOSED = {
    "van": Facts(**_PAID),
    "yacht": Facts(**_PAID),
    "forest": Facts(**_PAID),
    "laundry": Facts(act="recruitment", means="deception", purpose=_LABOUR, border=False),
    "orchard": Facts(act="harbouring", means="force", purpose=_LABOUR, border=False),
    "landlord": Facts(
        act="harbouring", means="abuse_of_vulnerability", purpose=_SERVITUDE, border=False
    ),
    "station": Facts(act="harbouring", purpose=_LABOUR, child=True, border=False),
    "four_children": Facts(act="transfer", purpose=_SERVITUDE, child=True, border=False),
    "workshop": Facts(act="recruitment", purpose=_LABOUR, child=True, border=False),
    "site": Facts(**_PAID, means="coercion", purpose=_LABOUR),
    "club": Facts(**_PAID, means="deception", purpose=_SEXUAL),
    "vessel": Facts(**_PAID, means="threat", purpose=_LABOUR),
    "nurse": Facts(procured=True, illegal_entry=True, act="transport"),
    "schoolfriend": Facts(procured=True, illegal_entry=True, act="transport"),
    "river": Facts(procured=True, illegal_entry=True, act="transport"),
    "soup": Facts(illegal_entry=True, helper="humanitarian"),
    "stood_by": Facts(illegal_entry=True, helper="rescuer"),
    "doctor": Facts(illegal_entry=True, helper="humanitarian"),
}

_LAWFUL = {"border": True, "illegal_entry": False}
_HERE = {"border": False}

OPEN = {
    "family_wood": Facts(**_PAID),
    "family_aunt": Facts(**_PAID),
    "family_bakery": Facts(**_PAID),
    "hurt_cold": Facts(**_PAID),
    "hurt_van": Facts(**_PAID),
    "hurt_snow": Facts(**_PAID),
    "skipper_fourth": Facts(**_PAID),
    "skipper_own": Facts(**_PAID),
    "skipper_share": Facts(**_PAID),
    "debt_cousin": Facts(**_PAID),
    "debt_bank": Facts(**_PAID),
    "debt_uncle": Facts(**_PAID),
    "nanny": Facts(**_LAWFUL, act="receipt", means="coercion", purpose=_SERVITUDE),
    "cups": Facts(**_HERE, act="harbouring", means="coercion", purpose=_SERVITUDE),
    "carer": Facts(**_LAWFUL, act="receipt", means="threat", purpose=_LABOUR),
    "fruit": Facts(**_LAWFUL, act="recruitment", means="deception", purpose=_LABOUR),
    "quarry": Facts(**_HERE, act="recruitment", means="coercion", purpose=_LABOUR),
    "fish": Facts(**_LAWFUL, act="recruitment", means="deception", purpose=_LABOUR),
    "flowers": Facts(**_HERE, act="transport", purpose=_LABOUR, child=True),
    "car_wash": Facts(**_HERE, act="harbouring", purpose=_LABOUR, child=True),
    "stalls": Facts(**_HERE, act="recruitment", purpose=_LABOUR, child=True),
    "restaurant": Facts(**_LAWFUL, act="recruitment", means="deception", purpose=_SEXUAL),
    "dancer": Facts(**_HERE, act="transfer", means="threat", purpose=_SEXUAL),
    "dresses": Facts(**_HERE, act="transport", means="deception", purpose=_SEXUAL),
    "tiller_beaten": Facts(**_PAID, means="force", purpose=_LABOUR),
    "tiller_brother": Facts(**_PAID, means="threat", purpose=_LABOUR),
    "tiller_barn": Facts(**_PAID, means="force", purpose=_LABOUR),
    "off_farm": Facts(**_PAID, means="coercion", purpose=_LABOUR),
    "off_offices": Facts(**_PAID, means="threat", purpose=_LABOUR),
    "off_poultry": Facts(**_PAID, means="coercion", purpose=_LABOUR),
    "rescued_raft": Facts(illegal_entry=True, helper="rescuer"),
    "rescued_mast": Facts(illegal_entry=True),
    "rescued_tea": Facts(illegal_entry=True, helper="rescuer"),
    "mother": Facts(procured=True, illegal_entry=True, act="transport", helper="parent"),
    "father": Facts(procured=True, illegal_entry=True, act="transport", helper="parent"),
    "grandmother": Facts(procured=True, illegal_entry=True, act="transport", helper="parent"),
    "bus_stop": Facts(illegal_entry=True, act="harbouring", helper="humanitarian"),
    "parish": Facts(illegal_entry=True, act="harbouring", helper="humanitarian"),
    "meter": Facts(illegal_entry=True, act="transport", helper="humanitarian"),
    "scaffold": Facts(**_HERE, act="recruitment"),
    "hotel": Facts(**_LAWFUL, act="recruitment"),
    "robbed": Facts(illegal_entry=True, means="force"),
}

SIGNS = {
    "nanny": ("documents_held", "no_leaving", "threats"),
    "cups": ("growing_debt", "wages_kept", "no_leaving", "watched"),
    "carer": ("documents_held", "wages_kept", "threats", "other_work"),
    "fruit": ("documents_held", "growing_debt", "watched", "other_work"),
    "quarry": ("wages_kept", "no_leaving", "threats"),
    "fish": ("documents_held", "wages_kept", "threats", "other_work"),
    "flowers": ("documents_held", "unrelated_adult", "moved_on", "wages_kept", "watched"),
    "car_wash": ("unrelated_adult", "wages_kept"),
    "stalls": ("unrelated_adult", "wages_kept"),
    "restaurant": ("documents_held", "watched", "other_work", "fears_police"),
    "dancer": ("other_work", "moved_on", "threats", "wages_kept"),
    "dresses": ("other_work", "moved_on", "growing_debt", "knows_no_address"),
    "tiller_beaten": ("documents_held", "steered_under_threat", "watched", "threats"),
    "tiller_brother": ("no_leaving", "steered_under_threat", "threats"),
    "tiller_barn": ("no_leaving", "steered_under_threat", "wages_kept"),
    "off_farm": ("documents_held", "growing_debt", "no_leaving"),
    "off_offices": ("documents_held", "wages_kept", "threats"),
    "off_poultry": ("growing_debt", "wages_kept", "watched"),
    "hurt_cold": ("injuries",),
    "hurt_snow": ("injuries",),
    "robbed": ("injuries",),
}
"""Signs of a person that are visible today; none where a file is not named."""

CHILDREN = frozenset({"flowers", "car_wash", "stalls"})
"""Files of somebody who is or may be under 18 and without their own people."""

OFFENCES = {
    "forced_tiller": "steered",
    "other_work": "from_exploitation",
    "household": "unrelated",
    "child": "none",
    "paid_skipper": "steered",
    "own_debt": "own_entry",
}
"""What the paper of a slot lays to the person's charge."""

SMUGGLED = frozenset({"own_debt"})
"""Papers about somebody who was brought in by others, for a benefit of theirs."""

DOES = {"withdrawn": "stays", "general": "stays", "improper": "may_end", "pending": "stays"}
"""What follows from a period, by its slot."""

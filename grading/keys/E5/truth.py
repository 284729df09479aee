"""What is true of each line, proposal and place, by its name.

A test holds every name of the lesson's pools to a line here. Edits are in no table: a hash tells.
"""

LINES = {
    f"{part}_{letter}": verdict
    for part in ("scope", "target", "force", "duration", "area", "suspension", "rescue", "third")
    for letter, verdict in (("a", "sound"), ("b", "vague"), ("c", "law"), ("d", "one"))
}
"""Whether a line may stand, and what is wrong with it."""

PROPOSALS = {
    **{f"{caveat}_1": "within" for caveat in ("line", "data", "board", "hours", "word", "name")},
    **{f"{caveat}_2": "against" for caveat in ("line", "data", "board", "hours", "word", "name")},
    **{f"new_{number}": "silent" for number in (1, 2, 3)},
    **{f"help_{number}": "rescue" for number in (1, 2, 3)},
}
"""How Cyra's letter bears on a proposal."""

PATROL = {"own": "own", "high": "own", "theirs": "leave"}
"""What the patrol does while no version has two signatures, by where it is."""

"""What a trainee with paper and pencil reads off the page of C5: words, lines and columns."""

from trainkit.lessons.c5.page import _asked, _meeting, _notice, _week


def lines(case):
    """Read the board line by line: team, act, how it is seen, person, from, until, work."""
    rows = [row.split(" | ") for row in _week(case).words.split("\n\n")[0].splitlines()[2:]]
    return [(r[0], r[1], r[2], r[3], _hour(r[4]), _hour(r[5]), int(r[6])) for r in rows]


def _hour(text):
    return int(text.split("(")[1].rstrip(")"))


def fresh(case):
    """Read for how many hours an act stays fresh."""
    return int(_asked(case.week).split("fresh for ")[1].split()[0])


def about(case, person):
    """Return the two lines about a person, one under the other."""
    return [line for line in lines(case) if line[3] == person]


def meant(case):
    """Return the person whose open act is to be moved."""
    return _asked(case.week).split("about person ")[1][0]


def figures(case):
    """Read the figures of the box, in their order."""
    rows = [row.split(" | ")[1] for row in _meeting(case).words.splitlines()[2:]]
    found = []
    for text in rows:
        digits = [word for word in text.replace(",", " ").split() if word.isdigit()]
        found.append(int(digits[0]) if digits else _WORDS[text.split()[-1]])
    return found


_WORDS = {"three": 3, "four": 4, "five": 5}


def situation(case):
    """Read what the notice is about."""
    return _notice(case).words.split("\n\n")[0]

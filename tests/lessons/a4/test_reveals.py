"""What is said after a commit in A4 does not contradict what was answered."""

import pytest

from trainkit.lessons.a4.reveals import reveal


def said(case, life, others):
    answer = {
        f"request_{n}": life if one.due == "voice" else others
        for n, one in enumerate(case.requests, start=1)
    }
    return reveal(case, "a4_gate", answer).text


@pytest.mark.parametrize(
    ("life", "others", "told"),
    [
        ("voice", "no_basis", "What could not wait you told by telephone"),
        ("no_basis", "voice", "and not what could not wait for a letter"),
        ("as_asked", "reduced", "Nothing went by telephone"),
    ],
)
def test_only_the_life_in_danger_that_was_told_by_telephone_is_called_so(cases, life, others, told):
    for case in cases[:10]:
        assert told in said(case, life, others)

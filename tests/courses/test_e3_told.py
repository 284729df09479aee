"""What the text of E3 says: rows of the fact sheet, red lines in time, and nothing real."""

import re
from pathlib import Path

import pytest

from trainkit.guard import require_invented
from trainkit.joint.enforcement.sources import SOURCES

TEXT = (Path(__file__).parents[2] / "courses" / "e_coast_guards" / "E3" / "E3.md").read_text(
    "utf-8"
)
FAILS = (
    r"migrants are (all )?(criminals|victims)",
    r"\billegals\b|\billegal (migrant|person|people|immigrant)",
    r"\btargets?\b(?! and)",
    r"suspects are secured",
    r"may board any",
    r"nationality is a",
)
"""Statements and words that must fail review."""


def box():
    start, end = TEXT.index("## The law box"), TEXT.index("## The gates")
    return TEXT[start:end]


def test_the_law_box_cites_rows_of_the_fact_sheet_and_says_that_nobody_has_signed_it():
    cited = set(re.findall(r"\bL\d\.\d+\b", box()))

    assert "Not signed by a lawyer" in box()
    assert cited >= {"L0.4", "L0.6", "L1.3", "L1.8", "L1.9", "L1.14", "L2.3"}
    assert cited <= set(SOURCES)


def test_the_red_lines_are_named_before_the_first_decision_with_their_price_and_an_appeal():
    before = TEXT[: TEXT.index('task("e3_gates")')]

    assert all(word in before for word in ("(R1)", "(R4)", "40", "appeal"))


@pytest.mark.parametrize("pattern", FAILS)
def test_no_statement_stands_that_must_fail_review(pattern):
    prose = TEXT.replace("scope, target, rules", "scope, rules")

    assert re.search(pattern, prose, re.IGNORECASE) is None


def test_nothing_real_and_nothing_that_helps_smugglers_is_in_the_text():
    require_invented(TEXT, "E3.md")


def test_paragraphs_are_short_enough_for_a_tired_evening():
    prose = [one for one in TEXT.split("\n\n") if not one.startswith(("|", "```", "* ", "1. "))]

    long = [one[:60] for one in prose if len(one.split()) > 130]
    assert long == []


def test_sentences_are_short():
    prose = re.sub(r"```.*?```|\|.*?\n", " ", TEXT, flags=re.DOTALL)
    sentences = re.split(r"(?<=[.?:])\s+", prose)

    lengths = sorted(len(one.split()) for one in sentences if one)
    assert lengths[len(lengths) // 2] <= 14
    assert lengths[-1] <= 60

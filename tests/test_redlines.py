"""Red lines are decided on the logbook alone."""

import pickle

import numpy as np
import pytest

from trainkit.errors import TrainkitError
from trainkit.kernel.chain import save
from trainkit.kernel.logbook import Kind, Logbook, entry_type
from trainkit.redlines import Breach, altered, breaches, delayed, forbidden, without

KINDS = (
    Kind("distress_known"),
    Kind("rescue_began"),
    Kind("boarding_began"),
    Kind("basis_recorded"),
    Kind("data_shared", ("persons",)),
)
NAMES = {kind.name: number for number, kind in enumerate(KINDS)}
SUBJECTS = ("Alder 1", "Borea 1")

RESCUE = delayed("R1", "distress_known", "rescue_began", ("boarding_began",), "boarded first")
SHARING = without("R5", "data_shared", "basis_recorded", "shared without a basis")


def _always(_entry):
    return True


def book(*lines):
    entries = np.zeros(len(lines), dtype=entry_type(KINDS))
    for place, (kind, subject, fact) in enumerate(lines):
        entries[place] = (float(place), NAMES[kind], subject, np.nan)
        entries["facts"][place, 0] = fact
    return Logbook(KINDS, SUBJECTS, entries)


def line(kind, subject=0, fact=np.nan):
    return kind, subject, fact


def test_boarding_between_distress_and_rescue_is_a_breach():
    found = RESCUE(book(line("distress_known"), line("boarding_began"), line("rescue_began")))

    assert found == [Breach("R1", 1, "boarded first (Alder 1 at 1.00 h)")]


@pytest.mark.parametrize(
    "lines",
    [
        (line("boarding_began"), line("distress_known"), line("rescue_began")),
        (line("distress_known"), line("rescue_began"), line("boarding_began")),
        (line("distress_known", 0), line("boarding_began", 1)),
        (),
    ],
)
def test_boarding_before_after_or_by_who_knew_nothing_is_none(lines):
    assert RESCUE(book(*lines)) == []


def test_each_sharing_needs_its_own_basis():
    found = SHARING(
        book(
            line("basis_recorded"), line("data_shared"), line("data_shared"), line("data_shared", 1)
        )
    )

    assert [breach.event for breach in found] == [2, 3]


def test_a_forbidden_entry_is_a_breach_when_its_facts_say_so():
    rule = forbidden("R5", "data_shared", "too many", lambda entry: entry.facts["persons"] > 3)

    found = rule(book(line("data_shared", 0, 2.0), line("data_shared", 1, 9.0)))

    assert [(breach.event, breach.text) for breach in found] == [
        (1, "too many (Borea 1 at 1.00 h)")
    ]


def test_breaches_come_once_and_in_order():
    log = book(line("data_shared"), line("distress_known"), line("boarding_began"))

    found = breaches((RESCUE, SHARING, RESCUE), log)

    assert [(breach.rule, breach.event) for breach in found] == [("R5", 0), ("R1", 2)]


def test_an_altered_log_is_r8_and_a_whole_one_is_none(tmp_path):
    path = tmp_path / "log.jsonl"
    save(book(line("distress_known"), line("rescue_began")), path)
    whole = altered(path)
    path.write_text(path.read_text(encoding="utf-8").replace("Alder", "Cyra"), encoding="utf-8")

    assert whole == []
    assert altered(path)[0].rule == "R8"


def test_a_rule_that_is_none_is_refused():
    with pytest.raises(TrainkitError, match="No red line is called 'R9'"):
        forbidden("R9", "data_shared", "x")


@pytest.mark.parametrize(
    "rule", [RESCUE, SHARING, forbidden("R1", "boarding_began", "boarded", _always)]
)
def test_a_rule_reads_the_same_in_another_process(rule):
    log = book(line("distress_known"), line("boarding_began"), line("data_shared"))

    there = pickle.loads(pickle.dumps(rule))  # noqa: S301, our own bytes

    assert there(log) == rule(log) != []

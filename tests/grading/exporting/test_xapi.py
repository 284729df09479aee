"""Statements against the rules of xAPI 1.0.3, each of which is shown to find what it forbids.

Sources:
    ADL, *Experience API* 1.0.3, part two (github.com/adlnet/xAPI-Spec, ``xAPI-Data.md``): 2.4.1
    ids, 2.4.2.3 identifiers of actors, 2.4.3 verbs, 2.4.4.1 activities, 2.4.5.1 scores, 4.1
    extensions, 4.2 language maps, 4.3 IRIs (RFC 3987), 4.5 timestamps (RFC 3339), 4.6 durations.
"""

import json
import math
import re
from copy import deepcopy
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainkit.errors import TrainkitError
from trainkit.grading.booked import Booked
from trainkit.grading.exporting.marks import Mark, Marks, Person
from trainkit.grading.exporting.xapi import xapi_lines
from trainkit.grading.report import Row

KNOWN = {"id", "actor", "verb", "object", "result", "context", "timestamp"}
IDENTIFIERS = {"mbox", "mbox_sha1sum", "openid", "account"}
_ANY = re.IGNORECASE
IRI = re.compile(r"[a-z][a-z0-9+.-]*:(?:[^\x00-\x20\x7f-\x9f\\<>\"{}|^`%]|%[0-9a-f]{2})+", _ANY)
TAG = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?")
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
TIME = re.compile(
    r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?"
    r"(Z|(?!-00:00)[+-]\d\d:[0-5]\d)"
)
DURATION = re.compile(r"P(?=.)(\d+W|(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d\d?)?S)?)?)")


def broken_rules(said):
    """Return the rules that a statement breaks."""
    verb, thing = said.get("verb", {}), said.get("object", {})
    kept = {
        "known": set(said) <= KNOWN and None not in values(said),
        "id": bool(UUID.fullmatch(said.get("id", ""))),
        "actor": is_actor(said.get("actor", {})),
        "verb": is_iri(verb.get("id")) and is_map(verb.get("display")),
        "object": thing.get("objectType") == "Activity" and is_iri(thing.get("id")),
        "definition": is_definition(thing.get("definition", {})),
        "score": is_score(said.get("result", {}).get("score", {})),
        "success": agrees(said),
        "duration": bool(DURATION.fullmatch(said.get("result", {}).get("duration", "PT0S"))),
        "extensions": all(map(is_iri, said.get("context", {}).get("extensions", {}))),
        "timestamp": bool(TIME.fullmatch(said.get("timestamp", "2030-01-01T00:00:00Z"))),
    }
    return {rule for rule, ok in kept.items() if not ok}


def values(part):
    """Give every value inside a statement."""
    for one in part.values():
        yield one
        yield from values(one) if isinstance(one, dict) else ()


def is_iri(text):
    return isinstance(text, str) and bool(IRI.fullmatch(text))


def is_map(found):
    return bool(found) and all(
        TAG.fullmatch(tag) and isinstance(text, str) and text for tag, text in found.items()
    )


def is_actor(actor):
    account = actor.get("account", {})
    whole = set(account) == {"homePage", "name"} and is_iri(account["homePage"])
    one = len(IDENTIFIERS & set(actor)) == 1 and "account" in actor
    return one and whole and bool(account["name"]) and actor["objectType"] == "Agent"


def is_definition(found):
    return set(found) == {"name", "type"} and is_map(found["name"]) and is_iri(found["type"])


def is_score(score):
    numbers = all(type(one) in {int, float} and math.isfinite(one) for one in score.values())
    if not numbers or set(score) != {"scaled", "raw", "min", "max"}:
        return False
    inside = score["min"] < score["max"] and score["min"] <= score["raw"] <= score["max"]
    return inside and -1 <= score["scaled"] <= 1


def agrees(said):
    """Return whether the verb and the result say the same."""
    verb = str(said.get("verb", {}).get("id")).rpartition("/")[2]
    result = said.get("result", {})
    wanted = {"passed": True, "failed": False, "scored": None}[verb] if verb else "none"
    return result.get("success") is wanted and result.get("completion") is True


ZONES = st.sampled_from([UTC, timezone(timedelta(hours=-3.5)), ZoneInfo("Europe/Athens")])
SPOILED = {
    "known": ("context", "revision", None),
    "id": ("id", None, "12345678"),
    "actor": ("actor", "mbox", "mailto:ada@alder.invalid"),
    "verb": ("verb", "display", {"English": "passed"}),
    "object": ("object", "id", "https://academy.invalid/notebooks/T 1"),
    "definition": ("object", "definition", {"name": {"en": ""}, "type": "assessment"}),
    "score": ("result", "score", {"scaled": 1.5, "raw": 150.0, "min": 0, "max": 100}),
    "success": ("result", "success", False),
    "duration": ("result", "duration", "20 min"),
    "extensions": ("context", "extensions", {"notice": "an exercise"}),
    "timestamp": ("timestamp", None, "2030-05-01T12:00:00"),
}


@pytest.mark.parametrize("rule", SPOILED)
def test_every_rule_finds_what_it_forbids(drawn_one, rule):
    place, name, value = SPOILED[rule]
    said = deepcopy(drawn_one)
    if name:
        said[place][name] = value
    else:
        said[place] = value

    assert broken_rules(drawn_one) == set()
    assert broken_rules(said) == {rule}


@pytest.fixture
def drawn_one():
    booked = Booked(_at(2030), 0.0, 100.0, 30.0, {}, {})
    row = Row("T1", "ada", "graded", final=94.0, passed=True)
    return json.loads(xapi_lines(marks_of([Mark(Person("ada"), row, booked)])))


def _at(year):
    return datetime(year, 5, 1, 12, tzinfo=UTC)


def marks_of(marks):
    return Marks(tuple(marks), ("T1",), 0)


@st.composite
def drawn_marks(draw):
    """A cohort of any size: ids of every script, marks above 100, no marks, no times."""
    names = draw(st.lists(st.text(min_size=1, max_size=12), unique=True, max_size=5))
    return marks_of(draw(drawn_mark(name)) for name in names)


def drawn_mark(name):
    booked = st.builds(
        lambda at: Booked(at, 0.0, 100.0, 30.0, {}, {}),
        st.none() | st.builds(datetime.fromtimestamp, st.integers(0, 4_000_000_000), ZONES),
    )
    rows = st.builds(
        Row,
        notebook=st.sampled_from(["T1", "E1", "F2 é/ü"]),
        trainee=st.just(name),
        state=st.sampled_from(["graded", "waiting", "partly"]),
        final=st.none() | st.floats(0, 130),
        passed=st.none() | st.booleans(),
    )
    return st.builds(Mark, st.just(Person(name)), rows, st.none() | booked)


@given(drawn_marks())
def test_any_cohorts_statements_keep_every_rule_and_are_one_a_line(marks):
    text = xapi_lines(marks)

    said = [json.loads(line) for line in text.splitlines()]
    with_mark = [one for one in marks.marks if one.row.final is not None]
    assert [broken_rules(one) for one in said] == [set()] * len(with_mark)
    assert [one["actor"]["account"]["name"] for one in said] == [
        one.person.name for one in with_mark
    ]
    assert len({one["id"] for one in said}) == len(said)
    assert xapi_lines(marks) == text


@pytest.mark.parametrize("arguments", [(), ("--provisional",), ("--pseudonyms",)])
def test_statements_of_a_graded_cohort_keep_every_rule(cohort, exported, arguments):
    said = [json.loads(line) for line in exported("xapi", *arguments).splitlines()]

    assert len(said) == (3 if "--provisional" in arguments else 2)
    assert [broken_rules(one) for one in said] == [set()] * len(said)


@pytest.mark.parametrize(
    "address",
    [
        "academy.alder.invalid",
        "ftp://academy.alder.invalid",
        "https://academy alder.invalid",
        "https://aca\ndemy.invalid",
        "https://<b>.alder.invalid",
        "https://academy.invalid/{course}",
        "https://academy.invalid/%zz",
        "https://academy.invalid/?a=1",
        "https://academy.invalid/#a",
        "https://[::1",
        "https://ada:secret@academy.invalid",
    ],
)
def test_an_address_that_makes_no_iri_is_refused(address):
    with pytest.raises(TrainkitError, match="home_page"):
        xapi_lines(marks_of([]), address)


@pytest.mark.parametrize(
    "address",
    ["https://académie.alder.invalid/école/", "http://[::1]:8080", "https://a.invalid/%C3%A9"],
)
def test_an_address_of_any_script_names_people_and_notebooks(address):
    mark = Mark(Person("ada"), Row("T1", "ada", "graded", final=50.0), None)

    said = json.loads(xapi_lines(marks_of([mark]), address))

    assert broken_rules(said) == set()
    assert said["object"]["id"] == f"{address.rstrip('/')}/notebooks/T1"

"""Pseudonyms: stable, apart, and nothing in a pseudonymous export tells who it is."""

import json
import re
import stat
import uuid
from datetime import datetime

import pytest

from trainkit.grading.exporting.export import FORMATS
from trainkit.grading.exporting.pseudonyms import pseudonyms

KEY = bytes(32)
NAMES = re.compile(r"(?i)ada|ben|cem|zoe|adriana|lovegrove|cemal|ozturk|zander|alder|borea")


def test_a_pseudonym_is_stable_and_another_under_another_key_or_course():
    (own,) = pseudonyms(KEY, "t", ["ada"]).values()

    assert pseudonyms(KEY, "t", ["ben", "Ada"])["Ada"] == own
    assert pseudonyms(b"1" * 32, "t", ["ada"])["ada"] != own
    assert pseudonyms(KEY, "u", ["ada"])["ada"] != own


def test_pseudonyms_that_would_be_alike_get_longer():
    ids = [f"trainee{number}" for number in range(200)]

    found = pseudonyms(KEY, "t", ids, letters=1)

    assert len(set(found.values())) == 200


@pytest.mark.parametrize("letters", [1, 2, 3])
def test_a_pseudonym_is_as_short_as_it_can_be_and_no_other_begins_with_it(letters):
    found = pseudonyms(KEY, "t", [f"trainee{number}" for number in range(300)], letters)

    def others_with(start):
        return sum(one.startswith(start) for one in found.values())

    assert all(others_with(one) == 1 for one in found.values())
    longer = [one for one in found.values() if len(one) > len("p-") + letters]
    whole = pseudonyms(KEY, "t", found, letters=40)
    for one in longer:
        assert sum(each.startswith(one[:-1]) for each in whole.values()) > 1


def test_nobody_has_no_pseudonym():
    assert pseudonyms(KEY, "t", []) == {}


def test_no_pseudonym_holds_a_name_by_chance():
    found = pseudonyms(KEY, "t", [f"trainee{number}" for number in range(20_000)]).values()

    assert not [one for one in found if NAMES.search(one)]


@pytest.mark.parametrize("form", FORMATS)
def test_no_pseudonymous_export_tells_who_it_is(cohort, exported, form):
    text = exported(form, "--pseudonyms")

    assert "p-" in text
    assert not NAMES.search(text)


def test_a_key_table_is_its_owners_alone(cohort, exported, tmp_path):
    exported("csv", "--pseudonyms", "--key-table", tmp_path / "keys.csv")

    assert stat.S_IMODE((tmp_path / "keys.csv").stat().st_mode) == 0o600
    assert "ada,p-" in (tmp_path / "keys.csv").read_text(encoding="utf-8-sig")


def test_statements_keep_the_rules_of_xapi_and_are_the_same_twice(cohort, exported):
    first, second = exported("xapi"), exported("xapi")

    said = {one["actor"]["account"]["name"]: one for one in map(json.loads, first.splitlines())}
    assert first == second
    assert said["ada"]["verb"]["id"] == "http://adlnet.gov/expapi/verbs/passed"
    assert said["cem"]["verb"]["id"] == "http://adlnet.gov/expapi/verbs/failed"
    assert datetime.fromisoformat(said["ada"]["timestamp"]).utcoffset() is not None
    for one in said.values():
        score = one["result"]["score"]
        assert uuid.UUID(one["id"]).version == 5
        assert set(one["actor"]["account"]) == {"homePage", "name"}
        assert -1 <= score["scaled"] <= 1
        assert score["min"] <= score["raw"] <= score["max"]
        assert score["scaled"] == score["raw"] / 100
        assert "null" not in json.dumps(one)

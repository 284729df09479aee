"""The export has FollowTheMoney's shape, hides what nobody sees, and adds up."""

import json
from collections import Counter
from datetime import UTC, datetime

import pytest

from trainkit.case.finance import LedgerSpec, ledger
from trainkit.case.finance.export import entities, json_lines
from trainkit.kernel.luck import Luck

START = datetime(2033, 3, 1, tzinfo=UTC)
BOOK = ledger(LedgerSpec(n_persons=40, n_companies=6, n_patterns=2, days=30), Luck(3))
LINKS = {
    "Payment": {"payer": {"Person", "Company"}, "payerAccount": {"BankAccount"},
                "beneficiary": {"Person", "Company"}, "beneficiaryAccount": {"BankAccount"}},
    "Ownership": {"owner": {"Person", "Company"}, "asset": {"Company", "BankAccount"}},
    "Directorship": {"director": {"Person"}, "organization": {"Company"}},
}  # fmt: skip
"""Which property leads to which schema, as the schemata of FollowTheMoney have it."""


@pytest.fixture(scope="module")
def exported():
    return [json.loads(line) for line in json_lines(BOOK, START).splitlines()]


def test_every_entity_has_an_id_a_schema_and_lists_of_texts(exported):
    for one in exported:
        assert set(one) == {"id", "schema", "properties"}
        assert all(
            isinstance(values, list) and all(isinstance(v, str) and v for v in values)
            for values in one["properties"].values()
        )
    assert len({one["id"] for one in exported}) == len(exported)


def test_as_many_entities_as_the_ledger_has(exported):
    found = Counter(one["schema"] for one in exported)

    assert found == {
        "Person": 40, "Company": 6, "BankAccount": 46, "Payment": len(BOOK.payments),
        "Ownership": 46 + 6, "Directorship": 6,
    }  # fmt: skip


def test_every_link_leads_to_an_entity_of_the_right_schema(exported):
    schema = {one["id"]: one["schema"] for one in exported}

    for one in exported:
        for name, allowed in LINKS.get(one["schema"], {}).items():
            assert schema[one["properties"][name][0]] in allowed


def test_amounts_add_up_to_the_cent_and_times_are_utc(exported):
    paid = [one["properties"] for one in exported if one["schema"] == "Payment"]

    assert sum(round(100 * float(one["amount"][0])) for one in paid) == sum(
        one.amount_cents for one in BOOK.payments
    )
    assert {one["currency"][0] for one in paid} == {"XTS"}
    first = BOOK.payments[0]
    at = datetime.fromisoformat(paid[0]["date"][0])
    assert (at - START).total_seconds() == pytest.approx(3600 * first.at_h, abs=1)


def test_what_nobody_sees_is_not_exported_and_all_is_said_to_be_synthetic():
    text = json_lines(BOOK, START)

    assert not any(one.id in text or one.shape in text for one in BOOK.laid)
    assert all("Synthetic" in one["properties"]["notes"][0] for one in entities(BOOK, START))

"""The academy's receipt: written at import, checked by the trainee offline."""

import json
import shutil
from datetime import UTC, datetime, timedelta

import pytest

from trainkit.errors import TrainkitError
from trainkit.grading.exchange.confirming import confirmed, told
from trainkit.grading.exchange.keypair import academy_key, fingerprint, key_in, public_part
from trainkit.grading.exchange.receiving import receipt_path
from trainkit.grading.exchange.signing import signed
from trainkit.grading.importing import import_submissions

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.fixture
def sent(built, hand_in, machine, tmp_path):
    """A trainee's folder: the own ZIP and receipt, and the receipt that the academy sent back."""
    path = hand_in(at=NOON)
    (one,) = import_submissions(built, "T1", path)
    target = tmp_path / "mail" / "ada.json"
    target.parent.mkdir()
    shutil.copy(receipt_path(built, "T1", "ada"), target)
    machine("ada")
    return target, one.digest


def test_a_trainee_learns_what_was_received_and_when(built, sent, tmp_path):
    path, digest = sent

    found = confirmed(path, tmp_path)

    assert (found.notebook, found.trainee, found.digest) == ("T1", "ada", digest)
    assert found.handed_in == NOON
    assert abs(datetime.now(UTC) - found.received) < timedelta(minutes=2)
    assert found.received.utcoffset() is not None
    assert found.academy == fingerprint(public_part(academy_key(built)))
    assert found.own == tmp_path / "ada-0-receipt.json"
    assert "compare these figures" in found.told[0]
    assert any("your own receipt" in line for line in told(found))


def test_without_the_own_receipt_the_hash_is_to_be_compared(sent, tmp_path):
    found = confirmed(sent[0], tmp_path / "mail")

    assert found.own is None
    assert any("compare the hash with yours" in line for line in told(found))


@pytest.mark.parametrize("change", [{"sha256": "00"}, {"handed_in": "2020-01-01T00:00:00+00:00"}])
def test_a_receipt_that_was_changed_confirms_nothing(sent, tmp_path, change):
    path, _ = sent
    path.write_text(json.dumps({**json.loads(path.read_bytes()), **change}), encoding="utf-8")

    with pytest.raises(TrainkitError, match="confirms nothing"):
        confirmed(path, tmp_path)


def test_a_receipt_of_another_academy_is_refused_once_one_is_known(sent, tmp_path):
    path, _ = sent
    confirmed(path, tmp_path)
    content = json.loads(path.read_bytes())
    kept = {name: content[name] for name in ("notebook", "trainee", "sha256", "received", "by")}
    other = signed("receipt", {**kept, "handed_in": content["received"]}, key_in(tmp_path / "k"))
    path.write_bytes(other)

    with pytest.raises(TrainkitError, match="Ask your instructor, by telephone or in person"):
        confirmed(path, tmp_path)


def test_the_own_receipt_is_not_taken_for_the_academys(sent, tmp_path):
    with pytest.raises(TrainkitError, match="no receipt that an academy signed"):
        confirmed(tmp_path / "ada-0-receipt.json", tmp_path)


@pytest.mark.parametrize(
    "content", [{}, {"notebook": "T1", "sha256": "0", "trainee": "ada", "received": 3}]
)
def test_a_signed_receipt_that_lacks_something_is_none(built, machine, tmp_path, content):
    path = tmp_path / "odd.json"
    path.write_bytes(signed("receipt", content, key_in(tmp_path / "k")))

    with pytest.raises(TrainkitError, match="no receipt that an academy signed"):
        confirmed(path, tmp_path)


def test_a_later_submission_gets_a_receipt_of_its_own(built, sent, hand_in):
    before = receipt_path(built, "T1", "ada").read_bytes()

    import_submissions(built, "T1", hand_in(at=NOON + timedelta(hours=1), a=5))

    assert receipt_path(built, "T1", "ada").read_bytes() != before

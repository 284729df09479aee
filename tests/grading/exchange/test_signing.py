"""Keys are made once and kept apart; a document that was changed is told from a whole one."""

import hashlib
import json
import os
import stat

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from trainkit.errors import TrainkitError
from trainkit.grading.exchange.keypair import (
    academy_key,
    academy_key_file,
    fingerprint,
    key_in,
    machine_key,
    public_part,
    settings_folder,
)
from trainkit.grading.exchange.signing import LARGEST_BYTES, read_document, signed

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))


def test_a_key_is_made_once_for_its_owner_alone(tmp_path):
    path = tmp_path / "sub folder" / "a.signing"

    first, second = key_in(path), key_in(path)

    assert public_part(first) == public_part(second)
    if os.name != "nt":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_academys_key_lies_beside_its_course_key_and_in_no_folder_of_the_academy(built):
    public = public_part(academy_key(built))

    assert academy_key_file(built).parent == built.course_key_file.parent
    assert not academy_key_file(built).is_relative_to(built.folder)
    assert public_part(academy_key(built)) == public


def test_a_machine_signs_with_its_own_key(machine):
    machine("one")
    first = public_part(machine_key())
    machine("two")

    assert public_part(machine_key()) != first
    assert (settings_folder() / "machine.signing").is_file()


@pytest.mark.parametrize("content", ["", "00ff", "no figures", "é"])
def test_a_key_that_is_damaged_is_never_written_over(tmp_path, content):
    path = tmp_path / "a.signing"
    path.write_text(content, encoding="utf-8")
    path.chmod(0o600)

    with pytest.raises(TrainkitError, match="bring it back from your copy"):
        key_in(path)

    assert path.read_text(encoding="utf-8") == content


@pytest.mark.skipif(os.name == "nt", reason="modes of files are POSIX's")
def test_a_key_that_everybody_may_read_is_refused(tmp_path):
    key_in(tmp_path / "a.signing")
    (tmp_path / "a.signing").chmod(0o644)

    with pytest.raises(TrainkitError, match="everybody may read it; `chmod 600"):
        key_in(tmp_path / "a.signing")


def test_a_document_comes_back_as_it_was_signed_and_another_library_call_verifies_it():
    raw = signed("receipt", {"trainee": "zoë", "points": 1.5}, KEY)

    document, content = read_document(raw, "receipt"), json.loads(raw)

    assert (document.state, document.content["trainee"]) == ("good", "zoë")
    assert document.signer == public_part(KEY)
    body = {name: part for name, part in content.items() if name != "signature"}
    text = json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    public = Ed25519PublicKey.from_public_bytes(bytes.fromhex(content["public_key"]))
    public.verify(bytes.fromhex(content["signature"]), text.encode())


@pytest.mark.parametrize(
    "change",
    [
        {"trainee": "ben"},
        {"extra": 1},
        {"public_key": "00" * 32},
        {"public_key": 3},
        {"public_key": "xx"},
        {"signature": ""},
        {"signature": None},
        {"signature": "00" * 64},
        {"signature": ["a"]},
    ],
)
def test_a_document_that_was_changed_is_told(change):
    content = {**json.loads(signed("receipt", {"trainee": "ada"}, KEY)), **change}

    document = read_document(json.dumps(content).encode(), "receipt")

    assert (document.state, document.signer) == ("wrong", "")


@pytest.mark.parametrize("gone", ["signature", "public_key"])
def test_half_a_signature_is_a_wrong_one(gone):
    content = json.loads(signed("receipt", {"trainee": "ada"}, KEY))
    del content[gone]

    assert read_document(json.dumps(content).encode(), "receipt").state == "wrong"


def test_a_document_without_a_signature_has_no_signer():
    document = read_document(b'{"trainee": "ada"}', "receipt")

    assert (document.state, document.signer) == ("unsigned", "")


def test_a_receipt_is_no_release():
    assert read_document(signed("receipt", {}, KEY), "release") is None


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"[]",
        b"\xff\xfe",
        b"{",
        b"[" * 50_000,
        b'{"a": 1, "a": 2}',
        b'{"a": ' + b"9" * 5_000 + b"}",
        b'{"a": "' + b"x" * LARGEST_BYTES + b'"}',
    ],
)
def test_what_is_no_document_is_none(raw):
    assert read_document(raw, "receipt") is None


def test_a_name_that_no_text_can_hold_is_a_wrong_signature():
    content = {**json.loads(signed("receipt", {}, KEY)), "a": "\ud800"}

    assert read_document(json.dumps(content).encode(), "receipt").state == "wrong"


def test_a_fingerprint_is_of_the_public_key_alone():

    digits = hashlib.sha256(bytes.fromhex(public_part(KEY))).hexdigest()[:20]

    assert fingerprint(public_part(KEY)).replace("-", "") == digits

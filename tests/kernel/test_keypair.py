"""A signature holds for its key and its message alone; a secret lies in no checkout."""

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from trainkit.kernel.keypair import key_in, public_part, signature_holds
from trainkit.kernel.secretfile import checkout_of, write_secret

# RFC 8032, section 7.1, TEST 2: secret key, public key, message, signature.
FIGURES = "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"
PUBLIC = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"
SIGNATURE = (
    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
    "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
)


def test_the_signature_of_the_standard_s_example_holds():
    key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(FIGURES))

    assert public_part(key) == PUBLIC
    assert key.sign(b"\x72").hex() == SIGNATURE
    assert signature_holds(PUBLIC, SIGNATURE, b"\x72")


@pytest.mark.parametrize(
    ("public", "signature", "message"),
    [
        (PUBLIC, SIGNATURE, b"\x73"),
        (PUBLIC, "00" * 64, b"\x72"),
        ("00" * 32, SIGNATURE, b"\x72"),
        (PUBLIC, "no figures", b"\x72"),
        ("", SIGNATURE, b"\x72"),
        (PUBLIC, SIGNATURE[:-2], b"\x72"),
    ],
)
def test_no_other_signature_holds_and_none_raises(public, signature, message):
    assert not signature_holds(public, signature, message)


def test_a_secret_is_never_written_over(tmp_path):
    first = public_part(key_in(tmp_path / "a.signing"))

    with pytest.raises(FileExistsError):
        write_secret(tmp_path / "a.signing", bytes(32))

    assert public_part(key_in(tmp_path / "a.signing")) == first


def test_a_place_in_a_checkout_is_told(tmp_path):
    (tmp_path / "tree" / ".git").mkdir(parents=True)

    assert checkout_of(tmp_path / "tree" / "sub" / "a.signing") == (tmp_path / "tree").resolve()
    assert checkout_of(tmp_path / "a.signing") != (tmp_path / "tree").resolve()

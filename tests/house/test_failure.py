"""Each failure of setting up is one paragraph that says what to do."""

from pathlib import Path

import pytest
from starting import environment
from starting.failure import SetupError, explained

CAUSES = {
    "ensurepip is not available": "python3-venv",
    "OSError: [Errno 28] No space left on device": "disk is full",
    "[Errno 30] Read-only file system: '/x'": "may not write",
    "PermissionError: [WinError 5] Access is denied: 'C'": "may not write",
    "[WinError 206] The filename or extension is too long": "nearer to the root",
    "ProxyError('Cannot connect to proxy.', OSError('407'))": "proxy refused",
    "invalid peer certificate: UnknownIssuer": "global.cert",
    "Hash mismatch for `idna==3.20`": "not the one that was locked",
    "THESE PACKAGES DO NOT MATCH THE HASHES FROM THE FILE": "not the one that was locked",
    "dns error: failed to lookup address information": "cannot be reached",
    "[Errno -3] Temporary failure in name resolution": "cannot be reached",
    "ERROR: No matching distribution found for numba==1": "not to be had for this Python",
}


@pytest.mark.parametrize(("text", "advice"), CAUSES.items())
def test_each_known_failure_says_in_one_paragraph_what_to_do(text, advice):
    said = str(explained("Installing", f"first line\n{text}\nlast line"))

    assert advice in said
    assert text in said
    assert "\n" not in said


def test_a_failure_of_an_unknown_cause_shows_the_tools_last_line():
    said = str(explained("Installing", "one\ntwo"))

    assert said.startswith("Installing did not work.")
    assert said.endswith("own words: two")


def test_a_path_that_leaves_windows_no_room_is_refused_before_anything_is_made():
    longest = 259 - environment.LONGEST_INSTALLED - 1

    with pytest.raises(SetupError, match="nearer to the root"):
        environment._refuse_long_path(Path("C" * (longest + 1)), windows=True)
    environment._refuse_long_path(Path("C" * longest), windows=True)


def test_the_room_kept_for_the_packages_covers_the_longest_of_them():
    """Where the tests run all is installed; Windows spells its folders shorter than this."""
    site = Path(pytest.__file__).parent.parent
    folder = len(".venv/lib/python3.11/site-packages/")

    longest = max(len(str(path.relative_to(site))) for path in site.rglob("*"))

    assert folder + longest <= environment.LONGEST_INSTALLED

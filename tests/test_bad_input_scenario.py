"""Mistakes in a scenario file: each is one paragraph that says what to do."""

import pytest

from trainkit.errors import TrainkitError
from trainkit.scenarios import load


@pytest.fixture
def text(partner):
    path = partner / "hcg_scenarios" / "night_search" / "scenario.toml"
    return path.read_text(encoding="utf-8")


def refused(tmp_path, content):
    path = tmp_path / "draft.toml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(TrainkitError) as caught:
        load(path)
    said = str(caught.value)
    assert "\n" not in said
    assert "draft.toml" in said
    assert len(said) < 1200
    return said


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("synthetic = true", "", "lacks the key 'synthetic'"),
        ("synthetic = true", "synthetic = false", "must say 'synthetic = true' and says False"),
        ("synthetic = true", 'synthetic = "true"', "must say 'synthetic = true' and says 'true'"),
        ("synthetic = true", "synthetic = 1", "must say 'synthetic = true' and says 1"),
        ("seed = 1946", "", "lacks the key 'seed'"),
        ("seed = 1946", "sead = 1946", "Did you mean 'seed'?"),
        ("seed = 1946", "seed = -1", "from 0 to 2**64 - 1"),
        ("seed = 1946", "seed = 18446744073709551616", "from 0 to 2**64 - 1"),
        ("seed = 1946", f"seed = 0x{'f' * 9000}", "from 0 to 2**64 - 1"),
        ("seed = 1946", f"seed = {'9' * 9000}", "is not TOML"),
        ("seed = 1946", "seed = 1.5", "from 0 to 2**64 - 1"),
        ("seed = 1946", "seed = true", "from 0 to 2**64 - 1"),
        ("horizon_h = 6.0", "horizon_h = 0", "over 0"),
        ("horizon_h = 6.0", "horizon_h = -3.0", "over 0"),
        ("horizon_h = 6.0", "horizon_h = nan", "over 0"),
        ("horizon_h = 6.0", "horizon_h = inf", "over 0"),
        ("horizon_h = 6.0", 'horizon_h = "6"', "over 0"),
        ("horizon_h = 6.0", "horizon_h = 1e9", "at most 87660 h"),
        ("horizon_h = 6.0", f"horizon_h = 0x{'f' * 9000}", "at most 87660 h"),
        ("horizon_h = 6.0", "horizon_h = 2026-11-24", "over 0"),
        ('id = "night-search"', 'id = "Night Search"', "small letters and digits"),
        ('id = "night-search"', "id = 3", "small letters and digits"),
        ('title = "Random', 'title = ""\nx = "', "has the key 'x'"),
        ('model = "random_search"', 'model = "random_serch"', "Did you mean 'random_search'?"),
        ('model = "random_search"', 'model = ["x"]', "write a text in quotes"),
        ("sweep_width_nm = 2.0", "sweep_widht_nm = 2.0", "Did you mean 'sweep_width_nm'?"),
        ("sweep_width_nm = 2.0", "sweep_width_km = 2.0", "Did you mean 'sweep_width_nm'?"),
        ("sweep_width_nm = 2.0", "sweep_width_nm = 90", "from 0.1 to 20 NM"),
        ("sweep_width_nm = 2.0", "sweep_width_nm = nan", "sweep_width_nm = nan is refused"),
        ("sweep_width_nm = 2.0", "sweep_width_nm = -inf", "sweep_width_nm = -inf is refused"),
        ("sweep_width_nm = 2.0", f"sweep_width_nm = 0x{'f' * 9000}", "too long to show"),
        ("sweep_width_nm = 2.0", "sweep_width_nm = []", "it is not a number in NM"),
        ("speed_kn = 12.0", "", "the key 'parameters.units.0.speed_kn' is missing"),
        ("speed_kn = 12.0", "speed_kn = 41.0", "parameters.units.0.speed_kn = 41.0 is refused"),
        ("[[parameters.units]]", "[parameters.units]", "is not TOML"),
        ('law = "random"', 'law = "rand"', "Did you mean 'random'?"),
        ('name = "Alder 1"', 'name = "ada@example.org"', "an e-mail address"),
        ('name = "Alder 1"', 'name = "IMO 9074729"', "an IMO number"),
        ('name = "Alder 1"', 'name = "MMSI 271000000"', "an MMSI"),
        ('name = "Alder 1"', 'name = "271000000"', "an MMSI"),
        ('name = "Alder 1"', 'name = "TR33 0006 1005 1978 6457 8413 26"', "an IBAN"),
        ('name = "Alder 1"', 'name = "Tel. 0532 000 00 00"', "a telephone number"),
        ('name = "Alder 1"', 'name = "how to evade the patrol"', "helps offenders"),
        ('law = "assumption', 'law = "guess', "neither 'source: ...' nor 'assumption: ...'"),
        ('law = "assumption: searchers without a pattern"', "", "'law' has no provenance"),
        ('law = "assumption: searchers without a pattern"', "law = 3", "neither 'source"),
        ('law = "assumption: searchers without a pattern"', 'law = "source:"', "neither 'source"),
        ('\nlaw = "assump', '\nlaws = "assump', "provenance.laws is of no parameter. Did you mean"),
        ("[provenance]", "[provenence]", "Did you mean 'provenance'?"),
        ("[parameters]", "[parametres]", "Did you mean 'parameters'?"),
    ],
)
def test_a_mistake_is_said_in_one_paragraph(text, tmp_path, old, new, said):
    assert old in text

    assert said in refused(tmp_path, text.replace(old, new, 1))


def test_a_file_cut_off_anywhere_is_refused_with_its_line_or_the_key_it_lacks(text, tmp_path):
    for end in range(0, len(text) - 2, 7):
        refused(tmp_path, text[:end])


def test_a_file_that_is_not_utf_8_is_refused_with_its_line(text, tmp_path):
    latin = text.replace("two boats", "two båts").encode("latin-1")

    assert "line 2 holds the byte 0xe5" in refused(tmp_path, latin)
    assert "not UTF-8" in refused(tmp_path, text.encode("utf-16"))


def test_a_byte_order_mark_of_windows_is_read(text, tmp_path):
    path = tmp_path / "draft.toml"
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())

    assert load(path).seed == 1946


@pytest.mark.parametrize("depth", [50, 300, 1000, 100_000])
def test_deep_nesting_is_refused(text, tmp_path, depth):
    nested = text.replace("area_nm2 = 400.0", f"area_nm2 = {'[' * depth}{']' * depth}")

    refused(tmp_path, nested)


@pytest.mark.parametrize("depth", [50, 300, 1000, 3000])
def test_deep_dotted_names_are_refused(text, tmp_path, depth):
    refused(tmp_path, text.replace("area_nm2 = 400.0", f"area_nm2{'.a' * depth} = 400.0"))


def test_a_file_of_megabytes_is_refused(text, tmp_path):
    assert "larger than" in refused(tmp_path, text + "#" * 5_000_000)


def test_a_folder_without_a_scenario_is_refused(partner, tmp_path):
    with pytest.raises(TrainkitError, match=r"scenario.toml could not be read: no such file"):
        load(tmp_path)


def test_an_unreadable_file_is_refused(text, tmp_path, monkeypatch):
    path = tmp_path / "draft.toml"
    path.write_text(text, encoding="utf-8")

    def denied(self, *_):
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr("pathlib.Path.open", denied)

    with pytest.raises(TrainkitError, match=r"draft.toml could not be read: permission denied"):
        load(path)

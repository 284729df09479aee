"""Commands of plans: mistakes are one paragraph with exit code 2, and nothing is lost."""

import hashlib
import json
import os
import stat
from pathlib import Path

import pytest

from trainkit.cli import app
from trainkit.joint.plan import Plan

AT = ("--at", "2031-05-04T01:00+02:00")


@pytest.fixture
def sides(tmp_path, monkeypatch):
    """Keys of both sides and a plan in a folder of one's own."""
    monkeypatch.setenv("TRAINKIT_CONFIG", str(tmp_path / "settings"))
    monkeypatch.chdir(tmp_path)
    for side in ("Alder", "Borea"):
        with pytest.raises(SystemExit):
            app.main(["plan", "keygen", side])
    borea = tmp_path / "settings" / "plan-keys" / "Borea.public"
    with pytest.raises(SystemExit):
        app.main(["plan", "new", "plan.toml", "--side=Alder", f"--side=Borea={borea}"])
    return tmp_path


@pytest.fixture
def command(sides, capsys):
    """Give a command; return its code and what it printed and said."""
    capsys.readouterr()

    def give(*words):
        with pytest.raises(SystemExit) as caught:
            app.main(["plan", *words])
        out, err = capsys.readouterr()
        return caught.value.code, out, err

    return give


def approve(command, side, *more, file="plan.toml"):
    return command("approve", file, "--side", side, "--role", "chief", *more)


def refused(command, file, *words):
    """Give a command that is refused; return the paragraph, and see that the file stays."""
    before = Path(file).read_bytes()

    code, out, err = command(*words)

    assert code == 2, out + err
    assert out == ""
    assert err.count("\n") == 1
    assert Path(file).read_bytes() == before
    assert not list(Path().glob("*.part"))
    return err


def test_keys_are_made_once_for_their_owner_and_shown_by_their_public_part(command, sides):
    file = sides / "settings" / "plan-keys" / "Alder.signing"
    before = file.read_bytes()

    code, out, _ = command("keygen", "Alder")

    assert code == 0
    assert "is there already and stays" in out
    assert file.read_bytes() == before
    assert before.decode().strip() not in out
    if os.name != "nt":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_key_in_a_checkout_is_refused(command, sides):
    (sides / "tree" / ".git").mkdir(parents=True)

    code, _, err = command("keygen", "Alder", "--out", "tree/keys/alder.signing")

    assert code == 2
    assert "that is a checkout of git" in err
    assert not (sides / "tree" / "keys").exists()


def test_the_public_part_is_never_written_over_a_key_or_another_file(command, sides):
    assert command("keygen", "Alder", "--out", "alder.public")[0] == 2
    (sides / "mine.public").write_text("notes", encoding="utf-8")

    code, _, err = command("keygen", "Alder", "--out", "mine.signing")

    assert code == 2
    assert "nothing was written over" in err
    assert (sides / "mine.public").read_text(encoding="utf-8") == "notes"


def test_a_new_plan_is_never_written_over_another(command):
    err = refused(command, "plan.toml", "new", "plan.toml", "--side", f"Alder={'ab' * 32}",
                  "--side", f"Borea={'cd' * 32}")  # fmt: skip

    assert "is there already and stays as it is" in err


@pytest.mark.parametrize("sides_given", [
    [], ["--side=Alder"], ["--side=Alder", "--side=Dorne"], ["--side==", "--side=Alder"],
    ["--side=Alder=missing.public", "--side=Borea=x"],
    [f"--side=Alder={'ab' * 32}"], [f"--side=Al\"der={'ab' * 32}", f"--side=Borea={'cd' * 32}"],
    [f"--side=Alder={'ab' * 32}", f"--side=Borea={'ab' * 32}"],
])  # fmt: skip
def test_a_plan_without_two_sides_and_their_keys_is_not_begun(command, sides_given):
    assert command("new", "other.toml", *sides_given)[0] == 2
    assert not Path("other.toml").exists()


def test_both_sides_approve_and_the_plan_is_valid(command):
    assert approve(command, "Alder")[0] == 0
    code, out, _ = approve(command, "Borea")
    assert code == 0
    assert out.count("approved this version") == 2

    code, out, _ = command("verify", "plan.toml", *AT)

    assert code == 0
    assert "valid until 2031-05-06 06:00 +02:00 (Alder)" in out


def test_an_approval_leaves_what_the_sides_wrote_as_it_was_and_is_given_once(command):
    before = Path("plan.toml").read_bytes()
    approve(command, "Alder")
    once = Path("plan.toml").read_bytes()

    code, out, _ = approve(command, "Alder")

    assert code == 0
    assert "approved this version already" in out
    assert once.startswith(before)
    assert Path("plan.toml").read_bytes() == once
    assert len(Plan.read("plan.toml").approvals) == 1


def test_the_wrong_side_and_the_wrong_key_are_told_apart(command, sides):
    keys = sides / "settings" / "plan-keys"
    command("keygen", "Cyra")

    stranger = refused(command, "plan.toml", "approve", "plan.toml", "--side", "Cyra",
                       "--role", "chief")  # fmt: skip
    crossed = refused(command, "plan.toml", "approve", "plan.toml", "--side", "Alder",
                      "--role", "chief", "--key", str(keys / "Borea.signing"))  # fmt: skip
    unknown = refused(command, "plan.toml", "approve", "plan.toml", "--side", "Alder",
                      "--role", "chief", "--key", str(keys / "Cyra.signing"))  # fmt: skip

    assert "Its sides are Alder and Borea" in stranger
    assert "It is Borea's." in crossed
    assert "It is neither side's." in unknown


def test_a_key_that_is_not_there_is_not_made_by_approving(command, sides):
    err = refused(command, "plan.toml", "approve", "plan.toml", "--side", "Alder",
                  "--role", "chief", "--key", "none.signing")  # fmt: skip

    assert "`trainkit plan keygen Alder` makes one" in err
    assert not (sides / "none.signing").exists()


def test_an_edit_after_signing_voids_both_and_keeps_the_old_approvals_on_record(command):
    approve(command, "Alder")
    approve(command, "Borea")
    file = Path("plan.toml")
    text = file.read_text(encoding="utf-8").replace("after a warning", "without a warning")
    file.write_text(text, encoding="utf-8")

    err = refused(command, "plan.toml", "verify", "plan.toml", *AT)

    assert "Alder approved another version" in err
    assert "Borea approved another version" in err
    approve(command, "Alder")
    approve(command, "Borea")
    assert command("verify", "plan.toml", *AT)[0] == 0
    assert len(Plan.read(file).approvals) == 4


@pytest.mark.parametrize(("words", "told"), [
    (("--at", "2031-05-03T19:59+02:00"), "not yet valid: it begins at 2031-05-03 20:00 +02:00"),
    (("--at", "2031-05-06T07:00+03:00"), "has ended, at 2031-05-06 06:00 +02:00"),
    (("--at", "2025-09-25T23:59+02:00"), "in operation only from 2025-09-26 00:00 +02:00"),
    (("--at", "2031-05-04T01:00"), "has no zone"),
    (("--at", "tomorrow"), "is no date with time"),
    (("--at", "0001-01-01T00:00+14:00"), "lies outside 1900 to 2200"),
    ((*AT, "--act", "patrol", "--basis", "Law 4", "--x-nm", "99", "--y-nm", "0"), "another area"),
    ((*AT, "--act", "patrol", "--basis", "Law 4"), "another area"),
    ((*AT, "--act", "patrol", "--x-nm", "0", "--y-nm", "0"), "names no basis"),
    ((*AT, "--act", "board", "--basis", "Law 4", "--x-nm", "0", "--y-nm", "0"), "plan's scope"),
    ((*AT, "--act", "patroll"), "Did you mean 'patrol'"),
])  # fmt: skip
def test_what_a_plan_does_not_cover_is_refused_with_the_reason(command, words, told):
    approve(command, "Alder")
    approve(command, "Borea")

    assert told in refused(command, "plan.toml", "verify", "plan.toml", *words)


def test_a_version_that_was_not_compared_is_not_approved(command):
    own = Plan.read("plan.toml").digest

    other = refused(command, "plan.toml", "approve", "plan.toml", "--side", "Alder",
                    "--role", "chief", "--hash", "0" * 64)  # fmt: skip
    short = refused(command, "plan.toml", "approve", "plan.toml", "--side", "Alder",
                    "--role", "chief", "--hash", own[:4])  # fmt: skip

    assert "another version than the one you compared" in other
    assert "fewer than 12 figures" in short
    assert approve(command, "Alder", "--hash", own[:12].upper())[0] == 0


def test_a_plan_that_has_ended_is_not_approved(command):
    file = Path("plan.toml")
    text = (
        file.read_text(encoding="utf-8").replace("2031-05", "2026-05").replace("2031-04", "2026-04")
    )
    file.write_text(text, encoding="utf-8")

    err = refused(
        command, "plan.toml", "approve", "plan.toml", "--side", "Alder", "--role", "chief"
    )

    assert "there is nothing left to approve" in err


def test_an_area_on_land_is_refused_where_land_is_given(command):
    Path("land.toml").write_text(
        'synthetic = true\n[[land]]\nname = "cape"\n'
        "corners_nm = [[-30, -30], [-15, -30], [-15, 30], [-30, 30], [-30, -30]]\n",
        encoding="utf-8",
    )

    err = refused(command, "plan.toml", "approve", "plan.toml", "--side", "Alder",
                  "--role", "chief", "--land", "land.toml")  # fmt: skip

    assert "overlaps the land 'cape' by 110 square nautical miles" in err


def test_a_rescue_passes_though_the_plan_cannot_even_be_read(command):
    Path("broken.toml").write_text("scope = [", encoding="utf-8")

    for file in ("broken.toml", "missing.toml", "plan.toml"):
        code, out, _ = command("verify", file, "--act", "recover_people")
        assert code == 0
        assert "needs no plan" in out


def test_versions_that_mean_the_same_do_not_differ(command):
    text = Path("plan.toml").read_text(encoding="utf-8")
    Path("same.toml").write_text(text.replace("version = 1", "version    =   1"), encoding="utf-8")
    Path("other.toml").write_text(text.replace("version = 1", "version = 2"), encoding="utf-8")

    same, other = (
        command("diff", "plan.toml", "same.toml"),
        command("diff", "plan.toml", "other.toml"),
    )

    assert same[0] == 0
    assert "Same hash" in same[1]
    assert other[0] == 1
    assert "version: 1 -> 2" in other[1]
    assert "[[approvals]]" not in text


def test_a_full_disk_loses_nothing(command, monkeypatch):
    def full(self, _content):
        raise OSError(28, "No space left on device", str(self))

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", full)
        err = refused(command, "plan.toml", "approve", "plan.toml", "--side", "Alder",
                      "--role", "chief")  # fmt: skip

    assert "No space left" in err
    assert approve(command, "Alder")[0] == 0


def test_scripts_read_json_with_the_hash_the_approvals_and_the_changes(command):
    approve(command, "Alder")
    text = Path("plan.toml").read_text(encoding="utf-8")
    Path("other.toml").write_text(text.replace("version = 1", "version = 2"), encoding="utf-8")

    key = json.loads(command("keygen", "Alder", "--json")[1])
    shown = json.loads(command("show", "plan.toml", "--json")[1])
    code, out, _ = command("diff", "plan.toml", "other.toml", "--json")

    assert set(key) == {"side", "key", "public_key", "fingerprint"}
    assert shown["sha256"] == hashlib.sha256(shown["canonical"].encode()).hexdigest()
    assert shown["approved"] == {"Alder": True, "Borea": False}
    assert (code, json.loads(out)["changes"]) == (1, [{"key": "version", "old": "1", "new": "2"}])


def test_a_plan_on_a_night_when_clocks_change_says_both_readings(command):
    file = Path("plan.toml")
    text = file.read_text(encoding="utf-8")
    text = text.replace("2031-05-03T20:00:00+02:00", "2031-10-25T20:00:00+02:00")
    file.write_text(text.replace("2031-05-06T07:00:00+03:00", "2031-10-26T07:00:00+03:00"), "utf-8")

    err = refused(command, "plan.toml", "show", "plan.toml")

    assert "2031-10-26 05:00 +01:00 in Alder, 2031-10-26 06:00 +02:00 in Borea" in err
    file.write_text(text.replace("2031-05-06T07:00:00+03:00", "2031-10-26T07:00:00+02:00"), "utf-8")
    out = command("show", "plan.toml")[1]
    assert "to 2031-10-26 06:00 +01:00 (Alder) = 2031-10-26 07:00 +02:00 (Borea)" in out

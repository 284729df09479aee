"""What doctor says of machines: this one, and others that are made up here."""

import json
import os
import sys
from importlib.metadata import PackageNotFoundError
from pathlib import Path, PurePosixPath

import pytest

from trainkit.cli import app
from trainkit.doctor import Finding, engine, folders, interpreter, packages, place, works

LINUX = """\
22 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw
31 22 0:27 / /mnt/share rw,relatime - nfs4 files:/export rw
32 22 0:28 / /mnt/two\\040words rw shared:7 - cifs //files/academy rw
33 22 0:29 / /mnt/share/local rw - ext4 /dev/sdb1 rw
"""
MACOS = """\
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
//ada@files/academy on /Volumes/two words (smbfs, nodev, nosuid, mounted by ada)
"""


def ask(capsys, *arguments):
    with pytest.raises(SystemExit) as caught:
        app.main(["doctor", *arguments])
    out, err = capsys.readouterr()
    assert err == ""
    return caught.value.code, out


def test_this_machine_has_all_that_is_needed_and_nothing_is_left_behind(capsys, tmp_path):
    code, out = ask(capsys, "--workspace", str(tmp_path / "søk i é" / "academy"))

    assert code == 0
    assert "All that is needed works" in out
    assert list(tmp_path.iterdir()) == []


def test_every_line_has_a_subject_a_status_what_was_found_and_advice_where_not_ok(capsys, tmp_path):
    code, out = ask(capsys, "--workspace", str(tmp_path), "--json")

    told = json.loads(out)
    subjects = [finding["subject"] for finding in told["findings"]]
    assert code == 0
    assert told["works"] is True
    assert len(set(subjects)) == len(subjects)
    assert {"Python", "engine", "JupyterLab", "nbgrader", "browser", "academy"} <= set(subjects)
    assert {"gradebook", "free disk", "letter case", "time zones", "loopback"} <= set(subjects)
    for finding in told["findings"]:
        assert finding["status"] in {"ok", "warn", "fail"}
        assert finding["found"]
        assert finding["advice"] or finding["status"] == "ok"


def test_an_academy_that_cannot_be_written_is_exit_code_1_with_what_to_do(
    capsys, tmp_path, monkeypatch
):
    def refused(dir=None, **_):  # noqa: A002, as tempfile names it
        if Path(dir) == tmp_path:
            raise PermissionError(13, "Permission denied", str(dir))
        return original(dir=dir)

    original = folders.tempfile.TemporaryFile
    monkeypatch.setattr(folders.tempfile, "TemporaryFile", refused)

    code, out = ask(capsys, "--workspace", str(tmp_path))

    assert code == 1
    assert "cannot be written (Permission denied)" in out
    assert "Take another folder with --workspace" in out
    assert "Something that is needed does not work" in out


@pytest.mark.parametrize(
    ("version", "bits", "executable", "status", "said"),
    [
        ((3, 11, 0), 64, "/usr/bin/python3", "ok", "Python 3.11.0, 64 bit"),
        ((3, 14, 1), 64, "/usr/bin/python3", "ok", "Python 3.14.1, 64 bit"),
        ((3, 10, 9), 64, "/usr/bin/python3", "fail", "Install Python 3.11"),
        ((3, 12, 1), 32, "C:/Python312-32/python.exe", "fail", "64-bit"),
        ((3, 12, 1), 64, "C:/Users/ada/WindowsApps/python.exe", "warn", "Microsoft Store"),
    ],
)
def test_old_small_and_store_pythons_are_told(version, bits, executable, status, said):
    finding = interpreter.python(version, bits, executable)

    assert finding.status == status
    assert said in f"{finding.found} {finding.advice}"


def test_missing_rules_of_time_zones_are_told():
    missing = interpreter.time_zones(["Europe/Rome", "Alder/Harbour"])

    assert missing.status == "fail"
    assert missing.found == "no rules for Alder/Harbour"
    assert "tzdata" in missing.advice
    assert interpreter.time_zones(["Europe/Rome"]).status == "ok"


def test_a_machine_that_opens_no_port_is_told(monkeypatch):
    def refused(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(interpreter.socket, "create_server", refused)

    finding = interpreter.loopback()

    assert finding.status == "fail"
    assert "JupyterLab cannot open" in finding.advice


WANTED = ["nbgrader==0.9.6", "jupyterlab>=4.6.6,<4.7", "numpy>=2.4,<3", "tzdata; extra == 'dev'"]


def found(**versions):
    def installed(name):
        if name not in versions:
            raise PackageNotFoundError(name)
        return versions[name]

    return {one.subject: one for one in packages.packages(WANTED, installed)}


def test_the_tested_packages_are_ok():
    told = found(nbgrader="0.9.6", jupyterlab="4.6.9", numpy="2.4.6")

    assert [finding.status for finding in told.values()] == ["ok", "ok", "ok"]
    assert "4.6.9" in told["JupyterLab"].found


@pytest.mark.parametrize(
    ("versions", "subject", "said"),
    [
        ({"nbgrader": "0.9.5"}, "nbgrader", "nbgrader 0.9.5 is not one of the tested versions"),
        ({"jupyterlab": "4.7.0"}, "JupyterLab", "jupyterlab 4.7.0 is not one"),
        ({"numpy": "1.26.0"}, "packages", "numpy 1.26.0 is not one"),
    ],
)
def test_other_versions_and_missing_packages_are_told(versions, subject, said):
    whole = {"nbgrader": "0.9.6", "jupyterlab": "4.6.9", "numpy": "2.4.6"}
    name = next(iter(versions))
    without = {key: value for key, value in whole.items() if key != name}

    other, missing = found(**{**whole, **versions})[subject], found(**without)[subject]

    assert other.status == missing.status == "fail"
    assert said in other.found
    assert f"{name} is not installed" in missing.found
    assert "start.py" in missing.advice


def test_a_browser_is_looked_for_where_programs_are(tmp_path):
    before = packages.browser(str(tmp_path))
    program = tmp_path / f"chromium{'.exe' if sys.platform == 'win32' else ''}"
    program.write_bytes(b"")
    program.chmod(0o755)

    assert (before.status, packages.browser(str(tmp_path)).status) == ("warn", "ok")


@pytest.mark.parametrize(
    ("problem", "warm", "status", "said"),
    [
        ("", {"area_search": True}, "ok", "compiled: area_search"),
        ("", {"area_search": False, "other": True}, "warn", "area_search not compiled yet"),
        ("numba does not load (DLL load failed)", {}, "warn", "SimPy answers: numba"),
    ],
)
def test_which_engine_answers_is_told(problem, warm, status, said):
    finding = engine.engine(problem, warm)

    assert finding.status == status
    assert said in finding.found


def test_a_blocked_numba_is_told_with_its_reason(monkeypatch):
    monkeypatch.setitem(sys.modules, "numba", None)

    assert "numba does not load" in engine.numba_problem()


def test_models_are_warm_once_they_are_marked(night_search):
    from trainkit.kernel.warmth import mark_warm

    before = engine.warm_models()["random_search"]
    mark_warm("random_search")

    assert before is False
    assert engine.warm_models()["random_search"] is True


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/ada/academy", "ext4"),
        ("/mnt/share/academy", "nfs4"),
        ("/mnt/sharepoint", "ext4"),
        ("/mnt/two words/academy", "cifs"),
        ("/mnt/share/local/academy", "ext4"),
    ],
)
def test_the_nearest_mount_of_linux_decides(path, kind):
    mounts = place.mounts_of_linux(LINUX)

    assert place._longest(Path(path), mounts) == kind


def test_the_mounts_of_macos_are_read():
    assert place.mounts_of_macos(MACOS) == {
        Path("/"): "apfs",
        Path("/Volumes/two words"): "smbfs",
    }


@pytest.mark.parametrize(
    ("path", "drive_type", "kind"),
    [
        (r"C:\academy", 3, "local"),
        (r"Z:\academy", 4, "cifs"),
        (r"\\files\academy", 1, "cifs"),
        (r"\\?\C:\academy", 3, "local"),
        (r"\\?\UNC\files\academy", 1, "cifs"),
    ],
)
def test_shares_of_windows_are_known_by_their_path_or_drive(path, drive_type, kind):
    assert place.windows_kind(path, drive_type) == kind


@pytest.mark.parametrize(
    "kind",
    ["nfs", "nfs4", "cifs", "smb3", "smbfs", "afpfs", "webdav", "fuse.sshfs", "9p", "vboxsf"],
)
def test_a_gradebook_on_a_share_is_a_warning_that_says_what_to_do(tmp_path, kind):
    finding = place.place(tmp_path, kind, {})

    assert finding.status == "warn"
    assert kind in finding.found
    assert "--workspace" in finding.advice


@pytest.mark.parametrize("kind", ["ext4", "btrfs", "xfs", "apfs", "local", "overlay", "tmpfs"])
def test_a_gradebook_on_a_disk_is_well(tmp_path, kind):
    assert place.place(tmp_path, kind, {}).status == "ok"


@pytest.mark.parametrize(
    ("path", "program"),
    [
        ("/Users/ada/OneDrive - Alder Academy/x", "OneDrive"),
        ("/Users/ada/Library/Mobile Documents/com~apple~CloudDocs/x", "iCloud"),
        ("/Users/ada/Library/CloudStorage/box/x", "CloudStorage"),
        ("/home/ada/Dropbox/academy", "Dropbox"),
        ("/home/ada/Dropbox (Alder)/academy", "Dropbox"),
        ("/home/ada/Nextcloud2/academy", "Nextcloud"),
        ("/home/ada/Google Drive/academy", "Google Drive"),
        ("/home/ada/dropboxes/academy", ""),
        ("/home/ada/academy", ""),
    ],
)
def test_folders_of_programs_that_synchronise_are_known_by_name(path, program):
    assert place.synchronised_by(Path(PurePosixPath(path)), {}) == program


def test_onedrive_is_known_by_its_variable_and_others_by_their_marks(tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / ".sync_1a2b.db").write_bytes(b"")

    by_variable = place.place(tmp_path / "mine" / "x", "ext4", {"OneDrive": str(tmp_path / "mine")})
    by_mark = place.place(tmp_path / "kept" / "x", "ext4", {})

    assert "by OneDrive" in by_variable.found
    assert "by Nextcloud" in by_mark.found


@pytest.mark.parametrize(
    ("free", "status"), [(100_000_000, "fail"), (1_000_000_000, "warn"), (50_000_000_000, "ok")]
)
def test_little_room_is_told(tmp_path, free, status):
    assert folders.free_space(tmp_path, free).status == status


@pytest.mark.parametrize(
    ("length", "long_paths", "status"),
    [(60, False, "ok"), (180, False, "warn"), (230, False, "fail"), (230, True, "ok")],
)
def test_long_paths_of_windows_are_told(length, long_paths, status):
    path = "C:\\" + "a" * (length - 3)

    finding = folders.path_length(path, long_paths)

    assert finding.status == status
    assert long_paths or f"{259 - length} of 259" in finding.found


def test_the_path_budget_covers_the_longest_file_of_an_academy():
    longest = Path("autograded") / ("a" * 64) / "E1" / "answers.jsonl"

    assert len(str(longest)) + 1 <= folders._LONGEST_BELOW


@pytest.mark.parametrize("one_name", [True, False])
def test_a_file_system_that_ignores_capitals_is_told(tmp_path, monkeypatch, one_name):
    monkeypatch.setattr(os.path, "exists", lambda _: one_name)

    finding = folders.letter_case(tmp_path)

    assert ("one name" in finding.found) is one_name
    assert ("capitals" in finding.advice) is one_name


def test_a_folder_that_is_not_there_is_judged_by_the_nearest_above(tmp_path):
    finding = folders.writable("academy", tmp_path / "a" / "b", "fail", "advice")

    assert finding == Finding("academy", "ok", f"{tmp_path / 'a' / 'b'} can be made")


def test_only_a_failure_stops(tmp_path):
    warned = Finding("browser", "warn", "none", "do")
    failed = Finding("academy", "fail", "none", "do")

    assert works([warned])
    assert not works([warned, failed])

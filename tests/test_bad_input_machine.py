"""A machine that refuses: full disks and folders that may not be written. Nothing is lost."""

import errno
import io
import json
import os
import sys
from pathlib import Path

import pytest

from trainkit import load, run
from trainkit.kernel import chain

FULL = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
READ_ONLY = OSError(errno.EROFS, os.strerror(errno.EROFS))
SEARCH = "hcg/night-search"


def is_one_paragraph(code, err):
    return code == 2 and err.count("\n") == 1 and "Traceback" not in err


class Refusing(io.StringIO):
    """A file that is full, or read-only, at its second line."""

    def __init__(self, error):
        super().__init__()
        self.error = error
        self.lines = 0

    def write(self, text):
        self.lines += 1
        if self.lines > 1:
            raise self.error
        return len(text)

    def writelines(self, lines):
        for line in lines:
            self.write(line)


@pytest.mark.parametrize("refusal", [FULL, READ_ONLY])
def test_a_logbook_that_cannot_be_written_leaves_the_one_before_and_the_results_are_shown(
    ask, tmp_path, monkeypatch, refusal
):
    file = tmp_path / "run.jsonl"
    ask("run", SEARCH, "--save", str(file))
    before = file.read_bytes()
    opened = Path.open

    def refusing(self, *arguments, **more):
        if self.name.startswith("run.jsonl") and arguments[:1] == ("w",):
            opened(self, *arguments, **more).close()
            return Refusing(refusal)
        return opened(self, *arguments, **more)

    monkeypatch.setattr(Path, "open", refusing)

    code, out, err = ask("run", SEARCH, "--seed", "3", "--save", str(file))

    assert is_one_paragraph(code, err)
    assert f"could not be written to {file}: {refusal.strerror}" in err
    assert "Detected by the end" in out
    assert file.read_bytes() == before
    assert list(tmp_path.glob("*.part")) == []


def test_a_logbook_in_a_folder_that_is_not_there_is_refused(ask, tmp_path):
    code, _, err = ask("run", SEARCH, "--save", str(tmp_path / "none" / "run.jsonl"))

    assert is_one_paragraph(code, err)
    assert "No such file or directory" in err


def test_a_folder_in_the_place_of_a_logbook_stays(ask, tmp_path):
    code, _, err = ask("run", SEARCH, "--save", str(tmp_path))

    assert is_one_paragraph(code, err)
    assert tmp_path.is_dir()


def test_a_device_in_the_place_of_a_logbook_stays_a_device(night_search):
    device = Path(os.devnull)

    chain.save(run(night_search), device)

    assert device.exists()
    assert not device.is_file()


@pytest.mark.parametrize("refusal", [FULL, READ_ONLY])
@pytest.mark.parametrize("arguments", [("list",), ("describe", SEARCH), ("list", "--json")])
def test_output_into_a_full_disk_is_one_paragraph(ask, monkeypatch, refusal, arguments):
    monkeypatch.setattr(sys, "stdout", Refusing(refusal))

    code, _, err = ask(*arguments)

    assert is_one_paragraph(code, err)
    assert refusal.strerror in err
    assert "Make room, choose another place" in err


def test_output_that_fails_only_when_it_is_sent_off_is_one_paragraph(ask, monkeypatch):
    class Waiting(io.StringIO):
        def flush(self):
            raise FULL

    monkeypatch.setattr(sys, "stdout", Waiting())

    code, _, err = ask("list")

    assert is_one_paragraph(code, err)


def test_a_read_only_folder_for_a_sweep_is_refused_before_anything_runs(ask, tmp_path, monkeypatch):
    def refused(self, *_, **__):
        raise READ_ONLY

    monkeypatch.setattr(Path, "mkdir", refused)
    monkeypatch.setattr("trainkit.experiments.execution.table", None)

    code, out, err = ask("sweep", SEARCH, "area_nm2", "100,200", "--out", str(tmp_path / "res"))

    assert is_one_paragraph(code, err)
    assert out == ""
    assert "Choose a folder that you may write to" in err


def test_engines_that_cannot_be_kept_are_told_and_exit_code_1(ask, monkeypatch, tmp_path):
    blocked = tmp_path / "a file"
    blocked.write_bytes(b"")
    monkeypatch.setenv("TRAINKIT_CACHE", str(blocked))
    monkeypatch.setattr("trainkit.cli.warmup._warmed", lambda model, _: {"model": model})

    code, out, err = ask("warmup")

    assert code == 1
    assert err == ""
    assert "Nothing could be kept" in out
    assert "TRAINKIT_CACHE" in out


def test_a_whole_batch_of_wrong_numbers_is_refused_each_with_its_bound_or_unit(ask):
    wrong = {
        "units.0.speed_kn=41": "from 5 to 40 kn",
        "units.0.speed_kn=4.9": "from 5 to 40 kn",
        "units.0.speed_kn=inf": "not a finite number in kn",
        "units.0.speed_kn=-inf": "not a finite number in kn",
        "units.0.speed_kn=nan": "not a finite number in kn",
        "units.0.speed_kn=fast": "not a number in kn",
        "units.0.speed_kn=true": "not a number in kn",
        "units.0.speed_kmh=20": "Did you mean 'units.0.speed_kn'?",
        "units.2.speed_kn=20": "units.2",
        "n_rafts=1.5": "n_rafts",
        "n_rafts=0": "from 1 to 9",
    }

    for setting, said in wrong.items():
        code, out, err = ask("run", SEARCH, "--set", setting)

        assert is_one_paragraph(code, err), setting
        assert said in err, f"{setting}: {err}"
        assert out == ""


def test_a_scenario_with_the_wrong_name_is_told_to_a_script_too(ask):
    code, out, err = ask("run", "hcg/nigth-search", "--json")

    assert is_one_paragraph(code, err)
    assert out == ""
    assert "Did you mean 'hcg/night-search'?" in err
    assert json.loads(ask("run", SEARCH, "--json")[1])["n"] == 1
    assert load(SEARCH).title

"""The command line: what it prints, for readers and scripts, and its exit codes."""

import json
import os
import re
import subprocess
import sys

import numpy as np
import pytest

from trainkit import replicate
from trainkit.kernel.chain import STATEMENT


def test_list_shows_names_models_and_titles(ask):
    code, out, _ = ask("list")

    assert code == 0
    assert "hcg/night-search" in out
    assert "Random search of a box by two boats" in out


def test_list_goes_on_beside_a_broken_publisher(ask, monkeypatch, tmp_path):
    info = tmp_path / "broken-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: broken\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[trainkit.scenarios]\nbroken = not_there\n")
    monkeypatch.syspath_prepend(str(tmp_path))

    code, out, err = ask("list", "--json")

    told = json.loads(out)
    assert code == 0
    assert "hcg/night-search" in [row["name"] for row in told["scenarios"]]
    assert "not_there" in told["broken"]["broken"]
    assert "The publisher 'broken' is broken" in err


def test_describe_shows_units_bounds_and_provenance(ask):
    code, out, _ = ask("describe", "hcg/night-search")

    assert code == 0
    assert "Random search of a box" in out
    assert "5 to 40" in out
    assert "assumption: cruising speed of the class" in out
    assert json.loads(ask("describe", "hcg/night-search", "--json")[1])["seed"] == 1946


def test_describe_fits_a_screen_whatever_a_parameter_may_be(ask):
    for name in ("hcg/night-search", "trainkit/two-teams-one-network"):
        out = ask("describe", name)[1]
        told = out.split("\nParameters\n")[1].split("\nMetrics\n")[0]

        assert max(map(len, told.splitlines())) <= 100
        for row in json.loads(ask("describe", name, "--json")[1])["parameters"]:
            assert f"{row['name']} = " in told

    assert (
        "network.density = 0.1 (uncertainty, 0.002 to 0.3)\n"
        "    Share of the pairs that are tied; observed networks lie between .025 and .22.\n"
        "    source: case.md section 2"
    ) in told


def test_run_gives_the_numbers_of_replicate(ask, night_search):
    code, out, _ = ask(
        "run", "hcg/night-search", "--set", "units.0.speed_kn=20", "--n", "60", "--seed", "5",
        "--json",
    )  # fmt: skip

    told = json.loads(out)
    values = replicate(night_search.vary("units.0.speed_kn", 20.0), 60, seed=5).values("detected")
    assert code == 0
    assert told["statement"] == STATEMENT
    assert told["seed"] == 5
    assert told["rows"][0]["estimate"] == np.mean(values)


def test_run_prints_the_logbook_seed_interval_and_statement(ask):
    code, out, _ = ask("run", "hcg/night-search", "--set", "law=certain", "--set", "area_nm2=100")

    assert code == 0
    assert "1.667 h  patrol: raft detected  rafts 1" in out
    assert "1 replications, seed 1946, 95 % intervals" in out
    assert STATEMENT in out


def test_a_saved_logbook_is_verified_and_a_changed_one_found(ask, tmp_path):
    file = tmp_path / "run.jsonl"

    ask("run", "hcg/night-search", "--save", str(file))
    whole = ask("verify", str(file))
    file.write_text(file.read_text(encoding="utf-8").replace("patrol", "nobody"), encoding="utf-8")
    changed = ask("verify", str(file), "--json")

    assert whole[0] == 0
    assert changed[0] == 1
    assert json.loads(changed[1])["whole"] is False
    assert "was altered" in changed[1]


def test_sweep_and_compare_report(ask, tmp_path):
    swept = ask(
        "sweep", "hcg/night-search", "area_nm2", "100,400", "--n", "20", "--out",
        str(tmp_path / "res"), "--json",
    )  # fmt: skip
    words = ask("sweep", "hcg/night-search", "law", "random,certain", "--n", "5")
    compared = ask("compare", "hcg/night-search", "--set", "area_nm2=100", "--n", "20", "--json")

    assert [row["area_nm2"] for row in json.loads(swept[1])["rows"][:2]] == [100, 400]
    assert len(list((tmp_path / "res").glob("*.parquet"))) == 2
    assert "certain" in words[1]
    assert json.loads(compared[1])["rows"][0]["difference"] >= 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("run", "hcg/night-serch"), "Did you mean 'hcg/night-search'?"),
        (("run", "hcg/night-search", "--n", "0"), "0 replications cannot be run"),
        (("run", "hcg/night-search", "--n", "many"), "'--n'"),
        (("run", "hcg/night-search", "--set", "speed"), "takes NAME=VALUE"),
        (("run", "hcg/night-search", "--set", "units.0.speed_kn=90"), "from 5 to 40 kn"),
        (("run", "hcg/night-search", "--set", "units.0.speed_kn=nan"), "is refused"),
        (("run", "hcg/night-search", "--sets", "x=1"), "--sets"),
        (("run", "hcg/night-search", "--engine", "numba"), "No engine is called"),
        (("run", "hcg/night-search", "--seed", "-1"), "from 0 to 2**64 - 1"),
        (("run",), "Missing argument"),
        (("rnu",), "Did you mean 'run'?"),
        (("compare", "hcg/night-search"), "Compare what with what?"),
        (("sweep", "hcg/night-search", "area", "1"), "Did you mean 'area_nm2'?"),
        (("verify", "no-such.jsonl"), "could not be read"),
    ],
)
def test_a_mistake_is_one_paragraph_and_exit_code_2(ask, arguments, said):
    code, out, err = ask(*arguments)

    assert code == 2
    assert out == ""
    assert said in err
    assert err.count("\n") == 1
    assert "Traceback" not in err


def test_ctrl_c_is_a_sentence_and_exit_code_130(ask, monkeypatch):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("trainkit.experiments.replicate", interrupted)

    code, _, err = ask("run", "hcg/night-search")

    assert code == 130
    assert err == "Stopped, as you asked with Ctrl-C.\n"


def test_ctrl_c_in_a_sweep_says_how_to_go_on(ask, monkeypatch, tmp_path):
    def interrupted(task):
        raise KeyboardInterrupt

    monkeypatch.setattr("trainkit.experiments.execution.table", interrupted)

    code, _, err = ask("sweep", "hcg/night-search", "area_nm2", "100", "--out", str(tmp_path))

    assert code == 130
    assert re.search("Stopped after 0 of [28] pieces", err)  # two compiled, eight of SimPy
    assert "goes on from there" in err


def test_a_fault_of_ours_says_how_to_report_it(ask, monkeypatch):
    def faulty(*_, **__):
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr("trainkit.experiments.replicate", faulty)

    code, _, err = ask("run", "hcg/night-search")

    assert code == 70
    assert "ZeroDivisionError" in err
    assert "fault of trainkit, not yours" in err


def test_every_command_has_help_with_an_example(ask):
    for command in ("list", "describe", "run", "sweep", "compare", "chart", "verify"):
        code, out, _ = ask(command, "--help")

        assert code == 0
        assert f"trainkit {command}" in out.split("Example")[1]


def trainkit(*arguments, **environment):
    return subprocess.run(
        [sys.executable, "-m", "trainkit", *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
    )


def test_python_m_trainkit_is_the_same_command(partner):
    done = trainkit("list", PYTHONPATH=str(partner))

    assert done.returncode == 0
    assert b"hcg/night-search" in done.stdout


def test_a_console_without_the_characters_never_stops_a_command(partner, tmp_path):
    text = (partner / "hcg_scenarios/night_search/scenario.toml").read_text(encoding="utf-8")
    file = tmp_path / "draft.toml"
    file.write_text(text.replace("two boats", "δύο σκάφη"), encoding="utf-8")

    done = trainkit("describe", str(file), PYTHONPATH=str(partner), PYTHONIOENCODING="ascii")

    assert done.returncode == 0
    assert b"Random search of a box by ???" in done.stdout


def test_the_facade_and_help_import_nothing_heavy():
    heavy = "{'pandas', 'scipy', 'numba', 'numpy', 'simpy', 'matplotlib', 'pydantic', 'nbgrader'}"
    code = (
        "import sys, trainkit, trainkit.cli.app as app; app.application(); "
        f"print({heavy} & set(sys.modules))"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "set()"


def test_a_reader_that_stops_reading_is_no_fault(partner):
    process = subprocess.Popen(
        [sys.executable, "-m", "trainkit", "describe", str(partner / "hcg_scenarios/night_search")],
        env={**os.environ, "PYTHONPATH": str(partner)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()
    process.wait(timeout=120)

    assert b"Traceback" not in said

"""`trainkit lab` on the command line: one line with the address, or one paragraph."""

import json
import os
import signal
import subprocess
import sys
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from trainkit.cli.app import main
from trainkit.lab.port import free_port


@pytest.fixture
def release(tmp_path):
    folder = tmp_path / "release" / "E1"
    folder.mkdir(parents=True)
    cells = {"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    (folder / "E1.ipynb").write_text(json.dumps(cells), encoding="utf-8")
    return folder.parent


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--workspace", "nowhere"], "There is no academy in"),
        (["--release", "nowhere"], "there is no such folder or file"),
        (["XX", "--release", "release"], "No notebook called 'XX' is released"),
        (["--release", "release", "--trainee", "con"], "The trainee id 'con' cannot be used"),
        (["--instructor", "E1"], "--instructor opens the whole academy"),
        (["--instructor", "--workspace", "nowhere"], "There is no academy in"),
        (["--release", "release", "--folder", "release/E1/E1.ipynb"], "cannot be copied into"),
        (["--release", "release", "--port", "0"], "greater than or equal to 1"),
    ],
)
def test_a_mistake_is_one_paragraph_and_code_2(release, monkeypatch, capsys, arguments, told):
    monkeypatch.chdir(release.parent)

    with pytest.raises(SystemExit) as ended:
        main(["lab", "--no-browser", *arguments])

    said = capsys.readouterr()
    assert ended.value.code == 2
    assert told in said.err
    assert said.err.count("\n") == 1
    assert said.out == ""


@pytest.fixture
def served(release, tmp_path):
    """A running `trainkit lab`, with settings of the user's own that must not count."""
    hostile = tmp_path / "jupyter"
    hostile.mkdir()
    (hostile / "jupyter_server_config.py").write_text("raise SystemExit(3)", encoding="utf-8")
    told = {
        "TRAINKIT_CONFIG": str(tmp_path / "settings"),
        "JUPYTER_CONFIG_DIR": str(hostile),
        "JUPYTER_CONFIG_PATH": str(hostile),
        "JUPYTER_TOKEN": "known-to-all",
    }
    command = [sys.executable, "-m", "trainkit", "lab", "E1", "--release", str(release)]
    process = subprocess.Popen(
        [*command, "--no-browser", "--trainee", "Ada", "--port", str(free_port())],
        cwd=tmp_path,
        env={**os.environ, **told},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    yield process
    if process.poll() is None:
        process.kill()
        process.communicate()


def asked(url, token):
    try:
        with urlopen(Request(url, headers={"Authorization": f"token {token}"})) as answer:  # noqa: S310
            return answer.status
    except HTTPError as error:
        with error:
            return error.code


@pytest.mark.slow
def test_one_line_gives_the_address_and_ctrl_c_ends_it(served, tmp_path):
    line = served.stdout.readline()
    url, token = line.split()[-1].split("?token=")
    root = url.partition("/doc")[0]

    codes = [asked(f"{root}/api/{what}", token) for what in ("kernelspecs", "terminals")]
    strangers = [asked(f"{root}/api/kernelspecs", one) for one in ("known-to-all", "", token[:-1])]
    served.send_signal(signal.SIGINT)
    said, complaints = served.communicate(timeout=30)

    assert url.endswith("/doc/tree/E1/E1.ipynb")
    assert (tmp_path / "notebooks" / "ada" / "E1" / "E1.ipynb").is_file()
    assert "E1 (new)" in line
    assert codes == [200, 404]
    assert strangers == [403, 403, 403]
    assert served.returncode == 0
    assert said.startswith("JupyterLab has ended. Everything is kept in")
    assert complaints == ""

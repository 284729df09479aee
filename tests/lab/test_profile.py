"""What JupyterLab is told: loopback, no network, no terminals for a trainee, a home of its own."""

import json
import os
import socket
import sys
from pathlib import Path

import pytest

from trainkit.errors import TrainkitError
from trainkit.lab.home import furnished
from trainkit.lab.port import HOST, free_port
from trainkit.lab.profile import SETTINGS, Profile


@pytest.fixture
def trainee(tmp_path, monkeypatch):
    monkeypatch.setenv("TRAINKIT_CONFIG", str(tmp_path / "settings"))
    return Profile(tmp_path / "own", "/doc/tree/E1/E1.ipynb")


def read(home, name):
    return json.loads((home.folder / name).read_text(encoding="utf-8"))


def test_it_listens_on_loopback_alone(trainee):
    server = trainee.server(8901)["ServerApp"]

    assert (server["ip"], server["port"], server["port_retries"]) == ("127.0.0.1", 8901, 0)


@pytest.mark.parametrize("instructor", [False, True])
def test_terminals_and_formgrader_are_an_instructors(tmp_path, instructor):
    profile = Profile(tmp_path, "/lab", instructor=instructor)

    server, off = profile.server(1)["ServerApp"], profile.page()["disabledExtensions"]

    assert server["terminals_enabled"] is instructor
    assert server["jpserver_extensions"]["nbgrader.server_extensions.formgrader"] is instructor
    assert ("@jupyterlab/terminal-extension" in off) is not instructor
    assert ("@jupyter/nbgrader:formgrader" in off) is not instructor
    assert server["jpserver_extensions"]["nbgrader.server_extensions.validate_assignment"]


def test_assignments_are_listed_only_where_there_is_an_exchange(tmp_path):
    without, with_ = Profile(tmp_path, "/lab"), Profile(tmp_path, "/lab", exchange=tmp_path / "ex")

    assert without.page()["disabledExtensions"]["@jupyter/nbgrader:assignment-list"]
    assert "@jupyter/nbgrader:assignment-list" not in with_.page()["disabledExtensions"]
    assert with_.nbgrader()["Exchange"]["root"] == str(tmp_path / "ex")


def test_news_updates_and_extension_lists_are_off(trainee):
    lab = trainee.server(1)["LabApp"]

    assert lab["news_url"] is None
    assert lab["check_for_updates_class"] == "jupyterlab.NeverCheckForUpdate"
    assert lab["extension_manager"] == "readonly"
    assert SETTINGS["@jupyterlab/notebook-extension:tracker"]["windowingMode"] == "none"


def test_the_kernel_is_this_environments_python(trainee):
    home = furnished(trainee, 8901)

    assert read(home, "data/kernels/python3/kernel.json")["argv"][0] == sys.executable
    assert trainee.server(1)["KernelSpecManager"]["allowed_kernelspecs"] == ["python3"]


def test_what_jupyter_keeps_lies_in_one_folder_apart_from_the_users_own(trainee):
    home = furnished(trainee, 8901)

    places = home.environment()
    for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR"):
        assert Path(places[name]).is_relative_to(home.folder)
    assert places["JUPYTER_CONFIG_PATH"] == places["JUPYTER_PATH"] == ""
    assert places["PATH"].split(os.pathsep)[0] == str(Path(sys.executable).parent)


def test_two_folders_and_two_roles_keep_apart(trainee, tmp_path):
    others = [
        Profile(trainee.folder, "/lab", instructor=True),
        Profile(tmp_path / "another", "/lab"),
        Profile(trainee.folder, "/lab"),
    ]

    first, *rest = [furnished(one, 8901).folder for one in (trainee, *others)]

    assert [one == first for one in rest] == [False, False, True]


def test_settings_that_cannot_be_kept_are_said(trainee, tmp_path):
    (tmp_path / "settings").write_bytes(b"")

    with pytest.raises(TrainkitError, match="TRAINKIT_CONFIG"):
        furnished(trainee, 8901)


def test_a_port_in_use_is_refused_and_the_next_free_one_is_named():
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen(1)
        port = taken.getsockname()[1]

        with pytest.raises(TrainkitError, match=f"Port {port} cannot be used") as raised:
            free_port(port)

    named = int(str(raised.value).partition(" is free")[0].rpartition("Port ")[2])
    assert free_port(named) == named


def test_any_port_is_found_when_none_is_asked_for():
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind((HOST, free_port()))
        assert probe.getsockname()[1] >= 8888


def test_the_last_port_in_use_names_one_that_exists():
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind((HOST, 65_535))
        taken.listen(1)

        with pytest.raises(TrainkitError, match=r"Port 8\d\d\d is free"):
            free_port(65_535)

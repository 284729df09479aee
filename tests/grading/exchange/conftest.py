"""A trainee's machine beside the academy: its own settings, its own folder."""

import json
import zipfile

import pytest

from trainkit.lessons.answers import append


@pytest.fixture(autouse=True)
def academy_machine(tmp_path, monkeypatch):
    """The academy's settings; a trainee's machine has others."""
    monkeypatch.setenv("TRAINKIT_CONFIG", str(tmp_path / "settings"))


@pytest.fixture
def machine(tmp_path, monkeypatch):
    """Go to a machine of a name: its settings count from then on."""

    def machine(name):
        monkeypatch.setenv("TRAINKIT_CONFIG", str(tmp_path / f"machine {name}"))

    return machine


@pytest.fixture
def work(reference):
    """Do the work of a trainee in a copy: start, commit the reference answers, write the memo."""

    def work(folder, trainee, answers=None):
        append(folder / "answers.jsonl", "", "started", {"trainee": trainee, "notebook": "T1"})
        for task, value in (answers or reference(trainee)).items():
            append(folder / "answers.jsonl", task, "committed", value)
        return folder

    return work


@pytest.fixture
def rewritten(tmp_path):
    """Write a ZIP anew with one file changed, put in, or (None) taken out."""

    def rewritten(path, name, change):
        with zipfile.ZipFile(path) as archive:
            files = {one: archive.read(one) for one in archive.namelist()}
        (found,) = [one for one in files if one.endswith(name)] or [name]
        content = change(files.pop(found, b""))
        if content is not None:
            files[found] = content
        target = tmp_path / "rewritten" / path.name
        target.parent.mkdir(exist_ok=True)
        with zipfile.ZipFile(target, "w") as archive:
            for one, bytes_ in files.items():
                archive.writestr(one, bytes_)
        return target

    return rewritten


@pytest.fixture
def edited():
    """Return a change of a signed document: values put in, the signature left as it is."""

    def edited(**values):
        return lambda raw: json.dumps({**json.loads(raw), **values}).encode()

    return edited

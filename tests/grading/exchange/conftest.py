"""A trainee's machine beside the academy: its own settings, its own folder."""

import json
import zipfile

import pytest

from trainkit.grading.academy import open_academy
from trainkit.grading.exchange.handing_in import submit_zip
from trainkit.lessons.answers import append, now


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


@pytest.fixture
def course(built, tmp_path):
    """Give the academy's course rules of its own."""

    def course(rules):
        folder = tmp_path / "courses" / "t"
        (folder / "T1").mkdir(parents=True, exist_ok=True)
        (folder / "T1" / "T1.md").write_text("# T1", encoding="utf-8")
        text = 'title = "A course"\nnotebooks = ["T1"]\n' + rules
        (folder / "course.toml").write_text(text, encoding="utf-8")
        with (built.folder / "nbgrader_config.py").open("a", encoding="utf-8") as file:
            file.write(f"\nc.ScoreAnswers.courses = {str(folder.parent)!r}\n")
        return open_academy(built.folder)

    return course


@pytest.fixture
def hand_in(handed, machine, tmp_path):
    """Hand T1 in from a trainee's machine, at a time of its clock; return the ZIP."""

    def hand_in(trainee="ada", at=None, on=None, a=10):
        machine(on or trainee)
        name = f"{len(list(tmp_path.glob('handed *')))}"
        folder = handed(tmp_path / f"handed {name}", trainee, a=a)
        clock = (lambda: at) if at else now
        path = submit_zip(folder, "T1", out=tmp_path / f"{trainee}-{name}.zip", clock=clock).path
        machine("academy")
        return path

    return hand_in

"""Blocks of code in documents do what the documents say."""

import doctest
import shlex
import shutil
import sys
from importlib.metadata import entry_points

import pytest
import typer
from starting.command import HELP
from tests.docs.documents import DOCUMENTS, ROOT, blocks, commands

from trainkit.cli import app

LANGUAGES = {"console", "markdown", "pycon", "python", "sh", "text", "toml"}
CHEAP = {"academy", "compare", "describe", "doctor", "list", "run", "sweep", "verify"}
OF_START = {"test", "check", "wheelhouse", "release-zip"}
WITH_CODE = [name for name in DOCUMENTS if blocks(name, "python", "pycon")]
WITH_COMMANDS = [name for name in DOCUMENTS if commands(name)]


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder as a reader has it: with the scenarios, and settings of its own."""
    shutil.copytree(ROOT / "simulations", tmp_path / "simulations")
    monkeypatch.setenv("TRAINKIT_CONFIG", str(tmp_path / "settings"))
    monkeypatch.delenv("TRAINKIT_WORKSPACE", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def cold(tmp_path, monkeypatch):
    """No engine is compiled, as on a reader's first day: what is printed may tell of it."""
    monkeypatch.setenv("TRAINKIT_CACHE", str(tmp_path / "cache"))


def publish(folder, document):
    """Write the files that a document shows, and install its package as pip would."""
    import tomllib

    for block in blocks(document):
        if block.file:
            path = folder / block.file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.text, encoding="utf-8")
    declared = tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    info = folder / "src" / "installed-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {declared['name']}\nVersion: {declared['version']}\n",
        encoding="utf-8",
    )
    lines = [
        line
        for group, names in declared["entry-points"].items()
        for line in (f"[{group}]", *(f"{name} = {value}" for name, value in names.items()))
    ]
    (info / "entry_points.txt").write_text("\n".join(lines), encoding="utf-8")
    return folder / "src"


def test_every_block_is_in_a_language_that_these_tests_know():
    for name in DOCUMENTS:
        text = (ROOT / name).read_text(encoding="utf-8")

        assert {block.language for block in blocks(name)} <= LANGUAGES, name
        assert text.count("```") == 2 * len(blocks(name)), name


@pytest.mark.slow
@pytest.mark.parametrize("document", WITH_CODE)
def test_python_in_a_document_gives_what_the_document_shows(document, here, monkeypatch):
    if any(block.file for block in blocks(document)):
        package = publish(here, document)
        (package / "borea_scenarios" / "__init__.py").write_text("", encoding="utf-8")
        monkeypatch.syspath_prepend(str(package))
    names = {"__name__": "document"}
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)

    for block in blocks(document, "python", "pycon"):
        if block.language == "python":
            exec(compile(block.text, document, "exec"), names)  # noqa: S102, it is ours
        else:
            examples = doctest.DocTestParser().get_doctest(
                block.text, names, document, document, block.line
            )
            assert examples.examples, f"{document}:{block.line} holds no example"
            runner.run(examples, clear_globs=False)
            names.update(examples.globs)
    for name, value in list(names.items()):
        for example in doctest.DocTestFinder().find(value, name, module=False, globs=names):
            runner.run(example) if callable(value) and example.examples else None
        if name.startswith("test_"):
            value()

    assert runner.failures == 0


def parsed(words):
    """Parse a command line as the command would, without running it."""
    command = typer.main.get_command(app.application())
    context = command.context_class(command, info_name="trainkit")
    while hasattr(command, "resolve_command"):
        name, command, words = command.resolve_command(context, words)
        if not hasattr(command, "resolve_command"):
            return command.make_context(name, words, parent=context)
        context = command.context_class(command, info_name=name, parent=context)
    return None


def of_trainkit(command):
    """Return what a command line gives to trainkit; None when it is start.py's own."""
    words = shlex.split(command)
    if words[0] == "trainkit":
        return words[1:]
    assert words[0] in {"python3", "py"}, command
    assert words[1] == "start.py", command
    return None if words[2] in OF_START else words[2:]


@pytest.mark.parametrize("document", WITH_COMMANDS)
def test_every_command_in_a_document_is_one_with_these_options(document):
    for command in commands(document):
        words = of_trainkit(command)

        if words is not None:
            assert parsed(without_wheelhouse(words)) is not None, command


def without_wheelhouse(words):
    """Take out the option that start.py itself reads."""
    if "--wheelhouse" not in words:
        return words
    at = words.index("--wheelhouse")
    return words[:at] + words[at + 2 :]


@pytest.mark.parametrize("document", WITH_COMMANDS)
def test_every_command_of_start_in_a_document_is_in_its_help(document):
    for command in commands(document):
        words = shlex.split(command)
        asked = words[2:] if words[0] != "trainkit" else []

        for word in asked if asked and asked[0] in OF_START else []:
            if word.startswith("--") or word in OF_START:
                assert word in HELP, command
        if "--wheelhouse" in words:
            assert "--wheelhouse FOLDER" in HELP
        if asked[:1] == ["test"]:
            assert all((ROOT / word).exists() for word in asked[1:] if not word.startswith("-"))


def test_a_command_or_an_option_that_does_not_exist_is_found():
    for wrong in (
        ["lst"],
        ["run"],
        ["run", "x", "--nn", "3"],
        ["academy", "int"],
        ["run", "x", "y"],
    ):
        with pytest.raises(Exception, match=r"(?i)no such|missing|unexpected"):
            parsed(wrong)


@pytest.mark.slow
@pytest.mark.parametrize("document", WITH_COMMANDS)
def test_cheap_commands_in_a_document_work_one_after_the_other(document, here, cold, capsys):
    ran = 0
    for block in blocks(document, "sh", "console"):
        for line in block.text.splitlines():
            command = line.removeprefix("$ ")
            words = of_trainkit(command) if block.language == "sh" or line != command else None
            if words and words[0] in CHEAP:
                with pytest.raises(SystemExit) as caught:
                    app.main(words)
                shown = capsys.readouterr()
                assert caught.value.code == 0, f"{command}: {shown.err}"
                ran += 1
            elif block.language == "console":
                assert line in shown.out.splitlines(), f"{document}: not printed: {line}"

    assert ran or not any(words_of(document))


def words_of(document):
    """Return the commands of a document's blocks that are cheap."""
    for block in blocks(document, "sh"):
        for line in block.text.splitlines():
            words = of_trainkit(line)
            if words and words[0] in CHEAP:
                yield words


def test_the_files_of_the_partner_s_package_are_all_shown(here, monkeypatch):
    package = publish(here, "docs/tutorial/partner.md")
    monkeypatch.syspath_prepend(str(package))

    found = {one.name: one.value for one in entry_points(group="trainkit.scenarios")}

    assert found["borea"] == "borea_scenarios"
    assert (package / "borea_scenarios" / "harbour_search" / "briefing.md").is_file()
    assert sys.path[0] == str(package)

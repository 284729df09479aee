"""The page on approving a plan: every command, in its order, does what the page shows."""

import shlex

import pytest
from tests.docs.documents import blocks

from trainkit.cli import app

PAGE = "docs/how-to/approve-a-plan.md"
REFUSED, DIFFERS = 2, 1


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A reader's folder with a space in its name, and settings of its own."""
    folder = tmp_path / "two sides"
    folder.mkdir()
    monkeypatch.setenv("TRAINKIT_CONFIG", str(tmp_path / "settings"))
    monkeypatch.chdir(folder)
    return folder


def expected(command, given):
    """Return the exit code that the page leads its reader to expect."""
    first_verify = "--act" not in command and not any("verify" in one for one in given)
    if "plan diff" in command:
        return DIFFERS
    wrong = "--x-nm 50" in command or "plan-2" in command
    return REFUSED if "verify" in command and (first_verify or wrong) else 0


def change(folder):
    text = (folder / "plan.toml").read_text(encoding="utf-8")
    assert "report_within_h = 2\n" in text
    changed = text.replace("report_within_h = 2\n", "report_within_h = 3\n")
    (folder / "plan-2.toml").write_text(changed, encoding="utf-8")


def test_every_command_of_the_page_does_what_the_page_shows(here, capsys):
    shown, given = "", []
    for block in blocks(PAGE, "sh", "text", "toml"):
        if block.file:
            (here / block.file).write_text(block.text, encoding="utf-8")
        elif block.language == "text":
            missing = [line for line in block.text.splitlines() if line not in shown]
            assert not missing, f"{PAGE}:{block.line}: {missing} is not in {shown}"
        else:
            shown = ""
            for line in block.text.splitlines():
                if "plan diff" in line:
                    change(here)
                with pytest.raises(SystemExit) as caught:
                    app.main(shlex.split(line.removeprefix("python3 start.py ")))
                out, err = capsys.readouterr()
                assert caught.value.code == expected(line, given), f"{line}: {out}{err}"
                given.append(line)
                shown += out + err

    assert len(given) == 14
    assert not list(here.glob("*.part"))

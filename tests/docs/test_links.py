"""What a document points at is there."""

import re
import tomllib
from pathlib import Path

import pytest
from tests.docs.documents import DOCUMENTS, ROOT, blocks, read

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
NAMED = re.compile(
    r"`((?:src|tests|docs|simulations|courses|grading|benchmarks|starting)/[\w./-]*)`"
)


def anchors(text):
    """Return the anchors of a document's headings, as hosts of repositories make them."""
    heads = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("document", DOCUMENTS)
def test_links_lead_to_files_and_headings_that_are_there(document):
    for target in LINK.findall(read(document)):
        assert "://" not in target, f"{document}: {target} is not on this machine"
        path, _, anchor = target.partition("#")
        found = (ROOT / document).parent / path if path else ROOT / document

        assert found.exists(), f"{document}: {target} is not there"
        assert not anchor or anchor in anchors(found.read_text(encoding="utf-8")), target


@pytest.mark.parametrize("document", DOCUMENTS)
def test_files_and_folders_that_are_named_are_there(document):
    shown = {Path(block.file).parts[:2] for block in blocks(document) if block.file}
    for name in NAMED.findall(read(document)):
        if Path(name).parts[:2] in shown:
            continue  # a file of the reader's own, which the document shows

        assert (ROOT / name).exists(), f"{document}: {name} is not there"


def test_every_page_is_reached_from_the_readme():
    seen, waiting = set(), ["README.md"]
    while waiting:
        document = waiting.pop()
        seen.add(document)
        for target in LINK.findall(read(document)):
            found = ((ROOT / document).parent / target.partition("#")[0]).resolve()
            name = found.relative_to(ROOT).as_posix()
            if name.endswith(".md") and name not in seen:
                waiting.append(name)

    assert set(DOCUMENTS) <= seen


@pytest.mark.parametrize("document", DOCUMENTS)
def test_prose_is_plain(document):
    text = re.sub(r"```.*?```", "", read(document), flags=re.DOTALL)
    prose = re.sub(r"`[^`]*`|!\[", "", text)

    assert "!" not in prose
    assert not re.search(r"/work/|/root/|/home/", prose)


def test_the_page_of_layers_lists_the_layers_that_are_enforced():
    linted = tomllib.loads(read("pyproject.toml"))["tool"]["importlinter"]["contracts"][0]
    shown = blocks("docs/explanation/how-it-fits.md", "text")[0].text.splitlines()

    rooms = [line[:13].strip().split(" | ") for line in shown]
    assert [" | ".join(f"trainkit.{room}" for room in one) for one in rooms] == linted["layers"]

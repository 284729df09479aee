"""The documents, and the blocks of code in them."""

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted(
    path.relative_to(ROOT).as_posix() for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"))
)
_FENCE = re.compile(r"^```(?P<info>\S[^\n]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    """A block of code: its language, the file it stands for, its text and its first line."""

    language: str
    file: str
    text: str
    line: int


def read(document: str) -> str:
    return (ROOT / document).read_text(encoding="utf-8")


def blocks(document: str, *languages: str) -> list[Block]:
    """Return the blocks of a document in some languages, or all."""
    text = read(document)
    found = []
    for match in _FENCE.finditer(text):
        language, _, file = match["info"].partition(" ")
        line = text[: match.start()].count("\n") + 2
        found.append(Block(language, file.strip(), match["text"], line))
    return [block for block in found if not languages or block.language in languages]


def commands(document: str) -> list[str]:
    """Return every command line that a document tells its reader to give."""
    shown = [line for block in blocks(document, "sh") for line in block.text.splitlines()]
    prompted = [
        line.removeprefix("$ ")
        for block in blocks(document, "console")
        for line in block.text.splitlines()
        if line.startswith("$ ")
    ]
    inline = re.findall(r"`((?:trainkit|python3 start\.py|py start\.py) [^`\n]+)`", read(document))
    return [line for line in (*shown, *prompted, *inline) if line.strip()]

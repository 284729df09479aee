"""Sample answers beside a scale: what each level looks like, for markers and for nobody else.

They lie in ``<rubrics>/<name>.samples.toml``, are synthetic, and never reach a trainee: whoever had
them would copy them. The name is that of a task which has its own, or that of the scale.

synthetic = true
[[samples]]
level = 3
text = "..."
"""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trainkit.errors import TrainkitError
from trainkit.grading.rubric import LEVELS
from trainkit.grading.wording import safe
from trainkit.lessons.task import Task


@dataclass(frozen=True)
class Sample:
    """An answer for markers to compare with: its level on the whole scale, and its text."""

    level: int
    text: str


def samples_of(folder: Path, task: Task) -> list[Sample]:
    """Return the sample answers that a marker of a task sees: its own, or those of its scale.

    Args:
        folder: The folder of all scales.
        task: A written task.

    Raises:
        TrainkitError: as `load_samples` does.
    """
    return load_samples(folder, task.id) or load_samples(folder, task.rubric)


def load_samples(folder: Path, name: str) -> list[Sample]:
    """Return the sample answers of a name, from the lowest level; none where it has no file.

    Args:
        folder: The folder of all scales.
        name: Name of the scale, or of the task that has its own.

    Raises:
        TrainkitError: the file cannot be read, is not whole, or does not say that it is synthetic.
    """
    path = folder / f"{name}.samples.toml"
    if not path.is_file():
        return []
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        found = [_sample(one) for one in content["samples"]]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise TrainkitError(f"The sample answers {path} cannot be read: {error}.") from error
    if content.get("synthetic") is not True:
        raise TrainkitError(
            f"The sample answers {path} do not say 'synthetic = true': no answer that anybody gave "
            "may stand there, not even without the name."
        )
    return sorted(found, key=lambda one: one.level)


def _sample(content: Any) -> Sample:
    level, text = content["level"], content["text"]
    if isinstance(level, bool) or level not in range(LEVELS) or not isinstance(text, str):
        raise ValueError(f"a sample needs a text and a level from 0 to {LEVELS - 1}")
    return Sample(level, text.strip())


def samples_html(samples: Sequence[Sample]) -> str:
    """Return sample answers as a folded block of HTML; empty where there are none."""
    if not samples:
        return ""
    told = "".join(
        f"<p><strong>Level {one.level}</strong>: {safe(one.text)}</p>" for one in samples
    )
    top = "Sample answers by level (synthetic; for markers only)"
    return f"<details><summary>{top}</summary>{told}</details>"

"""Records the demo submissions: players answer through the lesson as a trainee does.

python grading/record.py
"""

import json
import shutil
import tempfile
from pathlib import Path

from trainkit.grading import cells
from trainkit.grading.academy import init_academy, open_academy
from trainkit.grading.building import build
from trainkit.grading.keys import load_keys
from trainkit.kernel.luck import Luck
from trainkit.lessons.catalogue import lesson
from trainkit.lessons.session import opened
from trainkit.lessons.task import Lesson

PLAYERS = {"ada-strong": "strong", "ben-novice": "novice", "cem-redline": "careless"}
HERE = Path(__file__).resolve().parent


def main() -> None:
    """Record all submissions anew."""
    with tempfile.TemporaryDirectory() as place:
        init_academy(Path(place) / "academy", Path(place) / "course.key")
        academy = open_academy(Path(place) / "academy")
        for notebook in ("E1", "A1"):
            build(academy, notebook)
            for trainee in (*PLAYERS, "dana-empty"):
                folder = HERE / "submissions" / trainee / notebook
                folder.mkdir(parents=True, exist_ok=True)
                shutil.copy(academy.release(notebook), folder)
                (folder / "answers.jsonl").unlink(missing_ok=True)
                record(notebook, trainee, folder)


def record(notebook: str, trainee: str, folder: Path) -> None:
    """Answer one notebook as one trainee."""
    session = opened(lesson(notebook), trainee, folder)
    write(folder / f"{notebook}.ipynb", session.lesson, memo(trainee, notebook))
    if trainee not in PLAYERS:
        return
    player = load_keys(HERE / "keys", session.lesson).player(PLAYERS[trainee])
    for task, value in player(session.situation, Luck(1)).items():
        session.save(task, json.loads(json.dumps(value)))
        session.commit(task)


def memo(trainee: str, notebook: str) -> str:
    """Return what a trainee writes; empty where the cell is left alone."""
    path = HERE / "memos" / f"{trainee}-{notebook}.md"
    return path.read_text(encoding="utf-8").strip() if path.is_file() else ""


def write(path: Path, found: Lesson, memo: str) -> None:
    """Write a memo into the cell of the written task."""
    notebook = cells.read(path)
    for cell in notebook.cells:
        if memo and cell.id in {task.id for task in found.tasks if task.manual}:
            cell.source = memo
    path.write_text(cells.text_of(notebook), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

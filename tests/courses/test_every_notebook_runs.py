"""Every authored notebook from top to bottom in a fresh kernel, in words and with widgets."""

import asyncio
import sys

import nbformat
import pytest

from trainkit.lessons.answers import append

pytestmark = pytest.mark.slow

TRAINEE = "variant-0"
WORDS_A_MINUTE = 150
_AGAIN = "-2"
"""Behind the id of a cell that is run once more."""
MINUTES_A_FIELD, MINUTES_A_TASK, MINUTES_A_MEMO = 0.5, 2.0, 12.0


@pytest.fixture(scope="module")
def compiled(tmp_path_factory):
    """A folder where kernels find what an earlier one compiled, as on a trainee's machine.

    Whoever runs the tests may let nothing be written beside the sources; each of some sixty kernels
    would compile a thousand modules then, which takes as long as all the rest of its start.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPYCACHEPREFIX", str(tmp_path_factory.mktemp("compiled")))
        patch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
        yield


@pytest.fixture(scope="module", params=["words", "widgets"])
def run(request, compiled):
    """Return a function that runs a notebook in a fresh kernel in the trainee's folder."""
    from nbclient import NotebookClient

    if sys.platform == "win32":
        asyncio.set_event_loop_policy(asyncio.WindowsSelectorEventLoopPolicy())

    def run(notebook, folder):
        resources = {"metadata": {"path": str(folder)}}
        client = NotebookClient(notebook, timeout=300, kernel_name="python3", resources=resources)
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("TRAINKIT_TRAINEE", TRAINEE)
            patch.setenv("TRAINKIT_PLAIN", "1" if request.param == "words" else "")
            patch.setenv("IPYTHONDIR", str(folder / "ipython"))
            client.execute()
        return notebook

    return run


@pytest.fixture(scope="module")
def answered(run, played, tmp_path_factory):
    """A notebook whose decisions are committed, with every cell run and then run once more."""
    folder = tmp_path_factory.mktemp("carnet d'été")
    commit_all(played, folder)
    notebook = nbformat.reads(played.built(), as_version=4)
    again = [nbformat.from_dict({**one, "id": f"{one.id}{_AGAIN}"}) for one in notebook.cells]
    notebook.cells = [one for pair in zip(notebook.cells, again, strict=True) for one in pair]
    return run(notebook, folder)


def outputs(notebook, kind):
    return [
        (cell.id, output)
        for cell in notebook.cells
        if cell.cell_type == "code"
        for output in cell.outputs
        if output.output_type == kind
    ]


def is_graded(notebook):
    return {cell.id for cell in notebook.cells if "nbgrader" in cell.metadata}


def minutes(played, notebook):
    """Return the time of a notebook: its words, what is shown, and its tasks.

    How an answer is typed is left out: the time of a field is that of its control, and hours by
    area are set area by area. The decision log holds the reader's own words.
    """
    words = sum(len(c.source.split()) for c in notebook.cells if c.cell_type == "markdown")
    own = {cell.id for cell in notebook.cells if cell.source == "log()"}
    read = [
        (cell, output)
        for kind in ("stream", "display_data")
        for cell, output in outputs(notebook, kind)
        if not cell.endswith("-decide") and cell not in own
    ]
    shown = [o.text if "text" in o else o.data.get("text/plain", "") for _, o in read]
    words += sum(len(text.split()) for text in shown)
    fields = sum(len(cells(field)) for task in played.lesson.tasks for field in task.fields)
    memos = sum(task.manual for task in played.lesson.tasks)
    work = len(played.asked) * MINUTES_A_TASK + fields * MINUTES_A_FIELD + memos * MINUTES_A_MEMO
    return words / WORDS_A_MINUTE + work


def commit_all(played, folder):
    append(folder / "answers.jsonl", "", "started", {"trainee": TRAINEE, "notebook": played.name})
    for task, value in played.answers("reference", TRAINEE).items():
        append(folder / "answers.jsonl", task, "saved", value)
        append(folder / "answers.jsonl", task, "committed", value)


def cells(field):
    return getattr(field, "cells", (field.name,))


def test_before_answers_only_the_checks_say_what_is_open(played, run, folder):
    notebook = run(nbformat.reads(played.built(), as_version=4), folder)

    errors = outputs(notebook, "error")
    assert {cell for cell, _ in errors} == {task.id for task in played.asked}
    assert {error.ename for _, error in errors} == {"NotAnsweredError"}
    assert all("\n" not in error.evalue.strip() for _, error in errors)
    assert [o.text for _, o in outputs(notebook, "stream") if o.name == "stderr"] == []


def test_with_all_that_it_shows_a_notebook_takes_the_time_it_says(played, answered):
    first = nbformat.v4.new_notebook(
        cells=[cell for cell in answered.cells if not cell.id.endswith(_AGAIN)]
    )

    declared = played.lesson.minutes
    print(f"{played.name}: {minutes(played, first):.0f} of {declared} minutes")
    assert 0.6 * declared <= minutes(played, first) <= 1.15 * declared


def test_with_answers_every_cell_runs_twice_without_an_error_and_checks_only_print(answered):
    assert outputs(answered, "error") == []
    assert outputs(answered, "execute_result") == []
    assert [o.text for _, o in outputs(answered, "stream") if o.name == "stderr"] == []
    graded = is_graded(answered)
    printed = {cell for cell, _ in outputs(answered, "stream")}
    assert {cell.id for cell in answered.cells if cell.cell_type == "code"} & graded <= printed

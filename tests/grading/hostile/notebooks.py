"""Attacks on the notebook and on what lies beside it."""

import gzip
import json
import os

from tests.grading.hostile.case import Case, cell, chained, write_answers, write_notebook
from tests.grading.hostile.decisions import ACTIVE, ESCAPES

SVG = "<svg xmlns='http://www.w3.org/2000/svg' onload='window.__pwned=1'/>"


def notebook(change):
    def attack(made):
        content = made.ground.notebook()
        change(content)
        write_notebook(made.folder, content)

    return attack


def memo(text):
    return notebook(lambda content: cell(content, "t1_memo").update(source=text))


def encoded(encode):
    def attack(made):
        text = json.dumps(made.ground.notebook())
        (made.folder / "T1.ipynb").write_bytes(encode(text))

    return attack


def beside(*names, content=ACTIVE):
    """Put files beside the notebook."""

    def attack(made):
        for name in names:
            path = made.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")

    return attack


def _canary(made):
    """Leave a file wherever code of the submission is run."""
    code = f"open({str(made.ground.inbox.parent / 'canary')!r}, 'w').write('run')"
    beside("simpy.py", "trainkit/__init__.py", "sitecustomize.py", content=code)(made)
    content = made.ground.notebook()
    for one in content["cells"]:
        one["source"] = code if one["cell_type"] == "code" else one["source"]
    write_notebook(made.folder, content)


def _widgets(content):
    state = {"x": {"model_name": "HTMLModel", "state": {"value": ACTIVE}}}
    content["metadata"]["widgets"] = {
        "application/vnd.jupyter.widget-state+json": {"state": state, "version_major": 2}
    }


def _output(text, kind="text/html"):
    output = {"output_type": "display_data", "data": {kind: text}, "metadata": {}}
    return notebook(lambda content: cell(content, "t1_hours").update(outputs=[output]))


def _many_cells(content):
    content["cells"] += [{"cell_type": "raw", "metadata": {}, "source": ""}] * 20_000


def _attachment(content):
    own = cell(content, "t1_memo")
    own["attachments"] = {"a.svg": {"image/svg+xml": SVG}}
    own["source"] = "We go west. ![a](attachment:a.svg)"


def _linked_notebook(made):
    (made.folder / "T1.ipynb").unlink()
    (made.folder / "T1.ipynb").symlink_to(made.ground.academy.release("T1"))


def _hard_linked_notebook(made):
    (made.folder / "T1.ipynb").unlink()
    os.link(made.ground.academy.folder / "nbgrader_config.py", made.folder / "T1.ipynb")


def _numbered_answers(made):
    (made.folder / "answers.jsonl").unlink()
    for number in (1, 2):
        write_answers(made.folder, chained(made.records), f"answers ({number}).jsonl")


def _two_answers(made):
    write_answers(made.folder, chained(made.ground.records("ben")), "answers (1).jsonl")


def _two_copies(made):
    for number in (1, 2):
        write_notebook(made.folder, made.ground.notebook(), f"T1 ({number}).ipynb")
    (made.folder / "T1.ipynb").unlink()


OTHERS = ("course.key", "nbgrader_config.py", "scoring.py", "gradebook.db")
CASES = {
    "poisoned widgets": Case(notebook(_widgets)),
    "giant metadata": Case(
        notebook(lambda content: content["metadata"].update(own={"x": "x" * 5_000_000}))
    ),
    "an output of 15 MB": Case(_output("x" * 15_000_000)),
    "an output of 21 MB": Case(_output("x" * 21_000_000), "refused", None, "20,000,000 are"),
    "an active output": Case(_output(ACTIVE)),
    "an output of script": Case(_output("window.__pwned=1", "application/javascript")),
    "20,000 cells": Case(notebook(_many_cells), words="cells; those behind 5,000"),
    "cells by name": Case(
        notebook(lambda content: content.update(cells={"t1_memo": "x"})),
        "partly",
        words="no list of cells",
    ),
    "the format 3": Case(
        notebook(lambda content: content.update(worksheets=[content.pop("cells")], nbformat=3)),
        "partly",
        words="no list of cells",
    ),
    "the format 5": Case(notebook(lambda content: content.update(nbformat=5, nbformat_minor=99))),
    "a format of words": Case(notebook(lambda content: content.update(nbformat="four"))),
    "UTF-16": Case(encoded(lambda text: text.encode("utf-16")), "partly", words="no text in UTF-8"),
    "packed": Case(
        encoded(lambda text: gzip.compress(text.encode())), "partly", words="no text in UTF-8"
    ),
    "two notebooks": Case(beside("plan.ipynb"), words="T1.ipynb counts"),
    "two copies of the notebook": Case(_two_copies, "refused", None, "is there 2 times"),
    "two files of answers": Case(_two_answers, words="answers (1).jsonl"),
    "two copies of the answers": Case(_numbered_answers, "refused", None, "is there 2 times"),
    "a link to the release": Case(_linked_notebook, "refused", None, "link to another file"),
    "a hard link to the settings": Case(_hard_linked_notebook, "partly", words="no JSON"),
    "HTML in the memo": Case(memo(f"We go west. {ACTIVE}")),
    "SVG in the memo": Case(memo(f"We go west. {SVG}")),
    "a data address in the memo": Case(memo(f"[west](data:text/html,{ACTIVE})")),
    "a style in the memo": Case(memo("<style>@import 'https://example.org/a.css'</style> West.")),
    "a form in the memo": Case(memo("<form action='https://example.org'><input></form> West.")),
    "a formula in the memo": Case(memo("$\\href{javascript:window.__pwned=1}{x}$")),
    "escapes in the memo": Case(memo(f"We go west. {ESCAPES}")),
    "another direction in the memo": Case(memo("We go \u202etsae\u202c.")),
    "half a sign in the memo": Case(memo("We go \ud800 west.")),
    "a picture in the memo": Case(notebook(_attachment)),
    "files of an academy": Case(beside(*OTHERS), words="course.key"),
    "modules and cells that leave a canary": Case(_canary, words="simpy"),
    "a kernel": Case(beside("kernel.json", "jupyter_config.py"), words="jupyter_config.py"),
    "2,000 files": Case(beside(*(f"{n}.bin" for n in range(2000))), words="not taken in"),
    "a name of 250 letters": Case(beside("x" * 250), words="not taken in"),
    "a name with escapes": Case(beside("\x1b[2Jx\ny.txt"), words="not taken in"),
    "a name of HTML": Case(beside("<script>window.__pwned=1<"), words="not taken in"),
    "a tree of 60 folders": Case(beside("/".join("d" * 60) + "/a.txt"), words="not taken in"),
}

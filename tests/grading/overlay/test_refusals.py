"""What an overlay may not say: each is refused in one paragraph, with its line."""

import pytest

from trainkit.errors import TrainkitError
from trainkit.grading.building import build
from trainkit.grading.overlay.reading import overlay_of

pytestmark = pytest.mark.sqlite  # what is refused is refused before any gradebook

TASK = """\
synthetic = true
[[task]]
id = "t1_own"
after = "t1_hours"
title = "Own"
question = "Which?"
points = 10
[[task.field]]
kind = "choice"
name = "act"
label = "Act"
options = { warn = "Warn", wait = "Wait" }
[[task.field]]
kind = "number"
name = "speed_kn"
label = "Speed"
unit = "kn"
low = 0
high = 40
[[task.score]]
field = "act"
points = 4
best = "warn"
[[task.score]]
field = "speed_kn"
points = 6
best = 12
"""
ALLOCATED = (
    TASK.replace('kind = "number"', 'kind = "allocation"')
    .replace("low = 0\nhigh = 40", 'cells = ["A", "B"]\ntotal = 10\nstep = 1')
    .replace("best = 12", 'sum_of = ["A"]\nbest = 6')
)


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        (
            "[points]\nt1_speed = 20\nt1_hour = 3\n",
            3,
            "no task 't1_hour'. Did you mean 't1_hours'?",
        ),
        ("[points]\nt1_speed = 0\n", 2, "'t1_speed' has 0 points"),
        ("[points]\nt1_speed = -4\n", 2, "'t1_speed' has -4 points"),
        ('[points]\nt1_speed = "many"\n', 2, "'t1_speed' has 'many' points"),
        ("[points]\nt1_speed = 2.5\n", 2, "'t1_speed' has 2.5 points"),
        ("[points]\nt1_speed = true\n", 2, "'t1_speed' has True points"),
        ('[due]\nat = "2026-12-01 18:00"\n', 2, "no zone"),
        ('[due]\nat = "2026-12-01 18:00 Europe/Rom"\n', 2, "Did you mean 'Europe/Rome'?"),
        ('[due]\nat = "soon"\n', 2, "no date"),
        ("[due]\nat = 2026-12-01T18:00:00\n", 2, "'at' is a text"),
        ("[duo]\n", 1, "no 'duo'. Did you mean 'due'?"),
        ('[texts.t1_hours]\nquestion = "Where?"\n', None, "synthetic = true"),
        (
            'synthetic = true\n[texts.t1_hour]\nquestion = "?"\n',
            2,
            "no task 't1_hour'. Did you mean 't1_hours'?",
        ),
        (
            'synthetic = true\n[texts.t1_hours]\nquestin = "?"\n',
            3,
            "no 'questin'. Did you mean 'question'?",
        ),
        (
            'synthetic = true\n[texts.t1_hours]\nhints = ["a", "b", "c", "d"]\n',
            3,
            "room for 3",
        ),
        ('synthetic = true\n[insert.before]\nt1_hour = "x"\n', 3, "Did you mean 't1_hours'?"),
        ('synthetic = true\n[insert]\nbottom = "x"\n', 3, "no 'bottom'"),
    ],
)
def test_a_mistake_is_named_with_its_line_and_what_may_be_meant(refused, text, line, told):
    found = refused(text)

    where = f"T1.toml, line {line}: " if line else "T1.toml"
    assert where in found
    assert told in found
    assert "\n" not in found


@pytest.mark.parametrize(
    ("old", "new", "line", "told"),
    [
        ('id = "t1_own"', 'id = "t1_speed"', 3, "T1 has a task 't1_speed' already"),
        ('id = "t1_own"', 'id = "T1 own"', 3, "'id' is a name"),
        ('after = "t1_hours"', 'after = "t1_our"', 4, "Did you mean 't1_hours'?"),
        ('after = "t1_hours"\n', "", 2, "'after' is missing"),
        ("points = 10", "points = 11", 7, "sum to 10, and the task has 11"),
        ("points = 10", "pionts = 10", 7, "Did you mean 'points'?"),
        ("points = 10", 'points = 10\noutcomes = ["T1.9"]', 8, "Did you mean 'T1.1'?"),
        ('kind = "choice"', 'kind = "choise"', 9, "Did you mean 'choice'?"),
        ("high = 40", "high = 0", 15, "'speed_kn' leaves nothing to decide"),
        ('{ warn = "Warn", wait = "Wait" }', '{ warn = "Warn" }', 10, "'act' leaves nothing"),
        ('name = "speed_kn"', 'name = "act"', 10, "The field 'act' is there 2 times"),
        ('best = "warn"', 'best = "warm"', 23, "no option 'warm'. Did you mean 'warn'?"),
        ('best = "warn"', 'best = "warn"\nshares = { wate = 0.5 }', 24, "Did you mean 'wait'?"),
        ('best = "warn"', 'best = "warn"\nshares = { wait = 1.5 }', 12, "'wait' is 1.5"),
        ('field = "act"', 'field = "akt"', 21, "Did you mean 'act'?"),
        ("best = 12", "best = 90", 27, "no trainee can answer"),
        ("best = 12", 'best = "fast"', 27, "no trainee can answer"),
        ("best = 12", "best = 12\nwithin = -1", None, "go outwards"),
        ("best = 12", "best = 12\nbands = [{ within = 2, share = 1 }]", 28, "less than 1"),
        (
            "best = 12",
            "best = 12\nwithin = 3\nbands = [{ within = 2, share = 0.5 }]",
            29,
            "go outwards",
        ),
        ("best = 12", "best = 12\nmanual = true", 28, "no 'manual'"),
        ("points = 10", "points = 10\nmanual = true", 8, "has no fields"),
        ("points = 10", 'points = 10\nrubric = "decision_log"', 8, "is for a task with"),
    ],
)
def test_a_task_that_does_not_fit_is_refused_with_its_line(refused, old, new, line, told):
    assert old in TASK

    found = refused(TASK.replace(old, new, 1))

    assert told in found
    assert f"T1.toml, line {line}: " in found if line else "T1.toml, line" in found


@pytest.mark.parametrize(
    ("added", "told"),
    [
        ('[[task.red_line]]\nfield = "act"\nchoice = "go"\nrule = "R1"\ntext = "x"', "no option"),
        ('[[task.red_line]]\nfield = "act"\nchoice = "wait"\nrule = "R9"\ntext = "x"', "no rule"),
        ('[[task.red_line]]\nfield = "act"\nchoice = "warn"\nrule = "R1"\ntext = "x"', "crosses"),
        ('[[task.slip]]\nfield = "act"\nchoice = "warn"\nhint = "x"', "shows the slip"),
        ('[[task.slip]]\nfield = "speed_kn"\nlow = 90\nhint = "x"', "'high' is missing"),
    ],
)
def test_slips_and_red_lines_fit_the_options_and_never_the_best_answer(refused, added, told):
    assert told in refused(f"{TASK}{added}\n")


def test_hours_are_scored_by_the_sum_of_cells_that_there_are(built, overlay, refused):
    assert "no cell 'C'" in refused(ALLOCATED.replace('sum_of = ["A"]', 'sum_of = ["C"]'))
    assert "is impossible" in refused(ALLOCATED.replace("best = 6", "best = 60"))

    overlay(ALLOCATED)

    sheet = overlay_of(built, "T1").sheets["t1_own"]
    assert sheet.reference() == {"act": "warn", "speed_kn": {"A": 6, "B": 0}}


def test_a_manual_task_needs_a_scale_that_is_there(built, refused, overlay):
    text = TASK[: TASK.index("[[task.field]]")] + 'manual = true\nrubric = "decision_lock"\n'
    assert "Did you mean 'decision_log'?" in refused(text)

    overlay(text.replace("lock", "log"))

    assert overlay_of(built, "T1").lesson.task("t1_own").manual


def test_the_second_of_two_equal_ids_is_named(refused):
    first, rest = TASK.split("\n", 1)

    found = refused(f"{first}\n{rest}{rest}")

    assert "T1.toml, line 29: T1 has a task 't1_own' already" in found


def test_what_is_no_toml_is_told_with_its_line(refused):
    assert "line 2" in refused("[points]\nt1_speed 20\n")


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "a <b>b</b>",
        "<img src=x onerror=alert(1)>",
        "![x](https://example.org/x.png)",
        "[x](javascript:alert(1))",
        "[x](JaVa\\\\script:alert(1))",
        "[x](java&#115;cript:alert(1))",
        "[x](java&Tab;script:alert(1))",
        "[x](data:text/html;base64,AAAA)",
        "[x](file:///etc/passwd)",
        "[x]\\n\\n[x]: javascript:alert(1)",
        "$\\\\href{javascript:alert(1)}{x}$",
        "<!-- hidden -->",
        "### BEGIN HIDDEN TESTS",
        "turned \\u202e round",
    ],
)
@pytest.mark.parametrize("place", ['[insert]\ntop = "{}"\n', '[texts.t1_hours]\ntitle = "{}"\n'])
def test_markdown_that_runs_loads_or_hides_is_refused(refused, place, text):
    found = refused("synthetic = true\n" + place.replace("{}", text))

    assert "T1.toml, line 3: " in found
    assert "Write Markdown without HTML" in found


@pytest.mark.parametrize(
    "text", ["speed < 5 kn", "**bold**, *it*, `a`", "[law](https://example.org/a)", "* one\\n* two"]
)
def test_plain_markdown_is_taken(built, overlay, text):
    overlay(f'synthetic = true\n[insert]\ntop = "{text}"\n')

    assert overlay_of(built, "T1").inserts.top == text.replace("\\n", "\n")


@pytest.mark.parametrize(
    ("field", "old", "new", "told"),
    [
        ("nationality", 'name = "act"', 'name = "nationality"', "'nationality'"),
        ("act", 'label = "Act"', 'label = "The faith of the crew"', "'faith'"),
        ("act", 'wait = "Wait"', 'wait = "Those of another religion"', "'religion'"),
        ("act", 'wait = "Wait"', 'ethnicity = "Wait"', "'ethnicity'"),
    ],
)
def test_nobody_is_picked_by_what_they_are(refused, field, old, new, told):
    text = TASK.replace('field = "act"', f'field = "{field}"').replace(old, new)

    found = refused(text)

    assert f"uses the protected characteristic {told}" in found


def test_an_option_may_name_it_where_it_is_the_breach_that_is_taught(built, overlay, refused):
    text = TASK.replace('wait = "Wait"', 'wait = "Those of another religion"')
    line = '[[task.red_line]]\nfield = "act"\nchoice = "wait"\nrule = "{}"\ntext = "By faith."\n'

    assert "protected" in refused(text + line.format("R1"))

    overlay(text + line.format("R3"))
    assert overlay_of(built, "T1").sheets["t1_own"].crossings[0].line.rule == "R3"


def test_an_age_may_protect_a_child(built, overlay, refused):
    text = TASK.replace('name = "act"', 'name = "age"').replace('field = "act"', 'field = "age"')
    assert "protected characteristic 'age'" in refused(text)

    overlay(text.replace('name = "age"', 'name = "age"\npurpose = "protection"'))

    assert overlay_of(built, "T1").sheets


@pytest.mark.parametrize("real", ["ask a.b@agency.example", "phone 555 123 4567", "MMSI 247123456"])
def test_nothing_real_stands_in_a_text(refused, real):
    assert "holds what looks like" in refused(f'synthetic = true\n[insert]\nend = "{real}"\n')


def test_an_overlay_of_no_notebook_stops_a_build_with_the_one_that_is_meant(built):
    folder = built.folder / "overlay"
    folder.mkdir()
    (folder / "T11.toml").write_text("", encoding="utf-8")

    with pytest.raises(TrainkitError, match=r"'T11', and there is none\. Did you mean 'T1'"):
        build(built, "T1")


def test_two_files_of_one_notebook_are_refused_and_one_is_found_however_it_is_spelled(built):
    folder = built.folder / "overlay"
    folder.mkdir()
    (folder / "t1.toml").write_text("[points]\nt1_speed = 5\n", encoding="utf-8")
    assert overlay_of(built, "T1").lesson.task("t1_speed").points == 5

    (folder / "T1.toml").write_text("", encoding="utf-8")

    with pytest.raises(TrainkitError, match="Keep one of them"):
        overlay_of(built, "T1")


def test_a_refused_overlay_leaves_release_and_source_as_they_are(built, overlay):
    before = built.release("T1").read_bytes(), built.source("T1").read_bytes()
    overlay("[points]\nt1_gone = 3\n")

    with pytest.raises(TrainkitError, match="no task 't1_gone'"):
        build(built, "T1")

    assert (built.release("T1").read_bytes(), built.source("T1").read_bytes()) == before

"""Enrolling from a list, whatever saved it: good rows count, and bad ones are named."""

import json

import pytest

from trainkit.cli import app
from trainkit.errors import TrainkitError
from trainkit.grading.enrolment import enrol, not_enrolled
from trainkit.grading.journal import broken, entries
from trainkit.grading.nbgrader_use import gradebook
from trainkit.grading.pipeline import grade
from trainkit.grading.report import reports
from trainkit.grading.roster import Person, Roster, read_roster, write_template

LIST = "id,last_name,first_name,email\nada,Strong,Ada,ada@example.org\nben,Novice,Ben,\n"
TWO = (Person("ada", "Strong", "Ada", "ada@example.org"), Person("ben", "Novice", "Ben"))


@pytest.fixture
def listed(tmp_path):
    """Write a list, and return it as it is read."""

    def listed(text, encoding="utf-8"):
        path = tmp_path / "öğrenci listesi.csv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return read_roster(path)

    return listed


def enrolled(academy, roster, **options):
    with gradebook(academy) as book:
        found = enrol(book, roster, "M. Oak", **options)
        book.db.commit()
    return found


def students(academy):
    with gradebook(academy) as book:
        return {
            one.id: (one.last_name, one.first_name, one.email)
            for one in sorted(book.students, key=lambda one: one.id)
        }


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "cp1254"]
)
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_list_is_read_as_any_spreadsheet_saves_it(listed, encoding, separator, ending):
    text = LIST.replace(",", separator).replace("\n", ending)

    assert listed(text, encoding) == Roster(TWO)


@pytest.mark.parametrize(
    ("name", "encoding"),
    [("Yıldız Şahin", "cp1254"), ("Ağaoğlu", "cp1254"), ("Niccolò D’Amè", "cp1252"),  # noqa: RUF001
     ("Çelik", "utf-8"), ("Θάλασσα", "utf-16")],
)  # fmt: skip
def test_italian_turkish_and_greek_names_stay_as_they_are(listed, name, encoding):
    (person,) = listed(f"id;soyad\nx1;{name}\n", encoding).people

    assert person.last_name == name


@pytest.mark.parametrize(
    "head",
    ["ID;Last Name;First-Name;E-Mail", "matricola;COGNOME;Nome;Posta elettronica",
     "Öğrenci No;Soyadı;Adı;e-posta", "KULLANICI ADI;SOYADI;ADI;EPOSTA"],  # noqa: RUF001
)  # fmt: skip
def test_columns_are_known_in_three_languages(listed, head):
    rows = "ada;Strong;Ada;ada@example.org\nben;Novice;Ben;\n"

    assert listed(f"{head}\n{rows}").people == TWO


def test_columns_come_in_any_order_and_others_are_noted(listed):
    found = listed("email,Unit,first_name,id\nada@example.org,South,Ada,ADA\n")

    assert found.people == (Person("ada", "", "Ada", "ada@example.org"),)
    assert found.notes == ("not taken from the list: 'Unit'",)


def test_excel_s_own_first_line_and_blank_lines_are_no_rows(listed):
    assert listed(f"sep=;\r\n{LIST.replace(',', ';')}\r\n;;;\r\n") == Roster(TWO)


BAD = {
    "no id": (",Oak,,", "A trainee id is needed"),
    "unsafe id": ("../../etc,Oak,,", "cannot be used"),
    "windows": ("con,Oak,,", "cannot be used"),
    "spaces": ("ada strong,Oak,,", "cannot be used"),
    "formula": ("cem,=HYPERLINK(1),,", "begins as a formula"),
    "formula first": ("cem,,@SUM(1),", "begins as a formula"),
    "escape": ("cem,\x1b[31mOak,,", "cannot be shown"),
    "address": ("cem,Oak,,not an address", "no e-mail address"),
    "too many": ("cem,Oak, Cem,,x", "has 5 cells, and the first line has 4"),
    "double": ("ADA ,Oak,,", "'ada' is on line 2 already"),
    "the same": ("ben,Novice,Ben,", "the same as line 3"),
    "long": (f"cem,{'x' * 129},,", "too long"),
}


@pytest.mark.parametrize(("row", "told"), BAD.values(), ids=BAD)
def test_a_bad_row_is_named_and_the_others_are_taken(listed, row, told):
    found = listed(f"{LIST}{row}\ndan,Late,Dan,\n")

    assert [person.id for person in found.people] == ["ada", "ben", "dan"]
    assert [bad.line for bad in found.bad] == [4]
    assert told in found.bad[0].what


def test_a_name_over_two_lines_is_named_by_the_line_on_which_it_ends(listed):
    found = listed(f'{LIST}cem,"Oak\nTree",,\n')

    assert [bad.line for bad in found.bad] == [5]
    assert found.people == TWO


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "is empty"),
        (b"\n\n", "is empty"),
        (b"ada,Strong\nben,Novice\n", "names no column of ids.*--template"),
        (b"last_name,idd\nStrong,ada\n", "Did you mean 'id'"),
        (b"id,username\n1,2\n", "two columns for id"),
        (b'id,name\nada,"open\n', "Line 2 cannot be read.*quotation mark"),
        (b"id\n\x81\xff\x8d\x8f\n", "CSV UTF-8"),
    ],
)
def test_a_list_that_cannot_be_read_is_told_in_one_paragraph(listed, content, told):
    with pytest.raises(TrainkitError, match=told) as caught:
        listed(content)

    assert "\n" not in str(caught.value)


def test_a_missing_or_huge_file_is_told(tmp_path):
    with pytest.raises(TrainkitError, match="cannot be read"):
        read_roster(tmp_path / "nowhere.csv")
    (tmp_path / "huge.csv").write_bytes(b"x" * 5_000_001)
    with pytest.raises(TrainkitError, match="5,000,000 are allowed"):
        read_roster(tmp_path / "huge.csv")


def test_trainees_stand_in_the_gradebook_and_the_journal_says_so_without_their_names(built):
    enrolled(built, Roster(TWO))

    assert students(built) == {
        "ada": ("Strong", "Ada", "ada@example.org"),
        "ben": ("Novice", "Ben", None),
    }
    with gradebook(built) as book:
        noted = entries(book)
        assert [(one.trainee, one.kind, one.who) for one in noted] == [
            ("ada", "enrolled", "M. Oak"),
            ("ben", "enrolled", "M. Oak"),
        ]
        assert "Strong" not in str(noted)
        assert broken(book) == []


def test_the_same_list_again_changes_nothing(built):
    enrolled(built, Roster(TWO))

    again = enrolled(built, Roster(TWO))

    assert [one.state for one in again] == ["unchanged", "unchanged"]
    with gradebook(built) as book:
        assert len(entries(book)) == 2


def test_other_data_is_updated_with_a_sentence_and_an_empty_cell_erases_nothing(built):
    enrolled(built, Roster(TWO))

    (one,) = enrolled(built, Roster((Person("ada", "Stronger"),)))

    assert (one.state, one.told) == ("updated", "last name was Strong, is Stronger now")
    assert students(built)["ada"] == ("Stronger", "Ada", "ada@example.org")
    assert students(built)["ben"] == ("Novice", "Ben", None)


def test_a_student_whom_nbgrader_spelled_otherwise_is_the_same_trainee(built):
    with gradebook(built) as book:
        book.add_student("Ada")

    enrolled(built, Roster(TWO))

    assert list(students(built)) == ["Ada", "ben"]
    assert students(built)["Ada"][0] == "Strong"


def test_a_dry_run_says_the_same_and_writes_nothing(built):
    dry = enrolled(built, Roster(TWO), dry_run=True)

    assert students(built) == {}
    assert enrolled(built, Roster(TWO)) == dry


def test_who_is_in_no_list_is_named_once_there_is_a_list(built):
    with gradebook(built) as book:
        book.add_student("cem")
        before = not_enrolled(book, ["ada", "cem"])
    enrolled(built, Roster(TWO))

    with gradebook(built) as book:
        assert before == []
        assert not_enrolled(book, ["Ada", "cem", "ben"]) == ["cem"]


@pytest.fixture
def ask(built, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("TRAINKIT_WORKSPACE", str(built.folder))
    monkeypatch.chdir(tmp_path)

    def ask(*arguments):
        with pytest.raises(SystemExit) as caught:
            app.main(arguments)
        out, err = capsys.readouterr()
        return caught.value.code, out, err

    return ask


def test_the_command_names_bad_rows_and_its_exit_code_says_that_there_are_some(ask, tmp_path):
    (tmp_path / "list.csv").write_text(f"{LIST}con,Oak,,\n", encoding="utf-8")

    code, out, _ = ask("enrol", "list.csv")
    again = ask("enrol", "list.csv", "--json")

    assert code == 1
    assert "Line 4: The trainee id 'con' cannot be used." in out
    assert "2 added, 0 updated, 0 unchanged; 1 row is bad." in out
    told = json.loads(again[1])
    assert (told["added"], told["unchanged"], [one["line"] for one in told["bad"]]) == (0, 2, [4])


def test_the_example_can_be_enrolled_as_it_is(ask, tmp_path, built):
    made, refused = (ask("enrol", "--template", "example.csv") for _ in range(2))
    dry = ask("enrol", "example.csv", "--dry-run")
    done = ask("enrol", "example.csv")

    assert (made[0], refused[0], dry[0], done[0]) == (0, 2, 0, 0)
    assert "not overwritten" in refused[2]
    assert "Nothing was written" in dry[1]
    assert list(students(built)) == ["ada-strong", "ben-novice"]
    assert read_roster(tmp_path / "example.csv").bad == ()


def test_the_command_without_a_list_says_how_to_begin(ask):
    code, _, err = ask("enrol")

    assert code == 2
    assert "--template" in err


def test_a_template_is_never_written_over_a_list(tmp_path):
    (tmp_path / "mine.csv").write_text("id\n", encoding="utf-8")

    with pytest.raises(TrainkitError, match="not overwritten"):
        write_template(tmp_path / "mine.csv")


def test_a_row_says_where_nobody_enrolled_the_trainee(built, submit, reference):
    submit("ada", reference("ada"))
    submit("cem", reference("cem"))
    without = [row.notes for row in grade(built, "T1", feedback=False).rows]

    enrolled(built, Roster(TWO))
    ada, cem = reports(built, "T1")

    assert without == [(), ()]
    assert ada.notes == ()
    assert "Nobody enrolled this trainee" in cem.notes[0]
    assert cem.raw == 70

"""Files of edges: columns, comments, weights, headings, and what is wrong with them."""

import pytest

from trainkit.case.measures import read_edges, removal_curve
from trainkit.errors import TrainkitError


@pytest.fixture
def written(tmp_path):
    def write(text, encoding="utf-8"):
        path = tmp_path / "edges.txt"
        path.write_bytes(text.encode(encoding))
        return path

    return write


@pytest.mark.parametrize("mark", [" ", "\t", ",", ";", ", "])
def test_columns_are_parted_by_what_the_first_row_has(written, mark):
    found = read_edges(written(f"1{mark}2{mark}3\n2{mark}3{mark}0.5\n"))

    assert found.nodes == (1, 2, 3)
    assert found.ends.tolist() == [[0, 1], [1, 2]]
    assert found.weights.tolist() == [3.0, 0.5]


def test_comments_and_empty_lines_are_counted_and_repeats_add_their_weights(written):
    text = "# a net\n\n1 2 3  # twice\n2 1 4\n5 5\n"

    found = read_edges(written(text))

    assert (found.comments, found.repeated, found.self_loops) == (2, 1, 1)
    assert found.weights.tolist() == [7.0]
    assert found.nodes == (1, 2, 5)
    assert "1 rows repeat a pair and count once, 1 tie a node to itself" in str(found)


def test_a_heading_is_read_when_it_is_said_and_refused_when_not(written):
    path = written("from,to,weight\n1,2,1\n")

    assert read_edges(path, header=True).nodes == (1, 2)
    with pytest.raises(TrainkitError, match=r"Line 1 of .* reads like the names of columns"):
        read_edges(path)


def test_names_stay_texts_where_one_of_them_is_no_number(written):
    assert read_edges(written("1 2\n2 x\n")).nodes == ("1", "2", "x")


def test_numbers_with_zeros_in_front_stay_texts_and_apart(written):
    assert read_edges(written("01 1\n1 2\n")).nodes == ("01", "1", "2")


@pytest.mark.parametrize(
    ("text", "nodes"),
    [
        ("a;b;1.5\nb;c;2\n", ("a", "b", "c")),
        ("Smith, J.\tDoe, A.\n", ("Smith, J.", "Doe, A.")),
        ("Smith, J.;Doe, A.\n", ("Smith, J.", "Doe, A.")),
        ("a;x,b\nc,d\n", ("a;x", "b", "c", "d")),
        ('"a b" 3\n', ("a b", "3")),
        ('"a  b"   "c"  7\n', ("a b", "c")),
        ("1, 2\n", (1, 2)),
        ("\u015eahin,\u00c7elik\n", ("\u015eahin", "\u00c7elik")),
        ("a\u2028b,c\x0bd\n", ("a\u2028b", "c\x0bd")),
    ],
)
def test_the_sign_is_found_that_parts_every_row(written, text, nodes):
    assert read_edges(written(text)).nodes == nodes


def test_a_letter_with_its_accent_is_one_name_however_it_is_written(written):
    found = read_edges(written("\u00e9,x\ne\u0301,y\n"))

    assert found.nodes == ("\u00e9", "x", "y")


def test_a_mark_of_byte_order_within_a_file_that_was_joined_from_two_is_no_name(written):
    assert read_edges(written("\ufeff1,2\n\ufeff1,3\n")).nodes == (1, 2, 3)


def test_a_sign_of_comments_may_stand_in_a_name_when_there_are_none(written):
    assert read_edges(written("flat #3,flat #4\n"), comment=None).nodes == ("flat #3", "flat #4")


@pytest.mark.parametrize("end", ["", "\n", "\r\n", "\r", "\n\n"])
def test_the_last_line_counts_whatever_ends_it(written, end):
    found = read_edges(written("1 2\n2 3" + end))

    assert len(found.ends) == 2
    assert found.comments == (end == "\n\n")


@pytest.mark.parametrize("signs", [{"delimiter": ""}, {"delimiter": "::"}, {"comment": ""}])
def test_signs_that_part_nothing_are_refused(written, signs):
    with pytest.raises(TrainkitError, match="a delimiter is one sign"):
        read_edges(written("1 2\n"), **signs)


@pytest.mark.parametrize("path", [None, 3, "a\0b", [(1, 2)]])
def test_what_is_no_path_is_no_file_of_edges(path):
    with pytest.raises(TrainkitError, match="A file is named by its path"):
        read_edges(path)


def test_numbers_of_twenty_digits_and_weights_beside_them_stay_exact(written):
    found = read_edges(written("9007199254740993 1 0.5\n99999999999999999999 1 0.25\n"))

    assert found.nodes == (9007199254740993, 1, 99999999999999999999)
    assert found.weights.tolist() == [0.5, 0.25]
    assert read_edges(written("9007199254740993 9007199254740992 2\n")).nodes == (
        9007199254740993,
        9007199254740992,
    )


def test_weights_of_a_file_that_add_up_to_no_number_are_refused(written):
    with pytest.raises(TrainkitError, match="Row 2 of the edges repeats a pair"):
        read_edges(written("1 2 1e308\n2 1 1e308\n"))


def test_a_million_lines_are_read_and_each_is_accounted_for(tmp_path):
    path = tmp_path / "edges.txt"
    rows = "".join(f"{n} {n * 7 % 1000}\n" for n in range(1000)) * 1000
    path.write_text("# a million\n" + rows)

    found = read_edges(path)

    assert len(found.ends) + found.repeated + found.self_loops == 1_000_000
    # n * 7 = n modulo 1000 where 500 divides 3 n: for 0 and 500, a thousand times each
    assert (found.comments, found.self_loops) == (1, 2000)


def test_quoted_names_hold_the_delimiter(written):
    assert read_edges(written('"a, b",c\n')).nodes == ("a, b", "c")


def test_windows_lines_and_a_mark_of_byte_order_are_read(written):
    assert read_edges(written("\ufeff1,2\r\n2,3\r\n")).nodes == (1, 2, 3)


def test_another_comment_and_delimiter_may_be_named(written):
    found = read_edges(written("% old\na|b\n"), delimiter="|", comment="%")

    assert found.nodes == ("a", "b")


def test_what_is_read_goes_into_a_curve(written):
    assert removal_curve(read_edges(written("1 2\n1 3\n")), steps=1).tolist() == [1.0, 1 / 3]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1 2\n3\n", "Line 2 of .* has 1 columns"),
        ("1,2\n3,4,5,6\n", "Line 2 of .* has 4 columns"),
        ("1,2\n3,\n", "Line 2 of .* has 2 columns: '3 '"),
        ("1 2 x\n", "Line 1 of .* has the weight 'x', which is no number"),
        ("1 2 -1\n", r"Line 1 of .* has the weight -1\.0"),
        ("# a\n\n1 2 1e999\n", "Line 3 of .* has the weight inf"),
        ("1 2\nnan 3\n", "Line 2 of .* lacks a node: 'nan 3'"),
        ("a;b;1,5\n", "Line 1 of .* has the weight '1,5', which is no number"),
        ("a\tb\nc;d\n", "Line 2 of .* has 1 columns: 'c;d'"),
        ("1\x00 \x002\x00\n", "is not text in UTF-8"),
        ('"a,b\n', "Line 1 of .* has 1 columns"),
        ("x," + "y" * 200_000 + "\n", "cannot be parted into columns: field larger"),
        ("1 2 nan\n", "has the weight nan"),
    ],
)
def test_a_row_that_is_wrong_is_named_by_its_line(written, text, said):
    with pytest.raises(TrainkitError, match=said):
        read_edges(written(text))


def test_a_file_that_is_not_there_or_no_text_is_named(written, tmp_path):
    with pytest.raises(TrainkitError, match=r"none\.txt cannot be read: No such file"):
        read_edges(tmp_path / "none.txt")
    with pytest.raises(TrainkitError, match="is not text in UTF-8"):
        read_edges(written("é è\n", encoding="latin-1"))


def test_a_file_of_comments_only_has_no_edges(written):
    found = read_edges(written("# nothing yet\n"))

    assert found.nodes == ()
    with pytest.raises(TrainkitError, match="The edge list is empty"):
        removal_curve(found)

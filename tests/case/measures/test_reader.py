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
        ("1 2 -1\n", r"Row 1 of the edges has the weight -1\.0"),
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

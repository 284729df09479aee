"""One meaning has one text and one hash; another meaning has another."""

import copy
import hashlib
import json
import tomllib
import unicodedata
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainkit.errors import TrainkitError
from trainkit.joint.plan import Plan
from trainkit.joint.plan.canonical import canonical, digest_of

LETTERS = st.characters(categories=("L", "M", "N", "P", "S"), include_characters=" ")
TEXTS = st.text(LETTERS, max_size=12)
MOMENTS = st.integers(10**9, 4 * 10**9).map(lambda second: datetime.fromtimestamp(second, UTC))
LEAVES = st.one_of(
    TEXTS, st.booleans(), st.integers(-(10**6), 10**6), MOMENTS,
    st.floats(-1e6, 1e6, allow_subnormal=False),
)  # fmt: skip
RECORDS = st.dictionaries(
    st.text("abcdefg_", min_size=1, max_size=4),
    st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=3), max_leaves=6),
    max_size=5,
)


def rewritten(value, order, zone):
    """Return the same meaning in another writing: keys turned round, spaces, forms, clocks."""
    if isinstance(value, dict):
        keys = order.permutation(list(value))
        return {
            unicodedata.normalize("NFD", key): rewritten(value[key], order, zone) for key in keys
        }
    if isinstance(value, list):
        return [rewritten(one, order, zone) for one in value]
    if isinstance(value, str):
        return "\n  " + unicodedata.normalize("NFD", value).replace(" ", " \t") + " "
    if isinstance(value, datetime):
        return value.astimezone(zone)
    return value


class Order:
    """Orders drawn by hypothesis."""

    def __init__(self, data):
        self.data = data

    def permutation(self, keys):
        return self.data.draw(st.permutations(keys)) if keys else []


@given(RECORDS, st.integers(-12, 14), st.data())
def test_order_of_keys_white_space_forms_of_signs_and_clocks_do_not_matter(record, hours, data):
    other = rewritten(record, Order(data), timezone(timedelta(hours=hours)))

    assert canonical(other) == canonical(record)
    assert digest_of(other) == digest_of(record)


@given(RECORDS)
def test_the_canonical_text_is_composed_sorted_json_and_its_hash_that_of_its_bytes(record):
    text = canonical(record)

    assert unicodedata.is_normalized("NFC", text)
    again = json.dumps(json.loads(text), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert again == text
    assert digest_of(record) == hashlib.sha256(text.encode("utf-8")).hexdigest()


def meaning(value):
    """Return what a value means, told apart by other means than the canonical text."""
    if isinstance(value, dict):
        return frozenset((key, meaning(one)) for key, one in value.items())
    if isinstance(value, list):
        return ("list", *map(meaning, value))
    if isinstance(value, str):
        return ("text", *unicodedata.normalize("NFC", value).split())
    if isinstance(value, datetime):
        return ("instant", (value - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1))
    return ("truth", value) if isinstance(value, bool) else ("number", value)


@given(RECORDS, RECORDS)
def test_two_records_have_one_hash_exactly_when_they_mean_the_same(one, other):
    assert (digest_of(one) == digest_of(other)) == (meaning(one) == meaning(other))


def leaves(value, path=()):
    """Yield the path of every leaf of a record."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from leaves(one, (*path, key))
    elif isinstance(value, list):
        for place, one in enumerate(value):
            yield from leaves(one, (*path, place))
    else:
        yield path


def put(record, path, change):
    """Change the leaf at a path."""
    at = record
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = change(at[path[-1]])


def another(value):
    """Return another meaning of the same kind."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, datetime):
        return value + timedelta(seconds=1)
    if isinstance(value, str):
        return value + " not"
    return value + 1


def test_a_change_of_any_single_leaf_of_a_plan_changes_its_hash(record):
    paths = list(leaves(record))
    before = digest_of(record)

    for path in paths:
        other = copy.deepcopy(record)
        put(other, path, another)
        assert digest_of(other) != before, path
    assert len(paths) > 60


@pytest.mark.parametrize("change", [
    lambda r: r["area"]["corners_nm"].insert(1, [0.0, -10.0]),
    lambda r: r["area"]["corners_nm"].reverse(),
    lambda r: r["third_parties"].clear(),
    lambda r: r["scope"]["acts"].reverse(),
    lambda r: r["third_parties"][0]["caveats"].pop(),
])  # fmt: skip
def test_a_line_put_in_taken_out_or_moved_changes_the_hash(record, change):
    before = digest_of(record)

    change(record)

    assert digest_of(record) != before


def test_a_plan_written_by_another_hand_has_the_same_hash(pattern, record):
    record["title"] = "Night   patrol of\nthe middle strait"
    record["area"]["corners_nm"] = [[int(x), int(y)] for x, y in record["area"]["corners_nm"]]
    record["duration"] = dict(reversed(record["duration"].items()))

    assert Plan.of(record).digest == Plan.of(pattern).digest


def test_the_canonical_text_of_the_docstring_s_rules_is_as_declared():
    text = tomllib.loads(
        'b = 12.0\na = "one  \\n two"\nt = 2031-05-03T20:00:00+02:00\nn = -0.5\n"e\\u0301" = true\n'
    )

    assert canonical(text) == (
        '{"a":"one two","b":12,"n":-0.5,"t":"2031-05-03T18:00:00Z","\u00e9":true}'
    )


@pytest.mark.parametrize(("value", "told"), [
    ("pay\u200bday", "U+200B"),
    ("\u202eon", "U+202E"),
    ("a\x07b", "U+0007"),
    (float("nan"), "no number"),
    (datetime(2031, 5, 3, 20), "no zone"),  # noqa: DTZ001
    (None, "no canonical form"),
])  # fmt: skip
def test_what_two_readers_could_see_as_two_things_is_refused_with_its_key(value, told):
    with pytest.raises(TrainkitError, match=r"plan\.note") as caught:
        canonical({"note": value}, "plan")

    assert told in str(caught.value)


def test_one_key_in_two_forms_of_unicode_is_refused():
    with pytest.raises(TrainkitError, match="one key twice"):
        canonical({"é": 1, "e\u0301": 2})

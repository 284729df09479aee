"""Bad input: each refusal says what was asked, what was found and what to do next."""

import pytest
from tests.case.evidence.conftest import item, order

from trainkit.case.evidence import corroborated, repeated, require_own_ids
from trainkit.errors import TrainkitError


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (
            lambda: item(warrant=order(authority="")),
            r"signed by nobody; Alder's statute A6 asks for a judge\. Put it to the judge",
        ),
        (lambda: item(warrant="judge"), r"The warrant of item A-1 is 'judge', which is no order"),
        (lambda: item(offence="smugling"), r"'smugling'\. Did you mean 'smuggling'"),
        (lambda: item(action="serch"), r"No action is called 'serch'\. Did you mean 'search'"),
        (lambda: item(side="Cyra"), r"No State with a team is called 'Cyra'"),
        (lambda: item(basis=""), r"Item A-1 \(search\) has no legal basis"),
        (lambda: item(obtained_h=-3.0), r"obtained at -3 h, before the case was opened"),
        (lambda: item(obtained_h=float("nan")), r"before the case was opened"),
        (lambda: item(channel="letter"), r"No channel is called 'letter'"),
        (lambda: item(basis=None), r"Item A-1 \(search\) has no legal basis"),
        (lambda: item(obtained_h=float("inf")), r"or at no hour"),
        (lambda: item(reliability="AB"), r"graded AB2\. A grade is a letter A to F"),
        (lambda: item(reliability="", credibility="12"), r"graded 12\. A grade is a letter"),
        (lambda: item(reliability="G"), r"graded G2\. A grade is a letter A to F"),
        (lambda: require_own_ids([item(), item()]), r"Two items have the id 'A-1'"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(make, said):
    with pytest.raises(TrainkitError, match=said):
        make()


def test_items_with_ids_of_their_own_pass():
    require_own_ids([item(id="A-1"), item(id="A-2")])


def test_one_source_through_two_channels_is_no_corroboration():
    ours = item(id="A-1", origin="harbour informant", action="source_handling", warrant=None)
    theirs = item(id="B-1", origin="harbour informant", channel="police_answer", side="Borea")

    assert not corroborated([ours, theirs])
    assert repeated([ours, theirs]) == ("harbour informant",)


def test_two_sources_corroborate_when_both_can_be_judged():
    first = item(origin="receipt book")
    second = item(id="A-2", origin="boat builder", action="witness_interview", warrant=None)
    for grade, expected in (
        ("B2", True),
        ("D4", True),
        ("E2", False),
        ("F2", False),
        ("B6", False),
    ):
        graded = item(id="A-3", origin="boat builder", reliability=grade[0], credibility=grade[1])
        assert corroborated([first, graded]) == expected, grade
    assert corroborated([first, second])
    assert not corroborated([])


def test_items_of_two_facts_are_not_held_beside_each_other():
    with pytest.raises(TrainkitError, match="Ask for one fact at a time"):
        corroborated([item(), item(id="A-2", fact="the crew was paid")])

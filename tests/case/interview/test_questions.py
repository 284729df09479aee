"""The classifier of questions against a list that was typed by hand, and against nonsense."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainkit.case.interview.questions import TYPES, question_type
from trainkit.errors import TrainkitError

BY_HAND = {
    "open": (
        "Tell me what happened after you left the house.",
        "Please tell me everything you remember about that night.",
        "Tell me about the room where you slept.",
        "Tell me how you came to this town.",
        "Explain to me how the days went.",
        "Describe the man who met you.",
        "Can you describe the place?",
        "Could you please tell me about your work there?",
        "Would you take me through that morning, from the moment you woke up?",
        "What happened then?",
        "What happened next?",
        "And then?",
        "What else do you remember?",
        "In your own words, what was the journey like?",
        "I would like you to tell me about the boat.",
        "So, what happened when the engine stopped?",
        "Tell us what you saw and what you heard.",
        "Go on.",
        "Take me back to the beach.",
    ),
    "probing": (
        "Who met you at the station?",
        "When did you last eat?",
        "Where did you sleep?",
        "At what time did the car stop?",
        "How many people were in the room?",
        "What colour was the door?",
        "Which of the two men spoke?",
        "With whom did you travel?",
        "Tell me who was there.",
        "Tell me how many people were in the van.",
        "You said there was a car; what did it look like?",
        "And where was your telephone?",
        "How long did that last?",
        "From where did they come?",
    ),
    "closed": (
        "Did you see the driver?",
        "Was the door locked?",
        "Have you eaten today?",
        "Are you cold?",
        "Do you know his name?",
        "Can you walk?",
        "Could you see the road?",
        "Tell me if you saw the driver.",
        "Tell me whether there was a second boat.",
        "Did he say when he would come back?",
        "Did you eat anything or not?",
        "Is there anything or anybody you are afraid for?",
    ),
    "leading": (
        "He took your papers, didn't he?",
        "You were afraid of him, weren't you?",
        "Didn't he lock the door?",
        "Wasn't it the tall man who took the money?",
        "So you had to work for them?",
        "You could not leave the house?",
        "Surely you saw his face?",
        "The driver had a knife, right?",
        "It was dark, is that not so?",
        "Don't you think that he lied to you?",
        "They paid you nothing, correct?",
        "Isn\u2019t it true that you steered the boat?",
    ),
    "multiple": (
        "Where did you sleep and who was with you?",
        "When did you leave, how did you travel, and who paid?",
        "Who was there? What did they say?",
        "Did you know the driver and did he know you?",
        "What was his name and where did he live?",
        "Tell me about the house, who lived there and how long you stayed.",
        "Was there a lock, and who had the key?",
    ),
    "forced_choice": (
        "Was it a van or a lorry?",
        "Did you come by day or by night?",
        "Were you paid, or did they keep the money?",
        "Which was it, the house or the farm?",
        "Was he tall, short or in between?",
        "Did he shout at you or threaten you?",
    ),
    "opinion": (
        "I think you are hiding something.",
        "I don't believe that anybody goes there freely.",
        "You must have seen it.",
        "People like him always lie.",
        "It seems to me that you knew.",
        "That was not very clever.",
        "In my view he is the one who arranged it.",
        "I believe that you were forced.",
    ),
}
CASES = [(kind, text) for kind, texts in BY_HAND.items() for text in texts]


@pytest.mark.parametrize(("kind", "text"), CASES)
def test_a_question_is_of_the_type_that_was_given_to_it_by_hand(kind, text):
    found = question_type(text)

    assert found.type == kind, found.reason
    assert len(found.reason.split()) > 8


def test_every_type_is_on_the_list_with_examples_enough():
    assert set(BY_HAND) == set(TYPES)
    assert all(len(texts) >= 6 for texts in BY_HAND.values())


def test_a_question_that_only_begins_as_an_open_one_is_read_by_what_follows():
    """A quarter of the questions that begin with tell me are none (PMC7997731)."""
    kinds = [question_type(f"Tell me {rest}.").type for rest in ("who it was", "if it was him")]

    assert kinds == ["probing", "closed"]


@pytest.mark.parametrize("text", ["", "   ", "?", "...", None, 7])
def test_nothing_is_no_question(text):
    with pytest.raises(TrainkitError, match="Write one question in words"):
        question_type(text)


@given(st.text(min_size=1, max_size=300))
def test_any_text_has_a_type_and_a_reason_or_is_refused(text):
    try:
        found = question_type(text)
    except TrainkitError:
        return
    assert found.type in TYPES
    assert found.reason


@given(st.sampled_from(CASES), st.sampled_from(["Please, ", "So ", "And ", "OK. ", "  "]))
def test_words_that_only_lead_up_to_a_question_do_not_change_its_type(case, before):
    kind, text = case
    if text in {"And then?", "Go on."}:
        return

    assert question_type(before + text).type == kind


@pytest.mark.parametrize(
    "asked",
    [
        "Where did you sleep?",
        "Did you pay?",
        "Was it red or blue?",
        "Who met you and when did he go?",
    ],
)
def test_a_question_that_is_typed_without_its_mark_is_still_a_question(asked):
    assert question_type(asked.removesuffix("?")) == question_type(asked)


@pytest.mark.parametrize(
    "text",
    ["What happened then, and how did you feel?", "Tell me about the man and what did he say?"],
)
def test_an_invitation_with_a_second_question_behind_it_is_two_questions(text):
    assert question_type(text).type == "multiple"

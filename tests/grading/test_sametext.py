"""Written answers that are copied are pointed out; stock phrases and the task's words are not."""

from random import Random

import pytest

from trainkit.grading import sametext
from trainkit.grading.academy import open_academy
from trainkit.grading.copies import copies
from trainkit.grading.sametext import same_texts

COPIED = (
    "At 21.40 the fishing boat Kestrel called on sixteen with water in the engine room. Her last "
    "position was four miles west of Cape Borea; since then nobody has heard her. We assume that "
    "she drifts to the north east with the wind. The cutter searches the two eastern cells until "
    "midnight. Please send the helicopter of Cyra at first light, and ask the ferry to listen."
)
COUNT = 68  # words of COPIED
STOCK = "All ships in the vicinity are requested to keep a sharp lookout and report to us"
PARTS = (
    ("At {n} the watch took a call from {a}", "{a} was heard last at {n}", "{n}: call of {a}"),
    (
        "The report gave {n} on board",
        "Of {n} people {m} have no life jacket",
        "{n} souls",
    ),
    ("Nobody knows whether {a} has a raft", "Her engine failed at {n}", "{a} has not answered"),
    ("The drift is {m} miles to the {b}", "She is set {m} miles {b}", "{m} miles {b} in an hour"),
    (STOCK,),
    ("We search {n} cells with {m} boats", "Cells {n} and {m} are done", "Nothing seen in {m}"),
    ("Send the {b} helicopter at {n}", "{a} must listen until {n}", "Please relieve {a} at {n}"),
    ("Next report at {n}", "We call again when {a} has gone {m} miles", "More when {a} is back"),
)


def honest(number):
    """A situation report of one's own facts, in phrases that many use."""
    draw = Random(number)
    said = [draw.choice(parts) for parts in PARTS]
    facts = [
        {
            "n": draw.randrange(1000, 9999),
            "m": draw.randrange(2, 90),
            "a": draw.choice(("Kestrel", "Osprey", "Merlin", "Petrel", "Fulmar")),
            "b": draw.choice(("north", "western", "southern", "eastern")),
        }
        for _ in said
    ]
    return ". ".join(one.format(**fact) for one, fact in zip(said, facts, strict=True))


def found(texts, known=(), title="Report"):
    return same_texts("t1_memo", title, texts, known)


def test_a_text_of_two_trainees_is_named_with_its_share_and_how_many_wrote_one():
    texts = {f"honest-{n:02}": honest(n) for n in range(38)} | {"ada": COPIED, "ben": COPIED}

    (one,) = found(texts)

    assert (one.trainees, one.kind, one.tasks) == (("ada", "ben"), "text", ("t1_memo",))
    assert "ada and ben wrote the same text for Report: 100%" in one.sentence
    assert "2 of 40" in one.sentence
    assert "no proof" in one.sentence


@pytest.mark.parametrize(
    "change",
    [
        str.upper,
        lambda text: text.replace(" ", "\n\n  "),
        lambda text: text.replace(". ", "; ").replace("Kestrel", "**Kestrel**"),
        lambda text: text.replace("e", "e\u200b"),
    ],
)
def test_white_space_case_stops_and_hidden_signs_make_no_other_text(change):
    (one,) = found({"ada": COPIED, "ben": change(COPIED)})

    assert "the same text for Report: 100%" in one.sentence


def test_a_text_with_some_words_changed_is_nearly_the_same():
    changed = COPIED.replace("drifts", "goes").replace("midnight", "dawn")

    (one,) = found({"ada": COPIED, "ben": changed})

    assert f"nearly the same text for Report: {100 * (COUNT - 2) // COUNT}%" in one.sentence


def test_a_text_inside_a_longer_one_is_found():
    (one,) = found({"ada": COPIED, "ben": f"{honest(1)}. {COPIED} {honest(2)}"})

    assert "100%" in one.sentence


def test_half_a_text_that_is_shared_is_no_copy():
    half = " ".join(COPIED.split()[: COUNT // 2])

    assert found({"ada": COPIED, "ben": f"{half} {honest(3)}"}) == []


def test_a_text_that_went_round_names_everybody_who_has_it_once():
    names = [f"t{n:03}" for n in range(70)]
    texts = {name: f"{COPIED} {name} on watch" for name in names}
    texts |= {f"same-{n}": COPIED for n in range(3)}

    (one,) = found(texts | {f"honest-{n}": honest(n) for n in range(9)})

    assert one.trainees == (*sorted(f"same-{n}" for n in range(3)), *names)
    assert "73 of 82" in one.sentence


def test_words_of_the_task_count_for_nobody():
    texts = {name: f"{COPIED} {honest(n)}" for n, name in enumerate(("ada", "ben"))}

    assert found(texts, known=[COPIED]) == []
    assert found({"ada": COPIED, "ben": COPIED}, known=[COPIED]) == []


def test_short_answers_and_stock_phrases_are_no_copies():
    short = " ".join(COPIED.split()[:20])
    phrases = ("to the best of my knowledge", "the master of the vessel says", "as soon as we can")
    stock = {
        name: ". ".join(f"{phrase} {name}{n}" for n, phrase in enumerate(phrases * 4))
        for name in ("ada", "ben")
    }

    assert found({"ada": short, "ben": short}) == []
    assert found(stock) == []


def test_two_hundred_honest_reports_in_common_phrases_raise_no_alarm():
    assert found({f"honest-{n:03}": honest(n) for n in range(200)}) == []


@pytest.mark.parametrize("step", ["_pairs", "_share"])
def test_four_times_the_texts_are_some_four_times_the_pairs_that_are_looked_at(monkeypatch, step):
    looked_at = []
    does = getattr(sametext, step)

    def noted(*given):
        done = does(*given)
        pairs = list(done) if step == "_pairs" else [done]
        looked_at.extend(pairs)
        return pairs if step == "_pairs" else done

    def number(n):
        looked_at.clear()
        found({f"honest-{k:05}": honest(k) for k in range(n)})
        return len(looked_at)

    monkeypatch.setattr(sametext, step, noted)
    few, many = number(600), number(2_400)
    assert 600 < few < many < 7 * few  # of all pairs there would be sixteen times as many


def test_a_copied_memo_is_pointed_out_from_the_files_and_the_release_is_not(built, submit):
    academy = open_academy(built.folder)
    submit("ada", {}, memo=COPIED)
    submit("ben", {}, memo=COPIED.lower())
    submit("cem", {}, memo=honest(1))
    submit("dan", {})
    (submit("eve", {}) / "T1.ipynb").write_text("{no json", encoding="utf-8")

    (one,) = copies(academy, "T1")

    assert (one.trainees, one.kind, one.tasks) == (("ada", "ben"), "text", ("t1_memo",))
    assert "for Memo: 100%" in one.sentence
    assert "2 of 3" in one.sentence

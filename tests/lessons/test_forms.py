"""The form of a decision, pressed without a browser."""

import errno
import os

import pytest

from trainkit.lessons.forms import Form
from trainkit.lessons.session import opened


def parts(widget):
    yield widget
    for child in getattr(widget, "children", ()):
        yield from parts(child)


class Pressed:
    """A form of the tiny lesson, and what a trainee can do with it."""

    def __init__(self, session, task="t1_speed"):
        self.committed, self.told_before = [], ""
        self.session = session
        form = Form(session, session.lesson.task(task), lambda: self.follow(task))
        self.form, self.widget = form, form.widget

    def follow(self, task):
        self.committed.append(task)
        self.told_before = self.told()

    def named(self, label):
        found = [one for one in parts(self.widget) if getattr(one, "description", "") == label]
        assert len(found) == 1, f"{label}: {len(found)}"
        return found[0]

    def labels(self):
        return [one.description for one in parts(self.widget) if getattr(one, "description", "")]

    def set(self, **values):
        for label, value in values.items():
            self.named(label).value = value

    def press(self, label):
        self.named(label).click()
        return self.told()

    def told(self):
        shown = [one.value for one in parts(self.widget) if type(one).__name__ == "HTML"]
        return " ".join(shown)

    def fill(self):
        self.named("Speed (kn)").value = "12,5"
        self.named("Boat").value = "rhib"


@pytest.fixture
def form(session):
    return Pressed(session)


def test_a_new_form_says_that_nothing_is_set(form):
    assert "Set now: Speed: not set; Boat: not set. Not saved yet." in form.told()
    assert form.form.value == {}


def test_what_is_set_is_said_in_words_before_it_is_saved(form):
    form.fill()

    assert "Set now: Speed: 12.5 kn; Boat: Inflatable. Not saved yet." in form.told()
    assert form.session.answers.latest("t1_speed") is None


def test_save_keeps_the_answer_with_its_reason(form):
    form.fill()
    form.named("Your reason, in a few words").value = " Fuel. "

    told = form.press("Save")

    record = form.session.latest("t1_speed")
    assert (record.value, record.reason) == ({"speed_kn": 12.5, "boat": "rhib"}, "Fuel.")
    assert "Saved. It is not committed yet." in told
    assert "Not saved yet." not in told


def test_a_change_after_saving_is_said_to_be_unsaved(form):
    form.fill()
    form.press("Save")

    form.named("Speed (kn)").value = "13"

    assert "Set now: Speed: 13 kn; Boat: Inflatable. Not saved yet." in form.told()


def test_check_speaks_of_form_and_of_slips(form):
    needed = form.session.situation.distance_nm / form.session.situation.time_h
    empty = form.press("Check")
    form.fill()
    form.named("Speed (kn)").value = str(needed * 1.852)

    full = form.press("Check")

    assert "to do   Speed: not answered yet." in empty
    assert "It looks like kilometres an hour." in full
    assert 'role="status" aria-live="polite"' in full


def test_commit_asks_once_more_and_not_yet_commits_nothing(form):
    form.fill()

    asked = form.press("Commit ...")
    told = form.press("Not yet")

    assert "The first committed answer counts, and cannot be changed." in asked
    assert "Speed: 12.5 kn; Boat: Inflatable. Do you commit this?" in asked
    assert "Nothing is committed" in told
    assert "Yes, commit this answer" not in form.labels()
    assert form.session.answers.committed("t1_speed") is None


def test_an_incomplete_answer_is_not_even_asked_about(form):
    told = form.press("Commit ...")

    assert "This cannot be committed yet. Speed: not answered yet." in told
    assert "Yes, commit this answer" not in form.labels()


def test_a_question_about_another_answer_is_taken_back(form):
    form.fill()
    form.press("Commit ...")

    form.named("Speed (kn)").value = "30"

    assert "Yes, commit this answer" not in form.labels()
    assert form.committed == []


def test_a_commit_counts_once_tells_the_reveal_and_offers_a_line_for_the_log(form):
    form.fill()
    form.press("Commit ...")
    told = form.press("Yes, commit this answer")
    form.named("Your own line for the log").value = "Ask for the wind first."
    kept = form.press("Keep")

    assert "Committed: Speed: 12.5 kn; Boat: Inflatable. It is committed and counts." in told
    assert form.committed == ["t1_speed"]
    assert form.named("Committed").disabled
    assert "Your line is kept in your decision log." in kept
    events = [(one.event, one.reason) for one in form.session.answers.of("t1_speed")]
    assert events == [("saved", ""), ("committed", ""), ("reflected", "Ask for the wind first.")]


def test_an_empty_line_is_not_kept(form):
    form.fill()
    form.press("Commit ...")
    form.press("Yes, commit this answer")

    told = form.press("Keep")

    assert "Write your line first" in told
    assert form.session.answers.of("t1_speed", "reflected") == []


def test_a_commit_is_confirmed_before_what_it_did_is_played(form):
    form.fill()
    form.press("Commit ...")
    form.press("Yes, commit this answer")

    assert "It is committed and counts." in form.told_before


def test_practice_after_a_commit_leaves_the_first_answer_counting(form):
    form.fill()
    form.press("Commit ...")
    form.press("Yes, commit this answer")
    form.named("Speed (kn)").value = "30"

    told = form.press("Save")

    assert "Your first committed answer counts." in told
    assert form.session.answers.committed("t1_speed").value["speed_kn"] == 12.5


def test_a_form_made_again_shows_the_saved_answer_and_that_it_is_committed(form, tiny):
    form.fill()
    form.named("Your reason, in a few words").value = "Fuel."
    form.press("Commit ...")
    form.press("Yes, commit this answer")

    again = Pressed(opened(tiny, "ada", form.session.folder))

    assert again.form.value == {"speed_kn": 12.5, "boat": "rhib"}
    assert again.named("Your reason, in a few words").value == "Fuel."
    assert again.named("Committed").disabled
    assert "It is committed and counts." in again.told()


def test_hints_are_taken_one_by_one(form):
    first = form.press("Hint 1: where to look")
    third = form.press("Hint 3: a like case, solved")

    assert "Hint 1, where to look: Look at the distance." in first
    assert "20 NM in 2 h are 10 kn." in third
    taken = form.session.answers.of("t1_speed", "hint")
    assert [record.value for record in taken] == [{"level": 1}, {"level": 3}]


def test_a_task_without_hints_offers_none(session):
    assert not [label for label in Pressed(session, "t1_hours").labels() if "Hint" in label]


def test_a_full_disk_is_said_in_the_form_and_the_answer_stays_set(form, monkeypatch):
    def refuse(_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    form.fill()
    monkeypatch.setattr("trainkit.lessons.answers.os.fsync", refuse)

    told = form.press("Save")

    assert "The disk is full: your answer could not be saved." in told
    assert form.form.value == {"speed_kn": 12.5, "boat": "rhib"}
    assert "Not saved yet." in told


def test_what_a_stranger_wrote_into_the_file_cannot_bring_html_into_the_page(session):
    session.save("t1_speed", {"speed_kn": "<img src=x onerror=alert(1)>", "boat": "<b>"})

    assert "<img" not in Pressed(session).told()

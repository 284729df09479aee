"""One trainee in one notebook: the first commit counts, and a folder belongs to one trainee."""

import pytest

from trainkit.errors import TrainkitError
from trainkit.lessons.answers import append
from trainkit.lessons.session import NotAnsweredError, opened

GOOD = {"speed_kn": 12, "boat": "rhib"}


def test_a_session_begins_its_file_once(session, tiny, folder):
    again = opened(tiny, " ADA ", folder)

    started = again.answers.of("", "started")
    assert [record.value["trainee"] for record in started] == ["ada"]
    assert started[0].value["notebook"] == "T1"


def test_the_first_committed_answer_counts(session):
    session.save("t1_speed", GOOD, "near")
    first = session.commit("t1_speed")
    session.save("t1_speed", {"speed_kn": 30, "boat": "cutter"})

    second = session.commit("t1_speed")

    assert (first.value, first.reason) == (GOOD, "near")
    assert second == first
    assert len(session.answers.of("t1_speed", "committed")) == 1


def test_an_answer_is_saved_as_it_stands_and_what_is_missing_is_said(session):
    left = session.save("t1_speed", {"speed_kn": 12})

    assert left == ["Boat: not answered yet."]
    assert session.latest("t1_speed").value == {"speed_kn": 12}


def test_an_incomplete_answer_cannot_be_committed(session):
    session.save("t1_speed", {"speed_kn": 120, "boat": "rhib"})

    with pytest.raises(TrainkitError, match=r"Speed cannot be committed yet.*0 to 80 kn"):
        session.commit("t1_speed")

    assert session.answers.committed("t1_speed") is None


def test_without_an_answer_there_is_nothing_to_commit(session):
    with pytest.raises(NotAnsweredError, match="Speed: no answer saved yet"):
        session.commit("t1_speed")


def test_an_unknown_task_is_named_with_the_nearest(session):
    for ask in (session.latest, session.commit, session.reveal, lambda t: session.save(t, GOOD)):
        with pytest.raises(TrainkitError, match=r"no task 't1_sped'.*Did you mean 't1_speed'"):
            ask("t1_sped")


def test_the_reveal_waits_for_the_commit_and_speaks_of_the_committed_answer(session):
    session.save("t1_speed", GOOD)
    before = session.reveal("t1_speed")
    session.commit("t1_speed")
    session.save("t1_speed", {"speed_kn": 30, "boat": "cutter"})

    after = session.reveal("t1_speed")

    assert before is None
    assert "'rhib'" in after.text


def test_a_slip_shows_by_its_effect_and_one_that_cannot_read_the_answer_does_not(session):
    task = session.lesson.task("t1_speed")
    needed = session.situation.distance_nm / session.situation.time_h

    assert session.slips(task, {"speed_kn": needed * 1.852}) == [
        "It looks like kilometres an hour."
    ]
    assert session.slips(task, {"speed_kn": needed}) == []
    assert session.slips(task, {"speed_kn": "fast"}) == []
    assert session.slips(task, {}) == []


def test_the_variant_is_the_trainees_own_and_the_same_each_time(tiny, session, tmp_path):
    folders = [tmp_path / name for name in ("one", "two")]
    for one in folders:
        one.mkdir()

    again, ben = opened(tiny, "ada", folders[0]), opened(tiny, "ben", folders[1])

    assert again.situation == session.situation
    assert ben.situation != session.situation


def test_a_folder_with_anothers_answers_is_refused_and_stays_as_it_is(session, tiny):
    before = session.path.read_bytes()

    with pytest.raises(TrainkitError, match="answers of 'ada', and you are 'ben'"):
        opened(tiny, "ben", session.folder)

    assert session.path.read_bytes() == before


def test_a_folder_with_another_notebooks_answers_is_refused(tiny, folder):
    append(folder / "answers.jsonl", "", "started", {"trainee": "ada", "notebook": "E1"})

    with pytest.raises(TrainkitError, match=r"answers of 'E1'. Put T1 into a folder of its own"):
        opened(tiny, "ada", folder)


def test_a_file_that_names_no_usable_trainee_is_refused_in_a_sentence(tiny, folder):
    append(folder / "answers.jsonl", "", "started", {"trainee": "../ada", "notebook": "T1"})

    with pytest.raises(TrainkitError, match="cannot be used"):
        opened(tiny, "ada", folder)

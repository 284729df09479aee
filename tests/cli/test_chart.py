"""A case drawn after its run, on the command line: one page, or one paragraph that says why not."""

CASE = "trainkit/two-teams-one-network"


def test_a_case_is_drawn_as_one_page_and_read_in_a_sentence(ask, tmp_path):
    out = tmp_path / "dossier d'été" / "case.html"
    out.parent.mkdir()

    code, said, _ = ask("chart", CASE, "--seed", "3", "--out", str(out))

    assert code == 0
    assert "The two teams together know" in said
    assert "it needs no network" in said
    text = out.read_text(encoding="utf-8")
    assert "Two teams, one network, a year, seed 3, run 0" in text
    assert "people with no part in it" in text


def test_the_money_of_the_case_stands_on_the_page_and_in_what_is_printed(ask, tmp_path):
    for policy, says in (
        ([], "No asset was traced: no financial enquiry was sent"),
        (["--policy", "follow_the_money"], " crowns traced, "),
    ):
        out = tmp_path / "case.html"
        _, said, _ = ask("chart", CASE, "--seed", "3", "--out", str(out), *policy)

        assert says in said
        assert says in out.read_text(encoding="utf-8")
        assert ("data:image/svg+xml" in out.read_text(encoding="utf-8")) is bool(policy)


def test_the_same_seed_draws_the_same_page_and_another_seed_another(ask, tmp_path):
    pages = []
    for name, seed in (("one", "3"), ("two", "3"), ("three", "4")):
        out = tmp_path / f"{name}.html"
        ask("chart", CASE, "--seed", seed, "--out", str(out), "--policy", "expert")
        pages.append(out.read_bytes())

    assert pages[0] == pages[1] != pages[2]


def test_a_scenario_without_a_network_is_refused_with_one_that_has(ask, tmp_path):
    code, out, err = ask("chart", "trainkit/two-agency-search", "--out", str(tmp_path / "x.html"))

    assert (code, out) == (2, "")
    assert "has no link chart" in err
    assert CASE in err
    assert not list(tmp_path.iterdir())


def test_a_page_that_cannot_be_written_is_explained(ask, tmp_path):
    code, _, err = ask("chart", CASE, "--out", str(tmp_path / "nowhere" / "case.html"))

    assert code == 2
    assert "Choose a folder that there is" in err
    assert "Traceback" not in err

"""The guard finds what may not stand in a scenario or a rule, and lets pass what may."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainkit.errors import TrainkitError
from trainkit.guard import (
    PROTECTED,
    PROXIES,
    PROXIES_OF_A_PERSON,
    require_invented,
    require_lawful_features,
    require_provenance,
    require_synthetic,
)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("write to ada.lovelace+x@mail.example.org", "an e-mail address"),
        ("TR330006100519786457841326", "an IBAN"),
        ("paid to GB29 NWBK 6016 1331 9268 19 today", "an IBAN"),
        ("IMO 9074729", "an IMO number"),
        ("imo-no. 9074729", "an IMO number"),
        ("MMSI: 271000000", "an MMSI"),
        ("seen as 237123456 on the screen", "an MMSI"),
        ("+90 532 000 00 00", "a telephone number"),
        ("0030 210 000 0000", "a telephone number"),
        ("(+90)532-000-00-00", "a telephone number"),
        ("phone 532 0000", "a telephone number"),
    ],
)
def test_what_looks_real_is_refused_and_not_repeated(text, kind):
    with pytest.raises(TrainkitError) as caught:
        require_invented({"units": [{"name": text}]}, "draft.toml")

    assert kind in str(caught.value)
    assert "units.0.name" in str(caught.value)
    assert text not in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "source: USCG COMDTINST M16130.2F, table 4-1, page 112",
        "position 36.50 N 027.25 E, course 215, 12 kn",
        "assumption: 2,000,000 NM2 at 0.3 kt, 1999-2025",
        "source: Reg. (EU) 2021/581, Art 9(3); ISBN 978-0-309-10215-4",
        "between 2026-11-24T12:30:00+03:00 and 18446744073709551615",
        "ALDER 1 and BOREA 22 search",
        "Rescue vessel AB12 with 300 persons; the patrol detects by radar",
        "MRCC Alder relays channel 16",
    ],
)
def test_what_is_no_identifier_passes(text):
    require_invented(text, "draft.toml")


@pytest.mark.parametrize(
    "text",
    ["How to forge a stamp", "ways to evade the patrol", "a radar gap", "the fee per person"],
)
def test_what_helps_offenders_is_refused(text):
    with pytest.raises(TrainkitError, match="helps offenders"):
        require_invented(text, "draft.toml")


def test_a_real_identifier_in_a_key_is_found():
    with pytest.raises(TrainkitError, match="e-mail"):
        require_invented({"ada@example.org": 1}, "draft.toml")


@pytest.mark.parametrize(
    "name",
    [
        "nationality",
        "units.0.crew_ethnicity",
        "mother_language",
        "age_years",
        "Religion",
        "races",
        "date_of_birth",
        "driver.birthYear",
        "dob",
        "pregnant",
        "Nazionalità",
        "uyruk",
        "Irk",
        "\u0131rk",
        "is_female",
        "women_on_board",
        "dark_complexion",
        "skincolour",
        "sesso",
    ],
)
def test_protected_characteristics_are_refused_in_rules(name):
    with pytest.raises(TrainkitError, match="protected characteristic"):
        require_lawful_features(["speed_kn", name], "rule 3")


@pytest.mark.parametrize(
    "name",
    [
        "datum_age_h",
        "average_speed_kn",
        "trace_h",
        "orientation_deg",
        "message_age_min",
        "passage_h",
    ],
)
def test_names_that_only_sound_alike_pass(name):
    require_lawful_features([name], "rule 3")


@pytest.mark.parametrize("name", ["a room for prayer", "fasting", "dialect of the interpreter"])
def test_to_protect_somebody_their_needs_may_be_asked_for_and_else_they_may_not(name):
    require_lawful_features([name], "reception", "protection")

    for purpose in ("enforcement", "suspicion"):
        with pytest.raises(TrainkitError, match="stands in for origin or faith"):
            require_lawful_features([name], "rule 3", purpose)


def test_one_text_is_one_name_and_not_its_letters():
    with pytest.raises(TrainkitError, match="'nationality'"):
        require_lawful_features("nationality", "rule 3")
    require_lawful_features("speed_kn", "rule 3")


def test_a_date_of_birth_tells_one_person_from_another_and_picks_nobody():
    require_lawful_features(["birth_date"], "a request", "identity")

    for name in ("language", "nationality", "age"):
        with pytest.raises(TrainkitError, match="protected characteristic"):
            require_lawful_features([name], "a request", "identity")


@pytest.mark.parametrize("feature", [None, 3])
def test_what_is_no_list_of_names_is_refused_in_a_sentence(feature):
    with pytest.raises(TrainkitError, match=f"rule 3: {feature} is no name of a feature"):
        require_lawful_features(feature, "rule 3")


@pytest.mark.parametrize(
    "name",
    ["zip_code", "phone_prefix", "country code of the number", "postal_code", "calling_code",
     "sim_country", "remittance_country", "area_of_residence"],
)  # fmt: skip
def test_where_somebody_lives_or_calls_speaks_against_nobody(name):
    with pytest.raises(TrainkitError, match="stands in for origin or faith"):
        require_lawful_features([name], "rule 3", "suspicion")


@pytest.mark.parametrize("feature", [None, 3, ["nationality"], b"faith"])
def test_what_is_no_name_is_not_let_pass(feature):
    with pytest.raises(TrainkitError, match="is no name of a feature"):
        require_lawful_features([feature], "rule 3")


def test_protection_may_look_at_children_and_language_and_never_at_origin():
    require_lawful_features(
        ["age_years", "language", "health", "date_of_birth", "pregnant", "halal"],
        "triage",
        "protection",
    )

    with pytest.raises(TrainkitError, match="'nationality'"):
        require_lawful_features(["nationality"], "triage", "protection")


@pytest.mark.parametrize("purpose", ["enforcement", "protection", "suspicion"])
@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("surname", "surname"),
        ("payer_surnames", "surname"),
        ("units.0.isMuslim", "muslim"),
        ("crew_country_of_origin", "country_of_origin"),
        ("homeCountry", "home_country"),
        ("mother tongue of the caller", "mother tongue"),
        ("passport-country", "passport-country"),
        ("holder_origin", "holder_origin"),
        ("origin of the suspect", "origin of the suspect"),
        ("persons_born", "persons_born"),
        ("congregations", "congregation"),
        ("traditional_dress", "traditional_dress"),
        ("family_names", "family_names"),
        ("national_origin", "national_origin"),
        ("political opinion", "political opinion"),
        ("trade_union_member", "union_member"),
        ("foreigners", "foreigner"),
        ("clan", "clan"),
        ("LASTNAME", "lastname"),
        ("sur_name", "sur_name"),
        ("firstname", "firstname"),
        ("maiden_name", "maiden_name"),
        ("soyad\u0131", "soyadi"),
        ("cognome", "cognome"),
        ("birth_country", "birth_country"),
        ("countryOfBirth", "country_of_birth"),
        ("mothertongue", "mothertongue"),
        ("wears_hijab", "hijab"),
        ("turban", "turban"),
        ("mosque_visits", "mosque_visit"),
        ("speaks_arabic", "arabic"),
        ("is_kurdish", "kurdish"),
        ("foreign_born", "foreign_born"),
        ("foreign_nationals", "foreign_nationals"),
        ("immigrants", "immigrant"),
        ("trade_union", "trade_union"),
        ("name_sounds_foreign", "name_sound"),
    ],
)
def test_what_stands_in_for_origin_or_faith_is_refused_and_named(name, found, purpose):
    with pytest.raises(TrainkitError) as caught:
        require_lawful_features(["speed_kn", name], "rule 3", purpose)

    assert f"'{name}' rests on '{found}', which stands in for origin or faith" in str(caught.value)


@pytest.mark.parametrize(
    "name",
    ["seen at the mosque", "church_donation", "origin", "origins.0", "born_abroad", "postcode",
     "name", "holder_name", "Clothing", "descent", "veil", "temples", "looks", "suspect_hair"],
)  # fmt: skip
def test_where_somebody_is_weighed_words_that_tell_of_a_person_are_refused_too(name):
    with pytest.raises(TrainkitError, match="stands in for origin or faith"):
        require_lawful_features([name], "a lead", "suspicion")
    require_lawful_features([name], "a parameter of the sea")


@pytest.mark.parametrize(
    "name",
    [
        "origin_of_funds",
        "origin of the money",
        "funds_origin",
        "sources of wealth",
        "name_of_the_company",
        "vessel_name",
        "same clothing as on the camera",
        "address_given",
        "original_invoice",
        "owner_original_invoice",
        "named_by_a_graded_source",
        "stateless_vessel",
    ],
)
def test_lawful_questions_pass_where_somebody_is_weighed(name):
    require_lawful_features([name], "a lead", "suspicion")


@pytest.mark.parametrize(
    "name",
    [
        "origins.0.departures_per_day",
        "units.0.name",
        "port_of_origin",
        "church_tower_bearing_deg",
        "rate_of_descent_m_per_min",
        "clothing_clo",
        "home_port",
        "flag_state",
        "veil_of_fog",
        "first_named_vessel",
        "dress_ship",
        "depot_postcode",
    ],
)
@pytest.mark.parametrize("purpose", ["enforcement", "protection"])
def test_words_of_the_sea_are_no_proxies(name, purpose):
    require_lawful_features([name], "draft.toml", purpose)


@given(
    word=st.sampled_from(sorted(PROTECTED | PROXIES | PROXIES_OF_A_PERSON)),
    before=st.sampled_from(["", "seen_", "the ", "units.0.", "is", "likely-", "3"]),
    after=st.sampled_from(["", "s", "_often", ".1", " of them", "2"]),
)
def test_no_word_hides_among_others(word, before, after):
    name = f"{before}{word.title() if before == 'is' else word}{after}"

    with pytest.raises(TrainkitError, match=word[:-1]):
        require_lawful_features([name], "a lead", "suspicion")


@pytest.mark.parametrize(
    "name", ["n\u00e4tionality", "na\u200btionality", "NATIONALITY", "\uff46aith"]
)
def test_accents_and_signs_that_nobody_sees_hide_nothing(name):
    with pytest.raises(TrainkitError, match="protected characteristic"):
        require_lawful_features([name], "rule 3")


def test_a_provenance_may_cover_all_members_or_one():
    names = ["units.0.speed_kn", "units.1.speed_kn"]

    require_provenance(names, {"units.*.speed_kn": "source: class data"}, "draft.toml")
    require_provenance(
        names,
        {"units.0.speed_kn": "source: x", "units.1.speed_kn": "assumption: y"},
        "draft.toml",
    )
    with pytest.raises(TrainkitError, match=r"'units\.1\.speed_kn' has no provenance"):
        require_provenance(names, {"units.0.speed_kn": "source: x"}, "draft.toml")


@pytest.mark.parametrize("value", [False, 1, "true", None])
def test_only_true_is_synthetic(value):
    with pytest.raises(TrainkitError, match="must say 'synthetic = true'"):
        require_synthetic({"synthetic": value}, "draft.toml")
    require_synthetic({"synthetic": True}, "draft.toml")

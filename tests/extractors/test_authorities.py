"""Names of bodies, found in running text in any case and spacing, and never inside other words."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_app.domain.authority import Authority
from archive_app.domain.authority_file import load
from archive_app.errors import ConvenioError
from archive_app.extractors.authorities import Matcher, matcher
from tests.extractors.reading import knowledge

RECORDS = sorted(knowledge().authorities.records.values(), key=lambda record: record.id)


def finder() -> Matcher:
    return knowledge().once(matcher)


def ids(text: str) -> list[str]:
    return [id for *_, id in finder().mentions(text)]


def words(text: str) -> list[tuple[str, str]]:
    return [(text[start:end], id) for start, end, id in finder().mentions(text)]


def without_accents(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


spellings = st.sampled_from([(record, name) for record in RECORDS for name in record.all_names()])


@given(spellings, st.sampled_from([str, str.upper, without_accents]), st.sampled_from([" ", "  ", "\n", " \n "]))
def test_every_spelling_in_any_dress_finds_its_body(spelling, dress, space):
    record, name = spelling
    written = dress(name).replace(" ", space)
    told = [record.parent] if record.parent else []
    found = {id for mention in finder().read(f"Today, {written}, said so.", told) for id in mention.ids}
    assert record.id in found


@given(spellings, st.sampled_from("abcxyz"), st.booleans())
def test_no_spelling_is_found_inside_other_words(spelling, letter, before):
    _, name = spelling
    single = name.split()[0] if before else name.split()[-1]
    text = f"({letter}{single}{letter})"
    assert all(text[end : end + 1] != letter and text[start - 1] != letter for start, end, _ in finder().mentions(text))


@given(st.text(max_size=200))
def test_any_text_is_read_and_spans_lie_in_it(text):
    mentions = finder().mentions(text)
    assert all(0 <= start < end <= len(text) for start, end, _ in mentions)
    assert mentions == sorted(mentions)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("OSHA's Austin Area Office", ["US-DOL-OSHA/austin-area"]),
        ("the Austin Area Office of the Occupational Safety & Health Administration", ["US-DOL-OSHA/austin-area"]),
        ("Occupational Safety and Health Administration, Erie Area Office", ["US-DOL-OSHA/erie-area"]),
        ("Oficina de Área de Tampa de la Administración de Seguridad y Salud Ocupacional", ["US-DOL-OSHA/tampa-area"]),
        ("OSHA's Harrisburg, PA Area Office", ["US-DOL-OSHA/harrisburg-area"]),
        ("OSHA, Region II", ["US-DOL-OSHA/region-2"]),
        ("la Región 1 de la OSHA", ["US-DOL-OSHA/region-1"]),
        ("the EEOC's Denver and Detroit Field Offices", ["US-EEOC/denver-field", "US-EEOC/detroit-field"]),
        ("OSHA's Denver and Englewood Area Offices", ["US-DOL-OSHA/denver-englewood-area"]),
        ("U.S. Department of Labor, Wage and Hour Division (WHD), Southeast Region", ["US-DOL-WHD/southeast-region"]),
        ("the U.S. Department of Labor’s Wage & Hour Division", ["US-DOL-WHD"]),
        ("Consulate of Mexico in Tucson, Arizona", ["MX-CON-tucson"]),
        ("the Mexican Consulate in St. Paul", ["MX-CON-saint-paul"]),
        ("el Consulado General de México en Nueva York", ["MX-CON-nueva-york"]),
        ("the El Paso Consulate General of Mexico", ["MX-CON-el-paso"]),
        ("Consul General of Mexico in Raleigh", ["MX-CON-raleigh"]),
        ("consulates of Mexico in Boise, Fresno and Yuma", ["MX-CON-boise", "MX-CON-fresno", "MX-CON-yuma"]),
        ("Philippine Consulate General in Honolulu", ["PH-CON-honolulu"]),
        ("Consulado General de El Salvador en Dallas, Texas", ["SV-CON-dallas"]),
        ("the Ministry of Foreign Affairs of the United Mexican States (SRE)", ["MX-SRE"]),
        ("Secretaria de Relaciones Exteriores", ["MX-SRE"]),
    ],
)  # fmt: skip
def test_offices_and_posts_are_known_in_every_wording(text, expected):
    assert ids(f"It was made by {text}, they say.") == expected


@pytest.mark.parametrize(
    "text",
    [
        "The New Mexico Consulate Road was closed.",
        "Kentucky Department of Labor",
        "the Department of Labor of the State of Ohio",
        "Secretaría de Relaciones Exteriores de Honduras",
        "the Consulate of Mexico in Springfield",
        "Region 8 of the survey",
        "the San Antonio Area Office of a bank",
        "Mexican consulates open late",
    ],
)
def test_a_name_that_is_another_bodys_or_nobodys_finds_nothing(text):
    assert not [id for id in ids(text) if not id.startswith("HN-")]


def test_a_chain_of_names_is_one_mention_of_the_smallest_body_with_its_exact_words():
    text = "between the Civil Rights Division of the U.S. Department of Justice and OSHA."
    assert words(text) == [
        ("Civil Rights Division of the U.S. Department of Justice", "US-DOJ-CRT"),
        ("OSHA", "US-DOL-OSHA"),
    ]


def test_one_acronym_of_two_agencies_is_decided_by_the_name_spelled_out():
    named = "The Immigrant and Employee Rights Section was once called OSC."
    assert ids(named) == ["US-DOJ-OSC", "US-DOJ-OSC"]
    assert ids("The OSC wrote back.") == []


def test_a_post_without_its_city_is_the_one_in_the_dateline():
    assert ids("PHOENIX — An alliance was signed with the Consulate General of Mexico in Arizona.") == [
        "MX-CON-phoenix"
    ]
    assert (
        ids("OMAHA — The district director of the Wage and Hour Division met the Consul of Mexico.")[-1]
        == "MX-CON-omaha"
    )


def test_a_general_name_is_the_body_of_the_country_at_hand():
    assert ids("Guatemala and OSHA met. The Ministry of Foreign Affairs signed.")[-1] == "GT-MINEX"
    assert ids("The Embassy of Mexico wrote. The Ministry of Foreign Affairs signed.")[-1] == "MX-SRE"


def test_a_name_is_matched_with_a_confidence_that_falls_with_words_left_over():
    exact = finder().match("Consulate General of Mexico in Denver, Colorado")
    loose = finder().match("Friends of the Consulate General of Mexico in Denver")
    assert exact is not None
    assert (exact.authority.id, exact.confidence) == ("MX-CON-denver", 0.98)
    assert loose is not None
    assert loose.confidence < exact.confidence
    assert finder().match("Blue Lake Foods, Inc.") is None
    assert finder().match("the EEOC and OSHA") is None


def test_the_starting_file_has_sound_parents_and_no_two_records_with_one_name():
    file = knowledge().authorities
    assert all(record.parent in file.records for record in RECORDS if record.parent)
    names = [record.name.casefold() for record in RECORDS]
    assert len(names) == len(set(names))


def test_a_file_gives_its_records_and_a_broken_one_a_sentence(tmp_path: Path):
    path = tmp_path / "authorities.json"
    rows = [{"id": "A", "name": "Office of Tests", "role": "local agency", "acronyms": ["OT"], "basis": "met"}]
    path.write_text(json.dumps({"authorities": rows}), encoding="utf-8")
    assert load(path).get("A") == Authority("A", "Office of Tests", "local agency", acronyms=("OT",))
    path.write_text("{", encoding="utf-8")
    with pytest.raises(ConvenioError, match="cannot be read"):
        load(path)

"""The state or country whose law governs, by its plain name."""

from __future__ import annotations

import pytest

from tests.extractors.reading import facts, value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This Agreement shall be governed by the laws of the State of New York.", "New York"),
        ("It is governed by and construed under the internal laws\nof the Commonwealth of Virginia.", "Virginia"),
        ("THIS CONTRACT SHALL BE INTERPRETED UNDER THE LAWS OF NORTH CAROLINA.", "North Carolina"),
        ("Delaware law governs nothing here; the laws of Ontario shall apply to it.", "Ontario"),
        ("This letter is governed by Texas law.", "Texas"),
        ("It shall be construed under the laws of the United States and the State of Ohio.", "Ohio"),
        ("governed by the laws of the People’s Republic of China", "People's Republic of China"),
        ("Este convenio se rige por las leyes de Nuevo México.", "New Mexico"),
        ("El contrato se regirá por la legislación de los Estados Unidos Mexicanos.", "Mexico"),
        ("Each party obeys the laws of its own country.", None),
        ("Blue Lake, a corporation organized under the laws of Nevada, sells fish.", None),
    ],
)  # fmt: skip
def test_the_law_is_a_plain_name(text, expected):
    assert value("governing_law", f"Agreement\n\n{text}") == expected


def test_the_evidence_runs_from_the_cue_to_the_name():
    fact = facts("Agreement\n\nIt is governed by the laws of the State of Iowa, and no other.", field="governing_law")[
        0
    ]
    assert fact.evidence is not None
    assert fact.evidence.quote == "governed by the laws of the State of Iowa"


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("This Agreement shall be governed by Mexican law.", "Mexico"),
        ("El presente Convenio se regirá por las leyes mexicanas.", "Mexico"),
        ("Las Partes se sujetan a las leyes federales de los Estados Unidos Mexicanos.", "Mexico"),
        (
            "Its interpretation and performance shall be in accordance with and controlled by the laws of Texas.",
            "Texas",
        ),
        ("La interpretación y el cumplimiento se harán de conformidad con las leyes del Estado de Texas.", "Texas"),
    ],
)
def test_law_by_an_adjective_and_by_what_interprets(words, place):
    assert value("governing_law", f"AGREEMENT\n\n{words}") == place


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Vermont law governs.", "Vermont"),
        ("Ohio law, other than its rules on conflicts, shall govern this contract.", "Ohio"),
        ("Norwegian law shall apply.", "Norway"),
        ("United States law applies to each export.", None),
        ("This Addendum is subject to the laws of Sweden.", "Sweden"),
        ("This contract is subject to French law.", "France"),
        ("The parties choose the laws of Alberta and waive any other.", "Alberta"),
        ("This Agreement is made under, and its validity is to be determined by, the laws of Idaho.", "Idaho"),
        ("Any dispute shall be settled in accordance with the laws of Japan.", "Japan"),
        ("El contrato se somete a la ley chilena.", "Chile"),
        ("Este contrato se regirá por el derecho español.", "Spain"),
        ("El convenio se rige por las leyes vigentes en el Estado de Jalisco.", "Jalisco"),
        ("Se sujetan a las leyes federales de México y a los tribunales de Puebla.", "Mexico"),
        ("Se rige por las leyes aplicables, ante los tribunales de Monterrey, Nuevo León.", None),
        ("Las controversias se resolverán conforme a las leyes de la Ciudad de México.", "Ciudad de México"),
        ("En lo no previsto se estará a lo dispuesto por el Código Civil del Estado de Sonora.", "Sonora"),
        ("Se someten a las leyes y tribunales competentes del Estado de Colima.", "Colima"),
        ("Son aplicables a esta carta las leyes del Estado de Durango.", "Durango"),
        ("El Contrato se rige por la legislación federal mexicana.", "Mexico"),
        ("El señor Hidalgo conoce las leyes.", None),
    ],
)
def test_law_named_before_its_verb_chosen_by_the_parties_or_of_a_state_of_mexico(words, place):
    assert value("governing_law", f"AGREEMENT\n\n{words}") == place

"""Labor Rights Week as releases and news tell of it, in both languages; not where it is spoken of for every year."""

from __future__ import annotations

import pytest

from tests.extractors.reading import facts, value

RELEASE = "FOR IMMEDIATE RELEASE\nSeptember 2, 2015\n\nThe office signs an agreement\n\n"
NOTE = "EL FARO DE ARDENIA\n30 de agosto de 2016\n\nEl consulado firmó ayer un acuerdo, informó la cónsul.\n\n"


@pytest.mark.parametrize(
    ("head", "text", "words"),
    [
        (RELEASE, "The signing opened Labor Rights Week at the consulate.", "Labor Rights Week"),
        (RELEASE, "The fair was a part of the seventh annual LABOR RIGHTS WEEK.", "LABOR RIGHTS WEEK"),
        (RELEASE, "Officials met in the tent, for this is Labour\nRights Week in Ardenia.", "Labour\nRights Week"),
        (NOTE, "Arrancó la Semana de Derechos Laborales con una feria.", "Semana de Derechos Laborales"),
        (NOTE, "Es la octava Semana de los Derechos Laborales.", "Semana de los Derechos Laborales"),
        (NOTE, "Se inauguró la Semana Nacional de Derechos Laborales.", "Semana Nacional de Derechos Laborales"),
    ],
)  # fmt: skip
def test_an_announcement_that_names_it_tells_of_it(head: str, text: str, words: str) -> None:
    (fact,) = facts(head + text, field="event")
    assert fact.value == "Labor Rights Week"
    assert fact.evidence is not None
    assert fact.evidence.quote.split() == words.split()


@pytest.mark.parametrize(
    ("head", "text"),
    [
        (RELEASE, "The office will staff a table at Labor Rights Week each year."),
        (RELEASE, "Every year the two will hold Labor Rights Week together."),
        (NOTE, "La oficina participará cada año en la Semana de Derechos Laborales."),
        (NOTE, "Ambos acudirán todos los años a la Semana de Derechos Laborales."),
        (RELEASE, "They spoke of labor rights all week long."),
        (NOTE, "La semana pasada se habló de los derechos laborales."),
    ],
)
def test_what_is_to_be_every_year_is_no_event(head: str, text: str) -> None:
    assert facts(head + text, field="event") == []


def test_the_sentence_that_tells_of_it_is_quoted_before_one_about_every_year() -> None:
    text = "They will staff a table at Labor Rights Week each year. The signing closed Labor Rights Week in Ardenia."
    (fact,) = facts(RELEASE + text, field="event")
    assert fact.evidence is not None
    assert fact.evidence.start > (RELEASE + text).index("The signing closed") - 1


def test_an_agreement_that_promises_to_take_part_tells_of_none() -> None:
    text = ("MEMORANDUM OF UNDERSTANDING\nBETWEEN\nTHE LABOR OFFICE OF ARDENIA\nAND\nTHE CONSULATE OF BORVIA\n\n"
            "The Participants intend to take part in Labor Rights Week.")  # fmt: skip
    assert value("kind", text) == "memorandum of understanding"
    assert facts(text, field="event") == []

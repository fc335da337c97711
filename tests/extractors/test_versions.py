"""Papers in two languages: each version read by itself, and what they do not say alike."""

from __future__ import annotations

import pytest

from archive_app.domain.fact import Fact
from archive_app.domain.page import Page
from archive_app.domain.paper import Paper
from archive_app.extractors import Knowledge, Reading, language, read_facts, versions
from archive_app.paths import resources

KNOWLEDGE = Knowledge.load(resources())
ENGLISH = """MEMORANDUM OF UNDERSTANDING
between the Seattle Office of Labor Standards and the Consulate of Mexico in Seattle

The Participants intend to help workers who do not know their rights, and to send them to each other's doors.

This Memorandum takes effect on the date of the last signature and will remain in force for {years}. Either
Participant may end it with {days} written notice to the other."""
SPANISH = """MEMORÁNDUM DE ENTENDIMIENTO
entre la Oficina de Normas Laborales de Seattle y el Consulado de México en Seattle

Los Participantes se proponen ayudar a los trabajadores que no conocen sus derechos y enviarlos el uno al otro.

El presente Memorándum surtirá efectos en la fecha de la última firma y permanecerá vigente por {years}. Cualquiera
de los Participantes podrá darlo por terminado mediante aviso por escrito con {days} de anticipación."""


def paper(years: str, anos: str, days: str = "ninety (90) days'", dias: str = "noventa (90) días") -> Paper:
    text = ENGLISH.format(years=years, days=days) + "\n\n" + SPANISH.format(years=anos, days=dias)
    return Paper("application/pdf", (Page(1, text),))


def disagreements(one: Paper) -> list[Fact]:
    return [fact for fact in read_facts(one, KNOWLEDGE) if fact.field == "disagreement"]


def test_versions_that_say_the_same_give_nothing() -> None:
    assert disagreements(paper("three (3) years", "tres (3) años")) == []


@pytest.mark.parametrize(
    ("one", "told", "quote"),
    [
        (paper("three (3) years", "dos (2) años"), "term: 3 years in English, 2 years in Spanish", "dos (2) años"),
        (
            paper("three (3) years", "tres (3) años", dias="sesenta (60) días"),
            "notice period: 90 days in English, 60 days in Spanish",
            "sesenta (60) días",
        ),
    ],
)
def test_versions_that_differ_are_told_with_the_words(one: Paper, told: str, quote: str) -> None:
    (fact,) = disagreements(one)
    assert fact.value == told
    assert fact.evidence is not None
    assert quote in fact.evidence.quote
    assert one.pages[0].text[fact.evidence.start : fact.evidence.end].split() == fact.evidence.quote.split()


def test_signers_who_date_in_their_own_language_do_not_disagree() -> None:
    one = paper("three (3) years", "tres (3) años")
    signed = (
        "For the Office / Por la Oficina\nRuth Ames\nDirector\nDate / Fecha: March 6, 2024\n\n"
        "For the Consulate / Por el Consulado\nRaúl Ibarra Nava\nCónsul\nDate / Fecha: 11 de marzo de 2024"
    )
    text = f"{one.pages[0].text}\n\n{signed}"
    assert disagreements(Paper("application/pdf", (Page(1, text),))) == []


def test_a_paper_in_one_language_has_one_version() -> None:
    text = ENGLISH.format(years="three (3) years", days="ninety (90) days'")
    assert disagreements(Paper("application/pdf", (Page(1, text),))) == []


def test_the_other_language_is_blanked_and_every_place_stays() -> None:
    reading = Reading.of(paper("three (3) years", "dos (2) años"), KNOWLEDGE)
    reading.facts.extend(language.find(reading))
    for kept, gone in (("en", "años"), ("es", "Either")):
        (page,) = versions.only(reading, kept).pages
        assert len(page.text) == len(reading.text)
        assert page.text.count("\n") == reading.text.count("\n")
        assert gone not in page.text
        assert all(new in (old, " ") for new, old in zip(page.text, reading.text, strict=True))

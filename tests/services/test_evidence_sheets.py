"""A record as PDF with its evidence: what it tells, that its words can be selected, that it is the same every time."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from archive_app.domain.fact import Fact
from archive_app.errors import UsageError
from archive_app.services import accessioning, describing, evidence_sheets
from archive_app.services.archive import Archive
from tests.builders import make_pdf
from tests.services.making import by_name

WORDS = "La Junta de Melones acuerda pagar los salarios el 3 de septiembre de 2014."


@pytest.fixture
def papers(empty: Archive, tmp_path: Path) -> Archive:
    make_pdf(tmp_path / "pacto.pdf", f"Pacto de melones\n\n{WORDS}", "Segunda hoja, sin nada.")
    (tmp_path / "carta.txt").write_text(f"Carta\n\n{WORDS}\n" + "Otra línea de la carta. " * 900, encoding="utf-8")
    accessioning.add(empty, [tmp_path], jobs=0)
    for id in by_name(empty).values():
        page = empty.catalogue.pages.of(id)[0]
        start = page.text.index("3 de septiembre de 2014")
        words = page.evidence(start, start + len("3 de septiembre de 2014"))
        empty.catalogue.facts.replace_readings(id, [
            Fact("kind", "agreement", 0.9, "kind: test"), Fact("title", "Pacto de melones", 0.97, "title: test"),
            Fact("agreement_date", "2014-09-03", 0.93, "agreement_date: test", words),
            Fact("effective_date", "2014-09-03", 0.8, "effective_date: test", words),
        ])  # fmt: skip
    return empty


def texts(file: Path) -> list[str]:
    """The text of each sheet, as others read it."""
    document = pypdfium2.PdfDocument(file)
    try:
        return [document[number].get_textpage().get_text_bounded() for number in range(len(document))]
    finally:
        document.close()


def test_facts_words_page_certainty_and_fingerprint_are_told(papers: Archive, tmp_path: Path) -> None:
    id, file = by_name(papers)["pacto.pdf"], tmp_path / "sheet.pdf"
    sheet = evidence_sheets.export(papers, id, file)
    facts, first, second = texts(file)
    record = papers.catalogue.records.get(id)
    assert record is not None
    for told in ("Pacto de melones", id, record.sha256, "Agreement date: September 3, 2014 (2014-09-03)",
                 "“3 de septiembre de 2014”",
                 "page 1, read with a certainty of 93 % (agreement_date: test)"):  # fmt: skip
        assert told in facts
    assert "Junta de Melones" in " ".join(first.split())
    assert "3, 4" in first  # both facts rest on the same words
    assert "Segunda hoja" in second
    assert sheet.left_out == 0


def test_the_same_record_gives_the_same_bytes(papers: Archive, tmp_path: Path) -> None:
    id = by_name(papers)["pacto.pdf"]
    for name in ("one.pdf", "two.pdf"):
        evidence_sheets.export(papers, id, tmp_path / name)
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


def test_numbers_are_seen_and_words_behind_the_picture_are_not(papers: Archive, tmp_path: Path) -> None:
    id, file = by_name(papers)["pacto.pdf"], tmp_path / "sheet.pdf"
    evidence_sheets.export(papers, id, file, pages=[1])
    document = pypdfium2.PdfDocument(file)
    modes: dict[int, list[str]] = {}
    page = document[1]
    held = page.get_textpage()
    for found in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT]):
        mode = pypdfium2.raw.FPDFTextObj_GetTextRenderMode(found.raw)
        modes.setdefault(mode, []).append(held.get_text_bounded(*found.get_bounds()).strip())
    document.close()
    assert "1, 2" in modes[pypdfium2.raw.FPDF_TEXTRENDERMODE_FILL]
    assert "Melones" in modes[pypdfium2.raw.FPDF_TEXTRENDERMODE_INVISIBLE]


def test_one_page_in_spanish_has_its_own_facts_alone(papers: Archive, tmp_path: Path) -> None:
    id, file = by_name(papers)["pacto.pdf"], tmp_path / "hoja.pdf"
    sheet = evidence_sheets.export(papers, id, file, pages=[1], language="es")
    assert [fact.field for fact in sheet.facts] == ["agreement_date", "effective_date"]
    facts, page = texts(file)
    assert "Fecha del convenio: 3 de septiembre de 2014 (2014-09-03)" in facts
    assert "página 1, leído con una certeza del 93 %" in facts
    assert page.startswith("Página 1")
    evidence_sheets.export(papers, id, file, pages=[2], language="es")
    assert "Ningún dato se apoya" in texts(file)[0]


def test_a_text_goes_on_over_its_sheets(papers: Archive, tmp_path: Path) -> None:
    id, file = by_name(papers)["carta.txt"], tmp_path / "carta.pdf"
    evidence_sheets.export(papers, id, file)
    _facts, first, *others = texts(file)
    assert "3 de septiembre de 2014" in first
    assert len(others) > 2
    told = " ".join(" ".join((first, *others)).split())
    assert told.count("Otra línea de la carta.") > 880  # some are parted by the head of a sheet


def test_a_restricted_record_leaves_only_when_named(papers: Archive, tmp_path: Path) -> None:
    id, file = by_name(papers)["carta.txt"], tmp_path / "carta.pdf"
    describing.correct(papers, id, "access", "restricted")
    with pytest.raises(UsageError, match="restricted"):
        evidence_sheets.export(papers, id, file)
    assert not file.exists()
    evidence_sheets.export(papers, id, file, named=[id])
    assert file.exists()


def test_a_page_that_is_not_there_is_said(papers: Archive, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no page 7; it has 2"):
        evidence_sheets.export(papers, by_name(papers)["pacto.pdf"], tmp_path / "x.pdf", pages=[7])

"""A record as PDF with its evidence: what it tells, that its words can be selected, that it is the same every time."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from archive_app.domain.evidence import Box
from archive_app.domain.fact import Fact
from archive_app.domain.page import Page, WordBoxes
from archive_app.errors import UsageError
from archive_app.services.archive import Archive
from archive_app.services.description import describing, noting, tagging
from archive_app.services.intake import accessioning
from archive_app.services.sharing import evidence_sheets
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


def annotated(papers: Archive, id: str) -> None:
    """A note beside the record, one beside words, words highlighted, and a tag."""
    text = papers.catalogue.pages.of(id)[0].text
    start = text.index("Junta")
    noting.add(papers, id, "Visto dos veces.")
    noting.add(papers, id, "¿Cuál junta?", page=1, span=(start, start + 5))
    start = text.index("acuerda")
    noting.add(papers, id, "", page=1, span=(start, start + 7), highlight="commitment")
    tagging.change(papers, [id], add=["por citar"])


@pytest.mark.parametrize("name", ["pacto.pdf", "carta.txt"])
def test_notes_highlights_and_tags_go_with_it_unless_they_are_to_stay(
    papers: Archive, tmp_path: Path, name: str
) -> None:
    id, file = by_name(papers)[name], tmp_path / "sheet.pdf"
    annotated(papers, id)
    sheet = evidence_sheets.export(papers, id, file, language="es")
    front, first, *_ = texts(file)
    assert (len(sheet.notes), sheet.tags) == (3, ("por citar",))
    for told in (
        "Etiquetas: por citar",
        "Visto dos veces.",
        "¿Cuál junta?",
        "“Junta”",
        "Compromiso",
        "página 1, anotado por",
    ):
        assert told in front
    assert {"n2", "n3"} <= set(first.replace(",", "").split())
    evidence_sheets.export(papers, id, file, language="es", annotated=False)
    front, first, *_ = texts(file)
    assert "Visto" not in front
    assert "por citar" not in front
    assert "n2" not in first.replace(",", "").split()
    evidence_sheets.export(papers, id, file, language="es", pages=[1])
    assert "Visto" not in texts(file)[0]  # it is beside the record, not beside this page


def test_letters_of_any_script_come_out_and_what_has_no_shape_is_told(papers: Archive, tmp_path: Path) -> None:
    id, file = by_name(papers)["carta.txt"], tmp_path / "carta.pdf"
    describing.correct(papers, id, "title", "Őrség, Şişli, Łódź, Αθήνα, Москва ≥ 5 → ✓ y 领 🤝")
    evidence_sheets.export(papers, id, file)
    front = texts(file)[0]
    assert "Őrség, Şişli, Łódź, Αθήνα, Москва ≥ 5 → ✓ y [U+9886] [U+1F91D]" in front
    assert "has no shape are written as their Unicode number: [U+9886], [U+1F91D]." in " ".join(front.split())


def test_words_behind_a_picture_keep_letters_that_no_face_here_has(papers: Archive, tmp_path: Path) -> None:
    id, file = by_name(papers)["pacto.pdf"], tmp_path / "sheet.pdf"
    words = (("领事馆", 0), ("Őrség", 1), ("🤝", 2))
    text = " ".join(word for word, _ in words)
    boxes = WordBoxes(
        (text.index(word), text.index(word) + len(word), Box(72, 100 + 20 * row, 172, 112 + 20 * row))
        for word, row in words
    )
    papers.catalogue.pages.replace(id, [Page(1, text, 612, 792, boxes)])
    evidence_sheets.export(papers, id, file, pages=[1])
    assert {"领事馆", "Őrség", "[U+1F91D]"} <= set(texts(file)[1].split())


def test_facts_lead_to_their_words_and_back_and_pages_keep_their_numbers(papers: Archive, tmp_path: Path) -> None:
    id, file = by_name(papers)["pacto.pdf"], tmp_path / "sheet.pdf"
    annotated(papers, id)
    evidence_sheets.export(papers, id, file)
    document = pypdfium2.PdfDocument(file)
    held = [(one.level, one.get_title(), one.get_dest().get_index()) for one in document.get_toc()]
    labels = [document.get_page_label(number) for number in range(len(document))]
    ends = [set(linked(document, number)) for number in range(len(document))]
    document.close()
    assert labels == ["i", "1", "2"]
    assert held[:3] == [(0, "Facts", 0), (0, "Notes", 0), (0, "Page 1", 1)]
    assert (1, "3  Agreement date: September 3, 2014 (2014-09-03)", 1) in held
    assert held[-1] == (0, "Page 2", 2)
    assert ends == [{1}, {0}, set()]
    evidence_sheets.export(papers, by_name(papers)["carta.txt"], file)
    document = pypdfium2.PdfDocument(file)
    assert [document.get_page_label(number) for number in range(3)] == ["i", "1", "1 (2)"]
    document.close()


def linked(document: pypdfium2.PdfDocument, number: int) -> Iterator[int]:
    """The sheets that links on a sheet lead to."""
    raw, page = pypdfium2.raw, document[number]
    at, link = ctypes.c_int(0), raw.FPDF_LINK()
    while raw.FPDFLink_Enumerate(page, at, link):
        yield raw.FPDFDest_GetDestPageIndex(document, raw.FPDFLink_GetDest(document, link))


@pytest.mark.parametrize("form", ["turned", "over", "cropped", "locked", "wide"])
def test_words_are_marked_where_they_are_seen_on_any_page(papers: Archive, tmp_path: Path, form: str) -> None:
    """A black block stands for the words: it lies below their mark, whatever the page's turn, cut or form."""
    file, out = tmp_path / f"{form}.pdf", tmp_path / "sheet.pdf"
    encrypt = StandardEncryption("", ownerPassword="own", canPrint=0) if form == "locked" else None
    size, top = ((792, 612), 612) if form in ("wide", "turned") else ((612, 792), 792)
    on = Canvas(str(file), pagesize=size, encrypt=encrypt, cropBox=(50, 400, 560, 760) if form == "cropped" else None)
    on.setPageRotation({"turned": 90, "over": 180}.get(form, 0))
    on.drawString(100, top - 200, "A block of words that stands for itself")
    on.showPage()
    on.save()
    accessioning.add(papers, [file], jobs=0)
    id = by_name(papers)[file.name]
    page = papers.catalogue.pages.of(id)[0]
    start = page.text.index("block")
    words = page.evidence(start, start + len("block of words"))
    papers.catalogue.facts.replace_readings(id, [Fact("title", "A block", 0.9, "title: test", words)])
    evidence_sheets.export(papers, id, out)
    document = pypdfium2.PdfDocument(out)
    shown = document[1]
    assert (shown.get_width() > shown.get_height()) is (page.width > page.height)
    frame = min(
        (one.get_bounds() for one in shown.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH])),
        key=lambda bounds: unlikeness(bounds, words.boxes[0]),
    )
    picture = shown.render(scale=2).to_pil().convert("L")
    height = shown.get_height()
    inside = picture.crop((round(2 * frame[0]), round(2 * (height - frame[3])), round(2 * frame[2]),
                           round(2 * (height - frame[1]))))  # fmt: skip
    document.close()
    assert sum(inside.histogram()[:100]) > 100  # the letters lie in the frame
    told = texts(out)[1].split()
    if form == "over":  # this reader takes lines that run to the left from their end
        told.reverse()
    assert "block of words that stands" in " ".join(told)


def unlikeness(bounds: tuple[float, float, float, float], box: Box) -> float:
    """How far the form of a path is from that of the frame around a box."""
    across, down = box.x1 - box.x0 + 4, box.bottom - box.top + 2
    return abs((bounds[2] - bounds[0]) / (bounds[3] - bounds[1] or 1) - across / down)


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

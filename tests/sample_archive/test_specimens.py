"""The specimen documents: made to the same bytes each time, marked as fictional, and true to their own history."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from collections import defaultdict
from datetime import date, timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from oxmsg import Message

SAMPLE = Path(__file__).resolve().parents[2] / "sample_archive"
DOCUMENTS = SAMPLE / "documents"
MARKS = ("FICTIONAL SPECIMEN – not a real paper", "ESPÉCIMEN FICTICIO – no es un papel real")
EXPECTED: dict[str, dict[str, Any]] = json.loads((SAMPLE / "expected.json").read_text(encoding="utf-8"))
HISTORY: dict[str, Any] = json.loads((SAMPLE / "expected_history.json").read_text(encoding="utf-8"))
ON = date.fromisoformat(HISTORY["on"])
ONE_DAY = timedelta(days=1)


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text and text != "perpetual" else None


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The specimens made anew in a folder of their own."""
    folder = tmp_path_factory.mktemp("specimens")
    subprocess.run([sys.executable, str(SAMPLE / "make.py"), str(folder)], check=True, timeout=100)
    return folder


def test_making_again_gives_the_same_bytes(made: Path) -> None:
    again, kept = files_of(made / "documents"), files_of(DOCUMENTS)
    assert sorted(again) == sorted(kept)
    assert [name for name in kept if again[name] != kept[name]] == []


def test_expectations_are_those_of_the_papers(made: Path) -> None:
    assert (made / "expected.json").read_text(encoding="utf-8") == (SAMPLE / "expected.json").read_text(
        encoding="utf-8"
    )


def test_every_document_has_its_expectations_and_its_row_in_the_readme() -> None:
    files = {name for name in EXPECTED if "#" not in name}
    readme = (SAMPLE / "README.md").read_text(encoding="utf-8")
    assert files == set(files_of(DOCUMENTS))
    assert 40 <= len(files) <= 48
    assert [name for name in EXPECTED if f"| `{name}` |" not in readme] == []


def test_the_whole_is_small() -> None:
    assert sum(map(len, files_of(DOCUMENTS).values())) < 6_000_000


def is_readable_pdf(name: str, content: bytes) -> bool:
    return content.startswith(b"%PDF") and EXPECTED[name]["outcome"] != "failed"


def pages_of(content: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(content)
    texts = []
    for page in document:
        text = page.get_textpage()
        texts.append(text.get_text_range())
        text.close()
        page.close()
    document.close()
    return texts


def test_every_page_of_text_is_marked_as_fictional() -> None:
    pdfs = {name: pages_of(content) for name, content in files_of(DOCUMENTS).items() if is_readable_pdf(name, content)}
    assert len(pdfs) > 20
    unmarked = [
        (name, number)
        for name, pages in pdfs.items()
        for number, text in enumerate(pages, start=1)
        if not any(mark in text for mark in MARKS) and number not in EXPECTED[name]["must"].get("needs_ocr", [])
    ]
    assert unmarked == []


@pytest.mark.parametrize("suffix", [".html", ".txt", ".md", ".csv"])
def test_text_files_are_marked_as_fictional(suffix: str) -> None:
    texts = [content.decode("utf-8") for name, content in files_of(DOCUMENTS).items() if name.endswith(suffix)]
    assert texts
    assert all(any(mark in text for mark in MARKS) for text in texts)


def test_scanned_pages_hold_no_text() -> None:
    scans = [name for name, entry in EXPECTED.items() if "needs_ocr" in entry["must"] and name.endswith(".pdf")]
    assert len(scans) == 2
    for name in scans:
        assert [text.strip() for text in pages_of((DOCUMENTS / name).read_bytes())] == [""] * len(
            EXPECTED[name]["must"]["needs_ocr"]
        )


def test_mail_holds_the_attachments_that_are_expected() -> None:
    held = {}
    for name in [name for name in EXPECTED if name.endswith(".eml")]:
        message = message_from_bytes((DOCUMENTS / name).read_bytes(), policy=default)
        held[name] = [part.get_filename() for part in message.iter_attachments()]
    assert all(len(attached) == EXPECTED[name]["children"] for name, attached in held.items())
    assert all(f"{name}#{one}" in EXPECTED for name, attached in held.items() for one in attached)


def test_outlook_letter_opens() -> None:
    name = next(name for name in EXPECTED if name.endswith(".msg"))
    message = Message.load(str(DOCUMENTS / name))
    assert message.subject == EXPECTED[name]["must"]["title"]
    assert [recipient.name for recipient in message.recipients] == ["Baltazar Ibarra Nuño", "Ingrid Halvorsen-Pike"]
    assert [one.file_name for one in message.attachments] == ["referrals-by-quarter.csv"]
    assert message.sent_date is not None
    assert message.sent_date.isoformat() == "2020-09-02T21:17:00+00:00"


def test_damaged_documents_do_not_open_and_the_lock_has_its_key() -> None:
    locked = next(name for name in EXPECTED if "(password)" in name)
    broken = next(name for name in EXPECTED if "(download stopped)" in name)
    for name in (locked, broken):
        with pytest.raises(pypdfium2.PdfiumError):
            pypdfium2.PdfDocument((DOCUMENTS / name).read_bytes())
    password = tomllib.loads((SAMPLE / "papers/damaged/encrypted.toml").read_text(encoding="utf-8"))["more"]["password"]
    document = pypdfium2.PdfDocument((DOCUMENTS / locked).read_bytes(), password=password)
    assert len(document) == 1
    document.close()


def test_the_duplicate_has_the_bytes_of_another_document() -> None:
    files = files_of(DOCUMENTS)
    for name in [name for name, entry in EXPECTED.items() if entry["outcome"] == "duplicate"]:
        assert [other for other in files if other != name and files[other] == files[name]]


def test_history_speaks_of_documents_that_are_there() -> None:
    agreements = HISTORY["agreements"]
    named = [entry["file"] for entry in agreements]
    named += [file for chain in HISTORY["chains"] for file in chain]
    named += [file for entry in HISTORY["announcements"] for file in (entry["release"], entry["agreement"])]
    named += [entry["release"] for entry in HISTORY["announced_no_paper_held"]]
    named += [entry["cited_by"] for entry in HISTORY["cited_not_in_archive"]]
    named += [file for entry in agreements for file in (*entry.get("twins", []), *entry.get("duplicates", []))]
    assert set(named) <= set(EXPECTED)


def test_history_agrees_with_the_facts_of_each_paper() -> None:
    for entry in HISTORY["agreements"]:
        facts = EXPECTED[entry["file"]]["may"] | EXPECTED[entry["file"]]["must"]
        bodies = [body for body in (entry["agency"], *entry["consulates"]) if body not in facts["parties"]]
        assert bodies == []
        if entry["basis"] in ("stated", "computed"):
            assert (entry["begins"], entry["ends"]) == (facts["effective_date"], facts["expiration_date"])
            assert entry["basis"] == facts["expiration_basis"]


def spans_by_pair() -> dict[tuple[str, str], list[tuple[date, date, str]]]:
    """First and last day of each agreement with both known, for each pair; an amendment begins with its paper."""
    pairs = defaultdict(list)
    for entry in HISTORY["agreements"]:
        begins, ends = day(entry["begins"]), day(entry["ends"])
        for consulate in entry["consulates"]:
            if begins and ends:
                pairs[entry["agency"], consulate].append((begins, ends, entry["file"]))
    return pairs


def test_lapses_follow_from_the_agreements() -> None:
    found: list[tuple[str, str, date, date | None, str]] = []
    for (agency, consulate), spans in spans_by_pair().items():
        spans.sort()
        covered, after = spans[0][1], spans[0][2]
        for begins, ends, file in spans[1:]:
            if begins > covered + ONE_DAY:
                found.append((agency, consulate, covered + ONE_DAY, begins - ONE_DAY, after))
            if ends > covered:
                covered, after = ends, file
        if covered < ON:
            found.append((agency, consulate, covered + ONE_DAY, None, after))
    told = [(e["agency"], e["consulate"], day(e["from"]), day(e["to"]), e["after"]) for e in HISTORY["lapses"]]
    assert sorted(told, key=str) == sorted(found, key=str)


def test_a_pair_is_covered_where_an_agreement_reaches_over_the_day() -> None:
    pairs = spans_by_pair()
    for cell in HISTORY["coverage"]:
        spans = pairs.get((cell["agency"], cell["consulate"]), [])
        covered = any(begins <= ON <= ends for begins, ends, _ in spans)
        assert covered == (cell["status"] in ("in force", "expiring"))
        assert (cell["status"] == "unknown") == (not spans)

"""What must not leave the archive by accident: by kind, by a stamp, by the file's own word."""

from __future__ import annotations

import pytest

from archive_app.domain.page import Page
from archive_app.domain.paper import Paper
from archive_app.extractors import Knowledge, read_facts
from archive_app.paths import resources

KNOWLEDGE = Knowledge.load(resources())


def access(text: str, **metadata: str) -> list[object]:
    paper = Paper("text/markdown", (Page(1, text),), metadata)
    return [fact.value for fact in read_facts(paper, KNOWLEDGE) if fact.field == "access"]


@pytest.mark.parametrize(
    ("text", "metadata"),
    [
        ("Talk with a driver at the bus lot.", {"access": "restricted"}),
        ("Plática con un chofer.", {"access": "Restringido"}),
        ("RESTRICTED\n\nTalk with a driver at the bus lot.", {}),
        ("CONFIDENCIAL – no sale del archivo\n\nPlática con un chofer.", {}),
        ("Interview 12\n\nQ. Who paid you?\nA. The foreman.", {}),
    ],
)
def test_closed_papers_are_restricted(text: str, metadata: dict[str, str]) -> None:
    assert access(text, **metadata) == ["restricted"]


@pytest.mark.parametrize(
    "text",
    [
        "The office keeps complaints confidential and speaks to nobody of them.",
        "MEMORANDUM OF UNDERSTANDING\nBETWEEN\nTHE OFFICE OF LABOR STANDARDS\nAND\nTHE CONSULATE OF MEXICO\n\n"
        "CONFIDENTIAL\n\nThe parties will meet each spring and share what they learn.",
    ],
)
def test_words_about_secrecy_and_agreements_stay_open(text: str) -> None:
    assert access(text) == []

"""Messages as Outlook saves them."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive_app.accession import media_types
from archive_app.errors import ReadingError
from archive_app.readers import read
from tests.ole_files import make_msg, write_ole


def test_heads_words_and_attachments(tmp_path: Path) -> None:
    path = make_msg(
        tmp_path / "a.msg",
        "Estimada Lucía:\r\n\r\nadjunto el texto firmado.",
        subject="Renovación",
        headers="From: Ruth <ruth@fairwages.example>\r\nTo: lucia@brisa-alta.example\r\n"
        "Date: Mon, 29 Aug 2011 09:15:00 -0600\r\nMessage-ID: <one@fairwages.example>\r\n",
        attachments={"Acuerdo.pdf": b"%PDF-1.4 " + bytes(6000)},
    )
    paper = read(path, media_types.MSG)
    assert paper.pages[0].text == (
        "From: Ruth <ruth@fairwages.example>\nTo: lucia@brisa-alta.example\nDate: Mon, 29 Aug 2011 09:15:00 -0600\n"
        "Subject: Renovación\n\nEstimada Lucía:\n\nadjunto el texto firmado."
    )
    assert paper.metadata["date"] == "2011-08-29T09:15:00-06:00"
    assert paper.metadata["message-id"] == "<one@fairwages.example>"
    (attachment,) = paper.attachments
    assert attachment.name == "Acuerdo.pdf"
    assert len(attachment.content) == 6009


def test_a_web_page_is_the_body_where_there_is_no_other(tmp_path: Path) -> None:
    path = make_msg(tmp_path / "a.msg", "", subject="Visita", html=b"<html><p>Querida <b>Ruth</b></p></html>")
    assert read(path, media_types.MSG).pages[0].text == "Subject: Visita\n\nQuerida Ruth"


def test_a_message_that_is_not_one_is_told_as_damaged(tmp_path: Path) -> None:
    path = write_ole(tmp_path / "a.msg", {"Workbook": b"x" * 5000})
    with pytest.raises(ReadingError, match="cannot be read as an Outlook message"):
        read(path, media_types.MSG)


def test_a_message_cut_off_is_told_as_damaged(tmp_path: Path) -> None:
    path = make_msg(tmp_path / "a.msg", "Words. " * 2000, subject="Long")
    path.write_bytes(path.read_bytes()[:2000])
    with pytest.raises(ReadingError, match="cannot be read as an Outlook message"):
        read(path, media_types.MSG)

"""Mail: heads, bodies, attachments, and what real programs write wrongly."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_app.accession import media_types
from archive_app.domain.paper import Paper
from archive_app.errors import ReadingError
from archive_app.readers import read
from tests import builders

HEADS: dict[str, Any] = {
    "From_": "Ruth Calloway <ruth@fairwages.example>",
    "To": "Lucía Arriaga Peña <lucia@brisa-alta.example>",
    "Cc": "archive@fairwages.example",
    "Date": "Mon, 29 Aug 2011 09:15:00 -0600",
    "Subject": "Sobre la renovación del memorándum",
    "Message_ID": "<one@fairwages.example>",
    "In_Reply_To": "<zero@brisa-alta.example>",
}


def mail(path: Path) -> Paper:
    return read(path, media_types.MAIL)


def raw(path: Path, text: str | bytes) -> Paper:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return mail(path)


def test_heads_stand_above_the_words_and_in_the_metadata(tmp_path: Path) -> None:
    paper = mail(builders.make_mail(tmp_path / "a.eml", "Estimada Lucía:\n\nadjunto el texto.\n", **HEADS))
    assert paper.pages[0].text == (
        "From: Ruth Calloway <ruth@fairwages.example>\n"
        "To: Lucía Arriaga Peña <lucia@brisa-alta.example>\n"
        "Cc: archive@fairwages.example\n"
        "Date: Mon, 29 Aug 2011 09:15:00 -0600\n"
        "Subject: Sobre la renovación del memorándum\n"
        "\n"
        "Estimada Lucía:\n\nadjunto el texto."
    )
    assert paper.metadata["date"] == "2011-08-29T09:15:00-06:00"
    assert paper.metadata["subject"] == paper.metadata["title"] == HEADS["Subject"]
    assert paper.metadata["message-id"] == "<one@fairwages.example>"
    assert paper.metadata["in-reply-to"] == "<zero@brisa-alta.example>"


def test_attachments_come_with_their_names_and_bytes(tmp_path: Path) -> None:
    content = builders.pdf_bytes("The signed text.")
    path = builders.make_mail(tmp_path / "a.eml", "See below.", attachments={"Acuerdo año 1.pdf": content}, **HEADS)
    (attachment,) = mail(path).attachments
    assert (attachment.name, attachment.content) == ("Acuerdo año 1.pdf", content)


def test_the_plain_body_is_preferred_and_a_page_is_read_where_there_is_no_other(tmp_path: Path) -> None:
    page = "<p>Dear <b>Lucía</b>,</p><p>from the page.</p>"
    both = mail(builders.make_mail(tmp_path / "a.eml", "From the plain body.", html=page, **HEADS)).pages[0].text
    assert both.endswith("\n\nFrom the plain body.")
    only = mail(builders.make_mail(tmp_path / "b.eml", html=page, **HEADS)).pages[0].text
    assert only.endswith("\n\nDear Lucía,\n\nfrom the page.")


def test_a_mail_in_the_mail_is_an_attachment(tmp_path: Path) -> None:
    inner = builders.make_mail(tmp_path / "i.eml", "Inner words.", attachments={"x.bin": b"abc"}, Subject="Antes")
    text = (
        b'From: a@b.example\nSubject: Fwd\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="B"\n\n'
        b"--B\nContent-Type: text/plain\n\nOuter words.\n--B\nContent-Type: message/rfc822\n\n"
        + inner.read_bytes()
        + b"\n--B--\n"
    )
    paper = raw(tmp_path / "a.eml", text)
    assert "Inner words" not in paper.pages[0].text
    (attachment,) = paper.attachments
    assert attachment.name == "Antes.eml"
    again = raw(tmp_path / "b.eml", attachment.content)
    assert again.pages[0].text.endswith("Inner words.")
    assert again.attachments[0].content == b"abc"


@pytest.mark.parametrize(
    "head",
    [
        "Subject: =?utf-8?B?not base64!?=",
        "Subject: =?no-such-charset?Q?a=F1o?=",
        "Subject: =?utf-8?Q?broken",
        "To: <<<>>>, ;;;, @@@",
        'From: "unclosed <a@b',
        "Date: yesterday",
        "Date: Mon, 99 Foo 2011 99:99:99",
        "Content-Type: text/plain; charset*=utf-8''%E0%A4%A",
        "Content-Type: ;;;=",
        'Content-Type: text/plain; charset="utf\0-8"',
        "Content-Transfer-Encoding: nonsense",
        "Message-ID: <[unclosed",
        "Subject: caf\xe9 \udce9 raw bytes",
    ],
)
def test_malformed_heads_never_raise(tmp_path: Path, head: str) -> None:
    data = f"X-First: 1\nReceived: here\n{head}\n\nThe words.".encode("utf-8", "surrogateescape")
    assert raw(tmp_path / "a.eml", data).pages[0].text.endswith("The words.")


@pytest.mark.parametrize("date", ["yesterday", "Mon, 99 Foo 2011 99:99:99"])
def test_a_date_that_cannot_be_read_is_not_guessed(tmp_path: Path, date: str) -> None:
    paper = raw(tmp_path / "a.eml", f"From: a@b.example\nDate: {date}\n\nWords.")
    assert "date" not in paper.metadata
    assert f"Date: {date}" in paper.pages[0].text


def test_old_encodings_and_a_mailbox_line(tmp_path: Path) -> None:
    data = (
        b"From someone Mon Aug 29 09:15:00 2011\nFrom: a@b.example\nSubject: =?iso-8859-1?Q?A=F1o?=\n"
        b"Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nma=F1ana"
    )
    paper = raw(tmp_path / "a.eml", data)
    assert paper.pages[0].text == "From: a@b.example\nSubject: Año\n\nmañana"


def nested(depth: int) -> str:
    return "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(depth)) + "\nWords."


def test_deep_nesting_is_read_and_nesting_without_end_told(tmp_path: Path) -> None:
    assert raw(tmp_path / "a.eml", nested(50)).pages[0].text == "Words."
    with pytest.raises(ReadingError, match="nest too deep"):
        raw(tmp_path / "b.eml", nested(3000))


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_told(tmp_path_factory: pytest.TempPathFactory, body: bytes) -> None:
    path = tmp_path_factory.mktemp("mail") / "a.eml"
    heads = b"From: a@b.example\nSubject: Words\nContent-Type: " + body[:60].replace(b"\n", b" ")
    assert raw(path, heads + b"\n\n" + body).pages[0].text.startswith("From: a@b.example")

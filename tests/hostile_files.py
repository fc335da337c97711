"""Files that are made to do harm, each as somebody might send it. What stands in them is fictional."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

from tests import builders

WORDS = "The consulate and the area office agree."


def pdf_of(*objects: bytes, trailer: bytes = b"") -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalogue."""
    parts, offsets = [b"%PDF-1.7\n"], []
    for number, content in enumerate(objects, 1):
        offsets.append(sum(map(len, parts)))
        parts.append(b"%d 0 obj\n%b\nendobj\n" % (number, content))
    start = sum(map(len, parts))
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    parts.append(b"xref\n0 %d\n0000000000 65535 f \n%b" % (len(objects) + 1, table))
    parts.append(b"trailer\n<< /Size %d /Root 1 0 R %b >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, trailer, start))
    return b"".join(parts)


def stream(content: bytes, extra: bytes = b"") -> bytes:
    packed = zlib.compress(content, 9)
    return b"<< /Length %d /Filter /FlateDecode %b >>\nstream\n%b\nendstream" % (len(packed), extra, packed)


_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
_PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>"
_PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
_TEXT = f"BT /F 12 Tf 72 700 Td ({WORDS}) Tj ET".encode()


def page_that_is_its_own_parent(path: Path) -> None:
    path.write_bytes(pdf_of(b"<< /Type /Catalog /Pages 2 0 R >>",
                            b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 /Parent 2 0 R >>"))  # fmt: skip


def form_that_draws_itself(path: Path) -> None:
    form = stream(b"/X Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>")
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>"
    )
    path.write_bytes(pdf_of(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page,
                            stream(b"/X Do"), form))  # fmt: skip


def pdf_bomb(path: Path) -> None:
    """A page whose drawing unpacks to 200 MB."""
    path.write_bytes(pdf_of(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", _PAGE,
                            stream(b"q Q " * (50 << 20)), _FONT))  # fmt: skip


def pdf_with_javascript_and_a_file(path: Path) -> None:
    """Readable, with a script to run at opening and a program inside; both stay where they are."""
    catalogue = (b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert('x.example')) >>"
                 b" /Names << /EmbeddedFiles << /Names [(run.exe) 6 0 R] >> >> >>")  # fmt: skip
    path.write_bytes(pdf_of(catalogue, _PAGES, _PAGE, stream(_TEXT), _FONT,
                            b"<< /Type /Filespec /F (run.exe) /EF << /F 7 0 R >> >>", stream(b"MZ")))  # fmt: skip


def pdf_whose_tables_lead_round(path: Path) -> None:
    """Each of its tables of contents names the other as the one before, and a length is that of itself."""
    whole = pdf_of(b"<< /Type /Catalog /Pages 2 0 R >>", _PAGES, _PAGE, stream(_TEXT), _FONT)
    first = whole.rindex(b"xref\n0")
    again = b"xref\n0 0\ntrailer\n<< /Size 6 /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF"
    looped = whole[:first] + whole[first:].replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % (len(whole) + 11))
    path.write_bytes(looped + b"\n" + again % (first, len(looped) + 1))


def pdf_of_streams_in_streams(path: Path) -> None:
    """What unpacks to a megabyte of zeros, packed ten times over."""
    content = bytes(1 << 20)
    for _ in range(10):
        content = zlib.compress(content, 9)
    filters = b"<< /Length %d /Filter [%b] >>\nstream\n%b\nendstream" % (
        len(content), b"/FlateDecode " * 10, content)  # fmt: skip
    path.write_bytes(pdf_of(b"<< /Type /Catalog /Pages 2 0 R >>", _PAGES, _PAGE, filters, _FONT))


def pdf_with_a_password(path: Path) -> None:
    builders.make_pdf(path, WORDS, password="secret")


def _with_document(path: Path, document: bytes, **more: bytes) -> None:
    """A Word document whose main part is another."""
    whole = io.BytesIO(builders.make_docx(path, WORDS).read_bytes())
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, document if name == "word/document.xml" else old.read(name))
        for name, content in more.items():
            new.writestr(name.replace("__", "/").replace("UP", ".."), content)


def docx_of_a_billion_laughs(path: Path) -> None:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    body = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>'
    _with_document(path, f'<!DOCTYPE d [<!ENTITY l0 "ha">{entities}]>{body}&l9;</w:t></w:r></w:p></w:body></w:document>'
                   .encode())  # fmt: skip


def docx_that_reads_other_files(path: Path) -> None:
    body = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>'
    _with_document(path, f'<!DOCTYPE d [<!ENTITY f SYSTEM "file:///etc/passwd">]>{body}{WORDS} &f;</w:t></w:r></w:p>'
                   "</w:body></w:document>".encode())  # fmt: skip


def docx_with_paths_that_lead_out(path: Path) -> None:
    whole = builders.make_docx(path, WORDS).read_bytes()
    path.write_bytes(whole)
    with zipfile.ZipFile(path, "a") as container:
        container.writestr("../../../outside.txt", b"out")


def docx_bomb(path: Path) -> None:
    _with_document(path, bytes(300 << 20))


def docx_with_a_template_elsewhere(path: Path) -> None:
    """Names a template and a picture on another machine, as links that word processors follow at opening."""
    made = io.BytesIO(builders.make_docx(path, WORDS).read_bytes())
    link = ('<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" '
            'Target="http://x.example/{}" TargetMode="External"/>')  # fmt: skip
    links = (link.format("attachedTemplate", "t.dotm") + link.format("image", "a.png").replace("99", "98")).encode()
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/_rels/document.xml.rels":
                content = content.replace(b"</Relationships>", links + b"</Relationships>")
            new.writestr(name, content)


def _with_sheet(path: Path, sheet: bytes) -> None:
    """A workbook whose first sheet is another."""
    made = io.BytesIO(builders.make_xlsx(path, {"One": [["Party", WORDS]]}).read_bytes())
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, sheet if name == "xl/worksheets/sheet1.xml" else old.read(name))


_SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">{}</row>'


def xlsx_of_a_billion_laughs(path: Path) -> None:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    cell = '<c r="A1" t="inlineStr"><is><t>&l9;</t></is></c>'
    _with_sheet(path, f'<!DOCTYPE d [<!ENTITY l0 "ha">{entities}]>{_SHEET.format(cell)}</sheetData></worksheet>'
                .encode())  # fmt: skip


def xlsx_bomb(path: Path) -> None:
    _with_sheet(path, _SHEET.format("").encode() + b" " * (300 << 20) + b"</sheetData></worksheet>")


def xlsx_with_a_cell_far_away(path: Path) -> None:
    """One word in the last column of the last row, so that the sheet is 17 thousand million cells large."""
    cell = f'<c r="XFD1048576" t="inlineStr"><is><t>{WORDS}</t></is></c>'
    first = f'<c r="A1" t="inlineStr"><is><t>{WORDS}</t></is></c>'
    _with_sheet(path, f'{_SHEET.format(first)}<row r="1048576">{cell}</row></sheetData></worksheet>'.encode())


def page_that_calls_home(path: Path) -> None:
    builders.make_html(
        path, f'<script>fetch("http://x.example")</script><img src="http://x.example/a.png"><p>{WORDS}</p>'
        '<iframe src="http://x.example"></iframe>',
        head='<link rel="stylesheet" href="http://x.example/a.css"><base href="http://x.example/">',
    )  # fmt: skip


def markup_that_nests_without_end(path: Path) -> None:
    path.write_text(f"<html><body>{'<div><b>' * 30_000}{WORDS}", encoding="utf-8")


def mail_within_mail(path: Path) -> None:
    """A hundred mails, each inside the other."""
    inner = f"From: a@b.example\nTo: c@d.example\nSubject: Core\nMessage-ID: <0@x>\n\n{WORDS}\n"
    for level in range(100):
        inner = (f"From: a@b.example\nTo: c@d.example\nSubject: Level {level}\nMessage-ID: <{level}@x>\n"
                 f'Content-Type: multipart/mixed; boundary="b{level}"\n\n--b{level}\n'
                 f"Content-Type: message/rfc822\n\n{inner}\n--b{level}--\n")  # fmt: skip
    path.write_text(inner, encoding="utf-8")


def mail_that_calls_home(path: Path) -> None:
    """A letter that is a web page with a picture elsewhere, by which its sender learns who reads it."""
    builders.make_mail(
        path, "", html=f'<p>{WORDS}</p><img src="http://x.example/seen.gif"><script src="//x.example/a.js"></script>',
        From_="a@b.example", To="c@d.example", Subject="Seen", Message_ID="<seen@b.example>",
    )  # fmt: skip


def mail_of_names_that_lead_out(path: Path) -> None:
    """Its attachments are called as files of the system are, and one as long as no disk takes."""
    builders.make_mail(
        path, WORDS, From_="a@b.example", To="c@d.example", Subject="../../outside", Message_ID="<out@b.example>",
        attachments={"../../../outside.txt": b"One.", "/etc/outside.txt": b"Two.", "C:\\outside.txt": b"Three.",
                     f"{'n' * 4000}.txt": b"Four."},
    )  # fmt: skip


def mail_with_broken_heads(path: Path) -> None:
    path.write_bytes(
        b"From: =?utf-8?b?////?= <a@b.example\nTo: \xff\xfe\nSubject: =?no-such-charset?q?=FF=FE?=\nDate: yesterday\n"
        b'Message-ID: <1@x>\nContent-Type: text/plain; charset="\xff"; x=y\nContent-Transfer-Encoding: base64\n'
        b"Mime-Version: \n\n" + b"=" * 99 + b"\n%b\n" % WORDS.encode()
    )


def zip_with_paths_that_lead_out(path: Path) -> None:
    builders.make_zip(
        path, {"../../../outside.txt": b"Five.", "/tmp/outside.txt": b"Six.", "a/../../outside.txt": b"7."}
    )


def zip_in_zip_without_end(path: Path) -> None:
    """Twenty ZIP files, each inside the other."""
    content = b"The innermost."
    for level in range(20):
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as container:
            container.writestr(f"{level}.zip" if level else "core.txt", content)
        content = held.getvalue()
    path.write_bytes(content)


def picture_of_fifty_thousand_squared(path: Path) -> None:
    """A PNG of 50,000 by 50,000, all black, in half a megabyte."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    packer = zlib.compressobj(9)
    rows = b"".join(packer.compress(bytes(6251 * 1000)) for _ in range(50)) + packer.flush()
    head = struct.pack(">IIBBBBB", 50_000, 50_000, 1, 0, 0, 0, 0)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b""))


#: What becomes of each: its words are read, or it is refused with a cause that holds these words.
READ = ""
FATES: dict[str, tuple[Callable[[Path], None], str]] = {
    "own parent.pdf": (page_that_is_its_own_parent, "damaged or incomplete"),
    "form.pdf": (form_that_draws_itself, READ),
    "bomb.pdf": (pdf_bomb, READ),
    "script.pdf": (pdf_with_javascript_and_a_file, READ),
    "round.pdf": (pdf_whose_tables_lead_round, READ),
    "streams.pdf": (pdf_of_streams_in_streams, READ),
    "password.pdf": (pdf_with_a_password, "protected by a password"),
    "laughs.docx": (docx_of_a_billion_laughs, "damaged or incomplete"),
    "reads.docx": (docx_that_reads_other_files, READ),
    "paths.docx": (docx_with_paths_that_lead_out, READ),
    "bomb.docx": (docx_bomb, "would unpack to"),
    "template.docx": (docx_with_a_template_elsewhere, READ),
    "laughs.xlsx": (xlsx_of_a_billion_laughs, "damaged or incomplete"),
    "bomb.xlsx": (xlsx_bomb, "would unpack to"),
    "far.xlsx": (xlsx_with_a_cell_far_away, READ),
    "home.html": (page_that_calls_home, READ),
    "nests.html": (markup_that_nests_without_end, "nest too deep"),
    "hundred.eml": (mail_within_mail, READ),
    "seen.eml": (mail_that_calls_home, READ),
    "names.eml": (mail_of_names_that_lead_out, READ),
    "out.zip": (zip_with_paths_that_lead_out, READ),
    "deep.zip": (zip_in_zip_without_end, READ),
    "heads.eml": (mail_with_broken_heads, READ),
    "huge.png": (picture_of_fifty_thousand_squared, "more pixels than can be shown"),
}

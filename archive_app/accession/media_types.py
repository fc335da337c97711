"""What a file is, told by its content. A name only decides between kinds of text, which all look alike."""

from __future__ import annotations

import re
import struct
import zipfile
from pathlib import Path, PurePath
from typing import BinaryIO

from archive_app.accession import ole

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
XLS = "application/vnd.ms-excel"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
DOC = "application/msword"
MAIL = "message/rfc822"
MSG = "application/vnd.ms-outlook"
HTML = "text/html"
PLAIN = "text/plain"
MARKDOWN = "text/markdown"
CSV = "text/csv"
PNG = "image/png"
JPEG = "image/jpeg"
TIFF = "image/tiff"
MBOX = "application/mbox"
ZIP = "application/zip"
ENCRYPTED = "application/encrypted"
UNKNOWN = "application/octet-stream"

#: The extension an original is kept under.
EXTENSIONS = {
    PDF: ".pdf",
    DOCX: ".docx",
    XLSX: ".xlsx",
    XLS: ".xls",
    ODS: ".ods",
    DOC: ".doc",
    MAIL: ".eml",
    MSG: ".msg",
    HTML: ".html",
    PLAIN: ".txt",
    MARKDOWN: ".md",
    CSV: ".csv",
    PNG: ".png",
    JPEG: ".jpg",
    TIFF: ".tif",
    MBOX: ".mbox",
    ZIP: ".zip",
    ENCRYPTED: ".bin",
    UNKNOWN: ".bin",
}

#: What the zip files of programs hold: slides, books, applications.
_OF_PROGRAMS = frozenset({"[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF", "META-INF/container.xml"})
_HEAD = 16_384
_CHUNK = 1 << 20
_DIRECTORY_LIMIT = 16 << 20
_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"II*\x00", TIFF),
    (b"MM\x00*", TIFF),
    (b"II+\x00", TIFF),
    (b"MM\x00+", TIFF),
)
_TEXT_SUFFIXES = {".md": MARKDOWN, ".markdown": MARKDOWN, ".csv": CSV, ".tsv": CSV}
_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))

# Readers of PDF look for its header in the first kilobyte: scanners and mail gateways put lines before it.
_PDF_HEADER = re.compile(rb"(?:\A|[\x00-\x1f\x80-\xff])%PDF-[12]\.\d")
_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|base|link|article)\b",
    re.IGNORECASE | re.DOTALL,
)
_HEADER_LINE = re.compile(r"([A-Za-z][A-Za-z0-9-]*):[ \t]*(.*(?:\n[ \t]+.*)*)\n")
_NEXT_MAIL = re.compile(rb"\n\r?\nFrom [^\n]*\d\d:\d\d[^\n]*\n(?=[!-9;-~]+:|>?From )")
_HEADERS_OF_MAIL_ONLY = frozenset(
    {"message-id", "mime-version", "received", "return-path", "delivered-to", "dkim-signature", "in-reply-to"}
)


def media_type(path: Path, name: str | None = None) -> str:
    """The media type of a file's content; ``application/octet-stream`` where it is none of those read here.

    Looks at the first kilobytes, and at the directory of a container. ``name`` is what the file was called before it
    was kept under another. Raises OSError where the file cannot be opened.
    """
    with path.open("rb") as stream:
        return media_type_of(stream, name or path.name)


def media_type_of(stream: BinaryIO, name: str) -> str:
    """The same for content that can be read from any place in it."""
    head = stream.read(_HEAD)
    if head.startswith(ole.SIGNATURE):
        stream.seek(0)
        return _compound(ole.entry_names(stream))
    if head.startswith(b"PK\x03\x04"):
        return _container(stream, head)
    kind = _by_signature(head) or _text(head, PurePath(name).suffix.lower())
    return MBOX if kind == MAIL and head.startswith(b"From ") and _holds_several(stream) else kind


def _holds_several(stream: BinaryIO) -> bool:
    """Whether a further mail begins after the first."""
    stream.seek(0)
    before = b""
    while chunk := stream.read(_CHUNK):
        if _NEXT_MAIL.search(before + chunk):
            return True
        before = chunk[-_HEAD:]
    return False


def _by_signature(head: bytes) -> str | None:
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            return kind
    return PDF if _PDF_HEADER.search(head[:1100]) else None


def _compound(names: set[str]) -> str:
    if "__properties_version1.0" in names:
        return MSG
    if "EncryptedPackage" in names:
        return ENCRYPTED
    if names & {"Workbook", "Book"}:
        return XLS
    return DOC if "WordDocument" in names else UNKNOWN


def _container(stream: BinaryIO, head: bytes) -> str:
    """A zip file by what its directory lists; by its first members where the directory was cut off."""
    names, declared = _zip_names(stream)
    if declared:
        return declared
    if any(name.startswith("word/") for name in names) or (not names and b"word/" in head):
        return DOCX
    if any(name.startswith("xl/") for name in names) or (not names and b"xl/" in head):
        return XLSX
    return UNKNOWN if not names or _OF_PROGRAMS & set(names) else ZIP


def _zip_names(stream: BinaryIO) -> tuple[list[str], str | None]:
    """Member names, and the type that an OpenDocument file states in its first member."""
    if _directory_size(stream) > _DIRECTORY_LIMIT:
        return [], None
    try:
        with zipfile.ZipFile(stream) as container:
            names = container.namelist()
            if names[:1] == ["mimetype"] and container.getinfo("mimetype").file_size < 200:
                stated = container.read("mimetype").decode("ascii", "replace").strip()
                return names, stated if stated == ODS else UNKNOWN
            return names, None
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, OSError):
        return [], None


def _directory_size(stream: BinaryIO) -> int:
    """Bytes of a zip file's directory as its end record declares, 0 where there is none."""
    size = stream.seek(0, 2)
    stream.seek(max(0, size - 66_000))
    tail = stream.read()
    place = tail.rfind(b"PK\x05\x06")
    return int(struct.unpack_from("<I", tail, place + 12)[0]) if 0 <= place <= len(tail) - 22 else 0


def _text(head: bytes, suffix: str) -> str:
    text = _decoded(head)
    if not text:
        return UNKNOWN
    if _HTML_START.match(text):
        return HTML
    if _is_mail(text):
        return MAIL
    return _TEXT_SUFFIXES.get(suffix, PLAIN)


def _decoded(head: bytes) -> str:
    """The head as text, good enough to look at; empty where it is not text."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, "ignore").replace("\r\n", "\n")
    controls = sum(head.count(byte) for byte in range(32) if byte not in b"\t\n\r\f\x1b\x0b\x1a")
    if controls > len(head) // 100 or b"\x00" in head:
        return ""
    return head.decode("latin-1").replace("\r\n", "\n")


def _is_mail(text: str) -> bool:
    """Whether the text opens with a mail's headers; a memorandum's TO and FROM lines are not enough."""
    if text.startswith("From "):
        text = text.partition("\n")[2]
    headers: dict[str, str] = {}
    place = 0
    while line := _HEADER_LINE.match(text, place):
        headers.setdefault(line[1].lower(), line[2])
        place = line.end()
    if len(headers) >= 2 and headers.keys() & _HEADERS_OF_MAIL_ONLY:
        return True
    return "@" in headers.get("from", "") and bool(headers.keys() & {"to", "date", "subject"})

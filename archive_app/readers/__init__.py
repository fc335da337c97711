"""Files as papers: pages of text in reading order, what the file says of itself, and what is attached to it.

One module a format. Its libraries are loaded when the first file of that format is read, not before.
"""

from __future__ import annotations

import errno
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import cast

from archive_app.domain.page import OcrMode
from archive_app.domain.paper import Member, Paper
from archive_app.errors import ReadingError
from archive_app.readers import limits

_MODULES = {
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "sheet",
    "application/vnd.ms-excel": "sheet",
    "application/vnd.oasis.opendocument.spreadsheet": "sheet",
    "text/csv": "sheet",
    "message/rfc822": "mail",
    "application/vnd.ms-outlook": "msg",
    "text/html": "html",
    "text/plain": "plain",
    "text/markdown": "plain",
    "image/png": "image",
    "image/jpeg": "image",
    "image/tiff": "image",
    "application/mbox": "mailbox",
    "application/zip": "zipped",
}


def read(path: Path, media_type: str, ocr: OcrMode = "auto") -> Paper:
    """A file of a media type as a paper. Raises ReadingError where it cannot be read, with what to do about it.

    Pages whose picture is to be read are marked, not read: that is ``readers.ocr``, in a process of its own.
    """
    try:
        if path.stat().st_size == 0:
            raise limits.empty()
        module = import_module(f"archive_app.readers.{_module_for(media_type)}")
        paper = cast(Paper, module.read(path, media_type))
        return _with_pictures_marked(path, paper) if ocr == "always" else paper
    except OSError as error:
        if error.errno == errno.EINVAL:
            raise limits.broken("what its kind says") from error  # it points to places before its own beginning
        reason = error.strerror or str(error)
        raise ReadingError(
            "reading", f"The file cannot be opened ({reason}).", "Check that it is there and may be read."
        ) from error


def check_openable(path: Path, media_type: str) -> None:
    """Raises ReadingError for a file that plainly cannot be read: protected, of no kind, a PDF that does not open.

    It costs little, so what is deeper in a file may still fail when it is read.
    """
    if _module_for(media_type) == "pdf":
        from archive_app.readers.pdf import open_document

        open_document(path).close()


def _with_pictures_marked(path: Path, paper: Paper) -> Paper:
    """The paper with every page that is a picture marked, even where text lies over it."""
    if paper.media_type != "application/pdf":
        return paper
    from archive_app.readers.pdf import pictured_pages

    pictured = pictured_pages(path)
    pages = (replace(page, needs_ocr=page.needs_ocr or page.number in pictured) for page in paper.pages)
    return replace(paper, pages=tuple(pages))


def member_content(path: Path, media_type: str, member: Member) -> bytes:
    """The bytes of one member of a container that was read. Raises ReadingError where they cannot be had."""
    content: bytes = import_module(f"archive_app.readers.{_MODULES[media_type]}").content_of(path, member)
    return content


def _module_for(media_type: str) -> str:
    if media_type == "application/encrypted":
        raise limits.encrypted()
    if media_type == "application/msword":
        raise ReadingError(
            "reading", "The file is a Word document of the old kind (.doc).", "Save it as DOCX or PDF and add that."
        )
    if media_type not in _MODULES:
        raise ReadingError(
            "reading",
            "The file is of a kind that is not read here.",
            "Add it as PDF, DOCX, XLSX, CSV, HTML, text, mail, PNG, JPEG or TIFF.",
        )
    return _MODULES[media_type]

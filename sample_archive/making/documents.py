"""From papers to documents: which maker makes which form."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from making import damage, scan
from making.mail import Attachment, eml_bytes
from making.outlook import msg_bytes
from making.paper import Paper
from making.pdf_paper import pdf_bytes
from making.sheets import csv_bytes, xlsx_bytes
from making.web_page import html_bytes
from making.word_paper import docx_bytes


def _text(paper: Paper) -> bytes:
    return paper.body.lstrip("\n").encode("utf-8")


def _nothing(_: Paper) -> bytes:
    return b""


FORMS: dict[str, Callable[[Paper], bytes]] = {
    "pdf": pdf_bytes,
    "scanned pdf": scan.scanned_pdf,
    "scanned jpeg": scan.scanned_jpeg,
    "scanned png": scan.scanned_png,
    "docx": docx_bytes,
    "html": html_bytes,
    "text": _text,
    "xlsx": xlsx_bytes,
    "csv": csv_bytes,
    "encrypted pdf": damage.encrypted,
    "truncated pdf": damage.truncated,
    "noise": damage.noise,
    "empty": _nothing,
}


def document(paper: Paper, papers: dict[str, Paper]) -> bytes:
    """The bytes of one document; copies and attachments are made from the paper they name."""
    if paper.form == "copy":
        return document(papers[paper.more["of"]], papers)
    if paper.form == "eml":
        return eml_bytes(paper, _attachments(paper, papers))
    if paper.form == "msg":
        return msg_bytes(paper, _attachments(paper, papers))
    return FORMS[paper.form](paper)


def write_documents(papers: dict[str, Paper], folder: Path) -> None:
    """Every document in its place under the folder; files that no paper names any more are removed."""
    wanted = {folder / paper.file: paper for paper in papers.values() if not paper.attachment_only}
    for path, paper in wanted.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(document(paper, papers))
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_file() and path not in wanted:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()


def _attachments(paper: Paper, papers: dict[str, Paper]) -> list[Attachment]:
    named = (papers[key] for key in paper.more.get("attachments", []))
    return [(one.file.rpartition("#")[2], document(one, papers)) for one in named]

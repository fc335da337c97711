"""Files that cannot be read, or are not what their names say."""

from __future__ import annotations

import random

from reportlab.lib.pdfencrypt import StandardEncryption

from making.paper import Paper
from making.pdf_paper import pdf_bytes


def encrypted(paper: Paper) -> bytes:
    """A PDF that opens with a password only."""
    lock = StandardEncryption(paper.more["password"], ownerPassword="archivist", strength=128)
    return pdf_bytes(paper, lock)


def truncated(paper: Paper) -> bytes:
    """The first part of a PDF, cut off before the page tree, as a broken download leaves it."""
    whole = pdf_bytes(paper)
    return whole[: int(paper.more["bytes"])]


def noise(paper: Paper) -> bytes:
    """Bytes that are no document at all, after a short specimen line."""
    return paper.specimen.encode("utf-8") + b"\0" + random.Random(paper.key).randbytes(int(paper.more["bytes"]))

"""Pages that are pictures, as a table; and what helps where something is missing for reading them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Final

from archive_app.gui.language import capital, number, tr, word
from archive_app.gui.models.table import Column
from archive_app.services.reading.scans import Scan, Scans, State

#: What installs what is missing, by system; the name of a package is the same in every language.
COMMANDS: Final = {
    "linux": {
        "engine": "sudo apt install tesseract-ocr tesseract-ocr-spa",
        "spa": "sudo apt install tesseract-ocr-spa", "eng": "sudo apt install tesseract-ocr-eng",
    },
    "darwin": {
        "engine": "brew install tesseract tesseract-lang", "spa": "brew install tesseract-lang",
        "eng": "brew install tesseract-lang",
    },
    "win32": {
        "engine": "winget install UB-Mannheim.TesseractOCR", "spa": "winget install UB-Mannheim.TesseractOCR",
        "eng": "winget install UB-Mannheim.TesseractOCR",
    },
}  # fmt: skip
#: What the list can be narrowed to; "" for what wants attention.
SHOWN: Final = ("", *State)


def columns() -> Sequence[Column[Scan]]:
    return (
        Column(tr("scans.state"), lambda row: capital(word("scan_state", row.state)),
               key=lambda row: list(State).index(row.state)),
        Column(tr("scans.sure"), _sure, key=lambda row: 2.0 if row.confidence is None else row.confidence),
        Column(tr("scans.record"), lambda row: row.title),
        Column(tr("scans.page"), lambda row: number(row.page), key=lambda row: row.page),
        Column(tr("scans.engine"), lambda row: row.engine),
        Column(tr("scans.reason"), lambda row: word("unread_reason", row.reason) if row.reason else ""),
    )  # fmt: skip


def shown(scans: Scans, state: str) -> Sequence[Scan]:
    """Those of a state; "" for all that were not read, or not surely, or wait."""
    return [scan for scan in scans.pages if (scan.state is not State.READ if not state else scan.state == state)]


def counted(state: str, scans: Scans) -> str:
    if not state:
        return tr("scans.attention", number(len(shown(scans, ""))))
    return tr("scans.of_state", capital(word("scan_state", state)), number(scans.count(State(state))))


def command(lacking: Sequence[str]) -> str:
    """What installs all that is missing; "" where nothing is."""
    known = COMMANDS.get(sys.platform, COMMANDS["linux"])
    return known[lacking[0]] if lacking else ""


def advice(scans: Scans) -> str:
    """What is missing on this machine, plainly; "" where nothing is."""
    if not scans.lacking:
        return ""
    if scans.lacking[0] == "engine":
        return tr("scans.no_engine")
    missing = " + ".join(word("language_name", {"spa": "es", "eng": "en"}[one]) for one in scans.lacking)
    by_other = any(engine.name != "tesseract" for engine in scans.engines)
    return tr("scans.no_language_but" if by_other else "scans.no_language", missing)


def _sure(scan: Scan) -> str:
    return "" if scan.confidence is None else tr("keeping.percent", round(scan.confidence * 100))

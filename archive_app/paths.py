"""Where the program's own files stand: the one module that knows, for source, installed and frozen programs."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

from archive_app.errors import ConvenioError


def _root() -> Path:
    """The folder that holds resources/ and sample_archive/: beside the package, or inside the frozen bundle."""
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle:
        return Path(bundle)
    beside = Path(__file__).resolve().parent.parent
    installed = Path(sys.prefix) / "share" / "convenio"
    return installed if not (beside / "resources").is_dir() and installed.is_dir() else beside


@cache
def resources() -> Path:
    """The folder of icons, translations and what extraction knows. Raises ConvenioError where it is missing."""
    return _existing(_root() / "resources")


@cache
def specimens() -> Path:
    """The folder of the sample archive's documents."""
    return _existing(_root() / "sample_archive" / "documents")


def _existing(folder: Path) -> Path:
    if not folder.is_dir():
        raise ConvenioError(f"The program's own folder {folder} is missing; install Convenio anew.")
    return folder

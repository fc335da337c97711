"""Which engine reads pictures on this machine: Tesseract with Spanish where it is, else rapidocr, else none.

Asked by the main process, so nothing heavy is loaded here.
"""

from __future__ import annotations

import subprocess
from functools import cache
from importlib.util import find_spec
from shutil import which
from typing import NamedTuple

from archive_app.readers.ocr.seen import Engine

#: The languages of the papers, as Tesseract calls them.
LANGUAGES = ("spa", "eng")
_PATIENCE = 20.0

NO_ENGINE = "not read: no OCR"
REMEDY = (
    "Install “rapidocr” and “onnxruntime” beside Convenio (packaging/run.sh does), "
    "or Tesseract with Spanish (on Debian: tesseract-ocr tesseract-ocr-spa); then read the pages with “ocr”."
)


class Choice(NamedTuple):
    """An engine by name (``tesseract``, ``rapidocr``) with its version, what it reads, and what it lacks for that."""

    name: str
    version: str
    languages: tuple[str, ...] = ()
    advice: str | None = None

    @property
    def label(self) -> str:
        """As it is kept with each page that it read, for example ``tesseract 5.3.0 (spa+eng)``."""
        return f"{self.name} {self.version}" + (f" ({'+'.join(self.languages)})" if self.languages else "")


@cache
def chosen() -> Choice | None:
    """The engine that reads best on this machine; None where there is none."""
    program, package = tesseract(), rapid()
    if program and not program.advice:
        return program
    return package or program


@cache
def engine_for(choice: Choice) -> Engine:
    """The engine itself, loaded once in a process."""
    if choice.name == "tesseract":
        from archive_app.readers.ocr.tesseract import Tesseract

        return Tesseract(choice.languages)
    from archive_app.readers.ocr.rapid import Rapid

    return Rapid()


def rapid() -> Choice | None:
    if not all(map(find_spec, ("rapidocr", "onnxruntime", "cv2", "numpy"))):
        return None
    from importlib.metadata import PackageNotFoundError, version

    try:
        return Choice("rapidocr", version("rapidocr"))
    except PackageNotFoundError:
        return None


def tesseract() -> Choice | None:
    program = which("tesseract")
    if not program:
        return None
    held = set(_lines(program, "--list-langs"))
    languages = tuple(language for language in LANGUAGES if language in held)
    if not languages:
        return None
    told = _lines(program, "--version")
    number = told[0].split()[-1].lstrip("v") if told else ""
    missing = [language for language in LANGUAGES if language not in held]
    return Choice("tesseract", number, languages, _advice(missing) if missing else None)


def _advice(missing: list[str]) -> str:
    names = {"spa": "Spanish", "eng": "English"}
    return (
        f"Tesseract is here without its {names[missing[0]]}, whose words it will read wrong; "
        f"install tesseract-ocr-{missing[0]}, then read the pages anew with “ocr --again”."
    )


def _lines(*command: str) -> list[str]:
    """What a program prints; nothing where it cannot be run."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_PATIENCE, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return []
    return (done.stdout or done.stderr).splitlines()

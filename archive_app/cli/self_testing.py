"""self-test: what a packaged program checks of itself, so that a part left out of the package is noticed before use.

It works on papers of the sample in an archive that is gone afterwards; nothing of the person's own is touched.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import tempfile
import zipfile
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import NamedTuple

from archive_app import __version__, bootstrap, paths
from archive_app.cli.output import say, several
from archive_app.errors import ConvenioError

#: An office whose agreements the sample holds, and the folder with them.
_OFFICE, _FOLDER = "US-DOL-OSHA/austin-area", "osha-austin"
#: What was said of it in both languages: one is asked for, the other found.
_QUERY = "wage theft"
_PICTURE = ".png"
_ON = date(2016, 6, 30)
_WINDOW_SECONDS = 180


class _Ground(NamedTuple):
    """Where it is tested: a folder of papers, an archive that takes them in, and a place for what is written."""

    papers: Path
    root: Path
    written: Path


Check = Callable[[_Ground], str]


def self_test(arguments: Namespace) -> int:
    """A line for each part, with what it did; 1 where one failed."""
    say(f"Convenio {__version__}, Python {platform.python_version()}, {platform.platform(terse=True)}")
    checks = _QUICK if arguments.quick else _QUICK | _SLOW
    with _ground() as ground:
        # Each on its own: what one lacks says nothing of the next.
        sound = [_passes(name, check, ground) for name, check in checks.items()]
    say("The program is whole." if all(sound) else f"FAILED: {several(sound.count(False), 'part')} of {len(sound)}.")
    return 0 if all(sound) else 1


@contextmanager
def _ground() -> Iterator[_Ground]:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        ground = _Ground(Path(folder, "papers"), Path(folder, "archive"), Path(folder, "written"))
        ground.papers.mkdir()
        ground.written.mkdir()
        yield ground


def _passes(name: str, check: Check, ground: _Ground) -> bool:
    try:
        told, verdict = check(ground), "passed"
    except (ConvenioError, OSError, ImportError) as fault:
        told, verdict = str(fault), "FAILED"
    say(f"{name:<12} {verdict}  {told}")
    return verdict == "passed"


def _require(holds: bool, otherwise: str) -> None:
    if not holds:
        raise ConvenioError(otherwise)


def _resources(ground: _Ground) -> str:
    """All that is read as data, and the sample's papers: the least of each format, and one office's agreements."""
    files = [file for file in paths.resources().rglob("*") if file.is_file()]
    least: dict[str, Path] = {}
    held = [file for file in paths.specimens().rglob("*") if file.is_file()]
    for file in sorted(held, key=lambda one: -one.stat().st_size):
        if file.parent.name != "damaged":
            least[file.suffix] = file
    for file in {*least.values(), *(file for file in held if file.parent.name == _FOLDER)}:
        (ground.papers / file.name).write_bytes(file.read_bytes())
    _pack(ground.papers)
    _require(len(files) > 0 and len(least) > 0, "the program came without its resources")
    return f"{len(files)} files; the sample has {several(len(held), 'paper')}"


def _pack(papers: Path) -> None:
    """Mail in a mailbox and a text in a ZIP file: what holds others, which the sample does not have."""
    mails = (b"From a@example.org Mon Jan  5 10:00:00 2015\n" + b"Message-ID: <%d@example.org>\nFrom: a@example.org\n"
             b"Subject: A visit\n\nThe %d. visit.\n\n" % (number, number) for number in (1, 2))  # fmt: skip
    (papers / "letters.mbox").write_bytes(b"".join(mails))
    with zipfile.ZipFile(papers / "notes.zip", "w") as container:
        container.writestr("note.txt", "A note about the visit of the consulate.")


def _reading(ground: _Ground) -> str:
    """Every format, each file in a worker process."""
    from archive_app.services.intake import accessioning

    bootstrap.create(ground.root)
    with bootstrap.opened(ground.root, writable=True) as archive:
        intake = accessioning.add(archive, [ground.papers], inside_zip=True, ocr="never")
    _require(not intake.failures, "; ".join(f"{Path(one.file).name}: {one.cause}" for one in intake.failures))
    formats = {file.suffix for file in ground.papers.iterdir()}
    return f"{several(intake.added, 'paper')} of {len(formats)} formats: {' '.join(sorted(formats))}"


def _searching(ground: _Ground) -> str:
    from archive_app.services.search import searching

    with bootstrap.opened(ground.root) as archive:
        found = searching.search(archive, _QUERY)
    _require(found.total > 0 and bool(found.expanded), f"“{_QUERY}” was not found, or not in both languages")
    return f"“{_QUERY}” in {several(found.total, 'paper')}, as {', '.join(next(iter(found.expanded.values())))} too"


def _extracting(ground: _Ground) -> str:
    from archive_app.services.tracking import agreements

    with bootstrap.opened(ground.root) as archive:
        found = agreements.listing(archive, _ON, agency=_OFFICE)
    ends = [str(one.ends(_ON)) for one in found if one.ends(_ON)]
    _require(len(ends) > 0, f"no end was read in the {several(len(found), 'agreement')} of {_OFFICE}")
    return f"{several(len(found), 'agreement')} of {_OFFICE}, which end on {', '.join(ends)}"


def _exporting(ground: _Ground) -> str:
    """Every format there is, and a timeline as each of its pictures."""
    from archive_app.services.sharing import exporting

    with bootstrap.opened(ground.root) as archive:
        for format in exporting.FORMATS:
            exporting.export(archive, format, ground.written / f"export.{format}", _ON)
        for ending in ("svg", "png", "pdf"):
            exporting.export_timeline(archive, _OFFICE, ground.written / f"timeline.{ending}", _ON)
    empty = [file.name for file in ground.written.iterdir() if file.stat().st_size == 0]
    _require(not empty, f"nothing was written to {', '.join(empty)}")
    return f"{', '.join(exporting.FORMATS)}; a timeline as SVG, PNG and PDF"


def _verifying(ground: _Ground) -> str:
    """The index made anew by several processes, and all of the archive checked."""
    from archive_app.services.index_upkeep import indexing
    from archive_app.services.preservation import verifying

    with bootstrap.opened(ground.root, writable=True) as archive:
        indexing.reindex(archive)
        result = verifying.verify(archive)
    _require(result.sound, "the archive is not as it was written")
    return f"{several(result.checked, 'original')} sound, the index anew and in step"


def _recognising(ground: _Ground) -> str:
    """One picture read, where there is something to read it with."""
    from archive_app.services.reading import extracting
    from archive_app.services.reading.recogniser import Recogniser

    choice = Recogniser().choice
    if choice is None:
        return "left out: nothing here reads pictures (rapidocr is not in this package, Tesseract not on the system)"
    picture = next(file for file in ground.papers.iterdir() if file.suffix == _PICTURE)
    (reading,) = extracting.extract([picture], paths.resources(), jobs=1, ocr="always")
    pages = reading.paper.pages if reading.paper else ()
    unread = reading.error or next((page.unread for page in pages if page.unread), None)
    words = sum(len(page.words) for page in pages)
    _require(unread is None and words > 0, f"{choice.label}: {unread or 'no words were read'}")
    return f"{several(words, 'word')} of a picture by {choice.label}"


def _window(ground: _Ground) -> str:
    """In a process of its own: where a library of the system is missing, Qt ends the whole program."""
    environment = os.environ | {"PYTHONUNBUFFERED": "1"}
    if sys.platform == "linux" and not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        ran = subprocess.run(
            [*_this_program(), "open", "--try", str(ground.root)], env=environment, capture_output=True,
            text=True, encoding="utf-8", errors="replace", timeout=_WINDOW_SECONDS, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise ConvenioError(f"the window did not come to an end in {_WINDOW_SECONDS} s") from None
    told = ran.stderr.strip().splitlines() or [f"the window ended with exit status {ran.returncode}"]
    _require(ran.returncode == 0, told[-1] if "Traceback" in ran.stderr else " ".join(told))
    return ran.stdout.strip()


def _this_program() -> list[str]:
    """The words that start the program which is running."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "archive_app"]


_QUICK: dict[str, Check] = {
    "resources": _resources, "reading": _reading, "searching": _searching, "extracting": _extracting,
    "exporting": _exporting, "verifying": _verifying,
}  # fmt: skip
_SLOW: dict[str, Check] = {"recognising": _recognising, "window": _window}

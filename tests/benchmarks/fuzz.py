"""Mutated files of every format taken in by the thousand: ``fuzz.py [FILES] [--seed N]``.

Bits are flipped, ends cut off, pieces of one file put into another. The program must neither crash nor hang over its
limit; every file must have its fate, none with a traceback. Exits with 1 for anything else.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from tests import builders  # noqa: E402
from tests.ole_files import make_msg  # noqa: E402

#: What a failure must never tell of: errors of ours that were not foreseen, and limits that were not enough.
UNFORESEEN = ("was not foreseen", "Traceback")
TEXT = "The area office and the consulate agree on trenches, ladders and shade. " * 30


def make_whole(folder: Path) -> list[Path]:
    """A sound file of each format."""
    folder.mkdir()
    mails = [builders.make_mail(folder / f"{n}.eml", TEXT, html=f"<p>{TEXT}</p>", From_="a@b.example",
                                To="c@d.example", Subject=f"Trenches {n}", Message_ID=f"<{n}@b.example>",
                                attachments={"note.txt": f"Note {n}".encode()}) for n in range(2)]  # fmt: skip
    rows = [["Party", "Date"], ["OSHA", "2014-09-03"], ["Consulate", "2015"]]
    return [
        *mails,
        builders.make_pdf(folder / "a.pdf", TEXT, TEXT),
        builders.two_column_pdf(folder / "b.pdf", TEXT, TEXT, title="Convenio"),
        builders.table_pdf(folder / "c.pdf", rows),
        builders.make_docx(folder / "a.docx", TEXT, rows, header="Head", footer="Foot"),
        builders.make_xlsx(folder / "a.xlsx", {"One": rows, "Two": rows}),
        builders.make_html(folder / "a.html", f"<main><p>{TEXT}</p><table><tr><td>1</td></tr></table></main>"),
        builders.make_image(folder / "a.png", "Words", size=(90, 120)),
        builders.make_image(folder / "a.jpg", "Words", size=(90, 120)),
        builders.make_image(folder / "a.tif", "Words", "More", size=(90, 120)),
        builders.make_mbox(folder / "a.mbox", *mails),
        builders.make_zip(folder / "a.zip", {"n.txt": TEXT.encode(), "m.eml": mails[0].read_bytes()}),
        make_msg(folder / "a.msg", TEXT, subject="S", attachments={"a.txt": b"b" * 90}),
        _written(folder / "a.txt", TEXT),
        _written(folder / "a.md", f"---\ntitle: Trenches\n---\n{TEXT}"),
        _written(folder / "a.csv", "party;date\nOSHA;2014\n" * 20),
    ]


def _written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def flip(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Some bits changed."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 3, 10, 60))):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def cut(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """The end, or a piece of the middle, left out."""
    at = chance.randrange(1, len(data))
    return data[:at] if chance.random() < 0.5 else data[:at] + data[chance.randrange(at, len(data)) :]


def splice(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """A piece of another file, of another format perhaps, in the place of a piece of this one."""
    at, start = chance.randrange(len(data)), chance.randrange(len(other))
    piece = other[start : start + chance.randrange(1, 4000)]
    return data[:at] + piece + data[at + chance.choice((0, len(piece))) :]


def stretch(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Numbers made as large as they can be."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 4))):
        at = chance.randrange(len(changed))
        changed[at : at + 4] = b"\xff\xff\xff\x7f" if chance.random() < 0.5 else b"9999"
    return bytes(changed)


MUTATIONS: tuple[Callable[[bytes, bytes, random.Random], bytes], ...] = (flip, cut, splice, stretch)


def make_mutants(folder: Path, whole: list[Path], count: int, chance: random.Random) -> None:
    """So many mutants, each of the formats in turn."""
    folder.mkdir()
    sound = [(path.suffix, path.read_bytes()) for path in whole]
    for number in range(count):
        ending, data = sound[number % len(sound)]
        mutated = chance.choice(MUTATIONS)(data, chance.choice(sound)[1], chance)
        (folder / f"{number:05}{ending}").write_bytes(mutated)


def take_in(folder: Path, archive: Path, jobs: int) -> tuple[dict[str, Any], str, float]:
    """Adds a folder to a new archive as a person would; what was told, what else was said, and the seconds."""
    main = [sys.executable, str(ROOT / "main.py")]
    subprocess.run([*main, "new", str(archive), "--quiet"], check=True, capture_output=True)
    begun = time.perf_counter()
    command = [*main, "add", str(archive), str(folder), "--inside-zip", "--ocr", "never", "--json", "--jobs", str(jobs)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(f"the program ended with {done.returncode}: {done.stderr[-2000:]}")
    return json.loads(done.stdout), done.stderr, time.perf_counter() - begun


def faults(told: dict[str, Any], said: str) -> list[str]:
    """What should not be: a traceback, an error that was not foreseen, a sum that does not hold."""
    found = [f"{f['file']}: {f['cause']}" for f in told["failures"] if any(sign in f["cause"] for sign in UNFORESEEN)]
    if "Traceback" in said:
        found.append(f"a traceback: {said[-2000:]}")
    if told["found"] != told["added"] + told["duplicates"] + told["skipped"] + told["failed"]:
        found.append(f"the sum does not hold: {told['found']} found")
    return found


def not_whole(archive: Path) -> list[str]:
    """What the program itself finds wrong with the archive."""
    command = [sys.executable, str(ROOT / "main.py"), "verify", str(archive), "--json"]
    check = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    return [f"the archive is not sound: {check.stdout[:2000]} {check.stderr[-2000:]}"] if check.returncode else []


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=int, nargs="?", default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", type=Path, help="make the mutants there, and leave them")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = arguments.keep or Path(place, "mutants")
        make_mutants(folder, make_whole(Path(place, "whole")), arguments.files, random.Random(arguments.seed))
        told, said, seconds = take_in(folder, Path(place, "archive"), arguments.jobs)
        wrong = faults(told, said) + not_whole(Path(place, "archive"))
    sums = " + ".join(f"{told[name]} {name}" for name in ("added", "duplicates", "skipped", "failed"))
    print(f"{told['found']} found = {sums}; {seconds:.0f} s, {1000 * seconds / told['found']:.0f} ms a file")
    for cause, number in Counter(failure["cause"] for failure in told["failures"]).most_common(12):
        print(f"  {number:>5}  {cause}")
    for fault in wrong:
        print(f"FAULT {fault}", file=sys.stderr)
    print(f"{len(wrong)} faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

"""How long a folder of papers takes to be searchable and described, and how much memory: ``intake.py FOLDER``.

``intake.py --make N`` makes N mixed files (text, mail, PDF, office files, web pages) and takes those; ``--of mail`` and
``--of office`` make these alone. ``intake.py FOLDER --pdfs N`` takes the folder's PDFs and as many copies of them, each
of other bytes, as come to N. Where recollindex and pdftotext are on the PATH, the same files are read with them too,
and the times are told as ratios.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from tests import builders  # noqa: E402

MAIN = [sys.executable, str(ROOT / "main.py")]


class Memory(threading.Thread):
    """The most resident memory, in bytes, that a process and all below it held at one time; Linux only."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid, self.most, self.most_of_parent = pid, 0, 0
        self.over_time: list[int] = []

    def run(self) -> None:
        while Path(f"/proc/{self.pid}").exists():
            held = [_resident(pid) for pid in _family(self.pid)]
            self.most = max(self.most, sum(held))
            self.most_of_parent = max(self.most_of_parent, held[0])
            self.over_time.append(sum(held))
            time.sleep(0.05)


def _family(pid: int) -> list[int]:
    family = [pid]
    for member in family:
        for children in Path(f"/proc/{member}/task").glob("*/children"):
            try:
                family += map(int, children.read_text().split())
            except OSError:
                continue
    return family


def _resident(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


def convenio(folder: Path, jobs: int, place: Path) -> float:
    """Adds the folder to a new archive and prints what it took; returns the seconds until all was searchable."""
    archive = place / "archive"
    subprocess.run([*MAIN, "new", str(archive)], check=True, stdout=subprocess.DEVNULL)
    command = [*MAIN, "add", str(archive), str(folder), "--jobs", str(jobs), "--ocr", "never", "--json",
               "--quiet"]  # fmt: skip
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        memory = Memory(process.pid)
        memory.start()
        out, _ = process.communicate()
    told = json.loads(out)
    print(f"convenio: {told['found']} found, {told['added']} added, {told['failed']} failed")
    print(f"  searchable {told['searchable_seconds']} s, described {told['seconds']} s")
    print(f"  memory at most {memory.most >> 20} MB in all, {memory.most_of_parent >> 20} MB in the parent")
    print(f"  memory at most in each fifth of the time: {', '.join(map(str, _fifths(memory.over_time)))} MB")
    pages = _pages(archive)
    print(f"  {pages} pages: {pages / told['searchable_seconds']:.0f} a second to searchable, "
          f"{pages / told['seconds']:.0f} to described")  # fmt: skip
    return float(told["searchable_seconds"])


def _fifths(over_time: list[int]) -> list[int]:
    """The most memory in each fifth of the time, in MB: it must not grow from one to the next."""
    step = max(1, -(-len(over_time) // 5))
    return [max(over_time[at : at + step]) >> 20 for at in range(0, len(over_time), step)]


def _pages(archive: Path) -> int:
    listed = subprocess.run([*MAIN, "list", str(archive), "--json"], check=True, capture_output=True)
    return sum(record["pages"] for record in json.loads(listed.stdout))


def pdftotext(folder: Path) -> float | None:
    """Seconds that pdftotext takes for the PDFs alone, one after the other; None where it is not installed."""
    program, papers = shutil.which("pdftotext"), sorted(folder.rglob("*.pdf"))
    if program is None or not papers:
        return None
    start = time.perf_counter()
    for paper in papers:
        subprocess.run([program, str(paper), os.devnull], check=False, capture_output=True)
    return time.perf_counter() - start


def copied(folder: Path, papers: Path, count: int) -> Path:
    """So many PDFs: those there are, and again and again with a remark at their end."""
    folder.mkdir()
    held = sorted(papers.rglob("*.pdf"))
    for number in range(count):
        remark = f"\n% copy {number}\n".encode() if number >= len(held) else b""
        (folder / f"{number:05}.pdf").write_bytes(held[number % len(held)].read_bytes() + remark)
    return folder


#: Which of the kinds in ``_make_one`` are made, by what was asked for.
_OF = {"mixed": range(20), "mail": range(5, 9), "office": range(9, 11)}


def make_mixed(folder: Path, count: int, of: str = "mixed") -> Path:
    """So many files, each with words of its own; every seventh mail has an attachment.

    Where only mails are wanted a fifth of them lies in mailboxes.
    """
    folder.mkdir()
    chance = random.Random(1)
    words = ["".join(chance.choices("abcdefghilmnoprstuv", k=chance.randint(3, 10))) for _ in range(4000)]
    for number in range(count):
        text = f"Memorandum {number} between the area office and the consulate. " + " ".join(
            chance.choices(words, k=chance.randint(80, 500))
        )
        _make_one(folder / f"{number % 100:02}", number, text, _OF[of][number % len(_OF[of])])
    if of == "mail":
        _boxed(sorted(folder.rglob("*.eml"))[::5], folder)
    return folder


def _boxed(mails: list[Path], folder: Path) -> None:
    """Mails put together, fifty in a mailbox."""
    for start in range(0, len(mails), 50):
        builders.make_mbox(folder / f"box {start:05}.mbox", *mails[start : start + 50])
    for mail in mails:
        mail.unlink()


def _make_one(folder: Path, number: int, text: str, kind: int) -> None:
    folder.mkdir(exist_ok=True)
    path = folder / f"paper {number:06}"
    match kind:
        case 0 | 1 | 2 | 3 | 4:
            builders.make_pdf(path.with_suffix(".pdf"), text, text[::-1])
        case 5 | 6 | 7 | 8:
            builders.make_mail(path.with_suffix(".eml"), text, From_="a@b.example", To="c@d.example",
                               Subject=text[:30], Message_ID=f"<{number}@b.example>",
                               attachments={"note.txt": text[99:].encode()} if number % 7 == 0 else None)  # fmt: skip
        case 9:
            builders.make_docx(path.with_suffix(".docx"), text, [["Party", "Count"], [text[:9], str(number)]])
        case 10:
            rows = [[word, number] for word in text.split()[:60]]
            builders.make_xlsx(path.with_suffix(".xlsx"), {"Counts": rows})
        case 11 | 12:
            builders.make_html(path.with_suffix(".html"), f"<h1>Paper {number}</h1><p>{text}</p>")
        case _:
            path.with_suffix(".txt").write_text(text, encoding="utf-8")


def recoll(folder: Path, place: Path) -> float | None:
    """Seconds that recollindex takes for the same folder; None where it is not installed."""
    program = shutil.which("recollindex")
    if program is None:
        return None
    (place / "recoll").mkdir()
    (place / "recoll" / "recoll.conf").write_text(f"topdirs = {folder.resolve()}\n", encoding="utf-8")
    start = time.perf_counter()
    subprocess.run([program, "-c", str(place / "recoll"), "-z"], check=True, capture_output=True)
    return time.perf_counter() - start


def _papers(arguments: argparse.Namespace, made: Path) -> Path | None:
    if arguments.make:
        return make_mixed(made, arguments.make, arguments.of)
    if arguments.folder and arguments.pdfs:
        return copied(made, arguments.folder, arguments.pdfs)
    named: Path | None = arguments.folder
    return named


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--make", type=int, metavar="N", help="make so many mixed files, and take those")
    parser.add_argument("--of", choices=tuple(_OF), default="mixed")
    parser.add_argument("--pdfs", type=int, metavar="N", help="the folder's PDFs, and copies until there are so many")
    parser.add_argument("--jobs", type=int, default=2)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = _papers(arguments, Path(place, "papers"))
        if folder is None:
            parser.error("name a folder, or make one with --make")
        ours = convenio(folder, arguments.jobs, Path(place))
        peers = {"recollindex": recoll(folder, Path(place)), "pdftotext": pdftotext(folder)}
    for name, theirs in peers.items():
        if theirs is None:
            print(f"{name} is not on the PATH, or finds nothing to read: nothing to compare with")
        else:
            print(f"{name}: {theirs:.1f} s; ours takes {ours / theirs:.2f} of it to searchable")


if __name__ == "__main__":
    main()

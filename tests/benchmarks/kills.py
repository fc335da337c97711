"""A program that is killed at random points while it takes papers in and a person corrects: ``kills.py [RUNS]``.

After each kill the archive is opened, verified and finished: nothing that was committed may be lost, nothing be there
twice, no file of the store be without a record or cut short. Prints what the runs found; exits with 1 for any fault.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from archive_app import bootstrap  # noqa: E402
from archive_app.domain.record import Work  # noqa: E402
from archive_app.errors import UsageError  # noqa: E402
from archive_app.services.archive import Archive  # noqa: E402
from archive_app.services.description import describing  # noqa: E402
from archive_app.services.intake import accessioning  # noqa: E402
from archive_app.services.preservation.verifying import verify  # noqa: E402
from archive_app.services.reading.backlog import work_off  # noqa: E402
from archive_app.services.search import searching  # noqa: E402
from tests import builders  # noqa: E402

NOTES, LETTERS = 10, 4


@dataclass
class Found:
    """What was wrong after one kill; ``committed`` counts records that were there right after it."""

    committed: int
    corrected: int
    faults: list[str] = field(default_factory=list)


def make_papers(folder: Path) -> Counter[str]:
    """Notes, letters with attachments, and a mailbox of them; gives how many records of each name they come to."""
    folder.mkdir()
    for number in range(NOTES):
        (folder / f"note {number:02}.txt").write_text(f"A note on ladder{number}. " * 40, encoding="utf-8")
    mails = []
    for number in range(2 * LETTERS):
        mails.append(
            builders.make_mail(
                folder / f"letter {number:02}.eml", f"Roof{number} again.", From_="a@b.example", To="c@d.example",
                Subject=f"Roof {number}", attachments={f"count {number:02}.txt": f"Forty roofers {number}.".encode()},
            )
        )  # fmt: skip
    builders.make_mbox(folder / "Inbox", *mails[LETTERS:])
    for boxed in mails[LETTERS:]:
        boxed.unlink()
    plain = [path.name for path in folder.iterdir()]
    inside = [f"Roof {number}.eml" for number in range(LETTERS, 2 * LETTERS)]
    return Counter(plain + inside + [f"count {number:02}.txt" for number in range(2 * LETTERS)])


class Journal:
    """What the program that will be killed says it has done, a line each, as soon as it is done."""

    def __init__(self, path: Path) -> None:
        self._stream = path.open("a", encoding="utf-8")
        self._lock = threading.Lock()

    def say(self, *words: object) -> None:
        with self._lock:
            print(*words, file=self._stream, flush=True)


def take_in(root: Path, papers: Path, journal: Path, jobs: int) -> None:
    """What is killed: adds the papers, while another thread corrects what is there again and again."""
    said, over = Journal(journal), threading.Event()
    with bootstrap.opened(root, writable=True) as archive:
        person = threading.Thread(target=_correct, args=(archive, said, over), daemon=True)
        person.start()
        said.say("ready")
        accessioning.go_on(archive, jobs=jobs)
        accessioning.add(archive, [papers], jobs=jobs)
        said.say("done")
        over.set()
        person.join()


def _correct(archive: Archive, said: Journal, over: threading.Event) -> None:
    chance, number = random.Random(), 0
    while not over.is_set():
        held = archive.catalogue.records.all()
        if not held:
            time.sleep(0.005)
            continue
        id, number = chance.choice(held).id, number + 1
        try:
            describing.correct(archive, id, "title", f"Title {number}")
        except UsageError:
            continue
        said.say("corrected", id, number)


def kill_once(folder: Path, seconds: float, jobs: int) -> tuple[bool, Found]:
    """Begins, kills after so many seconds, and looks at what is left; also whether it had finished before."""
    names = make_papers(folder / "papers")
    root, journal = folder / "archive", folder / "journal"
    bootstrap.create(root)
    journal.touch()
    command = [sys.executable, str(Path(__file__).resolve()), "--child", str(root), str(folder / "papers"),
               str(journal), str(jobs)]  # fmt: skip
    with subprocess.Popen(command, cwd=ROOT) as process:
        while "ready" not in journal.read_text(encoding="utf-8") and process.poll() is None:
            time.sleep(0.002)
        time.sleep(seconds)
        process.kill()
    lines = [line.split() for line in journal.read_text(encoding="utf-8").splitlines()]
    return ["done"] in lines, _look(root, folder / "papers", names, lines)


def _look(root: Path, papers: Path, names: Counter[str], said: list[list[str]]) -> Found:
    with bootstrap.opened(root, writable=True) as archive:
        found = Found(archive.catalogue.records.count(), sum(line[0] == "corrected" for line in said))
        _check_sound(archive, found, "after the kill")
        _check_corrections(archive, found, said)
        accessioning.go_on(archive, jobs=0)
        accessioning.add(archive, [papers], jobs=0)
        work_off(archive, jobs=0)
        _check_sound(archive, found, "after finishing")
        _check_corrections(archive, found, said)
        held = Counter(record.filename for record in archive.catalogue.records.all())
        if held != names:
            found.faults.append(f"lost {dict(names - held)}, too many {dict(held - names)}")
        waiting = {str(work): archive.catalogue.queue.count(work) for work in Work}
        if any(waiting.values()):
            found.faults.append(f"still waiting: {waiting}")
        if searching.search(archive, "forty").total != 2 * LETTERS:
            found.faults.append("not all attachments are found by their words")
    return found


def _check_sound(archive: Archive, found: Found, when: str) -> None:
    checked = verify(archive)
    if not checked.sound:
        found.faults.append(f"{when}: {checked.as_json()}")
    found.faults += [f"{when}: {fault}" for fault in archive.catalogue.faults()]
    stored = [path for path in (archive.root / "originals").rglob("*") if path.is_file()]
    if len(stored) != archive.catalogue.records.count() or archive.originals.unsettled:
        found.faults.append(f"{when}: {len(stored)} originals for {archive.catalogue.records.count()} records")


def _check_corrections(archive: Archive, found: Found, said: list[list[str]]) -> None:
    """A title is the last that was told of as done, or one that was done and not told of any more."""
    last = {id: int(number) for what, id, number in (line for line in said if len(line) == 3) if what == "corrected"}
    for id, number in last.items():
        titles = [fact.value for fact in archive.catalogue.facts.of(id) if fact.field == "title" and fact.by]
        if len(titles) != 1 or int(str(titles[0]).split()[1]) < number:
            found.faults.append(f"{id}: title {number} was told of, {titles} is kept")


def run(runs: int, chance: random.Random) -> list[Found]:
    """So many kills, spread over what an intake takes from its beginning to its end."""
    results: list[Found] = []
    longest = {0: 2.0, 2: 5.0}
    for number in range(runs):
        jobs = 2 * (number % 2)
        with tempfile.TemporaryDirectory() as folder:
            finished, found = kill_once(Path(folder), chance.uniform(0, longest[jobs]), jobs)
        # The span in which to kill follows how fast this machine is.
        longest[jobs] *= 0.8 if finished else 1.1
        results.append(found)
        for fault in found.faults:
            print(f"run {number}: {fault}", file=sys.stderr)
    return results


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("runs", type=int, nargs="?", default=200)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    results = run(arguments.runs, random.Random(arguments.seed))
    whole = sum(not found.faults for found in results)
    held = sorted(found.committed for found in results)
    print(f"{whole} of {len(results)} kills left a whole archive; records held at the kill: "
          f"{held[0]} to {held[-1]}, {len(set(held))} different counts; "
          f"{sum(found.corrected for found in results)} corrections told of")  # fmt: skip
    return 0 if whole == len(results) else 1


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        take_in(Path(sys.argv[2]), Path(sys.argv[3]), Path(sys.argv[4]), int(sys.argv[5]))
    else:
        sys.exit(main())

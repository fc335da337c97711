"""What the world does to an archive, done to it for real: ``faults.py [WORDS]``, as root on Linux.

Disks are mounted and filled, made read-only and taken away, a network folder stalls, programs meet. A line for each
fault gives what the program said; the archive is verified after each, and what could not be done is done again once
the fault is over. With WORDS, only faults that have them in their names. Exits with 1 where anything is not as it
should be: a traceback, more than one sentence, sums that do not hold, an archive that is not whole or not complete.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from tests import builders  # noqa: E402

MAIN = [sys.executable, str(ROOT / "main.py")]
NOBODY = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
PAPERS = 40
_COUNTS = ("added", "duplicates", "skipped", "failed")
#: Adds in one process: an interpreter that is root's own cannot be started anew by another.
ADDED = """
import json, pathlib, sys
sys.path.insert(0, sys.argv[1])
from archive_app import bootstrap
from archive_app.services import accessioning
with bootstrap.opened(pathlib.Path(sys.argv[2]), writable=True) as archive:
    print(json.dumps(accessioning.add(archive, [pathlib.Path(sys.argv[3])], jobs=0).as_json()))
"""
Fault = Callable[["Place"], None]


@dataclass
class Place:
    """Where a fault happens: a folder for its disks, the papers, and what was found wrong."""

    folder: Path
    papers: Path
    faults: list[str] = field(default_factory=list)

    @property
    def archive(self) -> Path:
        return self.folder / "disk" / "archive"

    def say(self, what: str, told: str) -> None:
        print(f"  {what}: {told}", flush=True)

    def expect(self, right: bool, otherwise: str) -> None:
        if not right:
            self.faults.append(otherwise)
            print(f"  FAULT {otherwise}", flush=True)


@dataclass(frozen=True)
class Ran:
    """How a command ended."""

    status: int
    out: str
    err: str

    @property
    def sentence(self) -> str:
        return self.err.strip() or "(nothing)"


def run(*words: object, before: list[str] | None = None) -> Ran:
    done = subprocess.run([*(before or []), *MAIN, *map(str, words)], capture_output=True, text=True, check=False,
                          encoding="utf-8", cwd="/", env=os.environ | {"HOME": "/tmp"})  # fmt: skip
    return Ran(done.returncode, done.stdout, done.stderr)


@contextmanager
def begun(*words: object) -> Iterator[subprocess.Popen[str]]:
    """A command under way; it is over when the block is left."""
    with subprocess.Popen([*MAIN, *map(str, words)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                          encoding="utf-8", cwd="/") as process:  # fmt: skip
        try:
            yield process
        finally:
            process.kill()


def ended(process: subprocess.Popen[str], seconds: float = 300) -> Ran:
    out, err = process.communicate(timeout=seconds)
    return Ran(process.returncode, out, err)


def until(condition: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise SystemExit("what a fault waits for does not come")
        time.sleep(0.005)


def mount(*words: object) -> None:
    subprocess.run(["mount", *map(str, words)], check=True)


def unmount(place: Path) -> None:
    subprocess.run(["umount", "-l", str(place)], check=False, capture_output=True)


@contextmanager
def memory_disk(place: Path, megabytes: int) -> Iterator[Path]:
    """A disk of so many megabytes."""
    place.mkdir(exist_ok=True)
    mount("-t", "tmpfs", "-o", f"size={megabytes}m", "none", place)
    try:
        yield place
    finally:
        unmount(place)


@contextmanager
def stick(place: Path, megabytes: int = 64) -> Iterator[tuple[Path, Path]]:
    """A disk that keeps what is on it while it is away, and its image, by which it is put back."""
    place.mkdir(exist_ok=True)
    image = place.with_suffix(".img")
    with image.open("wb") as stream:
        stream.truncate(megabytes << 20)
    subprocess.run(["mkfs.ext4", "-q", "-F", str(image)], check=True)
    mount("-o", "loop,errors=remount-ro", image, place)
    try:
        yield place, image
    finally:
        unmount(place)


def gone(image: Path) -> None:
    """Waits until nobody has an unmounted disk in use any more."""
    until(lambda: str(image) not in subprocess.run(["losetup", "-a"], capture_output=True, text=True).stdout)


def fail(disk: Path) -> None:
    """Has the kernel see an error of the disk, upon which it lets nothing be written there any more."""
    (source,) = subprocess.run(["findmnt", "-no", "SOURCE", disk], capture_output=True, text=True).stdout.split()
    Path("/sys/fs/ext4", Path(source).name, "trigger_fs_error").write_text("a fault on purpose")


@contextmanager
def network(place: Path, folder: Path) -> Iterator[subprocess.Popen[str]]:
    """The folder as a network serves it, and the process that does."""
    place.mkdir(exist_ok=True)
    server = [sys.executable, str(Path(__file__).with_name("network_folder.py")), str(folder), str(place)]
    with subprocess.Popen(server, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline().startswith("mounted")
        try:
            yield process
        finally:
            process.kill()
            unmount(place)


def fill(disk: Path) -> Path:
    """Takes all room that is left."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as stream:
        for size in (1 << 20, 4096, 1):
            try:
                while True:
                    stream.write(bytes(size))
            except OSError:
                continue
    return filler


def make_papers(folder: Path) -> Path:
    (folder / "sub").mkdir(parents=True)
    for number in range(PAPERS):
        inside = folder / "sub" if number % 2 else folder
        builders.make_pdf(inside / f"{number:02}.pdf", *[f"Paper {number} on roofs and ladders{number}. " * 60] * 6)
    return folder


# What must hold each time ----------------------------------------------------------------------------------------


def told(place: Place, what: str, ran: Ran, *, fails: bool = True) -> None:
    """One sentence and no more, or nothing where all went well."""
    sentence = ran.err.strip()
    place.say(what, f"({ran.status}) {ran.sentence if fails else _short(ran)}")
    place.expect("Traceback" not in ran.out + ran.err, f"{what}: a traceback\n{ran.err[-3000:]}")
    place.expect(ran.status != 0 if fails else ran.status == 0, f"{what}: ended with {ran.status} {ran.err}")
    place.expect(len(sentence.splitlines()) == int(fails), f"{what}: not one sentence: {sentence[:500]}")
    if ran.out.startswith("{"):
        sums(place, what, json.loads(ran.out))


def _short(ran: Ran) -> str:
    return re.sub(r"\s+", " ", ran.out)[:110] or "done"


def sums(place: Place, what: str, intake: dict[str, Any]) -> None:
    if "found" in intake:
        told_as = " + ".join(f"{intake[name]} {name}" for name in _COUNTS)
        place.say(what, f"{intake['found']} found = {told_as}")
        place.expect(intake["found"] == sum(intake[name] for name in _COUNTS), f"{what}: the sum does not hold")


def whole(place: Place, papers: Path | None = None) -> None:
    """The archive is whole now, and after the rest was taken in it is whole and complete."""
    for when in ("right after", "when finished"):
        check = run("verify", place.archive, "--json", "--quiet")
        sound = check.status == 0 and json.loads(check.out)["sound"]
        place.expect(sound, f"not whole {when}: {check.out[:1500]} {check.err[-1500:]}")
        if when == "right after":
            added = run("add", place.archive, papers or place.papers, "--json", "--quiet")
            sums(place, "again", json.loads(added.out))
    held = json.loads(run("list", place.archive, "--json").out)
    place.expect(len(held) == PAPERS, f"{len(held)} records of {PAPERS} papers")
    found = json.loads(run("search", place.archive, "roofs", "--json").out)["total"]
    place.expect(found == PAPERS, f"{found} records are found of {PAPERS}")
    place.say("afterwards", f"whole, {len(held)} records, {found} found")


def new(place: Place, *, with_papers: bool = False) -> None:
    made = run("new", place.archive)
    place.expect(made.status == 0, f"no archive: {made.err}")
    if with_papers:
        place.expect(run("add", place.archive, place.papers, "--quiet").status == 0, "no papers")


def arrived(place: Place) -> int:
    """How many originals the archive holds."""
    try:
        return sum(1 for name in ("originals", "arriving") for path in (place.archive / name).rglob("*.pdf"))
    except OSError:
        return 0


def settled(place: Place) -> int:
    return sum(1 for path in (place.archive / "originals").rglob("*.pdf"))


# A full disk -----------------------------------------------------------------------------------------------------


def full_while_originals_are_kept(place: Place) -> None:
    with memory_disk(place.folder / "disk", 4) as disk:
        new(place)
        with begun("add", place.archive, place.papers, "--json", "--quiet") as adding:
            until(lambda: settled(place) >= 5)
            filler = fill(disk)
            told(place, "add", ended(adding))
        told(place, "search", run("search", place.archive, "roofs"), fails=False)
        filler.unlink()
        mount("-o", "remount,size=64m", disk)
        whole(place)


def full_while_the_index_is_written(place: Place) -> None:
    with memory_disk(place.folder / "disk", 64) as disk:
        new(place)
        with begun("add", place.archive, place.papers, "--json", "--quiet") as adding:
            until(lambda: settled(place) >= PAPERS - 1)
            filler = fill(disk)
            told(place, "add", ended(adding))
        filler.unlink()
        whole(place)


def full_while_papers_are_described(place: Place) -> None:
    with memory_disk(place.folder / "disk", 64) as disk:
        new(place)
        with begun("add", place.archive, place.papers, "--json") as adding:
            assert adding.stderr
            until(lambda: "reading" in str(adding.stderr and adding.stderr.readline()))
            filler = fill(disk)
            ran = ended(adding)
            told(place, "add", Ran(ran.status, ran.out, re.sub(r"(?m)^\w+: \d+\n", "", ran.err)))
        filler.unlink()
        whole(place)


def full_when_a_person_works(place: Place) -> None:
    with memory_disk(place.folder / "disk", 64) as disk:
        new(place, with_papers=True)
        filler = fill(disk)
        told(place, "set", run("set", place.archive, "R00001", "title", "Roofs" * 2000))
        told(place, "reindex", run("reindex", place.archive, "--quiet"))
        told(place, "backup", run("backup", place.archive))
        told(place, "new", run("new", disk / "another"))
        told(place, "search", run("search", place.archive, "roofs"), fails=False)
        told(place, "verify", run("verify", place.archive, "--quiet"), fails=False)
        filler.unlink()
        whole(place)


def full_where_it_is_written_to(place: Place) -> None:
    (place.folder / "disk").mkdir()
    new(place, with_papers=True)
    with memory_disk(place.folder / "target", 1) as disk:
        fill(disk)
        for name in ("all.xlsx", "all.csv", "all.json", "all.html", "all.atom-csv", "all.ead3", "bag.bagit"):
            told(place, f"export {name}", run("export", place.archive, name.split(".")[1], disk / name))
        told(place, "timeline", run("timeline", place.archive, "--agency", "US-DOL-OSHA", "-o", disk / "t.pdf"))
        told(place, "backup --to", run("backup", place.archive, "--to", disk))
        left = [path.name for path in disk.rglob("*") if path.is_file() and path.name != "filler"]
        place.expect(not left, f"half written files are left: {left}")
    run("backup", place.archive, "--to", place.folder)
    whole(place)


# Nothing may be written ------------------------------------------------------------------------------------------


def a_disk_that_becomes_read_only(place: Place) -> None:
    with stick(place.folder / "disk") as (disk, image):
        new(place)
        with begun("add", place.archive, place.papers, "--json", "--quiet") as adding:
            until(lambda: settled(place) >= 5)
            fail(disk)
            told(place, "add", ended(adding))
        told(place, "add once more", run("add", place.archive, place.papers, "--quiet"))
        told(place, "set", run("set", place.archive, "R00001", "title", "Roofs"))
        told(place, "search", run("search", place.archive, "roofs"), fails=False)
        told(place, "verify", run("verify", place.archive, "--quiet"), fails=False)
        told(place, "export there", run("export", place.archive, "csv", disk / "all.csv"))
        unmount(disk)
        gone(image)
        subprocess.run(["e2fsck", "-fy", str(image)], check=False, capture_output=True)
        mount("-o", "loop", image, disk)
        whole(place)


def what_another_person_owns(place: Place) -> None:
    (place.folder / "disk").mkdir()
    new(place, with_papers=True)
    own = place.folder / "own"
    own.mkdir()
    os.chown(own, 65534, 65534)
    for what, words in (
        ("add", ("add", place.archive, place.papers, "--quiet")),
        ("set", ("set", place.archive, "R00001", "title", "Roofs")),
        ("new", ("new", place.folder / "another")),
        ("export", ("export", place.archive, "csv", place.folder / "all.csv")),
        ("bag", ("export", place.archive, "bagit", place.folder / "bag")),
        ("backup", ("backup", place.archive, "--to", place.folder)),
    ):
        told(place, what, run(*words, before=NOBODY))
    told(place, "search", run("search", place.archive, "roofs", before=NOBODY), fails=False)
    told(place, "verify", run("verify", place.archive, "--quiet", before=NOBODY), fails=False)
    told(place, "export to an own folder", run("export", place.archive, "csv", own / "all.csv", before=NOBODY),
         fails=False)  # fmt: skip
    whole(place)


def papers_that_may_not_be_read(place: Place) -> None:
    disk = place.folder / "disk"
    disk.mkdir()
    os.chown(disk, 65534, 65534)
    place.expect(run("new", place.archive, before=NOBODY).status == 0, "no archive")
    closed = [place.papers / "00.pdf", place.papers / "02.pdf", place.papers / "sub"]
    for path in closed:
        path.chmod(0)
    program = [*NOBODY, sys.executable, "-c", ADDED, str(ROOT), str(place.archive), str(place.papers)]
    ran = subprocess.run(program, capture_output=True, text=True, check=False, cwd="/")
    place.expect(not ran.stderr, f"add: {ran.stderr}")
    for path in closed:
        path.chmod(0o755)
    intake = json.loads(ran.stdout)
    sums(place, "add", intake)
    place.say("add", "; ".join(failure["cause"] for failure in intake["failures"]))
    place.say("add", "; ".join(skip["reason"] for skip in intake["skips"]))
    place.expect((intake["failed"], intake["skipped"]) == (2, 1), "not the three that are closed")
    whole(place)


# A disk that is taken away ---------------------------------------------------------------------------------------


def the_disk_of_the_papers_goes(place: Place) -> None:
    (place.folder / "disk").mkdir()
    new(place)
    with stick(place.folder / "source") as (disk, image):
        subprocess.run(["cp", "-r", str(place.papers), str(disk / "papers")], check=True)
        with begun("add", place.archive, disk / "papers", "--json", "--quiet") as adding:
            until(lambda: settled(place) >= 3)
            unmount(disk)
            told(place, "add", ended(adding))
        told(place, "add once more", run("add", place.archive, disk / "papers", "--quiet"))
        mount("-o", "loop", image, disk)
        whole(place, disk / "papers")


def the_mounted_folder_itself_goes(place: Place) -> None:
    (place.folder / "disk").mkdir()
    new(place)
    with stick(place.folder / "source") as (disk, image):
        subprocess.run(f"cp -r {place.papers}/* {disk}", shell=True, check=True)
        with begun("add", place.archive, disk, "--json", "--quiet") as adding:
            until(lambda: settled(place) >= 3)
            unmount(disk)
            told(place, "add", ended(adding))
        mount("-o", "loop", image, disk)
        whole(place, disk)


def the_disk_of_linked_files_goes(place: Place) -> None:
    (place.folder / "disk").mkdir()
    new(place)
    with stick(place.folder / "source") as (disk, image):
        subprocess.run(["cp", "-r", str(place.papers), str(disk / "papers")], check=True)
        with begun("add", place.archive, disk / "papers", "--link", "--json", "--quiet") as adding:
            until(lambda: len(json.loads(run("list", place.archive, "--json").out)) >= 3)
            unmount(disk)
            told(place, "add --link", ended(adding))
        mount("-o", "loop", image, disk)
        added = run("add", place.archive, disk / "papers", "--link", "--json", "--quiet")
        sums(place, "again", json.loads(added.out))
        unmount(disk)
        told(place, "search", run("search", place.archive, "roofs"), fails=False)
        told(place, "show", run("show", place.archive, "R00001"), fails=False)
        check = json.loads(run("verify", place.archive, "--json", "--quiet").out)
        place.say("verify", f"{len(check['missing'])} missing of {check['checked']}")
        place.expect(len(check["missing"]) == PAPERS, "not all linked files are told as missing")
        mount("-o", "loop", image, disk)
        whole(place, disk / "papers")


def the_disk_of_the_archive_goes(place: Place) -> None:
    with stick(place.folder / "disk") as (disk, image):
        new(place)
        with begun("add", place.archive, place.papers, "--json", "--quiet") as adding:
            until(lambda: settled(place) >= 5)
            unmount(disk)
            told(place, "add", ended(adding))
        told(place, "add once more", run("add", place.archive, place.papers, "--quiet"))
        told(place, "search", run("search", place.archive, "roofs"))
        place.expect(not list(disk.iterdir()), f"left where the disk was: {list(disk.rglob('*'))}")
        gone(image)
        mount("-o", "loop", image, disk)
        whole(place)


def the_disk_that_is_the_archive_goes(place: Place) -> None:
    """The archive's folder is where the disk is mounted: an empty folder stays behind."""
    (place.folder / "disk").mkdir()
    with stick(place.archive) as (disk, image):
        (disk / "lost+found").rmdir()
        new(place)
        with begun("add", place.archive, place.papers, "--json", "--quiet") as adding:
            until(lambda: settled(place) >= 5)
            unmount(disk)
            told(place, "add", ended(adding))
        place.expect(not list(disk.iterdir()), f"left where the disk was: {list(disk.rglob('*'))}")
        gone(image)
        mount("-o", "loop", image, disk)
        whole(place)


# A network folder ------------------------------------------------------------------------------------------------


def a_network_folder_that_does_not_answer(place: Place) -> None:
    (place.folder / "disk").mkdir()
    new(place)
    with network(place.folder / "share", place.papers) as server:
        server.send_signal(signal.SIGSTOP)
        told(place, "add", run("add", place.archive, place.folder / "share", "--quiet"))
        server.send_signal(signal.SIGCONT)
        whole(place, place.folder / "share")


def _in_the_middle(place: Place, number: signal.Signals) -> None:
    (place.folder / "disk").mkdir()
    new(place)
    with network(place.folder / "share", place.papers) as server:
        with begun("add", place.archive, place.folder / "share", "--json", "--quiet") as adding:
            until(lambda: settled(place) >= 3)
            begun_at = time.monotonic()
            server.send_signal(number)
            told(place, "add", ended(adding))
            place.say("add", f"told after {time.monotonic() - begun_at:.0f} s")
        server.kill()
    whole(place)


def a_network_folder_that_stalls(place: Place) -> None:
    _in_the_middle(place, signal.SIGSTOP)


def a_network_folder_that_is_cut_off(place: Place) -> None:
    _in_the_middle(place, signal.SIGKILL)


def a_network_folder_whose_readers_cannot_be_killed(place: Place) -> None:
    """The system itself keeps such a process until the network is back; it has said before what is wrong."""
    (place.folder / "disk").mkdir()
    new(place)
    share = place.folder / "share"
    with network(share, place.papers) as server, begun("add", place.archive, share, "--json", "--quiet") as adding:
        until(lambda: settled(place) >= 3)
        server.send_signal(signal.SIGUSR1)
        begun_at = time.monotonic()
        state = Path(f"/proc/{adding.pid}/stat")
        until(lambda: adding.poll() is not None or ") Z" in state.read_text(), 300)
        place.say("add", f"done after {time.monotonic() - begun_at:.0f} s")
        server.kill()
        told(place, "add", ended(adding))
    whole(place)


def a_disk_of_the_archive_that_stalls(place: Place) -> None:
    with stick(place.folder / "disk") as (disk, _):
        new(place)
        with begun("add", place.archive, place.papers, "--json", "--quiet") as adding:
            until(lambda: settled(place) >= 5)
            subprocess.run(["fsfreeze", "-f", str(disk)], check=True)
            time.sleep(8)
            subprocess.run(["fsfreeze", "-u", str(disk)], check=True)
            told(place, "add, stalled for 8 s", ended(adding), fails=False)
        whole(place)


# Two programs ----------------------------------------------------------------------------------------------------


def two_programs(place: Place) -> None:
    (place.folder / "disk").mkdir()
    new(place)
    with begun("add", place.archive, place.papers, "--json", "--quiet") as adding:
        until(lambda: settled(place) >= 3)
        told(place, "a second add", run("add", place.archive, place.papers, "--quiet"))
        told(place, "set", run("set", place.archive, "R00001", "title", "Roofs"))
        told(place, "backup", run("backup", place.archive))
        told(place, "search", run("search", place.archive, "roofs"), fails=False)
        told(place, "export", run("export", place.archive, "csv", place.folder / "all.csv"), fails=False)
        told(place, "the first", ended(adding), fails=False)
    whole(place)


def two_windows(place: Place) -> None:
    (place.folder / "disk").mkdir()
    new(place, with_papers=True)
    holder, screen = place.archive / "writer.json", os.environ | {"QT_QPA_PLATFORM": "offscreen", "HOME": "/tmp"}
    one, two = (
        subprocess.Popen([*MAIN, "open", str(place.archive)], env=screen, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    )
    try:
        until(holder.exists)
        told(place, "set beside windows", run("set", place.archive, "R00001", "title", "Roofs"))
        told(place, "search beside windows", run("search", place.archive, "roofs"), fails=False)
        time.sleep(4)
        writer = json.loads(holder.read_text())["pid"]
        place.expect(writer in (one.pid, two.pid) and one.poll() is two.poll() is None, "two windows do not stand")
        place.say("two windows", "both stand, one of them writes")
    finally:
        for window in (one, two):
            window.terminate()
            place.expect("Traceback" not in window.communicate()[1], "a traceback of a window")
    whole(place)


FAULTS: tuple[Fault, ...] = (
    full_while_originals_are_kept, full_while_the_index_is_written, full_while_papers_are_described,
    full_when_a_person_works, full_where_it_is_written_to, a_disk_that_becomes_read_only, what_another_person_owns,
    papers_that_may_not_be_read, the_disk_of_the_papers_goes, the_mounted_folder_itself_goes,
    the_disk_of_linked_files_goes, the_disk_of_the_archive_goes, the_disk_that_is_the_archive_goes,
    a_network_folder_that_does_not_answer, a_network_folder_that_stalls, a_network_folder_that_is_cut_off,
    a_network_folder_whose_readers_cannot_be_killed, a_disk_of_the_archive_that_stalls, two_programs, two_windows,
)  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("words", nargs="*", help="only faults with these words in their names")
    arguments = parser.parse_args()
    if os.geteuid():
        parser.error("disks are mounted by root alone")
    wrong = 0
    for fault in FAULTS:
        name = fault.__name__.replace("_", " ")
        if all(word in name for word in arguments.words):
            with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
                Path(folder).chmod(0o755)
                place = Place(Path(folder), make_papers(Path(folder, "papers")))
                print(name, flush=True)
                fault(place)
                wrong += len(place.faults)
    print(f"{wrong} not as they should be")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

"""A disk that is full: while papers are taken in, while a person works, where something is written to."""

from __future__ import annotations

import re

from tests.benchmarks.faults.checking import new, told, whole
from tests.benchmarks.faults.mounts import fill, memory_disk, mount
from tests.benchmarks.faults.place import PAPERS, Place, settled
from tests.benchmarks.faults.running import Ran, begun, ended, run, until


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

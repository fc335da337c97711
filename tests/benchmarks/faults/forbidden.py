"""Where nothing may be written, and what may not be read."""

from __future__ import annotations

import json
import os
import subprocess
import sys

from tests.benchmarks.faults.checking import new, sums, told, whole
from tests.benchmarks.faults.mounts import fail, gone, mount, stick, unmount
from tests.benchmarks.faults.place import Place, settled
from tests.benchmarks.faults.running import NOBODY, ROOT, begun, ended, run, until

#: Adds in one process: an interpreter that is root's own cannot be started anew by another.
ADDED = """
import json, pathlib, sys
sys.path.insert(0, sys.argv[1])
from archive_app import bootstrap
from archive_app.services import accessioning
with bootstrap.opened(pathlib.Path(sys.argv[2]), writable=True) as archive:
    print(json.dumps(accessioning.add(archive, [pathlib.Path(sys.argv[3])], jobs=0).as_json()))
"""


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

"""A disk that is taken away: that of the papers, that of linked files, that of the archive."""

from __future__ import annotations

import json
import subprocess

from tests.benchmarks.faults.checking import new, sums, told, whole
from tests.benchmarks.faults.mounts import gone, mount, stick, unmount
from tests.benchmarks.faults.place import PAPERS, Place, settled
from tests.benchmarks.faults.running import begun, ended, run, until


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

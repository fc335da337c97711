"""Disks that fill up, fail and are pulled out, and folders of a network: made and mounted for real."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks.faults.running import until


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

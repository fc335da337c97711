"""Folders of a network that stall or are cut off, and a disk of the archive that stalls."""

from __future__ import annotations

import signal
import subprocess
import time
from pathlib import Path

from tests.benchmarks.faults.checking import new, told, whole
from tests.benchmarks.faults.mounts import network, stick
from tests.benchmarks.faults.place import Place, settled
from tests.benchmarks.faults.running import begun, ended, run, until


def a_network_folder_that_does_not_answer(place: Place) -> None:
    (place.folder / "disk").mkdir()
    new(place)
    with network(place.folder / "share", place.papers) as server:
        server.send_signal(signal.SIGSTOP)
        told(place, "add", run("add", place.archive, place.folder / "share", "--quiet"))
        server.send_signal(signal.SIGCONT)
        whole(place, place.folder / "share")


def _in_the_middle(place: Place, number: signal.Signals) -> None:
    """The system may keep who asks a silent folder until it answers; the program has said before what is wrong."""
    (place.folder / "disk").mkdir()
    new(place)
    share = place.folder / "share"
    with network(share, place.papers) as server, begun("add", place.archive, share, "--json", "--quiet") as adding:
        until(lambda: settled(place) >= 3)
        begun_at = time.monotonic()
        server.send_signal(number)
        state = Path(f"/proc/{adding.pid}/stat")
        until(lambda: adding.poll() is not None or ") Z" in state.read_text(encoding="utf-8"), 300)
        place.say("add", f"done after {time.monotonic() - begun_at:.0f} s")
        server.kill()
        told(place, "add", ended(adding))
    whole(place)


def a_network_folder_that_stalls(place: Place) -> None:
    _in_the_middle(place, signal.SIGSTOP)


def a_network_folder_that_is_cut_off(place: Place) -> None:
    _in_the_middle(place, signal.SIGKILL)


def a_network_folder_whose_readers_cannot_be_killed(place: Place) -> None:
    _in_the_middle(place, signal.SIGUSR1)


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

"""Two programs at one archive, two windows."""

from __future__ import annotations

import json
import os
import subprocess
import time

from tests.benchmarks.faults.checking import new, told, whole
from tests.benchmarks.faults.place import Place, settled
from tests.benchmarks.faults.running import MAIN, begun, ended, run, until


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

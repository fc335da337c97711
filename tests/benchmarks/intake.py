"""How long a folder of papers takes to be searchable and described, and how much memory: ``intake.py FOLDER``.

Where recollindex is on the PATH, the same folder is indexed with it too, and the times are told as a ratio.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MAIN = [sys.executable, str(ROOT / "main.py")]


class Memory(threading.Thread):
    """The most resident memory, in bytes, that a process and all below it held at one time; Linux only."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid, self.most, self.most_of_parent = pid, 0, 0

    def run(self) -> None:
        while Path(f"/proc/{self.pid}").exists():
            held = [_resident(pid) for pid in _family(self.pid)]
            self.most = max(self.most, sum(held))
            self.most_of_parent = max(self.most_of_parent, held[0])
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
    command = [*MAIN, "add", str(archive), str(folder), "--jobs", str(jobs), "--json", "--quiet"]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        memory = Memory(process.pid)
        memory.start()
        out, _ = process.communicate()
    told = json.loads(out)
    print(f"convenio: {told['found']} found, {told['added']} added, {told['failed']} failed")
    print(f"  searchable {told['searchable_seconds']} s, described {told['seconds']} s")
    print(f"  memory at most {memory.most >> 20} MB in all, {memory.most_of_parent >> 20} MB in the parent")
    return float(told["searchable_seconds"])


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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--jobs", type=int, default=2)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        ours = convenio(arguments.folder, arguments.jobs, Path(place))
        theirs = recoll(arguments.folder, Path(place))
    if theirs is None:
        print("recollindex is not on the PATH: nothing to compare with")
    else:
        print(f"recollindex: {theirs:.1f} s; ours takes {ours / theirs:.2f} of it")


if __name__ == "__main__":
    main()

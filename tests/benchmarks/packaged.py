"""How long the packaged program takes to start, beside the source tree in the same run.

    python tests/benchmarks/packaged.py build/dist/convenio/convenio [RUNS]

Each command is run in turns by both, on an archive of the sample's papers; shown are the medians and their ratio.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = {
    "version": ["--version"],
    "search": ["search", "ARCHIVE", "wage theft"],
    "agreements": ["agreements", "ARCHIVE"],
    "window": ["open", "--try", "ARCHIVE"],
}


def main(packaged: str, runs: int) -> None:
    source = [sys.executable, str(ROOT / "main.py")]
    with tempfile.TemporaryDirectory() as folder:
        archive = str(Path(folder, "sample"))
        seconds([*source, "new", archive])
        papers = str(ROOT / "sample_archive" / "documents")
        seconds([*source, "add", archive, papers, "--ocr", "never", "--quiet"], may_fail=True)
        for name, words in COMMANDS.items():
            told = [archive if word == "ARCHIVE" else word for word in words]
            pairs = [(seconds([packaged, *told]), seconds([*source, *told])) for _ in range(runs)]
            here, there = (median(column) for column in zip(*pairs, strict=True))
            print(f"{name:<12} packaged {here:.3f} s, source {there:.3f} s, ratio {here / there:.2f}", flush=True)


def seconds(command: list[str], *, may_fail: bool = False) -> float:
    """``may_fail``: the sample has papers that cannot be read, which the exit status tells."""
    begun = time.perf_counter()
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    subprocess.run(command, env=environment, capture_output=True, check=not may_fail)
    return time.perf_counter() - begun


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 7)

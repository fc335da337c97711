"""Takes the specimens in and prints what a reading of them misses: ``python -m tests.end_to_end``."""

from __future__ import annotations

import tempfile
from pathlib import Path

from archive_app import bootstrap
from archive_app.services.intake import sample as samples
from tests.end_to_end import misses
from tests.end_to_end.sample import DOCUMENTS, Sample


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "archive")
        bootstrap.create(root, samples.TITLE)
        with bootstrap.opened(root, writable=True) as archive:
            intake = samples.fill(archive, DOCUMENTS, ocr="never")
            print(misses.told(misses.of_sample(Sample.of(archive, intake))))


if __name__ == "__main__":
    main()

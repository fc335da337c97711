"""The folders that were named to be taken in, and whether they are still there: a disk may go, a network may stall."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from archive_app.accession.faults import identity_of
from archive_app.accession.patience import PATIENCE, patiently
from archive_app.errors import ConvenioError


class Sources:
    """Remembers what each folder is known by; one that is another later, or none, ends the batch in one sentence.

    Every file after it would fail as well, each after a long time where the folder lies on a network.
    """

    def __init__(self, paths: Iterable[Path], patience: float = PATIENCE) -> None:
        self._patience = patience
        self._known = {path: patiently(partial(identity_of, path), path, patience) for path in paths}

    def require(self, path: Path) -> None:
        """Raises ConvenioError where the folder that a file was found in is gone, or does not answer."""
        for folder, known in self._known.items():
            within = path.is_relative_to(folder) and path != folder
            if within and patiently(partial(identity_of, folder), folder, self._patience) != known:
                raise ConvenioError(
                    f"The folder {folder} is not there any more; connect its disk or network and add it again, "
                    "what was taken in until now is kept."
                )

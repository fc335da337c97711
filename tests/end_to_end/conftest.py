"""The specimens, taken in once as a person would, with worker processes; their pictures are left unread."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from archive_app import bootstrap
from tests.end_to_end.sample import DOCUMENTS, Sample


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sample]:
    """The sample archive, open for reading, with what came of taking it in."""
    from archive_app.services.intake import sample as samples

    root = tmp_path_factory.mktemp("sample") / "archive"
    bootstrap.create(root, samples.TITLE)
    with bootstrap.opened(root, writable=True) as archive:
        intake = samples.fill(archive, DOCUMENTS, ocr="never")
    with bootstrap.opened(root) as archive:
        yield Sample.of(archive, intake)

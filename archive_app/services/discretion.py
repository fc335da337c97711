"""Restricted records, kept out of sight where somebody may look over a shoulder: in no list, no search, no timeline."""

from __future__ import annotations

from archive_app.domain.description import describe
from archive_app.services.archive import Archive


def restricted(archive: Archive) -> frozenset[str]:
    """The restricted records of the whole archive, whether they are seen or not."""
    return archive.base.derive("restricted", lambda: _restricted(archive.base))


def hidden(archive: Archive) -> frozenset[str]:
    """Those that this view of the archive does not show; none where it shows all."""
    return restricted(archive) if archive.whole is not None else frozenset()


def _restricted(archive: Archive) -> frozenset[str]:
    told = archive.catalogue.facts.of_access()
    return frozenset(id for id, facts in told.items() if describe(facts).text("access") == "restricted")

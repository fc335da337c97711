"""How much there is in each place of the window, for the sidebar."""

from __future__ import annotations

from datetime import date

from archive_app.domain.agreement import BINDING
from archive_app.services import agreements, records, reports
from archive_app.services.archive import Archive


def read(archive: Archive, on: date) -> dict[str, int]:
    """Agreements that bind on the day, readings to review, and what failed in the last import."""
    imports = reports.imports(archive)
    return {
        "agreements": sum(one.status(on) in BINDING for one in agreements.listing(archive, on)),
        "review": len(records.to_review(archive)),
        "imports": imports[0].failed if imports else 0,
    }

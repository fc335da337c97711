"""How much there is in each place of the window, for the sidebar."""

from __future__ import annotations

from datetime import date

from archive_app.domain.agreement import BINDING
from archive_app.domain.said import Lack
from archive_app.gui.models.tracking import links
from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.bodies import authorities
from archive_app.services.intake import reports
from archive_app.services.tracking import agreements, holdings


def read(archive: Archive, on: date) -> dict[str, int]:
    """Agreements that bind on the day, papers to request, links to decide on, readings to review, failed imports."""
    imports = reports.imports(archive)
    return {
        "agreements": sum(one.status(on) in BINDING for one in agreements.listing(archive, on)),
        "requests": sum(one.want.lack is not Lack.SILENT for one in holdings.said_and_held(archive).requests),
        "links": sum(map(links.SHOWN["undecided"], links.read(archive))),
        "authorities": len(authorities.unknown(archive)),
        "review": len(records.to_review(archive)),
        "arrangement": _unplaced(archive),
        "imports": imports[0].failed if imports else 0,
    }


def _unplaced(archive: Archive) -> int:
    """Records that stand in no unit, where there are units."""
    arranged = archive.catalogue.units.arrangement()
    return sum(one.id not in arranged.placed for one in records.all_described(archive)) if arranged.units else 0

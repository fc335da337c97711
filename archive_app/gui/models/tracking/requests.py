"""What to ask for: papers announced, cited or never told of, as a table."""

from __future__ import annotations

from typing import Final

from archive_app.domain.said import Lack
from archive_app.gui.language import capital, code, tr, word
from archive_app.gui.models import wording
from archive_app.gui.models.table import Column
from archive_app.services.archive import Archive
from archive_app.services.tracking import holdings
from archive_app.services.tracking.holdings import Holdings, Request

#: The lists in the order in which they are worth looking through.
LISTS: Final = (Lack.ANNOUNCED, Lack.CITED, Lack.SILENT)


def read(archive: Archive) -> Holdings:
    return holdings.said_and_held(archive)


def columns() -> tuple[Column[Request], ...]:
    return (
        Column(tr("requests.lack"), lambda row: capital(word("lack", row.want.lack))),
        Column(tr("requests.day"), lambda row: wording.edtf(row.want.day) or tr("requests.undated"),
               key=lambda row: row.want.day or "9"),
        Column(tr("requests.paper"), name),
        Column(tr("requests.between"), bodies),
        Column(tr("requests.ask"), lambda row: " · ".join(one.name for one in row.askable if one.law)),
    )  # fmt: skip


def name(row: Request) -> str:
    """The paper's own name; where none is told, the paper that tells of it."""
    saying = next((one for one in row.want.sayings if one.title), None)
    return row.want.title or (tr("requests.told_of_in", saying.title) if saying else tr("requests.unnamed"))


def bodies(row: Request) -> str:
    return " · ".join(wording.body(party.name) for party in row.want.bodies)


def whom(row: Request) -> str:
    """Whom to ask under which law, in one line; for what was never announced, that nothing is to be asked for."""
    if row.want.lack is Lack.SILENT:
        return tr("requests.silent")
    laws = ((one.name, one.law_es if code() == "es" else one.law) for one in row.askable)
    return " · ".join(tr("requests.law", name, law) for name, law in laws if law) or tr("requests.nobody")

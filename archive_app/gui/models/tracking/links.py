"""Links between papers: what each does to the other, how surely, for which reasons; to be decided on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from archive_app.domain.links import Decision, Link, Standing
from archive_app.gui.language import capital, number, tr, word
from archive_app.gui.models.cited import Cited, of_quotes
from archive_app.gui.models.table import Column
from archive_app.gui.theme import Role
from archive_app.services.archive import Archive
from archive_app.services.tracking import agreements, deciding


@dataclass(frozen=True)
class LinkRow:
    """A link with its two papers' titles and the words it rests on."""

    link: Link
    record: str
    target: str
    words: tuple[Cited, ...]

    @property
    def key(self) -> tuple[str, str, str]:
        """What a person decides on: the kind of link and the two records."""
        return self.link.type, self.link.record, self.link.target

    @property
    def standing(self) -> str:
        """Open where nobody decided, else as it was decided."""
        if self.link.decision is None:
            return "refused" if self.link.standing is Standing.REFUSED else "open"
        return "confirmed" if self.link.decision.confirmed else "refused"


#: Which rows each choice of the list lets through; ``links_shown.<name>`` is its name.
SHOWN: Final[Mapping[str, Callable[[LinkRow], bool]]] = {
    "undecided": lambda row: (row.standing == "open" and row.link.basis != "stated") or _is_suggested(row),
    "every": lambda row: True,
    "confirmed": lambda row: row.standing == "confirmed",
    "refused": lambda row: row.standing == "refused",
}


def _is_suggested(row: LinkRow) -> bool:
    return row.standing == "open" and row.link.standing is Standing.SUGGESTED


def read(archive: Archive) -> list[LinkRow]:
    """All links, the least sure first."""
    titles = {id: one.title for id, one in agreements.described(archive).items()}
    return [
        LinkRow(one, titles.get(one.record, one.record), titles.get(one.target, one.target),
                tuple(of_quotes(one.quotes, titles)))
        for one in deciding.links(archive)
    ]  # fmt: skip


def columns() -> tuple[Column[LinkRow], ...]:
    return (
        Column(tr("links.score"), lambda row: number(row.link.score, 2), key=lambda row: row.link.score,
               roles={Role.CONFIDENCE: lambda row: row.link.score}),
        Column(tr("links.later"), lambda row: tr("links.paper", row.record, row.link.record)),
        Column(tr("links.does"), lambda row: word("relation", row.link.type)),
        Column(tr("links.earlier"), lambda row: tr("links.paper", row.target, row.link.target)),
        Column(tr("links.standing"), lambda row: capital(word("link_standing", row.standing))),
        Column(tr("links.basis"), why),
    )  # fmt: skip


def why(row: LinkRow) -> str:
    """What it rests on and what speaks for it."""
    reasons = [word("link_reason", reason) for reason in row.link.reasons]
    return " · ".join([word("link_basis", row.link.basis), *reasons])


def decided_by(decision: Decision) -> str:
    return tr("links.by", decision.by, decision.at[:10])

"""Links between papers as a person decides about them: confirmed, refused, or left to what the papers say again."""

from __future__ import annotations

from typing import Any

from archive_app.domain.history import History
from archive_app.domain.links import DECIDABLE, REASONS, Decision, Link, Standing
from archive_app.errors import UsageError
from archive_app.services.archive import Archive
from archive_app.services.tracking import agreements
from archive_app.services.undo import editing
from archive_app.services.undo.kept_slots import LinkSlot


def links(archive: Archive, *, standing: Standing | None = None, record: str | None = None) -> tuple[Link, ...]:
    """All links between papers that are held, the least sure first; those of one standing, or of one record."""
    found = agreements.history(archive).links
    chosen = (
        link for link in found
        if standing in (None, link.standing) and (record is None or record in _records(archive, link))
    )  # fmt: skip
    return tuple(sorted(chosen, key=lambda link: (link.score, link.record, link.target)))


def _records(archive: Archive, link: Link) -> set[str]:
    history = agreements.history(archive)
    sides = (history.agreement(link.later or ""), history.agreement(link.earlier))
    return {link.record, *(record for side in sides if side for record in side.records)}


def confirm(archive: Archive, type: str, record: str, target: str) -> None:
    """A person says that one record renews, amends, …, another. Raises UsageError where that would make a circle."""
    _check(archive, type, record, target)
    if _would_circle(agreements.history(archive), type, record, target):
        raise UsageError(
            f"{record} cannot be what {type} {target}, since {target} goes on from {record} already; "
            "refuse that link first."
        )
    _keep(archive, type, record, target, confirmed=True)


def refuse(archive: Archive, type: str, record: str, target: str) -> None:
    """A person says that one record does not renew, amend, …, another: the link is never made again."""
    _check(archive, type, record, target)
    _keep(archive, type, record, target, confirmed=False)


def withdraw(archive: Archive, type: str, record: str, target: str) -> None:
    """Takes a decision back. Raises UsageError where there is none."""
    archive.require_writable()
    decision = archive.catalogue.decisions.of(type, record, target)
    if decision is None:
        raise UsageError(f"Nobody decided whether {record} {type} {target}; “links” shows what was decided.")
    with editing.noting(archive, "link decision withdrawn", [LinkSlot(type, record, target)]):
        archive.catalogue.decisions.withdraw(decision, archive.person, archive.now())


def _keep(archive: Archive, type: str, record: str, target: str, *, confirmed: bool) -> None:
    with editing.noting(archive, "link confirmed" if confirmed else "link refused", [LinkSlot(type, record, target)]):
        archive.catalogue.decisions.keep(Decision(type, record, target, confirmed, archive.person, archive.now()))


def _check(archive: Archive, type: str, record: str, target: str) -> None:
    archive.require_writable()
    if type not in DECIDABLE:
        raise UsageError(f"“{type}” is no link that can be decided on; choose one of {', '.join(DECIDABLE)}.")
    if record == target:
        raise UsageError(f"{record} cannot be linked to itself; name two records.")
    history = agreements.history(archive)
    if history.of_record(target) is None:
        raise UsageError(f"{target} is not the paper of an agreement here; name one that is.")
    if type not in ("terminates", "announces") and history.of_record(record) is None:
        raise UsageError(f"{record} is not the paper of an agreement here; name one that is.")


def _would_circle(history: History, type: str, record: str, target: str) -> bool:
    """Whether the target already goes on from the record, by whatever way."""
    own, one = history.of_record(record), history.of_record(target)
    if type not in ("renews", "amends", "supersedes") or own is None:
        return False
    seen: set[str] = set()
    while one and one.id not in seen:
        if one.id == own.id:
            return True
        seen.add(one.id)
        one = history.agreement(one.renews or one.supersedes or one.amends or "")
    return False


def link_json(link: Link) -> dict[str, Any]:
    """One of ``links --json``."""
    told: dict[str, Any] = {
        "type": link.type, "record": link.record, "target": link.target, "later": link.later,
        "earlier": link.earlier, "basis": link.basis, "score": link.score, "standing": str(link.standing),
        "reasons": [REASONS[reason] for reason in link.reasons],
        "words": [{"record": q.record, "page": q.page, "quote": q.words} for q in link.quotes],
    }  # fmt: skip
    if link.decision:
        told |= {"by": link.decision.by, "at": link.decision.at}
    return told

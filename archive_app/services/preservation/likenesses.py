"""Papers that are in the archive more than once: the same bytes at several places, or the same text otherwise kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal
from zlib import crc32

from archive_app.domain.description import Description
from archive_app.domain.sketches import Likeness, alike, sketch
from archive_app.errors import UsageError
from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.undo import editing
from archive_app.services.undo.kept_slots import LikenessSlot

Verdict = Literal["same", "different"]
#: Fields in which two copies of one paper do not differ: a renewal has its forerunner's wording, and another date.
_TELLING = ("agreement_date", "issued_date", "effective_date", "language", "kind")


@dataclass(frozen=True)
class Pair:
    """Two records of the same text, the older first; ``share`` is how much of it is the same, from 0 to 1.

    ``verdict`` is a person's, None for what is only proposed.
    """

    one: records.Described
    other: records.Described
    share: float
    verdict: Verdict | None = None


@dataclass(frozen=True)
class Copies:
    """A record whose bytes were found at several places."""

    record: records.Described
    places: tuple[str, ...]


def copies(archive: Archive) -> tuple[Copies, ...]:
    """Records that were found more than once, byte for byte."""
    held = records.all_described(archive)
    return tuple(Copies(one, one.record.places) for one in held if len(one.record.places) > 1)


def proposals(archive: Archive, decided: bool = False) -> tuple[Pair, ...]:
    """Pairs of records with the same text in another scan or format, the likest first.

    Left out are pairs whose descriptions tell of different papers, such as an agreement and its renewal, and those
    that a person decided about, unless ``decided`` asks for them.
    """
    _sketch_the_rest(archive)
    verdicts = archive.catalogue.likenesses.decided()
    held = {one.id: one for one in records.all_described(archive)}
    found = [_pair(held, one, verdicts) for one in _alike(archive) if one.one in held and one.other in held]
    return tuple(
        pair
        for pair in found
        if (decided if pair.verdict else _may_be_one(pair.one.description, pair.other.description))
    )


def decide(archive: Archive, one: str, other: str, verdict: Verdict | None) -> None:
    """A person's word on a pair; None takes it back. Raises UsageError for a record that is not there."""
    archive.require_writable()
    for id in (one, other):
        records.described(archive, id)
    if one == other:
        raise UsageError("A record is always the same as itself; name two different ones.")
    first, second = sorted((one, other))
    with editing.noting(archive, "likeness", [LikenessSlot(first, second)]):
        archive.catalogue.likenesses.put(first, second, verdict, archive.person, archive.now())


def _pair(held: dict[str, records.Described], likeness: Likeness, verdicts: dict[tuple[str, str], Verdict]) -> Pair:
    key = (likeness.one, likeness.other)
    return Pair(held[likeness.one], held[likeness.other], likeness.share, verdicts.get(key))


def _alike(archive: Archive) -> list[Likeness]:
    """Looked for anew only when another text has come: what persons decide changes no text."""
    texts, lowest = 0, {}
    for id, one in archive.catalogue.likenesses.sketches():
        texts = crc32(one.hashes, crc32(id.encode(), texts))
        if hashes := one.lowest:
            lowest[id] = hashes
    held = archive.derived.get("alike")
    if held is None or held[0] != texts:
        held = archive.derived["alike"] = (texts, alike(lowest, archive.catalogue.likenesses.sketch))
    found: list[Likeness] = held[1]
    return found


def _may_be_one(one: Description, other: Description) -> bool:
    """Whether nothing that is told of both tells them apart."""
    for field in _TELLING:
        told = {one.text(field), other.text(field)} - {None}
        if len(told) > 1:
            return False
    return True


def _sketch_the_rest(archive: Archive) -> None:
    """Sketches of records that earlier versions described, or that are yet to be described."""
    if not archive.writable:
        return
    for id in archive.catalogue.likenesses.without():
        archive.catalogue.likenesses.keep(id, sketch(text for _, text in archive.catalogue.pages.text(id)))


def pair_json(pair: Pair) -> dict[str, Any]:
    """One of ``alike`` in ``duplicates --json``."""
    return {"one": pair.one.id, "other": pair.other.id, "titles": [pair.one.title, pair.other.title],
            "files": [pair.one.record.filename, pair.other.record.filename], "share": round(pair.share, 2),
            "verdict": pair.verdict}  # fmt: skip


def copies_json(one: Copies) -> dict[str, Any]:
    """One of ``copies`` in ``duplicates --json``."""
    return {"record": one.record.id, "title": one.record.title, "places": list(one.places)}

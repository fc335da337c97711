"""Where a paper was signed or issued, and which agency or outlet issued it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from archive_app.domain.fact import ANNOUNCEMENT_KINDS, Fact
from archive_app.extractors.authorities import matcher
from archive_app.extractors.authorities.places import Places, places
from archive_app.extractors.context import Reading
from archive_app.extractors.knowledge import Knowledge

#: The head of a paper, where datelines and the issuer's name stand; and where the publisher declares itself.
_HEAD = 1500


@dataclass(frozen=True)
class PlaceRule:
    """One wording that tells a place; for some kinds of papers only, where any are named."""

    name: str
    confidence: float
    kinds: frozenset[str]
    pattern: re.Pattern[str]


@dataclass(frozen=True)
class PlaceCues:
    """The table ``place_cues`` as patterns."""

    rules: tuple[PlaceRule, ...]
    release: re.Pattern[str]
    wire: re.Pattern[str]
    places: Places

    @classmethod
    def build(cls, knowledge: Knowledge) -> PlaceCues:
        """Ask for it with ``knowledge.once(PlaceCues.build)``."""
        table, known = knowledge.table("place_cues"), knowledge.once(places)
        rules = tuple(
            PlaceRule(
                row["name"],
                row["confidence"],
                frozenset(row["kinds"]),
                re.compile(row["pattern"].replace("{state}", known.state_pattern)),
            )
            for row in table["places"]
        )
        issuers = table["issuers"]
        wire = re.compile(rf"\((?P<wire>{'|'.join(issuers['wires'])})\)")
        return cls(rules, re.compile(issuers["release"]), wire, known)


def find(reading: Reading) -> Iterable[Fact]:
    """The place, by the first wording that tells one, and the issuer of a release or a news item."""
    cues = reading.knowledge.once(PlaceCues.build)
    yield from _place(reading, cues)
    if reading.value("kind") in ANNOUNCEMENT_KINDS:
        yield from _issuer(reading, cues)


def _place(reading: Reading, cues: PlaceCues) -> Iterator[Fact]:
    """``PHOENIX — ``, ``Washington, D.C., August 29, 2022``, ``Done at Chicago, Illinois``."""
    kind = reading.value("kind")
    for rule in cues.rules:
        if rule.kinds and kind not in rule.kinds:
            continue
        limit = len(reading.text) if rule.name == "signed at" else _HEAD
        match = rule.pattern.search(reading.text, 0, limit)
        name = match and _written(match["city"], match["state"], reading, cues)
        if match and name:
            end = match.end("state") if match["state"] else match.end("city")
            yield reading.fact("place", name, (match.start("city"), end), rule.confidence, f"place: {rule.name}")
            return


def _written(city: str, state: str | None, reading: Reading, cues: PlaceCues) -> str | None:
    """``City, ST``; a city alone must be one that the authority file knows, and gets its state from there."""
    plain = cues.places.city(city.strip(". ").title() if city.isupper() else city.strip(". "))
    code = cues.places.state_code(state) if state else None
    if code:
        return f"{plain}, {code}"
    known = {record.place for record in reading.knowledge.authorities.records.values() if record.place}
    found = sorted(place for place in known if place.split(",")[0] == plain and "," in place)
    return found[0] if len(found) == 1 else None


def _issuer(reading: Reading, cues: PlaceCues) -> Iterator[Fact]:
    """``OSHA News Release``, the wire service of a dateline, or what the file says of its publisher."""
    head = reading.text[:_HEAD]
    for mention in reading.knowledge.once(matcher).read(head):
        if mention.id and cues.release.match(head, mention.end):
            name = reading.knowledge.authorities.name(mention.id)
            yield reading.fact("issuer", name, (mention.start, mention.end), 0.93, "issuer: head of a release")
            return
    if wire := cues.wire.search(head):
        yield reading.fact("issuer", wire["wire"], wire.span("wire"), 0.9, "issuer: wire service")
        return
    publisher = reading.paper.metadata.get("publisher")
    if publisher:
        yield Fact("issuer", publisher, 0.8, "issuer: declared by the file")

"""Papers of one or more pages of plain text, read with the program's own knowledge."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from archive_app.domain.description import describe
from archive_app.domain.fact import DateMention, Fact, Party, Value
from archive_app.domain.page import Page
from archive_app.domain.paper import Paper
from archive_app.extractors import Knowledge, Reading, read_facts
from archive_app.extractors.dates import dates_in

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@cache
def knowledge() -> Knowledge:
    return Knowledge.load(RESOURCES)


def paper(*pages: str, media_type: str = "text/plain", metadata: Mapping[str, str] | None = None) -> Paper:
    return Paper(media_type, tuple(Page(number, text) for number, text in enumerate(pages, 1)), metadata or {})


def reading(*pages: str) -> Reading:
    """A paper before any extractor has seen it."""
    return Reading.of(paper(*pages), knowledge())


def facts(*pages: str, field: str | None = None) -> list[Fact]:
    """What the whole pipeline reads off a paper, of one field or all."""
    return [fact for fact in _read(*pages) if field in (None, fact.field)]


@cache
def _read(*pages: str) -> tuple[Fact, ...]:
    """Read once for all that is asked of it."""
    return tuple(read_facts(paper(*pages), knowledge()))


def value(field: str, *pages: str) -> Value:
    """The first value of a field, None where nothing was read."""
    return next((fact.value for fact in facts(*pages, field=field)), None)


def life(*pages: str) -> dict[str, str]:
    """When a paper was made, begins and ends, goes on and stops, as text; nothing for what it does not tell."""
    description = describe(facts(*pages))
    fields = ("agreement_date", "effective_date", "expiration_date", "term", "renewal", "renewal_term", "notice_period")
    told = {field: str(value) for field in fields if (value := description.value(field)) is not None}
    return told | ({"expiration_basis": description.expiration_basis} if description.expiration_basis else {})


def dates(*pages: str) -> list[str]:
    """All dates with a year, in EDTF and reading order, without asking for their parts."""
    return [str(found.date) for found in dates_in(reading(*pages)) if found.date]


def roles(*pages: str) -> list[tuple[str, str]]:
    """Every date mention with its part."""
    mentions = [fact.value for fact in facts(*pages, field="date")]
    return [(mention.date, mention.role) for mention in mentions if isinstance(mention, DateMention)]


def quotes(text: str, field: str) -> list[str]:
    """The words of a paper that the facts of a field rest on."""
    return [fact.evidence.quote for fact in facts(text, field=field) if fact.evidence]


def misquoted(text: str) -> list[Fact]:
    """Facts whose words do not stand on the paper where they are said to stand."""
    quoted = [(fact, fact.evidence) for fact in facts(text) if fact.evidence]
    return [fact for fact, at in quoted if " ".join(text[at.start : at.end].split()) != at.quote]


def bodies(text: str) -> set[str | None]:
    """The authorities of a paper's parties."""
    return {fact.value.authority for fact in facts(text, field="party") if isinstance(fact.value, Party)}

"""What a whole paper says, in the shapes that tests compare: its description, parties, signers and relations."""

from __future__ import annotations

from archive_app.domain.description import Description, describe
from archive_app.domain.fact import Relation
from archive_app.extractors import read_facts
from tests.extractors.reading import knowledge, paper


def read(text: str) -> Description:
    return describe(read_facts(paper(text), knowledge()))


def relations(text: str) -> set[tuple[str, str | None]]:
    """Each relation's type with the day of the other paper."""
    return {(one.type, one.date) for one in read(text).relations if isinstance(one, Relation)}


def authorities(text: str) -> list[str | None]:
    """The parties' ids, in reading order."""
    return [party.authority for party in read(text).parties]


def signers(text: str) -> list[tuple[str, str | None, str | None, str | None]]:
    """Name, title, body and day of each."""
    return [(one.name, one.title, one.party, one.date) for one in read(text).signatories]

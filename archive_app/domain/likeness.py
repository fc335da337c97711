"""How alike two papers are in what their titles say they are about."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from archive_app.domain.history import Described

#: Words of titles that say what a paper is, not what it is about, in both languages, without accents.
_OF_KIND = frozenset(
    "memorandum memorandos understanding agreement alliance letter arrangement cooperation collaboration addendum "
    "renewal amendment declaration joint partnership establishing between among with from upon concerning regarding "
    "convenio acuerdo alianza carta arreglo entendimiento cooperacion colaboracion renovacion modificatorio enmienda "
    "adenda declaracion conjunta entre para sobre materia establece establecer celebran mexico mexican mexicano "
    "united states unidos estados consulate consulado general office oficina department departamento national "
    "nacional".split()
)
_WORD = re.compile(r"[a-z]{4,}")


def folded(text: str) -> str:
    """Small letters without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))


def subject_words(paper: Described) -> frozenset[str]:
    """The words of a title that tell its subject: not its kind, not its parties."""
    title = paper.description.text("title") or ""
    bodies = _words(f"{party.name} {party.as_written}" for party in paper.description.parties)
    return _words([title]) - _OF_KIND - bodies


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in _WORD.findall(folded(text)))


def same_subject(one: Described, other: Described) -> bool | None:
    """Whether two titles speak of one subject; None where that cannot be told, as across languages."""
    languages = {one.description.text("language"), other.description.text("language")} - {None}
    ours, theirs = subject_words(one), subject_words(other)
    if len(languages) > 1 or not ours or not theirs:
        return None
    return 2 * len(ours & theirs) >= min(len(ours), len(theirs))


def texts_of_same_subject(ours: Iterable[Described], theirs: Sequence[Described]) -> bool | None:
    """The same for two papers of which there may be several texts: those in one language are compared."""
    told = [same for one in ours for other in theirs if (same := same_subject(one, other)) is not None]
    return None if not told else any(told)


def same_persons(one: Described, other: Described) -> bool | None:
    """Whether two papers have a signer in common; None where either names none."""
    ours, theirs = _names(one), _names(other)
    return bool(ours & theirs) if ours and theirs else None


def _names(paper: Described) -> frozenset[str]:
    return _words(person.name for person in paper.description.signatories)

"""Facts: one value of one field of one record, with the words it rests on and how it was found."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, Final

from archive_app.domain.dates import Duration
from archive_app.domain.evidence import Evidence
from archive_app.domain.isad import OF_ITEMS


class Source(StrEnum):
    """Where a value comes from. A person's always wins; a computed one names its operands."""

    READING = "reading"
    PERSON = "person"
    COMPUTED = "computed"


#: Rules of a person's facts: what the person stated, and a reading that the person found right.
CORRECTED, CONFIRMED = "corrected", "confirmed"


@dataclass(frozen=True, slots=True)
class Party:
    """A body or person that an agreement binds, or that a release names as partner in one.

    ``authority`` is the id in the authority file, None where the name is not in it. ``role`` is the kind of body:
    federal agency, state agency, local agency, consulate, embassy, ministry, union, company, person, …
    """

    name: str
    as_written: str = ""
    authority: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Signatory:
    """A person who signed: title and body as written beside the name, and the day they dated it (EDTF)."""

    name: str
    title: str | None = None
    party: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """What a paper says of another paper. ``type`` is one of RELATION_TYPES in relation.py; date is EDTF."""

    type: str
    title: str | None = None
    date: str | None = None
    parties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DateMention:
    """An absolute date in the text (EDTF) and the part it plays there, one of DATE_ROLES.

    ``alternative`` is the other reading of a numeric date whose order of day and month nothing decides.
    """

    date: str
    role: str = "mentioned"
    alternative: str | None = None


Value = str | Duration | Party | Signatory | Relation | DateMention | None

DATE_ROLES = (
    "agreement",
    "signature",
    "effective",
    "expiration",
    "issued",
    "cited",
    "event",
    "period",
    "furniture",
    "mentioned",
)

#: Every field a record can have, with the type of its value. Fields in MANY may have several values at once.
FIELDS: dict[str, type] = {
    "kind": str, "language": str, "title": str,
    "agreement_date": str, "effective_date": str, "expiration_date": str, "issued_date": str,
    "term": Duration, "renewal": str, "renewal_term": Duration, "notice_period": Duration, "governing_law": str,
    "party": Party, "signatory": Signatory, "relation": Relation, "date": DateMention,
    "place": str, "issuer": str, "reference_number": str, "period_covered": str,
    "sender": str, "recipient": str, "subject": str, "access": str,
    # A yearly event that an announcement tells of, by its name.
    "event": str,
    # What two versions of one paper, in two languages, do not say alike.
    "disagreement": str,
    # What only a person states, who catalogues.
    **dict.fromkeys(OF_ITEMS, str),
}  # fmt: skip
MANY = frozenset({"party", "signatory", "relation", "date", "place", "recipient", "event", "disagreement", "creator"})
#: Fields whose value is a date in EDTF; expiration_date may also be ``perpetual``.
DATE_FIELDS = frozenset({"agreement_date", "effective_date", "expiration_date", "issued_date"})
PERPETUAL = "perpetual"

KINDS = (
    "memorandum of understanding", "letter of agreement", "alliance agreement", "agreement", "renewal", "amendment",
    "joint declaration", "press release", "media announcement", "correspondence", "public-records response",
    "complaint", "interview", "report", "organisation list", "other",
)  # fmt: skip
#: Kinds whose records are agreements: they bind parties, and have a life in time.
AGREEMENT_KINDS = frozenset(KINDS[:7])
#: Kinds that tell of an agreement made elsewhere.
ANNOUNCEMENT_KINDS = frozenset({"press release", "media announcement"})
LANGUAGES = ("en", "es", "en+es")
#: By field the few values that it can have, where words of a paper can only name one of them.
CHOICES: Final = {"kind": KINDS, "access": ("open", "restricted"), "renewal": ("automatic", "mutual")}


@dataclass(frozen=True, slots=True)
class Fact:
    """One value of one field.

    A ``value`` of None from a person says: the paper does not tell. ``confidence`` is the chance of being right,
    0 to 1. ``operands`` are the (field, value) pairs a computed value was made of. ``by`` and ``at`` (ISO 8601, UTC)
    say who decided and when, for a person's facts. ``id`` is the catalogue's number, None until it is kept there.
    """

    field: str
    value: Value
    confidence: float
    rule: str
    evidence: Evidence | None = None
    source: Source = Source.READING
    operands: tuple[tuple[str, str], ...] = ()
    by: str | None = None
    at: str | None = None
    id: int | None = None


def to_json(value: Value) -> Any:
    """A value as JSON: text stays text, the rest become objects by their attribute names."""
    return value if value is None or isinstance(value, str) else asdict(value)


def from_json(field: str, data: Any) -> Value:
    """The value that ``to_json`` wrote for this field. Raises KeyError for a field that does not exist."""
    kind = FIELDS[field]
    if data is None or kind is str:
        return None if data is None else str(data)
    if kind is Relation:
        data = {**data, "parties": tuple(data.get("parties", ()))}
    value: Value = kind(**data)
    return value

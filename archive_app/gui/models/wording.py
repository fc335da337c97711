"""Values as a person reads them: fields by name, dates in words, certainty and source said out loud."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QDate, QLocale

from archive_app.domain.dates import PartialDate
from archive_app.domain.fact import PERPETUAL, DateMention, Fact, Party, Relation, Signatory, Source, Value
from archive_app.domain.timeline import Bar

#: Each field's name in the window.
FIELDS: Final = {
    "kind": QT_TRANSLATE_NOOP("Fields", "Kind"),
    "language": QT_TRANSLATE_NOOP("Fields", "Language"),
    "title": QT_TRANSLATE_NOOP("Fields", "Title"),
    "agreement_date": QT_TRANSLATE_NOOP("Fields", "Agreement date"),
    "effective_date": QT_TRANSLATE_NOOP("Fields", "Effective"),
    "expiration_date": QT_TRANSLATE_NOOP("Fields", "Expires"),
    "issued_date": QT_TRANSLATE_NOOP("Fields", "Issued"),
    "term": QT_TRANSLATE_NOOP("Fields", "Term"),
    "renewal": QT_TRANSLATE_NOOP("Fields", "Renewal"),
    "renewal_term": QT_TRANSLATE_NOOP("Fields", "Renewal term"),
    "notice_period": QT_TRANSLATE_NOOP("Fields", "Notice period"),
    "governing_law": QT_TRANSLATE_NOOP("Fields", "Governing law"),
    "party": QT_TRANSLATE_NOOP("Fields", "Party"),
    "signatory": QT_TRANSLATE_NOOP("Fields", "Signed by"),
    "relation": QT_TRANSLATE_NOOP("Fields", "Relation"),
    "date": QT_TRANSLATE_NOOP("Fields", "Date"),
    "place": QT_TRANSLATE_NOOP("Fields", "Place"),
    "issuer": QT_TRANSLATE_NOOP("Fields", "Issued by"),
    "reference_number": QT_TRANSLATE_NOOP("Fields", "Number"),
    "period_covered": QT_TRANSLATE_NOOP("Fields", "Period"),
    "sender": QT_TRANSLATE_NOOP("Fields", "From"),
    "recipient": QT_TRANSLATE_NOOP("Fields", "To"),
    "subject": QT_TRANSLATE_NOOP("Fields", "Subject"),
    "access": QT_TRANSLATE_NOOP("Fields", "Access"),
    "disagreement": QT_TRANSLATE_NOOP("Fields", "Disagree on"),
}
LANGUAGE_NAMES: Final = {
    "en": QT_TRANSLATE_NOOP("Languages", "English"),
    "es": QT_TRANSLATE_NOOP("Languages", "Spanish"),
    "en+es": QT_TRANSLATE_NOOP("Languages", "English and Spanish"),
}
FACETS: Final = {
    "kind": QT_TRANSLATE_NOOP("Facets", "Kind"),
    "agency": QT_TRANSLATE_NOOP("Facets", "Agency or consulate"),
    "year": QT_TRANSLATE_NOOP("Facets", "Year"),
    "language": QT_TRANSLATE_NOOP("Facets", "Language"),
    "place": QT_TRANSLATE_NOOP("Facets", "Place"),
}
#: How a consulate's full name begins.
CONSULATE: Final = re.compile(
    r"^(?:consulate(?: general)? of mexico (?:in|at)|consulado (?:general )?de méxico en)\s+", re.IGNORECASE
)


def tr(context: str, words: object) -> str:
    """The words in the person's language. What QT_TRANSLATE_NOOP gives is text, though not declared so."""
    return QCoreApplication.translate(context, str(words))


def field_name(field: str) -> str:
    return tr("Fields", FIELDS.get(field, field))


def day(value: date | None) -> str:
    """A day in words, for example 3 September 2014; "" for none."""
    return QLocale().toString(QDate(value.year, value.month, value.day), "d MMMM yyyy") if value else ""


def short_day(value: date | None) -> str:
    """A day for a narrow column, for example 3 Sep 2014; "" for none."""
    return QLocale().toString(QDate(value.year, value.month, value.day), "d MMM yyyy") if value else ""


def stretch(start: date, end: date | None, *, brief: bool = False) -> str:
    """From when to when, by months (Mar 2012 – Aug 2018) or, brief, by years."""
    form = "yyyy" if brief else "MMM yyyy"
    told = [QLocale().toString(QDate(d.year, d.month, d.day), form) if d else "" for d in (start, end)]
    return " – ".join(told).strip()


def body(name: str) -> str:
    """The name of a body, consulates in short: Consulate in Austin."""
    city = CONSULATE.sub("", name)
    return tr("Values", "Consulate in {0}").format(city) if city != name else name


def city_of(name: str) -> str:
    """A consulate by its city; other names as they are."""
    return CONSULATE.sub("", name)


def edtf(value: str | None) -> str:
    """A date as far as it is known: 3 September 2014, September 2014, 2014; anything else as it is."""
    if not value:
        return ""
    if value == PERPETUAL:
        return tr("Values", "without end")
    try:
        known = PartialDate.parse(value)
    except ValueError:
        return value
    if known.day:
        return day(known.first_day)
    if known.month:
        return QLocale().toString(QDate(known.year, known.month, 1), "MMMM yyyy")
    return str(known)


def language(code: str | None) -> str:
    return tr("Languages", LANGUAGE_NAMES[code]) if code in LANGUAGE_NAMES else code or ""


def kind(value: str | None) -> str:
    """A record's kind with a capital."""
    return value[:1].upper() + value[1:] if value else tr("Values", "Not described yet")


def value(field: str, of: Value) -> str:
    """A fact's value in one or two lines."""
    if of is None:
        return tr("Values", "not stated")
    if isinstance(of, Party):
        return of.name
    if isinstance(of, Signatory):
        return "\n".join(part for part in (of.name, _comma(of.title, of.party, edtf(of.date))) if part)
    if isinstance(of, Relation):
        return _relation(of)
    if isinstance(of, DateMention):
        return _mention(of)
    return _plain(field, str(of))


def _plain(field: str, text: str) -> str:
    if field.endswith("_date"):
        return edtf(text)
    if field == "language":
        return language(text)
    return kind(text) if field in ("kind", "renewal", "access") else text


def _relation(of: Relation) -> str:
    target = of.title or ""
    if of.date:
        target = f"{target}, {edtf(of.date)}" if target else tr("Values", "the paper of {0}").format(edtf(of.date))
    return f"{of.type} {target or tr('Values', 'an earlier paper')}"


def _mention(of: DateMention) -> str:
    told = f"{edtf(of.date)} · {of.role}" if of.role != "mentioned" else edtf(of.date)
    return told + (f" ({tr('Values', 'or')} {edtf(of.alternative)})" if of.alternative else "")


def _comma(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)


def certainty(fact: Fact) -> str:
    """How sure a value is, in words."""
    if fact.source is Source.PERSON:
        return tr("Certainty", "decided")
    limits = ((0.97, "certain"), (0.9, "sure"), (0.7, "likely"), (0.0, "doubtful"))
    return tr("Certainty", next(words for limit, words in limits if fact.confidence >= limit))


def source(fact: Fact) -> str:
    """Where a value comes from, in words: a reading, a computation with its operands, a person by name."""
    if fact.source is Source.PERSON:
        verb = tr("Sources", "confirmed by {0}") if fact.rule == "confirmed" else tr("Sources", "set by {0}")
        return verb.format(fact.by or tr("Sources", "a person"))
    if fact.source is Source.COMPUTED:
        parts = " + ".join(f"{_operand(field)} {edtf(given)}" for field, given in fact.operands)
        return tr("Sources", "computed: {0}").format(parts)
    page = fact.evidence.page if fact.evidence else None
    return tr("Sources", "read on page {0}").format(page) if page else tr("Sources", "read")


def _operand(field: str) -> str:
    return tr("Sources", "signature of") if field == "signatory" else field_name(field).lower()


def facet_value(facet: str, text: str) -> str:
    """A facet's value; agencies are named by the archive's authority file instead."""
    if facet == "language":
        return language(text)
    return kind(text) if facet == "kind" else text


def size(number: int) -> str:
    return QLocale().formattedDataSize(number, 1)


def moment(iso: str) -> str:
    """A time stamp (ISO 8601, UTC) as day and minute."""
    return iso.replace("T", " ")[:16]


def length(start: date, end: date) -> str:
    """How long a stretch of days is, both included, in months that are full: 1 year 2 months, 5 months, 12 days."""
    days = (end - start).days + 1
    after = end + timedelta(1)
    months = (after.year - start.year) * 12 + after.month - start.month - (after.day < start.day)
    if months < 2:
        return tr("Lengths", "{0} day(s)").replace("(s)", "" if days == 1 else "s").format(days)
    years, rest = divmod(months, 12)
    parts = [f"{years} year{'s' if years != 1 else ''}"] if years else []
    parts += [f"{rest} month{'s' if rest != 1 else ''}"] if rest else []
    return " ".join(parts)


def bar_end(bar: Bar) -> str:
    """How a bar on the timeline ends, in words."""
    if bar.end_basis == "perpetual":
        return tr("Timelines", "without end")
    if bar.end is None:
        return tr("Timelines", "end not known")
    basis = tr("Timelines", "computed") if bar.end_basis == "computed" else tr("Timelines", "stated")
    return f"{day(bar.end)} ({basis})"

"""Values as a person reads them: fields by name, dates in words, certainty and source said out loud."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import Final

from PySide6.QtCore import QDate, QDateTime

from archive_app import paths
from archive_app.domain.dates import Duration, PartialDate
from archive_app.domain.fact import PERPETUAL, DateMention, Fact, Party, Relation, Signatory, Source, Value
from archive_app.domain.timeline import Bar, Lane
from archive_app.gui import language
from archive_app.gui.language import capital, tr, word
from archive_app.services.description import forms

#: How a consulate's full name begins.
CONSULATE: Final = re.compile(
    r"^(?:consulate(?: general)? of mexico (?:in|at)|consulado (?:general )?de méxico en)\s+", re.IGNORECASE
)


def field_name(field: str) -> str:
    """A field's name; ``unit 3 title`` is what a history calls an element of a unit of description."""
    unit, number_of, element = (*field.split(" ", 2), "", "")[:3]
    if unit == "unit" and element:
        return tr("arrangement.part", number_of, word("isad", element))
    return word("field", field)


def field_help(field: str) -> str:
    """What a field is for, with the elements of ISAD(G) and Dublin Core that it is."""
    standard = forms.standards(paths.resources()).get(field)
    told = tr("form.standards", standard.isad, word("isad", standard.element), standard.dc) if standard else ""
    helped = word("field_help", field) if language.knows(f"field_help.{field}") else ""
    return "\n".join(part for part in (helped, told) if part)


def day(value: date | None) -> str:
    """A day in words: 3 September 2014, 3 de septiembre de 2014; "" for none."""
    return _dated(value, "format.day")


def short_day(value: date | None) -> str:
    """A day for a narrow column, for example 3 Sep 2014; "" for none."""
    return _dated(value, "format.short_day")


def stretch(start: date, end: date | None, *, brief: bool = False) -> str:
    """From when to when, by months (Mar 2012 – Aug 2018) or, brief, by years."""
    told = [str(d.year) if d and brief else _dated(d, "format.short_month") for d in (start, end)]
    return tr("format.range", *told).strip()


def short_month(value: date) -> str:
    """A month for a narrow cell: Sep 2014."""
    return _dated(value, "format.short_month")


def month_of_year(value: date) -> str:
    """A month without its year, as short as it can be: Sep."""
    return _dated(value, "format.short_month_only")


def _dated(value: date | None, key: str) -> str:
    return language.locale().toString(QDate(value.year, value.month, value.day), tr(key)) if value else ""


def body(name: str) -> str:
    """The name of a body, consulates in short: Consulate in Austin."""
    city = CONSULATE.sub("", name)
    return tr("value.consulate", city) if city != name else name


def city_of(name: str) -> str:
    """A consulate by its city; other names as they are."""
    return CONSULATE.sub("", name)


def edtf(value: str | None) -> str:
    """A date as far as it is known: 3 September 2014, September 2014, 2014; anything else as it is."""
    if not value:
        return ""
    if value == PERPETUAL:
        return tr("value.without_end")
    try:
        known = PartialDate.parse(value)
    except ValueError:
        return value
    if known.day:
        return day(known.first_day)
    return _dated(known.first_day, "format.month") if known.month else str(known)


def duration(value: Duration | None) -> str:
    """A length of time: 3 years, 18 months; "" for none."""
    return tr(f"unit.{value.unit}", count=value.number) if value else ""


def kind(value: str | None) -> str:
    """A record's kind with a capital."""
    return capital(word("kind", value)) if value else tr("value.undescribed")


def status(value: str) -> str:
    return word("status", value)


def value(field: str, of: Value) -> str:
    """A fact's value in one or two lines."""
    if of is None:
        return tr("value.not_stated")
    if isinstance(of, Party):
        return of.name
    if isinstance(of, Signatory):
        return "\n".join(part for part in (of.name, _comma(of.title, of.party, edtf(of.date))) if part)
    if isinstance(of, Relation):
        return _relation(of)
    if isinstance(of, DateMention):
        return _mention(of)
    return duration(of) if isinstance(of, Duration) else _plain(field, of)


def _plain(field: str, text: str) -> str:
    if field.endswith("_date"):
        return edtf(text)
    if field == "language":
        return word("language_name", text)
    if field == "event":
        return event(text)
    return capital(word(field, text)) if field in ("kind", "renewal", "access") else text


def event(name: str) -> str:
    """A yearly event in the window's language; one that only a person has named stays as it is."""
    return word("event_name", name)


def lane(of: Lane) -> str:
    """Whom a lane of a timeline is about, or of which event its papers tell."""
    return event(of.event) if of.event else of.label


def _relation(of: Relation) -> str:
    target = of.title or ""
    if of.date:
        target = f"{target}, {edtf(of.date)}" if target else tr("value.paper_of", edtf(of.date))
    return tr("value.relation", word("relation", of.type), target or tr("value.earlier_paper"))


def _mention(of: DateMention) -> str:
    told = edtf(of.date)
    if of.role != "mentioned":
        told = tr("value.mention", told, word("date_role", of.role))
    return tr("value.or", told, edtf(of.alternative)) if of.alternative else told


def _comma(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)


def certainty(fact: Fact) -> str:
    """How sure a value is, in words."""
    if fact.source is Source.PERSON:
        return tr("certainty.decided")
    limits = ((0.97, "certain"), (0.9, "sure"), (0.7, "likely"), (0.0, "doubtful"))
    return word("certainty", next(words for limit, words in limits if fact.confidence >= limit))


def source(fact: Fact) -> str:
    """Where a value comes from, in words: a reading, a computation with its operands, a person by name."""
    if fact.source is Source.PERSON:
        who = fact.by or tr("source.person")
        return tr("source.confirmed", who) if fact.rule == "confirmed" else tr("source.set", who)
    if fact.source is Source.COMPUTED:
        return tr("source.computed", " + ".join(_operand(field, given) for field, given in fact.operands))
    page = fact.evidence.page if fact.evidence else None
    return tr("source.page", page) if page else tr("source.read")


def _operand(field: str, given: str) -> str:
    """One of what a value was computed from: a length is kept as text there ("2 years")."""
    name = tr("source.signature") if field == "signatory" else field_name(field).lower()
    number, _, unit = given.partition(" ")
    told = duration(Duration(float(number), unit if unit.endswith("s") else f"{unit}s")) if unit else edtf(given)
    return tr("source.operand", name, told)


def rule(name: str) -> str:
    """How a reading was found, in plain words. Of a rule without a phrase it is said what it looks at."""
    family, colon, rest = name.partition(": ")
    parts = [f"rule.{part}" for part in (rest if colon else name).split("; ")]
    if all(map(language.knows, parts)):
        return "; ".join(map(tr, parts))
    return word("rule_of", family)


def facet_value(facet: str, text: str) -> str:
    """A facet's value; agencies are named by the archive's authority file instead."""
    if facet == "language":
        return word("language_name", text)
    if facet == "reviewed":
        return word("reviewed", text)
    return kind(text) if facet == "kind" else text


def size(number: int) -> str:
    return language.locale().formattedDataSize(number, 1)


def moment(iso: str) -> str:
    """A time stamp (ISO 8601, UTC) as day and minute where the person is; what is none stays as it is."""
    known = _moment(iso)
    return language.locale().toString(known, tr("format.moment")) if known else iso


def clock(iso: str) -> str:
    """The minute of a time stamp."""
    known = _moment(iso)
    return language.locale().toString(known, tr("format.clock")) if known else ""


def day_of(iso: str) -> str:
    """The day of a time stamp, short."""
    known = _moment(iso)
    return language.locale().toString(known, tr("format.short_day")) if known else iso


def _moment(iso: str) -> QDateTime | None:
    try:
        known = datetime.fromisoformat(iso)
    except ValueError:
        return None
    known = known if known.tzinfo else known.replace(tzinfo=UTC)
    return QDateTime.fromSecsSinceEpoch(int(known.timestamp()))


def length(start: date, end: date, *, brief: bool = False) -> str:
    """How long a stretch of days is, both included, in months that are full: 1 year 2 months, 5 months, 12 days.

    ``brief`` for a narrow place: 1 y 2 mo.
    """
    days = (end - start).days + 1
    after = end + timedelta(1)
    months = (after.year - start.year) * 12 + after.month - start.month - (after.day < start.day)
    if months < 2:
        return _counted("days", days, brief)
    years, rest = divmod(months, 12)
    return " ".join(_counted(unit, of, brief) for unit, of in (("years", years), ("months", rest)) if of)


def _counted(unit: str, number: int, brief: bool) -> str:
    return tr(f"unit_brief.{unit}", count=number) if brief else tr(f"unit.{unit}", count=number)


def lapse(start: date, end: date) -> tuple[str, ...]:
    """A lapse in words, from the longest way to the shortest; each says that nothing was in force."""
    told = (length(start, end), length(start, end, brief=True))
    return (*(tr("timelines.lapsed", one) for one in told), tr("timelines.lapsed", "").strip())


def bar_end(bar: Bar) -> str:
    """How a bar on the timeline ends, in words."""
    if bar.end_basis == "perpetual":
        return tr("timelines.without_end")
    if bar.end is None:
        return tr("timelines.end_unknown")
    basis = tr("basis.computed") if bar.end_basis == "computed" else tr("basis.stated")
    return tr("timelines.end", day(bar.end), basis)

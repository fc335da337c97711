"""The arrangement as the window shows it: a tree of units with counts, the records in one, the elements of one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from archive_app.domain.arrangement import MADE, Branch, Level, Unit, fits
from archive_app.domain.isad import AREAS, ELEMENTS
from archive_app.gui import language
from archive_app.gui.language import capital, number, tr, word
from archive_app.gui.models import wording
from archive_app.gui.models.table import Column
from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.units import arrangement
from archive_app.services.units.arrangement import Whole

#: Elements of a line; all others are texts of several.
SHORT: Final = frozenset({"reference_code", "title", "dates", "extent", "languages", "description_dates"})
#: So many operands of a computed value are told by name.
MOST_OPERANDS: Final = 6


@dataclass(frozen=True)
class Read:
    """The whole, and what the series by kind are called in the window's language."""

    whole: Whole
    titles: Mapping[str, str]

    def title(self, branch: Branch) -> str:
        return self.titles[branch.kind] if branch.kind else branch.title

    def branch(self, key: str) -> Branch | None:
        return next((one for one in self.whole.top.walk() if key_of(one) == key), None)


@dataclass(frozen=True)
class Row:
    """A record in a unit: its reference code, and what a list tells of it."""

    reference: str
    described: records.Described

    @property
    def id(self) -> str:
        return self.described.id


@dataclass(frozen=True)
class About:
    """What is known of a branch from all its records: those right in it, and what is computed, by element."""

    rows: Sequence[Row]
    computed: Mapping[str, str]


def read(archive: Archive) -> Read:
    return Read(arrangement.whole(archive), arrangement.titles_by_kind(archive, language.code()))


def key_of(branch: Branch) -> str:
    """The same for a branch whatever it is called."""
    return f"unit {branch.unit.id}" if branch.unit else f"kind {branch.kind}" if branch.kind else "whole"


def told(read: Read, branch: Branch) -> str:
    """A branch in a line of the tree."""
    title = read.title(branch)
    return title if branch.kind or branch.code == title else tr("arrangement.branch", branch.code, title)


def described(read: Read, branch: Branch) -> str:
    """The same for who cannot see the tree, or asks for more of it."""
    level = tr("arrangement.not_made") if branch.unit is None else capital(word("level", branch.level))
    counted = tr("arrangement.holds", count=len(branch.every))
    return tr("arrangement.described", branch.reference, read.title(branch), level, counted)


def about(read: Read, branch: Branch | None) -> About:
    """Not for the window's thread: a branch may hold the whole archive."""
    if branch is None:
        return About((), {})
    rows = [Row(read.whole.reference(branch, id), read.whole.described[id]) for id in branch.records]
    # What nobody made has no form that tells of it.
    return About(rows, {name: computed(read, branch, name) for name in ELEMENTS} if branch.unit else {})


def columns() -> Sequence[Column[Row]]:
    return (
        Column(tr("arrangement.reference"), lambda row: row.reference),
        Column(tr("arrangement.title"), lambda row: row.described.title),
        Column(tr("arrangement.date"), lambda row: wording.edtf(row.described.date), key=lambda row: row.described.date
               or "9999"),
        Column(tr("arrangement.kind"), lambda row: capital(word("kind", row.described.kind or "other"))),
    )  # fmt: skip


def unit_columns(read: Read) -> Sequence[Column[Branch]]:
    return (
        Column(tr("arrangement.reference"), lambda branch: branch.reference),
        Column(tr("arrangement.title"), lambda branch: read.title(branch)),
        Column(tr("arrangement.level"), lambda branch: capital(word("level", branch.level))),
    )


def fitting(read: Read, words: str, level: Level | None = None, but: Sequence[int] = ()) -> list[Branch]:
    """Units of whose code or title every word is a part; those alone under which one of a level may stand."""
    wanted = words.casefold().split()
    return [
        one for one in arrangement.places(read.whole)
        if one.unit and one.unit.id not in but and (level is None or fits(level, one.level))
        and all(part in f"{one.reference} {one.title}".casefold() for part in wanted)
    ]  # fmt: skip


def levels_under(branch: Branch | None) -> list[Level]:
    """What can be made under a branch; a fonds where it is of no person's making."""
    above = branch.level if branch and branch.unit else None
    return [level for level in MADE if fits(level, above)]


# One unit ------------------------------------------------------------------------------------------------------


def areas() -> list[tuple[str, list[str]]]:
    """The areas of the standard, each with its elements."""
    return [(area, [name for name, at in ELEMENTS.items() if at.startswith(beginning)])
            for area, beginning in AREAS.items()]  # fmt: skip


def other_language() -> str:
    return next(code for code in language.LANGUAGES if code != language.code())


def element_help(name: str) -> str:
    """An element's number, its name in both languages, and what is written there."""
    other = language.catalogue(other_language())[f"isad.{name}"]
    return tr("arrangement.element", ELEMENTS[name], word("isad", name), other, word("isad_help", name))


def values(unit: Unit) -> dict[str, str]:
    """What a form shows of a unit."""
    texts = dict(unit.texts)
    own = {"reference_code": unit.code, "title": unit.title, "level": str(unit.level)}
    return {name: own.get(name, texts.get(name, "")) for name in ELEMENTS}


def _span(days: tuple[tuple[str, str], tuple[str, str]] | None) -> str:
    """The first and the last day, each with its record; one day alone where nothing lies between."""
    if days is None:
        return ""
    (first, record), (last, other) = days
    if first == last:
        return tr("arrangement.day", wording.edtf(first), record)
    return tr("arrangement.span", wording.edtf(first), record, wording.edtf(last), other)


def computed(read: Read, branch: Branch, name: str) -> str:
    """What is known of an element without anyone having written it, with what it was computed of."""
    if name == "extent":
        extent = read.whole.extent(branch)
        parts = [tr("arrangement.operand", id, number(pages)) for id, pages in extent.operands[:MOST_OPERANDS]]
        more = ["…"] if len(extent.operands) > MOST_OPERANDS else []
        told = tr("arrangement.extent", tr("arrangement.holds", count=extent.records),
                  tr("arrangement.pages", count=extent.pages))  # fmt: skip
        return tr("arrangement.of", told, ", ".join((*parts, *more))) if parts else told
    if name == "dates":
        return _span(read.whole.dates(branch))
    found = arrangement.inherited(read.whole.arrangement, branch.unit.id, name) if branch.unit else None
    return tr("arrangement.from_above", read.whole.arrangement.reference(found[1].id), found[0]) if found else ""

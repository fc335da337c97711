"""Two papers side by side on one page: what was removed struck through, what was added underlined, by word and sign."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from archive_app.domain.clauses import Clause
from archive_app.domain.comparing import Change, ClauseChange, Words
from archive_app.exports.labels import Labels
from archive_app.exports.markup import element, write_page
from archive_app.exports.plain import line

STYLE = """
body { margin: 2rem auto; max-width: 56rem; padding: 0 1rem; font: 1rem/1.55 system-ui, sans-serif; color: #1d2a30; }
h1 { font-size: 1.6rem; color: #24495a; } .soft { color: #5b6b73; }
article { border-left: .3rem solid #c8d0d6; padding: .4rem .9rem; margin: .6rem 0; break-inside: avoid; }
h2 { font-size: .85rem; margin: 0; color: #5b6b73; font-weight: 600; }
p { margin: .2rem 0; }
.changed { border-color: #b8860b; } .moved { border-color: #1f5f99; }
.added { border-color: #2e7d4f; } .removed { border-color: #b3362b; }
ins { background: #cfe8d6; text-decoration: underline; } del { background: #f3cfcb; text-decoration: line-through; }
@page { size: A4; margin: 18mm 16mm; }
@media print { ins, del { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
"""
TAGS = {"added": "ins", "removed": "del"}


@dataclass(frozen=True)
class Side:
    """One of the two papers: record, title, day and file."""

    record: str
    title: str
    day: str | None
    filename: str


@dataclass(frozen=True)
class Compared:
    """Two papers of an archive and every clause of both."""

    archive: str
    earlier: Side
    later: Side
    changes: tuple[ClauseChange, ...]
    labels: Labels


def write(compared: Compared, file: Path) -> None:
    say = compared.labels.say
    title = f"{say('What changed')}: {line(compared.earlier.title)} → {line(compared.later.title)}"
    counts = Counter(str(change.change) for change in compared.changes)
    counted = ", ".join(f"{counts[kind]} {say(kind)}" for kind in map(str, Change) if counts[kind])
    body = element(
        "body", element("h1", say("What changed")), _side(say("Earlier"), compared.earlier),
        _side(say("Later"), compared.later), element("p", f"{compared.archive} · {counted}", class_="soft"),
        *(_article(compared.labels, change) for change in compared.changes),
    )  # fmt: skip
    write_page(title, STYLE, body, file, compared.labels.language)


def _side(name: str, side: Side) -> ET.Element:
    told = ", ".join(part for part in (side.day, side.record, side.filename) if part)
    return element("p", element("b", f"{name}: "), line(side.title), element("span", f" ({told})", class_="soft"))


def _article(labels: Labels, change: ClauseChange) -> ET.Element:
    what = labels.say(str(change.change))
    if change.moved and change.change is not Change.MOVED:
        what += f", {labels.say('moved')}"
    where = " → ".join(filter(None, (_place(labels, change.earlier), _place(labels, change.later))))
    words = (part for run in change.words for part in (_run(run), " "))
    return element("article", element("h2", f"{what} · {where}"), element("p", *words), class_=str(change.change))


def _place(labels: Labels, clause: Clause | None) -> str | None:
    return f"{clause.number} ({labels.say('page')} {clause.page})".strip() if clause else None


def _run(run: Words) -> ET.Element | str:
    return element(TAGS[run.op], line(run.text)) if run.op in TAGS else line(run.text)

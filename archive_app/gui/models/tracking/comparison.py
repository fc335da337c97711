"""Two papers clause by clause, side by side, as a page of rich text: taken out struck through, put in underlined."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from archive_app.domain.clauses import Clause
from archive_app.domain.comparing import Change, ClauseChange
from archive_app.gui.language import capital, tr, word
from archive_app.gui.theme.colours import Colours
from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.tracking import comparing
from archive_app.services.tracking.comparing import Comparison


@dataclass(frozen=True)
class Compared:
    """A comparison with the titles of both papers, and the papers the later one can be compared with: id and title."""

    comparison: Comparison
    earlier: str
    later: str
    choices: Sequence[tuple[str, str]]


def read(archive: Archive, later: str, earlier: str = "") -> Compared:
    """With the nearest earlier paper of its chain, where none is named. Raises UsageError where there is none."""
    chain = comparing.earlier_papers(archive, later)
    choices = tuple(dict.fromkeys((*((earlier,) if earlier else ()), *chain)))
    told = comparing.compared(archive, choices[0] if choices else later, later)
    titles = {id: records.described(archive, id).title for id in (*choices, later)}
    return Compared(told, titles.get(told.earlier, ""), titles[later], [(id, titles[id]) for id in choices])


def shown(compared: Compared, only_changes: bool) -> list[ClauseChange]:
    every = compared.comparison.changes
    return [one for one in every if one.change is not Change.SAME] if only_changes else list(every)


def summary(compared: Compared) -> str:
    """How many clauses are the same, changed, moved, put in and taken out."""
    counts = compared.comparison.counts
    return " · ".join(tr("compare.number", capital(word("change", kind)), number) for kind, number in counts.items())


def html(compared: Compared, rows: Iterable[ClauseChange], colours: Colours) -> str:
    """The page; each change can be gone to by its anchor ``c0``, ``c1`` …"""
    ink = colours.names()
    parts = [f'<table width="100%" cellspacing="0" cellpadding="9"><tr>{_head(compared, ink)}</tr>']
    at = 0
    for row in rows:
        is_change = row.change is not Change.SAME
        parts.append(_row(compared, row, f"c{at}" if is_change else "", ink))
        at += is_change
    return "".join(parts) + "</table>"


def _head(compared: Compared, ink: dict[str, str]) -> str:
    told = compared.comparison
    sides = ((compared.earlier, told.earlier), (compared.later, told.later))
    cells = (f'<td width="44%"><b>{escape(title)}</b> <font color="{ink["text_faint"]}">{id}</font></td>'
             for title, id in sides)  # fmt: skip
    return f'<td width="12%"></td>{"".join(cells)}'


def _row(compared: Compared, row: ClauseChange, anchor: str, ink: dict[str, str]) -> str:
    told = compared.comparison
    left = _side(row, row.earlier, told.earlier, "removed", ink)
    right = _side(row, row.later, told.later, "added", ink)
    line = f"border-top: 1px solid {ink['line']}"
    label = f'<a name="{anchor}"></a>{_label(row, ink)}' if anchor else ""
    return "<tr>" + "".join(f'<td style="{line}">{cell}</td>' for cell in (label, left, right)) + "</tr>"


def _label(row: ClauseChange, ink: dict[str, str]) -> str:
    """What became of the clause, in words and colour; one that was moved and changed says both."""
    colour = {Change.ADDED: "good", Change.REMOVED: "bad", Change.MOVED: "info"}.get(row.change, "warn")
    told = capital(word("change", row.change))
    if row.moved and row.change is Change.CHANGED:
        told = tr("compare.moved_too", told)
    return f'<font color="{ink[colour]}"><b>{escape(told)}</b></font>'


def _side(row: ClauseChange, clause: Clause | None, record: str, own: str, ink: dict[str, str]) -> str:
    if clause is None:
        return f'<font color="{ink["text_faint"]}">–</font>'
    runs = row.words if any(run.op != "same" for run in row.words) else ()
    words = " ".join(_run(run.op, run.text, ink) for run in runs if run.op in ("same", own))
    number = f"<b>{escape(clause.number)}</b> " if clause.number else ""
    place = tr("compare.page", clause.page)
    link = f'<a href="{record}/{clause.page}" style="color: {ink["accent"]}">{escape(place)}</a>'
    return f"{number}{words or escape(' '.join(clause.words))} <small>{link}</small>"


def _run(op: str, text: str, ink: dict[str, str]) -> str:
    told = escape(text)
    if op == "same":
        return told
    name, line = ("good", "underline") if op == "added" else ("bad", "line-through")
    style = f"color: {ink[name]}; background-color: {ink[name + '_soft']}; text-decoration: {line}"
    return f'<span style="{style}">{told}</span>'

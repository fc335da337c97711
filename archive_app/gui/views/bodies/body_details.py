"""One body: its names in both languages and in time, what it is part of, its papers, and what can be done with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from archive_app.domain.authority import AuthorityFile
from archive_app.gui.language import capital, number, tr, word
from archive_app.gui.models import wording
from archive_app.gui.models.bodies import authorities
from archive_app.gui.views import parts
from archive_app.gui.views.eliding import Link
from archive_app.gui.views.rolled import Rolled, section
from archive_app.services.bodies.authorities import Card

#: What can be done, each with its key; ``bodies.<name>`` is what its button says.
DEEDS: Final = (("edit", "E", "edit"), ("merge", "M", "link"), ("split", "S", "copy"), ("succeed", "G", "next"),
                ("undo", "U", "undo"))  # fmt: skip
MOST: Final = 30


class BodyDetails(Rolled):
    """``body_wanted(id)`` for another body, ``record_wanted(id)`` for a paper, ``deed_wanted(name)`` for a button."""

    body_wanted = Signal(str)
    record_wanted = Signal(str)
    deed_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: Card | None = None
        self.setMinimumWidth(300)

    def show_card(
        self, card: Card | None, names: AuthorityFile, titles: Mapping[str, str], writable: bool
    ) -> None:  # fmt: skip
        """``titles`` are those of papers by record."""
        self.shown = card
        layout = parts.column(18, 16, 16, 16, spacing=4)
        if card:
            self._head(layout, card)
            self._told(layout, card)
            self._relations(layout, card, names)
            self._deeds(layout, card, writable)
            self._papers(layout, card, titles)
        layout.addStretch(1)
        self.setWidget(parts.frame("panel", layout))

    def _head(self, layout: QVBoxLayout, card: Card) -> None:
        layout.addWidget(parts.label(card.authority.name, "title", "title", bold=True, wrap=True))
        role = capital(word("role", card.authority.role))
        layout.addWidget(parts.label(tr("bodies.role_and_id", role, card.authority.id), "faint", "small", wrap=True))
        if card.own:
            layout.addWidget(parts.label(tr("bodies.own_text"), "soft", "small", wrap=True))

    def _told(self, layout: QVBoxLayout, card: Card) -> None:
        for field in authorities.TOLD:
            told = authorities.shown(card.authority, field)
            if told:
                section(layout, word("body_field", field))
                layout.addWidget(parts.label(told.replace("; ", "\n") if field == "names" else told, wrap=True))

    def _relations(self, layout: QVBoxLayout, card: Card, names: AuthorityFile) -> None:
        one = card.authority
        self._bodies(layout, tr("body_field.parent"), [one.parent] if one.parent else [], names)
        since = wording.edtf(one.succeeded_on)
        after = tr("bodies.goes_on_since", since) if since else tr("bodies.goes_on")
        self._bodies(layout, after, [one.successor] if one.successor else [], names)
        self._bodies(layout, tr("bodies.before"), card.before, names)
        self._bodies(layout, tr("bodies.offices"), card.offices, names)

    def _bodies(self, layout: QVBoxLayout, title: str, ids: Iterable[str], names: AuthorityFile) -> None:
        shown = list(ids)
        if shown:
            section(layout, title)
        for id in shown[:MOST]:
            made = self._link(names.name(id), tr("bodies.open"), "building")
            made.clicked.connect(lambda _=False, id=id: self.body_wanted.emit(id))
            layout.addWidget(made)
        if len(shown) > MOST:
            layout.addWidget(parts.label(tr("bodies.more", number(len(shown) - MOST)), "faint", "small"))

    def _deeds(self, layout: QVBoxLayout, card: Card, writable: bool) -> None:
        layout.addSpacing(12)
        for name, keys, icon in DEEDS:
            if name == "undo" and not card.own:
                continue
            made = parts.button(tr("bodies.with_key", tr(f"bodies.{name}"), keys), icon)
            made.setEnabled(writable)
            made.clicked.connect(lambda _=False, name=name: self.deed_wanted.emit(name))
            layout.addWidget(made)

    def _papers(self, layout: QVBoxLayout, card: Card, titles: Mapping[str, str]) -> None:
        told = tr("bodies.papers", number(len(card.records)), number(card.agreements))
        section(layout, told)
        for id in card.records[:MOST]:
            made = self._link(tr("bodies.paper", id, titles.get(id, "")), titles.get(id, id), "records")
            made.clicked.connect(lambda _=False, id=id: self.record_wanted.emit(id))
            layout.addWidget(made)
        if len(card.records) > MOST:
            layout.addWidget(parts.label(tr("bodies.more", number(len(card.records) - MOST)), "faint", "small"))

    def _link(self, words: str, tip: str, icon: str) -> Link:
        return Link(icon, words, tip)

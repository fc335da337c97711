"""The fact at hand: the words it rests on, how it was found, and what a person can do about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from archive_app.domain.fact import MANY, Fact, Source
from archive_app.gui import theme
from archive_app.gui.language import capital, tr
from archive_app.gui.models import wording
from archive_app.gui.models.description.facts import FactRow
from archive_app.gui.views import parts
from archive_app.gui.views.flow import Flow

LONGEST_QUOTE = 260


class EvidenceCard(QFrame):
    """Signals tell what the person decided of the row at hand."""

    edit_wanted = Signal(object)
    confirm_wanted = Signal(object)
    not_stated_wanted = Signal(object)
    withdraw_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "footer")
        self._row: FactRow | None = None
        self._writable = False
        self._quote = parts.label(wrap=True)
        self._quote.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._how = parts.label("", "soft", "small", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 14, 12)
        layout.setSpacing(7)
        layout.addWidget(self._quote)
        layout.addWidget(self._how)
        layout.addLayout(self._buttons())
        self.hide()

    def show_row(self, row: FactRow | None, writable: bool) -> None:
        self._row, self._writable = row, writable
        usable = row is not None and not row.is_heading
        if usable:
            assert row is not None
            self._tell(row)
            self._offer(row)
        self.setVisible(usable)

    def _tell(self, row: FactRow) -> None:
        self._quote.setFont(theme.font(serif=True, italic=True))
        quote = row.fact.evidence.quote if row.fact and row.fact.evidence else ""
        short = quote if len(quote) <= LONGEST_QUOTE else quote[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
        self._quote.setText(f"“{short}”" if short else "")
        self._quote.setVisible(bool(short))
        self._how.setText(how_found(row.fact) if row.fact else tr("card.nothing"))

    def _offer(self, row: FactRow) -> None:
        fact, many = row.fact, row.field in MANY
        person = fact is not None and fact.source is Source.PERSON
        self._edit.setText(tr("card.correct") if fact else tr("card.add"))
        self._none.setText(tr("card.remove") if many else tr("card.none"))
        self._confirm.setVisible(fact is not None and fact.source is Source.READING)
        self._none.setVisible(fact is not None)
        self._withdraw.setVisible(person)
        for made in (self._edit, self._confirm, self._none, self._withdraw):
            made.setEnabled(self._writable)

    def _buttons(self) -> Flow:
        layout = Flow()
        layout.setContentsMargins(0, 0, 0, 0)
        self._confirm = parts.button(tr("card.confirm"), "check")
        self._confirm.setToolTip(tr("card.confirm_tip"))
        self._edit = parts.button(tr("card.correct"), "edit")
        self._edit.setToolTip(tr("card.correct_tip"))
        self._none = parts.button(tr("card.none"))
        self._none.setToolTip(tr("card.none_tip"))
        self._withdraw = parts.button(tr("card.withdraw"), "undo")
        self._withdraw.setToolTip(tr("card.withdraw_tip"))
        for made, signal in (
            (self._confirm, self.confirm_wanted), (self._edit, self.edit_wanted),
            (self._none, self.not_stated_wanted), (self._withdraw, self.withdraw_wanted),
        ):  # fmt: skip
            made.setFont(theme.font("small"))
            made.clicked.connect(lambda _=False, signal=signal: signal.emit(self._row))
            layout.addWidget(made)
        return layout


def how_found(fact: Fact) -> str:
    """One line or two: certainty with its number, source, rule, and when a person decided."""
    told = capital(wording.certainty(fact))
    if fact.source is not Source.PERSON:
        told += f" ({round(fact.confidence * 100)} %)"
    told += f" · {wording.source(fact)}"
    if fact.source is Source.READING:
        told += " · " + tr("card.found_by", wording.rule(fact.rule))
    return told + (f" · {wording.moment(fact.at)}" if fact.at else "")

"""One agreement: who, from when to when, its chain of renewals, and the papers that tell of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget

from archive_app.gui.language import capital, tr, word
from archive_app.gui.models import wording
from archive_app.gui.models.tracking.agreements import AgreementRow
from archive_app.gui.theme import signs
from archive_app.gui.views import parts
from archive_app.gui.views.rolled import Rolled, section


class AgreementDetails(Rolled):
    """``record_wanted(id)`` for a paper, ``agreement_wanted(id)`` for another link of the chain."""

    record_wanted = Signal(str)
    agreement_wanted = Signal(str)
    #: Its record, and that of the one before it in its chain.
    compare_wanted = Signal(str, str)
    #: The records whose links to others are wanted.
    links_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: AgreementRow | None = None
        self._beside: Sequence[AgreementRow] = ()
        self.setMinimumWidth(290)

    def show_row(self, row: AgreementRow | None, chain: Sequence[AgreementRow]) -> None:
        self.shown, self._beside = row, chain
        layout = parts.column(18, 16, 16, 16, spacing=4)
        if row:
            self._head(layout, row)
            self._parties(layout, row)
            self._term(layout, row)
            self._chain(layout, row, chain)
            self._papers(layout, row)
            self._further(layout, row, chain)
        layout.addStretch(1)
        self.setWidget(parts.frame("panel", layout))

    def changeEvent(self, event: QEvent) -> None:
        """In the colours of the scheme in force; a moment later, as nothing may be taken away while it is put on."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.shown is not None:
            QTimer.singleShot(0, self, lambda: self.show_row(self.shown, self._beside))

    def _head(self, layout: QVBoxLayout, row: AgreementRow) -> None:
        size = "title" if len(row.agreement.title) < 60 else "text"
        layout.addWidget(parts.label(row.agreement.title, "title", size, bold=True, wrap=True))
        layout.addWidget(parts.label(wording.kind(row.agreement.kind), "soft", "small"))
        line = parts.row(0, 8, 0, 4, spacing=7)
        sign = QLabel()
        sign.setPixmap(signs.status_picture(row.status, 15, max(2.0, self.devicePixelRatioF())))
        state = parts.label(capital(wording.status(row.status)), bold=True)
        state.setStyleSheet(f"color: {signs.status_colours(row.status)[0].name()};")
        line.addWidget(sign)
        line.addWidget(state, 1)
        layout.addLayout(line)

    def _parties(self, layout: QVBoxLayout, row: AgreementRow) -> None:
        section(layout, tr("agreements.parties"))
        for party in row.agreement.parties:
            layout.addWidget(parts.label(party.name, wrap=True))
            if party.role:
                layout.addWidget(parts.label(word("role", party.role), "faint", "small"))
        if not row.agreement.parties:
            layout.addWidget(parts.label(tr("agreements.not_read"), "faint"))

    def _term(self, layout: QVBoxLayout, row: AgreementRow) -> None:
        agreement = row.agreement
        section(layout, tr("agreements.in_time"))
        told = (
            (tr("agreements.agreed"), wording.edtf(agreement.agreement_date)),
            (tr("agreements.effective"), wording.edtf(agreement.effective_date)),
            (tr("agreements.ends"), row.ending),
            (tr("agreements.term"), wording.duration(agreement.term)),
            (tr("agreements.renewal"), _renewal(agreement.renewal, wording.duration(agreement.renewal_term))),
            (tr("agreements.notice"), wording.duration(agreement.notice_period)),
        )
        for name, value in told:
            if value:
                line = parts.row(spacing=8)
                label = parts.label(name, "soft")
                label.setFixedWidth(78)
                label.setAlignment(Qt.AlignmentFlag.AlignTop)
                line.addWidget(label)
                line.addWidget(parts.label(value, wrap=True), 1)
                layout.addLayout(line)

    def _chain(self, layout: QVBoxLayout, row: AgreementRow, chain: Sequence[AgreementRow]) -> None:
        if len(chain) < 2:
            return
        section(layout, tr("agreements.chain"))
        for link in chain:
            here = link.agreement.id == row.agreement.id
            begins = link.agreement.begins
            words = tr("agreements.link", begins.year if begins else "?", _link(link))
            made = self._link(words, link.agreement.title, signs_of=link)
            made.setEnabled(not here)
            made.clicked.connect(lambda _=False, id=link.agreement.id: self.agreement_wanted.emit(id))
            layout.addWidget(made)
        if row.agreement.renews_basis == "proposed":
            words = tr("agreements.proposed")
            layout.addWidget(parts.label(words, "faint", "small", wrap=True))

    def _further(self, layout: QVBoxLayout, row: AgreementRow, chain: Sequence[AgreementRow]) -> None:
        """What can be asked about it: what changed since the one before it, and what joins it to others."""
        at = next((n for n, one in enumerate(chain) if one.agreement.id == row.agreement.id), 0)
        layout.addSpacing(10)
        if at:
            earlier, later = chain[at - 1].agreement.records[0], row.agreement.records[0]
            compare = parts.button(tr("agreements.compare"), "copy")
            compare.setToolTip(tr("agreements.compare_tip"))
            compare.clicked.connect(lambda: self.compare_wanted.emit(later, earlier))
            layout.addWidget(compare)
        links = parts.button(tr("agreements.links"), "chain")
        links.setToolTip(tr("agreements.links_tip"))
        links.clicked.connect(lambda: self.links_wanted.emit(row.agreement.records))
        layout.addWidget(links)

    def _papers(self, layout: QVBoxLayout, row: AgreementRow) -> None:
        section(layout, tr("agreements.papers"))
        told = [(id, tr("agreements.text_of", id)) for id in row.agreement.records]
        told += [(id, tr("agreements.tells", id)) for id in row.agreement.announced_by]
        if row.agreement.terminated_by:
            told.append((row.agreement.terminated_by, tr("agreements.ended_by", row.agreement.terminated_by)))
        for id, words in told:
            made = self._link(words, tr("agreements.open_record"))
            made.clicked.connect(lambda _=False, id=id: self.record_wanted.emit(id))
            layout.addWidget(made)

    def _link(self, words: str, tip: str, signs_of: AgreementRow | None = None) -> QToolButton:
        made = parts.tool("link", tip, words)
        made.setAccessibleName(words)
        made.setProperty("role", "link")
        if signs_of:
            made.draw(signs.status_picture(signs_of.status, 14))
            made.setIconSize(QSize(14, 14))
        return made


def _link(row: AgreementRow) -> str:
    return tr("agreements.amendment") if row.agreement.kind == "amendment" else wording.status(row.status)


def _renewal(how: str | None, term: str) -> str:
    return ", ".join(part for part in (word("renewal", how or ""), term) if part)

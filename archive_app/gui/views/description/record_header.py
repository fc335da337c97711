"""The head of a description: the title, what kind of paper it is, and how its agreement stands."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from archive_app.domain.agreement import Status
from archive_app.gui import theme
from archive_app.gui.language import capital, tr, word
from archive_app.gui.models import wording
from archive_app.gui.models.description.opened import Opened, Standing
from archive_app.gui.theme import signs
from archive_app.gui.views import parts

LONGEST_TITLE = 100


class RecordHeader(QFrame):
    def __init__(self, parent: QWidget | None = None) -> None:
        self._standing: Standing | None = None
        super().__init__(parent)
        self.setProperty("role", "panel")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 14, 6)
        layout.setSpacing(5)
        self.title = parts.label("", "title", "title", bold=True, wrap=True)
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._meta = parts.label("", "soft", "small", wrap=True)
        self._badge = QFrame()
        line = parts.row(8, 4, 10, 4, spacing=7)
        self._badge.setLayout(line)
        self._sign, self.standing = QLabel(), parts.label("", size="small", bold=True, wrap=True)
        line.addWidget(self._sign)
        line.addWidget(self.standing, 1)
        for part in (self.title, self._meta, self._badge):
            layout.addWidget(part)

    def show_record(self, opened: Opened | None) -> None:
        self.setVisible(opened is not None)
        self._badge.hide()
        if opened is None:
            return
        one = opened.described
        self.title.setFont(theme.font("title" if len(one.title) < 60 else "heading", bold=True))
        self.title.setText(_shortened(one.title))
        self.title.setToolTip(one.title)
        pages = tr("description.pages", count=one.record.pages)
        restricted = tr("description.restricted") if one.restricted else ""
        told = (wording.kind(one.kind), wording.edtf(one.date), pages, one.id, restricted)
        self._meta.setText(" · ".join(part for part in told if part))

    def show_standing(self, standing: Standing | None) -> None:
        """The state of the agreement that the record is a text of, in words, sign and colour."""
        self._badge.setVisible(standing is not None)
        self._standing = standing
        if standing is None:
            return
        self._ink(standing)
        self.standing.setText(self._in_words(standing))

    def changeEvent(self, event: QEvent) -> None:
        """In the colours of the scheme in force."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._standing is not None:
            self._ink(self._standing)

    def _ink(self, standing: Standing) -> None:
        ink, ground = signs.status_colours(standing.status)
        self._badge.setStyleSheet(f"background: {ground.name()}; border-radius: 6px;")
        self.standing.setStyleSheet(f"color: {ink.name()};")
        self._sign.setPixmap(signs.status_picture(standing.status, 14, max(2.0, self.devicePixelRatioF())))

    def _in_words(self, standing: Standing) -> str:
        agreement = standing.agreement
        words = capital(wording.status(standing.status))
        if standing.status is Status.TERMINATED:
            return tr("standing.on", words, wording.day(agreement.terminated_on))
        if agreement.is_perpetual:
            return tr("standing.without_end", words)
        if standing.end is None:
            return words
        basis = agreement.expiration_basis if standing.end == agreement.end_of_first_term() else None
        basis = word("basis", basis) if basis else tr("standing.renews")
        since = standing.status is Status.EXPIRED
        told = "standing.since" if since else "standing.until"
        if standing.status in (Status.RENEWED, Status.SUPERSEDED):
            told = "standing.own_term"
        return tr(told, words, wording.day(standing.end), basis)


def _shortened(title: str) -> str:
    """A title that is a whole paragraph is cut; the tooltip and the description have all of it."""
    return title if len(title) <= LONGEST_TITLE else title[:LONGEST_TITLE].rsplit(" ", 1)[0] + " …"

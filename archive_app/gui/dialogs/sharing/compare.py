"""What changed between two papers of a chain: clause by clause, side by side. Stays open beside the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QTextBrowser, QWidget

from archive_app.domain.comparing import Change
from archive_app.gui import theme
from archive_app.gui.language import tr
from archive_app.gui.models.tracking import comparison
from archive_app.gui.models.tracking.comparison import Compared
from archive_app.gui.operations import Session
from archive_app.gui.views import parts
from archive_app.gui.views.eliding import Choice


class Compare(QDialog):
    """``words_wanted(record, page, words)`` for a page that is clicked, ``save_wanted(earlier, later)`` as a page."""

    words_wanted = Signal(str, int, str)
    save_wanted = Signal(str, str)

    def __init__(self, session: Session, later: str, earlier: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._later = session, later
        self.compared: Compared | None = None
        self._at = -1
        self.setWindowTitle(tr("compare.name"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.resize(1160, 780)
        self.earlier = Choice()
        self.earlier.setAccessibleName(tr("compare.earlier"))
        self.earlier.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.earlier.setMinimumContentsLength(34)
        self.only = QCheckBox(tr("compare.only"))
        self.text = QTextBrowser()
        self.text.setAccessibleName(tr("compare.name"))
        self.text.setOpenLinks(False)
        self._sum = parts.label("", "soft", "small", wrap=True)
        self._lay_out()
        self._connect()
        self._ask(earlier)

    def _ask(self, earlier: str) -> None:
        later = self._later
        self._session.ask(lambda archive: comparison.read(archive, later, earlier), self._show, key=f"compare {later}")

    def _show(self, compared: Compared) -> None:
        self.compared = compared
        blocked = self.earlier.blockSignals(True)
        self.earlier.clear()
        for id, title in compared.choices:
            self.earlier.addItem(tr("compare.choice", id, title), id)
        self.earlier.setCurrentIndex(self.earlier.findData(compared.comparison.earlier))
        self.earlier.blockSignals(blocked)
        remark = tr("compare.languages") if compared.comparison.remark else ""
        self._sum.setText("\n".join(filter(None, (comparison.summary(compared), remark))))
        self._write()

    def _write(self) -> None:
        if self.compared:
            rows = comparison.shown(self.compared, self.only.isChecked())
            self.text.setHtml(comparison.html(self.compared, rows, theme.colours()))
            self._at = -1

    def go(self, step: int) -> None:
        """The next change, or the one before; from the last one round to the first."""
        if self.compared is None:
            return
        number = sum(one.change is not Change.SAME for one in self.compared.comparison.changes)
        if number:
            self._at = (self._at + step) % number if self._at >= 0 else (0 if step > 0 else number - 1)
            self.text.scrollToAnchor(f"c{self._at}")

    def _open(self, link: QUrl) -> None:
        record, _, page = link.path().partition("/")
        self.words_wanted.emit(record, int(page or 1), "")

    def _save(self) -> None:
        if self.compared:
            self.save_wanted.emit(self.compared.comparison.earlier, self._later)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "text"):
            self._write()

    # Parts -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        head = parts.row(16, 12, 16, 6)
        head.addWidget(parts.label(tr("compare.with"), "soft"))
        head.addWidget(self.earlier, 1)
        head.addWidget(self.only)
        self._tools = {
            -1: parts.tool("previous", tr("compare.previous")), 1: parts.tool("next", tr("compare.next")),
        }  # fmt: skip
        for step, made in self._tools.items():
            made.clicked.connect(lambda _=False, step=step: self.go(step))
            head.addWidget(made)
        save = parts.button(tr("compare.save"), "export")
        save.clicked.connect(self._save)
        head.addWidget(save)
        layout = parts.column()
        layout.addLayout(head)
        told = parts.row(16, 0, 16, 10)
        told.addWidget(self._sum, 1)
        layout.addLayout(told)
        layout.addWidget(self.text, 1)
        self.setLayout(layout)
        self.text.setFocus()

    def _connect(self) -> None:
        self.earlier.activated.connect(lambda _: self._ask(str(self.earlier.currentData())))
        self.only.toggled.connect(lambda _: self._write())
        self.text.anchorClicked.connect(self._open)
        for keys, step in (("J", 1), ("K", -1)):
            QShortcut(QKeySequence(keys), self, lambda step=step: self.go(step))

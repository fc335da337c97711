"""The strip at the window's foot while work is going on: what, how far, which file; and a button to stop it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QProgressBar, QWidget

from archive_app.gui.language import number, tr, word
from archive_app.gui.operations import WindowProgress
from archive_app.gui.operations.progress import Step
from archive_app.gui.views import parts


class WorkStrip(QFrame):
    """Follows one work at a time; hidden when there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "footer")
        self._progress: WindowProgress | None = None
        layout = parts.row(16, 8, 12, 8, spacing=12)
        self.setLayout(layout)
        self._what = parts.label("", bold=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(240)
        self._bar.setAccessibleName(tr("work.progress"))
        self.count = parts.label("", "soft", "small")
        self._item = parts.label("", "faint", "small")
        self.stop = parts.button(tr("work.stop"), "stop")
        self.stop.clicked.connect(self._stop)
        layout.addWidget(self._what)
        layout.addWidget(self._bar)
        layout.addWidget(self.count)
        layout.addWidget(self._item, 1)
        layout.addWidget(self.stop)
        self.hide()

    def follow(self, what: str, progress: WindowProgress) -> None:
        self._progress = progress
        self._what.setText(what)
        self._bar.setRange(0, 0)
        self.count.clear()
        self._item.clear()
        self.stop.setEnabled(True)
        self.stop.setText(tr("work.stop"))
        progress.changed.connect(self._show)
        self.show()

    def end(self) -> None:
        self._progress = None
        self.hide()

    def _show(self, step: Step) -> None:
        self._bar.setRange(0, step.total)
        self._bar.setValue(min(step.done, step.total))
        stage = word("stage", step.stage)
        told = tr("work.step", stage, number(step.done), number(step.total)) if step.total else stage
        self.count.setText(told)
        room = max(60, self._item.width())
        self._item.setText(self._item.fontMetrics().elidedText(step.item, Qt.TextElideMode.ElideMiddle, room))

    def _stop(self) -> None:
        if self._progress:
            self._progress.cancel()
            self.stop.setEnabled(False)
            self.stop.setText(tr("work.stopping"))

"""Before anything is taken in: how many files of which kinds, what is here already, what cannot be read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from archive_app.errors import ConvenioError
from archive_app.gui.dialogs import answers
from archive_app.gui.language import number, sentence, tr
from archive_app.gui.models import wording
from archive_app.gui.models.intake import preview
from archive_app.gui.models.table import TableModel
from archive_app.gui.operations import Session, WindowProgress
from archive_app.gui.operations.progress import Step
from archive_app.gui.views import parts
from archive_app.services.intake import previewing
from archive_app.services.intake.previewing import Preview


class IntakePreview(QDialog):
    """Accepted to take ``paths`` in, with the choices made: ``link`` and ``inside_zip``."""

    def __init__(self, session: Session, paths: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.paths = tuple(paths)
        self.told: Preview | None = None
        self._session = session
        self._progress = WindowProgress(self)
        self.setWindowTitle(tr("preview.name"))
        self.resize(900, 600)
        self.model = TableModel(preview.columns(), self)
        self._lay_out()
        self._progress.changed.connect(self._step)
        self.finished.connect(self._leave)
        self._task = session.ask(
            lambda archive: previewing.preview(archive, self.paths, progress=self._progress), self.show_told,
            failed=self._refuse,
        )  # fmt: skip

    @property
    def link(self) -> bool:
        return self._link.isChecked()

    @property
    def inside_zip(self) -> bool:
        return self._zip.isChecked()

    def show_told(self, told: Preview) -> None:
        """What was found; from now on it can be taken in."""
        self.told = told
        self._progress.finish()
        self._head.setText(tr("preview.fresh", count=told.fresh) if told.fresh else tr("preview.nothing"))
        self._kinds.setText(preview.kinds(told))
        self._kinds.setVisible(bool(told.kinds))
        for words, amount in (("known", told.known), ("twice", told.twice), ("unreadable", len(told.unreadable)),
                              ("left_out", len(told.left_out))):  # fmt: skip
            self._tiles.addWidget(_tile(tr(f"preview.{words}"), amount))
        self._tiles.addStretch(1)
        self._size.setText(tr("preview.size", number(told.found), wording.size(told.size)))
        rows = preview.not_taken(told)
        self.model.set_rows(rows)
        self._table.setVisible(bool(rows))
        self._zip.setVisible(preview.holds_zip(told))
        self._take.setEnabled(bool(told.fresh or told.known or preview.holds_zip(told)))
        self._take.setText(tr("preview.take", count=told.fresh) if told.fresh else tr("preview.take_anyway"))
        self._stack.setCurrentIndex(1)
        if self._take.isEnabled():
            self._take.setDefault(True)
            self._take.setFocus()

    def _refuse(self, fault: ConvenioError) -> None:
        self._progress.finish()
        self._looking.setText(sentence(fault))
        self._bar.hide()

    def _step(self, step: Step) -> None:
        self._bar.setRange(0, step.total)
        self._bar.setValue(step.done)
        self._looking.setText(tr("preview.looking", number(step.done), number(step.total)))

    def _leave(self) -> None:
        """Looking stops with the dialog."""
        self._progress.cancel()
        self._progress.finish()
        if self._task:
            self._task.drop()

    # Parts -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(26, 24, 26, 20)
        layout.setSpacing(12)
        names = ", ".join(path.name for path in self.paths[:3]) + (" …" if len(self.paths) > 3 else "")
        self._head = parts.label(names, size="title", bold=True, wrap=True)
        layout.addWidget(self._head)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._waiting())
        self._stack.addWidget(self._answer())
        layout.addWidget(self._stack, 1)
        safe = parts.label(tr("preview.safe"), "good", wrap=True)
        layout.addWidget(safe)
        layout.addWidget(self._buttons())

    def _waiting(self) -> QWidget:
        self._looking = parts.label(tr("preview.begun"), "soft", wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(tr("preview.name"))
        return _stacked(self._looking, self._bar)

    def _answer(self) -> QWidget:
        self._kinds = parts.label("", wrap=True)
        self._tiles = QHBoxLayout()
        self._size = parts.label("", "soft", "small")
        self._table = parts.table(tr("preview.not_taken"), lines=2)
        self._table.setModel(self.model)
        for column, width in enumerate((230, 140)):
            self._table.setColumnWidth(column, width)
        self._link = QCheckBox(tr("preview.link"))
        self._link.setToolTip(tr("preview.link_hint"))
        self._zip = QCheckBox(tr("preview.zip"))
        whole = QWidget()
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self._kinds)
        layout.addLayout(self._tiles)
        layout.addWidget(self._size)
        layout.addWidget(self._table, 1)
        layout.addStretch(0)
        layout.addWidget(self._link)
        layout.addWidget(self._zip)
        return whole

    def _buttons(self) -> QDialogButtonBox:
        buttons = answers.ok_and_cancel(self)
        self._take = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._take.setText(tr("preview.take_anyway"))
        self._take.setEnabled(False)
        return buttons


def _stacked(*widgets: QWidget) -> QWidget:
    whole = QWidget()
    layout = QVBoxLayout(whole)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(10)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch(1)
    return whole


def _tile(words: str, amount: int) -> QWidget:
    layout = parts.column(14, 8, 18, 8)
    layout.addWidget(parts.label(number(amount), size="title", bold=True))
    layout.addWidget(parts.label(words, "soft", "small"))
    return parts.frame("tile", layout)

"""All templates: what each holds; applied, renamed, deleted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from archive_app.domain.template import Template
from archive_app.gui.language import tr
from archive_app.gui.models import planned, wording
from archive_app.gui.models.table import Column, TableModel
from archive_app.gui.views import parts


class Templates(QDialog):
    """``apply_wanted``, ``rename_wanted`` and ``delete_wanted`` tell what is to become of the template at hand."""

    apply_wanted = Signal(object)
    rename_wanted = Signal(object)
    delete_wanted = Signal(object)

    def __init__(self, writable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._writable = writable
        #: Whether it stands open: what comes later is not shown any more.
        self.standing = True
        self.finished.connect(self._leave)
        self.setWindowTitle(tr("template.name"))
        self.resize(720, 440)
        self.model = TableModel[Template](
            (
                Column(tr("template.called"), lambda one: one.name),
                Column(tr("template.holds"), _holds),
                Column(
                    tr("template.changed"), lambda one: wording.day_of(one.changed_at), key=lambda one: one.changed_at
                ),
            ),
            self,
        )
        self.table = parts.table(tr("template.name"))
        self.table.setModel(self.model)
        self.table.setColumnWidth(0, 190)
        self.table.setColumnWidth(1, 360)
        self.apply = parts.button(tr("template.apply_to"), "check")
        self.rename = parts.button(tr("template.rename"), "edit")
        self.delete = parts.button(tr("template.delete"), "close")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(parts.EmptyPane("edit", tr("template.none"), tr("template.none_text")))
        self._lay_out()
        self._connect()
        self.show_templates(())

    def show_templates(self, every: Sequence[Template]) -> None:
        self.model.set_rows(every)
        self._stack.setCurrentIndex(0 if every else 1)
        if every:
            self.table.selectRow(0)
        self._allow()

    @property
    def selected(self) -> Template | None:
        return self.model.row_at(self.table.currentIndex())

    def _leave(self) -> None:
        self.standing = False

    def _lay_out(self) -> None:
        foot = parts.row(0, 4, 0, 0)
        for part in (self.apply, self.rename, self.delete):
            foot.addWidget(part)
        foot.addStretch(1)
        layout = parts.column(14, 14, 14, 14, spacing=8)
        layout.addWidget(self._stack, 1)
        layout.addLayout(foot)
        self.setLayout(layout)

    def _connect(self) -> None:
        for button, signal, keys in (
            (self.apply, self.apply_wanted, "Ctrl+Return"), (self.rename, self.rename_wanted, "F2"),
            (self.delete, self.delete_wanted, "Del"),
        ):  # fmt: skip
            button.clicked.connect(lambda _=False, signal=signal: signal.emit(self.selected))
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(button.click)
        self.table.activated.connect(lambda _: self.apply.click())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._allow())

    def _allow(self) -> None:
        for button in (self.apply, self.rename, self.delete):
            button.setEnabled(self._writable and self.selected is not None)


def _holds(one: Template) -> str:
    return " · ".join(f"{planned.field_name(field)}: {planned.told(field, held)}" for field, held in one.values.items())

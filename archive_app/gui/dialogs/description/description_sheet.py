"""Descriptions from a spreadsheet: what each column is for, what each row would change, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QScrollArea, QSplitter, QWidget

from archive_app.gui.dialogs import answers
from archive_app.gui.language import sentence, tr
from archive_app.gui.models import planned
from archive_app.gui.operations import Session
from archive_app.gui.views import parts
from archive_app.gui.views.change_list import ChangeList
from archive_app.services.description import description_sheets
from archive_app.services.description.description_sheets import KEYS, Plan

#: Milliseconds that are waited for another choice before the file is read again.
PATIENCE: Final = 250


class DescriptionSheet(QDialog):
    """``plan`` is what is to be written, None while it is not known or nothing would change."""

    def __init__(
        self, session: Session, file: Path, columns: Mapping[str, str | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._file = session, file
        self._key = f"sheet {id(self)}"
        self.plan: Plan | None = None
        self.setWindowTitle(tr("sheet.name"))
        self.resize(1040, 620)
        self.columns = {heading: _choice(heading, column) for heading, column in columns.items()}
        self.list = ChangeList(numbered=True)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PATIENCE)
        self._lay_out()
        self._timer.timeout.connect(self._look)
        for choice in self.columns.values():
            choice.currentIndexChanged.connect(lambda _: self._timer.start())
        self.list.shown.connect(self._allow)
        self.finished.connect(self._timer.stop)
        self.finished.connect(lambda _: session.operations.drop(self._key))
        self._look()

    @property
    def mapping(self) -> dict[str, str]:
        """By heading the field or key it is for, "" for what is left out."""
        return {heading: str(choice.currentData()) for heading, choice in self.columns.items()}

    def _look(self) -> None:
        """Reads the file with the columns as they are chosen, off the window's thread; nothing is written."""
        self.plan = None
        self.list.say("")
        file, mapping = self._file, self.mapping
        self._session.ask(
            lambda archive: description_sheets.plan(archive, file, mapping), self._show,
            key=self._key, failed=lambda fault: self.list.say(sentence(fault)),
        )  # fmt: skip

    def _show(self, plan: Plan) -> None:
        self.plan = plan if plan.count("changed") else None
        counts = (tr(f"sheet.{kind}", count=plan.count(kind)) for kind in ("changed", "same", "failed"))
        told = tr("sheet.told", ", ".join(counts), count=len(plan.rows))
        self.list.show_rows(planned.of_sheet(plan), told)

    def _allow(self) -> None:
        answers.offer_changes(self._buttons, self.plan.count("changed") if self.plan else 0)

    def _lay_out(self) -> None:
        layout = parts.column(22, 20, 22, 16, spacing=10)
        layout.addWidget(parts.label(tr("sheet.of", self._file.name), bold=True, wrap=True))
        layout.addWidget(parts.label(tr("sheet.dry_run"), "soft", wrap=True))
        held = parts.column(12, 0, 0, 0)
        held.addWidget(self.list)
        both = QSplitter()
        both.setChildrenCollapsible(False)
        both.addWidget(self._mapped())
        both.addWidget(parts.frame("clear", held))
        both.setSizes([330, 700])
        layout.addWidget(both, 1)
        self._buttons = answers.ok_and_cancel(self)
        layout.addWidget(self._buttons)
        self.setLayout(layout)

    def _mapped(self) -> QWidget:
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(6)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(parts.label(tr("sheet.columns"), "section", bold=True))
        for heading, choice in self.columns.items():
            form.addRow(parts.label(heading, wrap=True), choice)
        held = parts.frame("panel", form)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setMinimumWidth(240)
        # Tab goes to the choices themselves, and each is scrolled to.
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(held)
        return area


def _choice(heading: str, column: str | None) -> QComboBox:
    """What a column may be for: a key by which its record is found, a field, or nothing."""
    made = QComboBox()
    made.setAccessibleName(tr("sheet.column", heading))
    made.addItem(tr("sheet.left_out"), "")
    for key in KEYS:
        made.addItem(tr("sheet.finds", planned.field_name(key)), key)
    for field in sorted(set(description_sheets.COLUMNS) - set(KEYS), key=planned.field_name):
        made.addItem(planned.field_name(field), field)
    made.setCurrentIndex(max(0, made.findData(column or "")))
    return made

"""Gives the values of a template to the records that are chosen: only where nothing is known, or in place of all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QRadioButton, QWidget

from archive_app.domain.template import Template
from archive_app.gui.dialogs import answers
from archive_app.gui.language import sentence, tr
from archive_app.gui.operations import Session
from archive_app.gui.views import parts
from archive_app.gui.views.change_list import ChangeList
from archive_app.services.description import bulk_edits, templates
from archive_app.services.description.bulk_edits import Plan


class ApplyTemplate(QDialog):
    """``plan`` is what is to be written, None while it is not known or nothing would change."""

    def __init__(
        self, session: Session, records: Sequence[str], every: Sequence[Template], chosen: str = "",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._session, self._records, self._every = session, list(records), list(every)
        self._key = f"template {id(self)}"
        self.plan: Plan | None = None
        self.setWindowTitle(tr("template.apply"))
        self.resize(880, 560)
        self.template = QComboBox()
        self.template.setAccessibleName(tr("template.template"))
        for one in every:
            self.template.addItem(one.name)
        self.template.setCurrentIndex(max(0, self.template.findText(chosen)))
        self.only_empty, self.all = QRadioButton(tr("template.only_empty")), QRadioButton(tr("template.all"))
        self.only_empty.setChecked(True)
        self.list = ChangeList()
        self._lay_out()
        self.template.currentIndexChanged.connect(lambda _: self._look())
        self.only_empty.toggled.connect(lambda _: self._look())
        self.list.shown.connect(self._allow)
        self.finished.connect(lambda _: session.operations.drop(self._key))
        self._look()

    def _look(self) -> None:
        self.plan = None
        self.list.say("")
        wishes = templates.wishes(self._every[self.template.currentIndex()], only_empty=self.only_empty.isChecked())
        self._session.ask(
            lambda archive: bulk_edits.plan(archive, self._records, wishes), self._show,
            key=self._key, failed=lambda fault: self.list.say(sentence(fault)),
        )  # fmt: skip

    def _show(self, plan: Plan) -> None:
        self.plan = plan if plan.changed else None
        self.list.show_plan(plan)

    def _allow(self) -> None:
        answers.offer_changes(self._buttons, len(self.plan.changed) if self.plan else 0)

    def _lay_out(self) -> None:
        layout = parts.column(22, 20, 22, 16, spacing=10)
        layout.addWidget(parts.label(tr("bulk.records", count=len(self._records)), bold=True, wrap=True))
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.addRow(tr("template.template"), self.template)
        layout.addLayout(form)
        self._buttons = answers.ok_and_cancel(self)
        for part in (self.only_empty, self.all, self.list, self._buttons):
            layout.addWidget(part, 1 if part is self.list else 0)
        self.setLayout(layout)

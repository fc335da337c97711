"""One change for the records that are chosen: a field, what is done to it, and what would come of it for each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QFormLayout, QWidget

from archive_app.domain.authority import AuthorityFile
from archive_app.domain.fact import FIELDS
from archive_app.errors import ConvenioError
from archive_app.gui.dialogs import answers
from archive_app.gui.dialogs.bodies import pick_body
from archive_app.gui.language import sentence, tr, word
from archive_app.gui.models import planned
from archive_app.gui.operations import Session
from archive_app.gui.views import parts
from archive_app.gui.views.change_list import ChangeList
from archive_app.gui.views.description.value_editor import ValueEditor
from archive_app.services.description import bulk_edits
from archive_app.services.description.bulk_edits import TAGS, Plan, Wish

#: Fields that are of one paper by itself, and never of many.
ALONE: Final = frozenset({"date", "disagreement"})
#: What is most often changed of many stands first.
FIRST: Final = ("kind", "access", "language", TAGS, "party", "place", "issued_date", "issuer")
#: What is done without a value.
BARE: Final = frozenset({"clear", "withdraw"})


class BulkEdit(QDialog):
    """``plan`` is what is to be written, None while it is not known or nothing would change."""

    def __init__(self, session: Session, records: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._records = session, list(records)
        self._key = f"bulk {id(self)}"
        self.plan: Plan | None = None
        self.setWindowTitle(tr("bulk.name"))
        self.resize(880, 600)
        self.field, self.deed = QComboBox(), QComboBox()
        self.field.setAccessibleName(tr("bulk.field"))
        self.deed.setAccessibleName(tr("bulk.deed"))
        for name in fields():
            self.field.addItem(planned.field_name(name), name)
        names = session.archive.authorities if session.archive else AuthorityFile()
        self.value = ValueEditor(names, session)
        self.only_empty = QCheckBox(tr("bulk.only_empty"))
        self.list = ChangeList()
        self._hint = parts.label("", "soft", "small", wrap=True)
        self._lay_out()
        self._connect()
        self._suit_field()

    def _suit_field(self) -> None:
        """What can be done to the field, and a value of it."""
        field = str(self.field.currentData())
        blocked = self.deed.blockSignals(True)
        self.deed.clear()
        for deed in bulk_edits.deeds_of(field):
            self.deed.addItem(word("deed", deed), deed)
        self.deed.blockSignals(blocked)
        self.value.ask(field, None)
        self._suit_deed()

    def _suit_deed(self) -> None:
        bare = self.deed.currentData() in BARE
        self._form.setRowVisible(self.value, not bare)
        self.only_empty.setVisible(self.deed.currentData() in ("set", "add"))
        self._look()

    def _look(self) -> None:
        """Asks what would come of it, off the window's thread."""
        self.plan = None
        self._hint.setText(self.value.told if self.deed.currentData() not in BARE else "")
        self._hint.setVisible(bool(self._hint.text()))
        try:
            wished = self._wish()
        except ConvenioError as fault:
            self.list.say(sentence(fault))
            return
        if wished is None:
            self.list.ask(tr("bulk.no_value"))
            return
        self._session.ask(
            lambda archive: bulk_edits.plan(archive, self._records, [wished]), self._show,
            key=self._key, failed=lambda fault: self.list.say(sentence(fault)),
        )  # fmt: skip

    def _wish(self) -> Wish | None:
        """None where no value stands yet."""
        field, deed = str(self.field.currentData()), self.deed.currentData()
        if deed in BARE:
            return Wish(field, deed)
        values = self.value.values
        only_empty = self.only_empty.isChecked() and not self.only_empty.isHidden()
        return None if values == (None,) else Wish(field, deed, values, only_empty)

    def _show(self, plan: Plan) -> None:
        self.plan = plan if plan.changed else None
        self.list.show_plan(plan)

    def _allow(self) -> None:
        answers.offer_changes(self._buttons, len(self.plan.changed) if self.plan else 0)

    def _connect(self) -> None:
        self.field.currentIndexChanged.connect(lambda _: self._suit_field())
        self.deed.currentIndexChanged.connect(lambda _: self._suit_deed())
        self.value.changed.connect(self._look)
        self.value.choose_wanted.connect(lambda line: pick_body.pick_for(line, self._session))
        self.only_empty.toggled.connect(lambda _: self._look())
        self.list.shown.connect(self._allow)
        self.finished.connect(lambda _: self._session.operations.drop(self._key))

    def _lay_out(self) -> None:
        layout = parts.column(22, 20, 22, 16, spacing=10)
        layout.addWidget(parts.label(tr("bulk.records", count=len(self._records)), bold=True, wrap=True))
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(8)
        self._form.addRow(tr("bulk.field"), self.field)
        self._form.addRow(tr("bulk.deed"), self.deed)
        self._form.addRow(tr("bulk.value"), self.value)
        layout.addLayout(self._form)
        layout.addWidget(self._hint)
        layout.addWidget(self.only_empty)
        layout.addWidget(self.list, 1)
        self._buttons = answers.ok_and_cancel(self)
        layout.addWidget(self._buttons)
        self.setLayout(layout)


def fields() -> list[str]:
    """What can be changed of many, in the order in which it is offered."""
    every = (*FIRST, *(field for field in FIELDS if field not in ALONE))
    return list(dict.fromkeys(every))

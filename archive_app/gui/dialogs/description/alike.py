"""The same correction for papers of the same form: every paper it would change, to be kept or left out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from archive_app.gui.dialogs import answers
from archive_app.gui.language import tr
from archive_app.gui.models import wording
from archive_app.gui.views import parts
from archive_app.services.description.correcting import Alike, Correction

_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class AlikePapers(QDialog):
    """Those of the same wording are marked at first, those of the same rule alone are not. Enter corrects them."""

    def __init__(self, corrected: Correction, found: Sequence[Alike], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._corrected, self._found = corrected, found
        self.setWindowTitle(tr("alike.title"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(660, 480)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("alike.papers"))
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWordWrap(True)
        self.list.setSpacing(3)
        for one in found:
            self._add(one)
        self._lay_out()
        self.list.itemChanged.connect(lambda _: self._count())
        self.list.setCurrentRow(0)
        self._count()
        self._ok.setFocus()

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """Those of the marked papers."""
        rows = (self.list.item(number) for number in range(self.list.count()))
        return tuple(
            one.correction for one, row in zip(self._found, rows, strict=True) if row.checkState() == _ON
        )  # fmt: skip

    def mark_all(self, wanted: bool) -> None:
        for number in range(self.list.count()):
            self.list.item(number).setCheckState(_ON if wanted else _OFF)

    def _add(self, one: Alike) -> None:
        quote = one.fact.evidence.quote if one.fact.evidence else ""
        told = tr("alike.read", quote) if quote else tr("alike.no_words")
        told += "" if one.same_words else " · " + tr("alike.rule_only")
        told += " · " + tr("alike.found", one.correction.words.page) if one.correction.words else ""
        row = QListWidgetItem(f"{one.described.id} · {one.described.title}\n{told}", self.list)
        row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        row.setCheckState(_ON if one.same_words else _OFF)

    def _count(self) -> None:
        number = len(self.corrections)
        self._ok.setText(tr("alike.correct", count=number))
        self._ok.setEnabled(number > 0)

    def _lay_out(self) -> None:
        before, after = _told(self._corrected)
        every, none = parts.button(tr("alike.all")), parts.button(tr("alike.none"))
        every.clicked.connect(lambda: self.mark_all(True))
        none.clicked.connect(lambda: self.mark_all(False))
        marks = parts.row()
        for part in (every, none):
            marks.addWidget(part)
        marks.addStretch(1)
        buttons = answers.ok_and_cancel(self)
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._ok.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        field = wording.field_name(self._corrected.field)
        layout.addWidget(parts.label(tr("alike.becomes", field, before, after), bold=True, wrap=True))
        layout.addWidget(parts.label(tr("alike.hint"), "soft", "small", wrap=True))
        layout.addWidget(self.list, 1)
        layout.addLayout(marks)
        layout.addWidget(buttons)


def _told(corrected: Correction) -> tuple[str, str]:
    """What was read, and what it becomes."""
    read = corrected.instead.value if corrected.instead else None
    values = "; ".join(_one_line(corrected.field, value) for value in corrected.values)
    return _one_line(corrected.field, read), values


def _one_line(field: str, value: object) -> str:
    return wording.value(field, value).replace("\n", ", ")  # type: ignore[arg-type]

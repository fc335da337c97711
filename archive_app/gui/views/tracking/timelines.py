"""Timelines: an agency's agreements with each of its counterparts, over the years."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from archive_app.domain.authority import AGENCY_ROLES
from archive_app.errors import ConvenioError
from archive_app.gui import theme
from archive_app.gui.delegates import painting
from archive_app.gui.language import capital, sentence, tr, word
from archive_app.gui.models import wording
from archive_app.gui.models.tracking import timelines as reading
from archive_app.gui.models.tracking.timelines import Read
from archive_app.gui.operations import Session
from archive_app.gui.views import parts
from archive_app.gui.views.eliding import Choice, offer
from archive_app.gui.views.tracking.day_picker import DayPicker
from archive_app.gui.views.tracking.timeline_canvas import TimelineCanvas
from archive_app.gui.views.tracking.timeline_painting import paint_mark
from archive_app.services.tracking import timelines

#: Signs of the legend from left to right; each one's name is ``sign.<kind>``.
MARKS: Final = ("signature", "amendment", "press release", "media announcement", "letter", "termination")
#: From the legend's edge to its first sign, and from one sign's name to the next sign.
EDGE, BETWEEN = 20, 20
Agencies = Sequence[tuple[str, str, int]]


class TimelinesView(QWidget):
    """Shows the agency chosen last; the one with the most agreements at first. Other bodies stand below agencies."""

    record_wanted = Signal(str)
    agreement_wanted = Signal(str)
    export_wanted = Signal(str)
    workbook_wanted = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.canvas = TimelineCanvas()
        self.legend = Legend()
        #: Whether papers that tell of a yearly event have lanes of their own; not offered where none tells of one.
        self.events = QCheckBox()
        self.events.setChecked(True)
        self.events.setAccessibleName(tr("timelines.events"))
        self.events.hide()
        self.choice = Choice()
        self.choice.setAccessibleName(tr("timelines.agency"))
        self.choice.setMinimumWidth(190)
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.choice.setMaximumWidth(460)
        self.choice.setMaxVisibleItems(24)
        self.kind, self.role = _filter(tr("timelines.kind")), _filter(tr("timelines.role"))
        self.setFocusProxy(self.canvas)
        self._lay_out()
        self.choice.currentIndexChanged.connect(lambda _: self._ask())
        for choice in (self.kind, self.role):
            choice.currentIndexChanged.connect(lambda _: self._ask())
        self.events.toggled.connect(lambda _: self._ask())
        self.canvas.record_wanted.connect(self.record_wanted)
        self.canvas.agreement_wanted.connect(self.agreement_wanted)
        session.day_changed.connect(self._ask)

    @property
    def agency(self) -> str | None:
        """The id of the agency on show."""
        id = self.choice.currentData()
        return str(id) if id else None

    @property
    def narrowing(self) -> tuple[str, str, bool]:
        """The kind and the role that are let through, "" for all, and whether events have lanes."""
        return str(self.kind.currentData()), str(self.role.currentData()), self.events.isChecked()

    def refresh(self) -> None:
        self._session.ask(timelines.agencies, self._list, key="agencies")

    def show_agency(self, id: str) -> None:
        index = self.choice.findData(id)
        if index >= 0:
            self.choice.setCurrentIndex(index)

    def _list(self, agencies: Agencies) -> None:
        before = self.agency
        blocked = self.choice.blockSignals(True)
        self.choice.clear()
        ours = [row for row in agencies if self._role(row[0]) in AGENCY_ROLES]
        for id, name, number in ours:
            self.choice.addItem(f"{name}  ({number})", id)
        self.choice.insertSeparator(self.choice.count())
        for id, name, number in agencies:
            if (id, name, number) not in ours:
                self.choice.addItem(f"{name}  ({number})", id)
        most = max(ours or agencies, key=lambda row: row[2], default=("",))[0]
        index = self.choice.findData(before) if before else -1
        self.choice.setCurrentIndex(index if index >= 0 else self.choice.findData(most))
        self.choice.blockSignals(blocked)
        self._ask()

    def _role(self, id: str) -> str | None:
        archive = self._session.archive
        body = archive.authorities.get(id) if archive else None
        return body.role if body else None

    def _ask(self) -> None:
        agency, on = self.agency, self._session.on
        kind, role, events = self.narrowing
        if agency is None:
            self._stack.setCurrentIndex(1)
        else:
            self._session.ask(
                lambda archive: reading.read(archive, agency, on, kind, role, events), self._show, key="timeline",
                failed=self._refuse,
            )  # fmt: skip

    def _show(self, read: Read) -> None:
        self.canvas.show_timeline(read.timeline)
        offer(self.kind, [(code, wording.kind(code)) for code in read.kinds])
        offer(self.role, [(code, capital(word("role", code))) for code in read.roles])
        self.events.setText(", ".join(map(wording.event, read.events)))
        self.events.setVisible(bool(read.events))
        self.legend.show_events(read.timeline.events)
        self._count.setText(tr("timelines.count", len(read.timeline.agreements), len(read.timeline.counterparts)))
        narrowed = any(self.narrowing[:2])
        if not read.timeline.lanes and narrowed:
            self._empty.say(tr("timelines.none"), tr("timelines.none_so"))
        self._stack.setCurrentIndex(0 if read.timeline.lanes else 1)

    def _refuse(self, fault: ConvenioError) -> None:
        self._empty.say(tr("timelines.none"), sentence(fault))
        self._stack.setCurrentIndex(1)

    # Parts -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(parts.heading(tr("timelines.name"), *self._tools()))
        layout.addWidget(self._filters())
        self._empty = parts.EmptyPane(
            "timelines", tr("timelines.empty"), tr("timelines.empty_text")
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.canvas)
        self._stack.addWidget(self._empty)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.legend)

    def _filters(self) -> QFrame:
        self._count = parts.label("", "faint", "small")
        line = parts.row(20, 6, 16, 6)
        line.addWidget(self.kind)
        line.addWidget(self.role)
        line.addWidget(self.events)
        line.addWidget(self._count)
        line.addStretch(1)
        return parts.frame("header", line)

    def _tools(self) -> list[QWidget]:
        smaller = parts.tool("minus", tr("timelines.narrower"))
        larger = parts.tool("plus", tr("timelines.wider"))
        fit = parts.tool("fit-width", tr("timelines.fit"))
        save = parts.tool("export", tr("timelines.save"))
        smaller.clicked.connect(lambda: self.canvas.zoom(0.8))
        larger.clicked.connect(lambda: self.canvas.zoom(1.25))
        fit.clicked.connect(self.canvas.fit)
        save.clicked.connect(lambda: self.export_wanted.emit(self.agency or ""))
        book = parts.tool("workbook", tr("timelines.workbook"))
        book.clicked.connect(lambda: self.workbook_wanted.emit(self.agency or ""))
        return [self.choice, smaller, larger, fit, save, book, DayPicker(self._session)]


def _filter(every: str) -> QComboBox:
    """A choice whose first line lets everything through."""
    made = QComboBox()
    made.setAccessibleName(every)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    made.addItem(every, "")
    return made


class Legend(QFrame):
    """What the signs on the axis and the ends of the bars mean, in one row or, where room is short, in two."""

    ROW: Final = 38

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "footer")
        self._signs: list[tuple[str, str]] = []
        self.show_events(())

    def show_events(self, events: Sequence[str]) -> None:
        """The signs that every timeline may have, and that of the events which have lanes."""
        self._signs = [(kind, word("sign", kind)) for kind in MARKS]
        if events:
            self._signs.append(("event", ", ".join(map(wording.event, events))))
        self.setAccessibleName(tr("timelines.signs", ", ".join(words for _, words in self._signs)))
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, middle = float(EDGE), self.ROW / 2
        for kind, words in self._signs:
            paint_mark(painter, QRectF(x, middle - 5.5, 11, 11), kind)
            x = self._say(painter, x + 18, words)
        if self.height() > self.ROW:
            x, middle = EDGE - 12.0, self.ROW * 1.5 - 10
        box = QRectF(x + 12, middle - 9, self.width() - x - 24, 18)
        painting.line(painter, box, tr("timelines.ends"), theme.font("small"), theme.colours().text_faint)
        painter.end()

    def _fit(self) -> None:
        """As many rows as the words take."""
        font = theme.font("small")
        signs = sum(18 + painting.width(words, font) + BETWEEN for _, words in self._signs)
        one_row = EDGE + signs + 12 + painting.width(tr("timelines.ends"), font) + 12 <= self.width()
        self.setFixedHeight(self.ROW if one_row else 2 * self.ROW - 14)

    def _say(self, painter: QPainter, x: float, told: str) -> float:
        width = painting.width(told, theme.font("small"))
        box = QRectF(x, self.ROW / 2 - 9, width + 4, 18)
        painting.line(painter, box, told, theme.font("small"), theme.colours().text_soft)
        return x + width + BETWEEN
